import { useQuery } from '@tanstack/react-query'
import { nextPollMs, useCloudId } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { pollMs, statusHistory, statusSpans } from './metric-queries.ts'
import { lastChange, type LastChange } from './status-history.ts'

const [day, , month] = statusSpans

/**
 * Since when a tunnel is as it is, by what Cloud Eye measured; undefined where that is not known (yet). What has not
 * changed for a day is looked up over a month, by the hour.
 */
export const useStatusHistory = (connectionId: string, { enabled = true } = {}): LastChange | undefined => {
  const cloudId = useCloudId()
  const mayRead = useDenied()('batchListMetricData') === undefined
  const { data: recent } = useQuery({
    ...statusHistory(cloudId, connectionId, day),
    enabled: enabled && mayRead,
    refetchInterval: ({ state }) => nextPollMs(pollMs, state.error),
  })
  const change = recent && lastChange(recent.points, recent.grid.periodMs)
  const { data: long } = useQuery({
    ...statusHistory(cloudId, connectionId, month),
    enabled: enabled && mayRead && change?.isAtLeast === true,
  })
  const before = change?.isAtLeast && long ? lastChange(long.points, long.grid.periodMs) : undefined
  return before && before.state === change?.state && before.since < change.since ? before : change
}
