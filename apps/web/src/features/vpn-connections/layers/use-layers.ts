import {
  ApiError,
  collect,
  markerPages,
  type OperationName,
  type Route,
  type VpnConnection,
} from '@vpn-console/api-client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { call } from '../../../api/client.ts'
import { nextPollMs, operationQuery } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { errorText } from '../../../ui/error-words.ts'
import { liveEntries, mergeEntries } from '../../../ui/log/log-entry.ts'
import { connectionLog, connectionQuery, logPollInterval } from '../connection-queries.ts'
import { layersOf, type Layer, type Source } from './layers.ts'

type Result<T> = { data: T | undefined; error: Error | null }

const sourceOf = <T, U>(
  { data, error }: Result<T>,
  denied: string | undefined,
  what: string,
  read: (data: T) => U,
): Source<U> => {
  if (denied !== undefined) return { state: 'unknown', why: denied }
  if (data !== undefined && error === null) return { state: 'known', value: read(data) }
  if (error instanceof ApiError && error.status === 404) {
    return { state: 'unknown', why: `This region does not offer ${what}.` }
  }
  if (error) return { state: 'unknown', why: `${what} could not be read: ${errorText(error)}` }
  return { state: 'loading' }
}

const minuteMs = 60_000
const lossSpanMs = 10 * minuteMs

const routesOnPage = 1_000

/** All routes of a gateway, with what they lead to. */
const gatewayRoutes = (cloudId: string, gatewayId: string) =>
  queryOptions({
    queryKey: [cloudId, 'showVpnGatewayRoutingTable', gatewayId],
    queryFn: ({ signal }): Promise<Route[]> => {
      const params = { vgw_id: gatewayId }
      const pages = markerPages(routesOnPage, (page) => {
        const query = { ...page, is_include_nexthop_resource: true }
        return call(cloudId, 'showVpnGatewayRoutingTable', { params, query }, { signal })
      })
      return collect(pages, (page) => page.routing_table)
    },
  })

/** The newest loss inside the tunnel, in percent. */
const tunnelLoss = (cloudId: string, connectionId: string) =>
  queryOptions({
    queryKey: [cloudId, 'batchListMetricData', 'tunnel-loss', connectionId],
    queryFn: async ({ signal }) => {
      const to = Date.now()
      const metric = {
        namespace: 'SYS.VPN',
        metric_name: 'tunnel_packet_loss_rate',
        dimensions: [{ name: 'evpn_connection_id', value: connectionId }],
      }
      const body = { metrics: [metric], period: '1' as const, filter: 'average' as const, from: to - lossSpanMs, to }
      const { metrics } = await call(cloudId, 'batchListMetricData', { body }, { signal })
      return { newest: metrics[0]?.datapoints.toSorted((a, b) => b.timestamp - a.timestamp)[0]?.average }
    },
  })

/** The layers of a tunnel, from everything that can be asked about it. */
export const useLayers = (
  cloudId: string,
  listed: VpnConnection,
  other: Pick<VpnConnection, 'id' | 'name'> | undefined,
): { connection: VpnConnection; layers: Layer[] } => {
  const denied = useDenied()
  const { id, vgw_id } = listed
  // Only the answer about a single one tells of its BGP session.
  const shown = useQuery({ ...connectionQuery(cloudId, id), enabled: denied('showVpnConnection') === undefined })
  const connection = shown.data?.vpn_connection ?? listed
  const { status } = connection
  const asked = (name: OperationName, isWanted = true) => ({
    refetchInterval: ({ state }: { state: { error: Error | null } }) =>
      nextPollMs(logPollInterval(status), state.error),
    enabled: isWanted && denied(name) === undefined,
  })
  const hasNqa = connection.style === 'STATIC' && connection.enable_nqa === true
  const params = { vpn_connection_id: id }
  const log = useQuery({ ...connectionLog(cloudId, id), ...asked('showVpnConnectionLog') })
  const sa = useQuery({
    ...operationQuery(cloudId, 'listConnectionIpsecSa', { params }),
    ...asked('listConnectionIpsecSa'),
  })
  const routes = useQuery({ ...gatewayRoutes(cloudId, vgw_id), ...asked('showVpnGatewayRoutingTable') })
  const loss = useQuery({ ...tunnelLoss(cloudId, id), ...asked('batchListMetricData', hasNqa) })
  const layers = layersOf({
    connection,
    other,
    log: sourceOf(log, denied('showVpnConnectionLog'), 'The log', ({ logs }) =>
      mergeEntries(liveEntries(id, logs)).map(({ line }) => line),
    ),
    sa: sourceOf(sa, denied('listConnectionIpsecSa'), 'the list of IPsec SAs', (one) => one.sa_infos),
    routes: sourceOf(routes, denied('showVpnGatewayRoutingTable'), 'the route table', (all) => all),
    loss: sourceOf(loss, denied('batchListMetricData'), 'the metrics', ({ newest }) => newest),
  })
  return { connection, layers }
}
