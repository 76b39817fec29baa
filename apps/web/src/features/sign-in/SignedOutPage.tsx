import { useQuery } from '@tanstack/react-query'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { signInWays } from '../../ui/SignInWays.tsx'

const words = 'Work that was sent to the cloud goes on without you.'
const providerWords =
  'If you signed in by your organization, you may still be signed in there: on a machine that others use, sign out there too.'

export default function SignedOutPage() {
  const hasProvider = useQuery(signInWays).data?.provider !== undefined
  return (
    <>
      <PageHeader title="You are signed out" description={hasProvider ? `${words} ${providerWords}` : words} />
      <ActionButton variant="primary" to={paths.signIn()}>
        Sign in again
      </ActionButton>
    </>
  )
}
