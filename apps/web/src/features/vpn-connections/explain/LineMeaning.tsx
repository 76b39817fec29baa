import type { VpnConnection } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import type { LogEntry } from '../../../ui/log/log-entry.ts'
import { FailureExplanation } from './FailureExplanation.tsx'

/** What one line of the log means for its connection. */
export const LineMeaning = ({ entry: { line }, connection }: { entry: LogEntry; connection: VpnConnection }) => {
  if (line.reason !== undefined) return <FailureExplanation reason={line.reason} connection={connection} />
  return (
    <Box color="text-body-secondary">
      {line.kind === 'established'
        ? 'Both phases were agreed: from this moment the tunnel could carry traffic.'
        : 'The line names no reason.'}
    </Box>
  )
}
