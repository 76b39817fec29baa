import { ApiError } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { CopyableId } from '../../../ui/CopyableId.tsx'
import { errorText } from '../../../ui/error-words.ts'
import { ErrorDetails } from '../../../ui/ErrorDetails.tsx'
import type { AccountTest } from '../form/account-test.ts'

/** How the test of what was typed stands, in a line; where it failed, why. */
export const TestNote = ({ test: { found, error, isPending, lacksKeys, run } }: { test: AccountTest }) => {
  const again = (
    <Button formAction="none" onClick={run} loading={isPending} loadingText="Testing">
      Test again
    </Button>
  )
  if (lacksKeys) {
    return (
      <Alert type="info">The keys are not kept while the page is reloaded: enter them again in the step before.</Alert>
    )
  }
  if (isPending) {
    return <StatusIndicator type="loading">Asking the cloud: this takes some seconds</StatusIndicator>
  }
  if (error) {
    return (
      <Alert type="error" header="The test could not be made" action={again}>
        {errorText(error)}
        {error instanceof ApiError &&
          Object.entries(error.fields ?? {}).map(([field, message]) => <div key={field}>{message}</div>)}
        <ErrorDetails error={error} />
      </Alert>
    )
  }
  if (found?.problem) {
    const { message, request_id } = found.problem
    return (
      <Alert type="error" header="The cloud cannot be used like this" action={again}>
        {message}
        {request_id !== undefined && (
          <div>
            Request id: <CopyableId value={request_id} what="the request id" />
          </div>
        )}
      </Alert>
    )
  }
  if (found) return <StatusIndicator type="success">The cloud takes the keys</StatusIndicator>
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      <StatusIndicator type="pending">Something changed since the last test</StatusIndicator>
      {again}
    </SpaceBetween>
  )
}
