import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { errorText } from '../../ui/error-words.ts'
import { ErrorDetails } from '../../ui/ErrorDetails.tsx'
import type { MissingSource } from './use-certificates.ts'

/** Which certificates are not in the list, and why; the others are. */
export const MissingSources = ({ missing, isRetrying }: { missing: readonly MissingSource[]; isRetrying: boolean }) => (
  <SpaceBetween size="s">
    {missing.map(({ what, error, reason, retry }) => (
      <Alert
        key={what}
        type={error ? 'warning' : 'info'}
        header={`${what} ${what.startsWith('The certificate of') ? 'is' : 'are'} missing here`}
        action={
          retry && (
            <Button formAction="none" onClick={retry} loading={isRetrying} loadingText="Trying again">
              Try again
            </Button>
          )
        }
      >
        {error ? errorText(error) : reason}
        {error && <ErrorDetails error={error} />}
      </Alert>
    ))}
  </SpaceBetween>
)
