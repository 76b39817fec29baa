import type { VpnConnection } from '@vpn-console/api-client'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { ConnectedAlone } from '../../ui/connections/ConnectedAlone.tsx'
import { isAlone } from '../../ui/connections/connection-rows.ts'

type ConnectionStatusProps = {
  connection: Pick<VpnConnection, 'id' | 'status'>
  other: Pick<VpnConnection, 'status'> | undefined
  /** Why it is not connected, where that is known. */
  cause?: string | undefined
  /** Since when it is as it is, where the log tells. */
  since?: { since: number; isLate: boolean } | undefined
}

/** How a tunnel is; one that is up while the other of its pair is down is no reason to be at ease. */
export const ConnectionStatus = ({ connection, other, cause, since }: ConnectionStatusProps) =>
  isAlone(connection, other) ? (
    <ConnectedAlone status={connection.status} />
  ) : (
    <StatusBadge of="connection" id={connection.id} status={connection.status} cause={cause} since={since} />
  )
