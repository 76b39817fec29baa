import { ApiError } from '@vpn-console/api-client'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { ownCall } from '../../api/console-call.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { FormError } from '../../ui/FormError.tsx'
import { KitWords } from '../../ui/KitWords.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { LinkForm } from './LinkForm.tsx'

export const crumb = 'Set your password'

/** The token of the link, which is taken out of the address bar: it must not stay in the history, nor in a picture of it. */
const useToken = (): string => {
  const { hash } = useLocation()
  const navigate = useNavigate()
  const [token, setToken] = useState('')
  const given = hash.slice(1)
  // Another link that is opened in the same window.
  if (given !== '' && given !== token) setToken(given)
  useEffect(() => {
    if (given !== '') void navigate(paths.link(), { replace: true })
  }, [given, navigate])
  return given === '' ? token : given
}

const isWrongLink = (error: unknown) => error instanceof ApiError && error.code === 'CONSOLE.WRONG_LINK'

const WrongLink = () => (
  <>
    <PageHeader
      title="This link cannot be used"
      description="It works once and for a limited time. It was used already, was withdrawn, is too old, or not all of it was copied."
    />
    <SpaceBetween size="m">
      <div>
        Open it once more from the message it came in. If that does not help, ask whoever sent it for a new one: that
        takes an administrator of the console a moment.
      </div>
      <div>If you have set your password already, sign in with it.</div>
      <ActionButton variant="primary" to={paths.signIn()}>
        Sign in
      </ActionButton>
    </SpaceBetween>
  </>
)

const Done = ({ userName }: { userName: string }) => (
  <>
    <PageHeader title="Your password is set" description={`Sign in as ${userName} with it. The link is used up.`} />
    <ActionButton variant="primary" to={paths.signIn()}>
      Sign in
    </ActionButton>
  </>
)

const OpenLink = ({ token }: { token: string }) => {
  const [isDone, setDone] = useState(false)
  const [isWrong, setWrong] = useState(false)
  const link = useQuery({
    // The key is in memory only, and goes with the page.
    queryKey: ['link', token],
    queryFn: ({ signal }) => ownCall('openLink', { body: { token } }, { signal }),
    retry: false,
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  })
  if (isWrong || isWrongLink(link.error)) return <WrongLink />
  if (link.error !== null) {
    return (
      <>
        <PageHeader title="Set your password" />
        <FormError
          title="The link could not be looked at"
          error={link.error}
          action={<ActionButton onClick={() => void link.refetch()}>Try again</ActionButton>}
        />
      </>
    )
  }
  if (!link.data) return <Loading what="the link" />
  const { user_name: userName, purpose } = link.data
  if (isDone) return <Done userName={userName} />
  return (
    <>
      <PageHeader
        title={purpose === 'invitation' ? 'Welcome' : 'Choose a new password'}
        description={
          purpose === 'invitation'
            ? 'You are invited to the VPN Console. Choose a password, then sign in with it.'
            : 'It takes the place of the old one, and ends every session that is still open.'
        }
      />
      <LinkForm
        token={token}
        userName={userName}
        onDone={() => setDone(true)}
        onWrong={(error) => {
          const isSo = isWrongLink(error)
          if (isSo) setWrong(true)
          return isSo
        }}
      />
    </>
  )
}

export default function LinkPage() {
  const token = useToken()
  return <KitWords>{token === '' ? <WrongLink /> : <OpenLink key={token} token={token} />}</KitWords>
}
