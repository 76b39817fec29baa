import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

export default function SignedOutPage() {
  return (
    <>
      <PageHeader title="You are signed out" description="Work that was sent to the cloud goes on without you." />
      <ActionButton variant="primary" to={paths.signIn()}>
        Sign in again
      </ActionButton>
    </>
  )
}
