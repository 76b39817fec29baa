import { ApiError } from '@vpn-console/api-client'
import { isRouteErrorResponse, useLocation, useNavigate, useNavigation, useRouteError } from 'react-router'
import { paths } from '../paths.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { errorText, nextStep } from '../ui/error-words.ts'
import { ErrorDetails } from '../ui/ErrorDetails.tsx'
import { Trouble } from '../ui/Trouble.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'

const isMissing = (error: unknown) => (error instanceof ApiError || isRouteErrorResponse(error)) && error.status === 404

/** A page whose data did not come, or that fell over: what was said, its request id, and a way on. */
export const ErrorPage = () => {
  const error = useRouteError()
  const location = useLocation()
  const navigate = useNavigate()
  const { state } = useNavigation()
  if (isMissing(error)) return <NotFoundPage />
  const isOurs = !(error instanceof ApiError)
  const next = isOurs ? undefined : nextStep(error)
  return (
    <Trouble
      title={isOurs ? 'This page fell over' : 'This page could not be loaded'}
      message={`${errorText(error)} ${next ?? ''}`}
      details={<ErrorDetails error={error} />}
      actions={
        <>
          <ActionButton
            variant="primary"
            loading={state === 'loading'}
            loadingText="Trying again"
            onClick={() => {
              // A fault of a page's own code is not mended by asking for the same data again.
              if (isOurs) window.location.reload()
              // The same place anew. A revalidation whose data is there at once would leave the error standing.
              else void navigate(location, { replace: true })
            }}
          >
            {isOurs ? 'Reload the page' : 'Try again'}
          </ActionButton>
          <ActionButton to={paths.home()}>Go to the start</ActionButton>
        </>
      }
    />
  )
}
