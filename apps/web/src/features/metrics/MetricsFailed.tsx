import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import { ErrorDetails } from '../../ui/ErrorDetails.tsx'
import { metricsTrouble } from './metrics-trouble.ts'

type MetricsFailedProps = { error: unknown; onRetry: () => void; isRetrying: boolean }

/** Stands where the charts would be. */
export const MetricsFailed = ({ error, onRetry, isRetrying }: MetricsFailedProps) => {
  const { title, text } = metricsTrouble(error)
  return (
    <Alert
      type="error"
      header={title}
      action={
        <Button formAction="none" onClick={onRetry} loading={isRetrying} loadingText="Trying again">
          Try again
        </Button>
      }
    >
      {text}
      <ErrorDetails error={error} />
    </Alert>
  )
}
