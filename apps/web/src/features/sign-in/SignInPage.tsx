import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearchParams } from 'react-router'
import { queryClient } from '../../api/query-client.ts'
import { sessionQuery } from '../../api/session.ts'
import { signedOut } from '../../api/signed-out.ts'
import { ownPath, paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { SignInWays, signInWays } from '../../ui/SignInWays.tsx'
import { problemIn, problemWords } from './problem-words.ts'

// The page is never without a way to sign in, also where this cannot be asked.
export const clientLoader = async () => {
  await queryClient.prefetchQuery(signInWays)
  return null
}

export default function SignInPage() {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const to = ownPath(search.get('to'))
  const problem = problemIn(search.get('problem'))
  // Whoever goes back in his history comes by the provider once more, and is signed in already.
  const isLost = problem === 'lost'
  const already = useQuery({ ...sessionQuery, enabled: isLost, retry: false }).data?.user
  // What is cached otherwise is of the session that has ended.
  if (isLost && already) {
    return (
      <>
        <PageHeader title="You are signed in already" description={`As ${already.name}.`} />
        <ActionButton variant="primary" to={to ?? paths.home()}>
          Go on to the console
        </ActionButton>
      </>
    )
  }
  return (
    <>
      <PageHeader
        title="Sign in"
        description={
          to && !problem
            ? 'Your session has ended, or has not begun. You come back to the page you asked for.'
            : undefined
        }
      />
      <SpaceBetween size="m">
        {problem && (
          <div role="alert">
            <Alert type={problem === 'refused' || problem === 'lost' ? 'warning' : 'error'}>
              {problemWords[problem]}
            </Alert>
          </div>
        )}
        <SignInWays
          to={to ?? paths.home()}
          onSignedIn={() => {
            signedOut.set('no')
            void navigate(to ?? paths.home(), { replace: true })
          }}
        />
      </SpaceBetween>
    </>
  )
}
