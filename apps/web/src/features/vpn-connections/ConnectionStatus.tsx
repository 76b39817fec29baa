import type { VpnConnection } from '@vpn-console/api-client'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { connectedAlone, isAlone } from './connection-rows.ts'

type ConnectionStatusProps = {
  connection: Pick<VpnConnection, 'id' | 'status'>
  other: Pick<VpnConnection, 'status'> | undefined
  /** Why it is not connected, where that is known. */
  cause?: string | undefined
}

/** How a tunnel is; one that is up while the other of its pair is down is no reason to be at ease. */
export const ConnectionStatus = ({ connection, other, cause }: ConnectionStatusProps) =>
  isAlone(connection, other) ? (
    <span title={`Status ${connection.status}`}>
      <StatusIndicator type="warning">{connectedAlone}</StatusIndicator>
    </span>
  ) : (
    <StatusBadge of="connection" id={connection.id} status={connection.status} cause={cause} />
  )
