import { connectionRefuses, isSettling, type ConnectionMonitor, type VpnConnection } from '@vpn-console/api-client'
import type { StatusKind } from '../../../ui/status-words.ts'

const words: Record<string, { words: string; kind: StatusKind }> = {
  ACTIVE: { words: 'Measuring', kind: 'success' },
  PENDING_CREATE: { words: 'Creating', kind: 'in-progress' },
  PENDING_DELETE: { words: 'Deleting', kind: 'in-progress' },
}

/** The state of a monitor in words; one that was never seen is shown as it is. */
export const monitorStatus = (status: string): { words: string; kind: StatusKind } =>
  words[status] ?? { words: status, kind: 'info' }

/** Why no monitor can be created; undefined where one can. A connection has one at most. */
export const monitorRefusal = (
  connection: Pick<VpnConnection, 'name' | 'status'>,
  monitor: Pick<ConnectionMonitor, 'id'> | undefined,
): string | undefined => {
  if (monitor) return `${connection.name} has a monitor already: there is one for each connection.`
  // A tunnel that is down is what a monitor is for; only one that is changing or frozen takes none.
  return connection.status === 'ERROR' ? undefined : connectionRefuses('update', connection)
}

const settlingMs = 3_000
const restingMs = 60_000

export const monitorPollInterval = (monitor: Pick<ConnectionMonitor, 'status'> | undefined): number =>
  isSettling(monitor?.status) ? settlingMs : restingMs

/** What a connection has to say of probing inside the tunnel. */
export const nqaWords = ({ style, enable_nqa }: Pick<VpnConnection, 'style' | 'enable_nqa'>): string => {
  if (style !== 'STATIC') return 'Not possible: only connections in static mode have it.'
  return enable_nqa
    ? 'On. The gateway pings the peer’s tunnel address; the customer device must have that address and answer.'
    : 'Off. It is chosen when a connection is created and cannot be changed later.'
}
