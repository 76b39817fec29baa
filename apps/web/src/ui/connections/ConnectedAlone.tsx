import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { connectedAlone } from './connection-rows.ts'

/** A tunnel that is up while the other of its pair is down: no reason to be at ease. */
export const ConnectedAlone = ({ status }: { status: string }) => (
  <span title={`Status ${status}`}>
    <StatusIndicator type="warning">{connectedAlone}</StatusIndicator>
  </span>
)
