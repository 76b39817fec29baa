import { collect, offsetPages } from '@vpn-console/api-client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { nextPollMs } from '../../api/operation-query.ts'
import { readSessions, type LiveSession } from './session-rates.ts'

const pageSize = 200
/** Rates are those between two polls: a longer pause would hide what happens, a shorter one would show noise. */
const pollMs = 5_000

/** The list as it is now, with rates against what was read before. */
const readNow = async (
  { cloudId, gatewayId, signal }: { cloudId: string; gatewayId: string; signal: AbortSignal },
  before: readonly LiveSession[],
): Promise<LiveSession[]> => {
  const params = { p2c_vgw_id: gatewayId }
  const pages = offsetPages(pageSize, async (query) => {
    return (await call(cloudId, 'listP2cVgwConnections', { params, query }, { signal })).connections
  })
  const connections = await collect(pages, (page) => page)
  return readSessions(before, connections, Date.now())
}

/** Who is connected to a gateway now, followed while somebody looks, with rates between the last two readings. */
export const useLiveSessions = (cloudId: string, gatewayId: string) => {
  const client = useQueryClient()
  const key = [cloudId, 'listP2cVgwConnections', gatewayId, 'live']
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => readNow({ cloudId, gatewayId, signal }, client.getQueryData<LiveSession[]>(key) ?? []),
    refetchInterval: ({ state }) => nextPollMs(pollMs, state.error),
  })
}
