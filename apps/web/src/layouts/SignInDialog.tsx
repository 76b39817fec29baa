import Box from '@cloudscape-design/components/box'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { onSignedInElsewhere } from '../api/other-window.ts'
import { queryClient } from '../api/query-client.ts'
import { joinSession, sessionQuery } from '../api/session.ts'
import { signedOut } from '../api/signed-out.ts'
import { paths } from '../paths.ts'
import { SignInWays } from '../ui/SignInWays.tsx'

const refresh = () => void queryClient.invalidateQueries()

/** Signs in over the page, so that nothing typed on it is lost. Closing it leaves the page as it is. */
export default function SignInDialog() {
  const navigate = useNavigate()
  const before = queryClient.getQueryData(sessionQuery.queryKey)?.user
  const cameByProvider = before?.method === 'sso'

  useEffect(
    () =>
      onSignedInElsewhere(() => {
        // Not yet signed in there either, it stays open.
        joinSession().then(refresh, () => {})
      }),
    [],
  )

  return (
    <Modal
      visible
      size="small"
      header="Your session has ended"
      closeAriaLabel="Leave the page"
      onDismiss={({ detail }) => {
        // A slip outside the dialog must not throw away the page that it protects.
        if (detail.reason === 'overlay' || detail.reason === 'keyboard') return
        signedOut.set('no')
        void navigate(paths.signIn())
      }}
    >
      <SpaceBetween size="m">
        <Box>Sign in again to go on. What you typed is still there. If you had just sent it, send it once more.</Box>
        <SignInWays
          userName={cameByProvider ? undefined : before?.name}
          prefersProvider={cameByProvider}
          onSignedIn={refresh}
          to={paths.signedIn()}
          inNewTab
        />
      </SpaceBetween>
    </Modal>
  )
}
