import type { ConnectionMonitor, VpnConnection } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { nextPollMs, operationQuery, useCloudId } from '../../../api/operation-query.ts'
import { isGone } from '../../../api/gone.ts'
import { monitorPollInterval } from './monitor-words.ts'

type Monitor = {
  /** Undefined where there is none, or none is known yet. */
  monitor: ConnectionMonitor | undefined
  isLoading: boolean
  error: Error | null
  refetch: () => void
}

/** The monitor of a connection: found in the list, and then followed by itself until it settles or is gone. */
export const useMonitor = ({ id }: Pick<VpnConnection, 'id'>): Monitor => {
  const cloudId = useCloudId()
  const list = useQuery({
    ...operationQuery(cloudId, 'listConnectionMonitors', { query: { vpn_connection_id: id } }),
    refetchInterval: ({ state }) => nextPollMs(60_000, state.error),
  })
  // A cloud that knows no filter answers with all of them.
  const listed = list.data?.connection_monitors.find(({ vpn_connection_id = id }) => vpn_connection_id === id)
  const shown = useQuery({
    ...operationQuery(cloudId, 'showConnectionMonitor', { params: { connection_monitor_id: listed?.id ?? '' } }),
    enabled: listed !== undefined,
    refetchInterval: ({ state }) =>
      isGone(state.error) ? false : nextPollMs(monitorPollInterval(state.data?.connection_monitor), state.error),
  })
  const refetch = () => {
    void list.refetch()
    if (listed) void shown.refetch()
  }
  if (isGone(shown.error)) return { monitor: undefined, isLoading: false, error: null, refetch }
  return {
    monitor: shown.data?.connection_monitor ?? listed,
    isLoading: list.isLoading,
    error: list.data ? null : list.error,
    refetch,
  }
}
