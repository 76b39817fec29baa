import Box from '@cloudscape-design/components/box'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useNavigate } from 'react-router'
import { queryClient } from '../api/query-client.ts'
import { sessionQuery } from '../api/session.ts'
import { signedOut } from '../api/signed-out.ts'
import { paths } from '../paths.ts'
import { SignInForm } from '../ui/SignInForm.tsx'

/** Signs in over the page, so that nothing typed on it is lost. Closing it leaves the page as it is. */
export default function SignInDialog() {
  const navigate = useNavigate()
  const before = queryClient.getQueryData(sessionQuery.queryKey)
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
        <SignInForm userName={before?.user.name} onSignedIn={() => void queryClient.invalidateQueries()} />
      </SpaceBetween>
    </Modal>
  )
}
