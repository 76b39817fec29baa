import { useNavigate, useSearchParams } from 'react-router'
import { signedOut } from '../../api/signed-out.ts'
import { ownPath, paths } from '../../paths.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { SignInForm } from '../../ui/SignInForm.tsx'

export default function SignInPage() {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const to = ownPath(search.get('to'))
  return (
    <>
      <PageHeader
        title="Sign in"
        description={
          to ? 'Your session has ended, or has not begun. You come back to the page you asked for.' : undefined
        }
      />
      <SignInForm
        onSignedIn={() => {
          signedOut.set('no')
          void navigate(to ?? paths.home(), { replace: true })
        }}
      />
    </>
  )
}
