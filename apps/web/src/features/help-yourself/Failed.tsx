import { ApiError } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import { failureOf } from './password-form.ts'

/** What the VPN service could not do just now, with another try. */
export const Failed = ({ title, error, onRetry }: { title: string; error: unknown; onRetry?: () => void }) => (
  <div role="alert">
    <Alert
      type="error"
      header={title}
      action={
        onRetry && (
          <Button formAction="none" onClick={onRetry}>
            Try again
          </Button>
        )
      }
    >
      {failureOf(error).words ?? 'Try again.'}
      {error instanceof ApiError && error.requestId !== undefined && <div>Request id {error.requestId}</div>}
    </Alert>
  </div>
)
