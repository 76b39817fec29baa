import {
  collect,
  isSettling,
  lastIdPages,
  markerPages,
  type Bandwidth,
  type Route,
  type VpnConnection,
  type VpnGateway,
} from '@vpn-console/api-client'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { operationQuery } from '../../api/operation-query.ts'

export { connectionList, gatewayList } from '../../api/lists.ts'

const settlingMs = 5_000
const restingMs = 60_000

// A gateway takes minutes to build: 5 s keeps the badge honest without spending the user's API quota.
export const gatewayPollInterval = (gateways: readonly VpnGateway[] = []): number =>
  gateways.some(({ status }) => isSettling(status)) ? settlingMs : restingMs

export const gateway = (cloudId: string, gatewayId: string) =>
  operationQuery(cloudId, 'showVgw', { params: { vgw_id: gatewayId } })

export const quotas = (cloudId: string) => operationQuery(cloudId, 'showQuotasInfo', {})

/** Which zones offer which specification: what the wizard's second step is made of. */
export const zoneMatrix = (cloudId: string) =>
  queryOptions({ ...operationQuery(cloudId, 'listExtendedAvailabilityZones', {}), staleTime: 10 * 60_000 })

export const sharedBandwidthList = (cloudId: string) =>
  queryOptions({
    queryKey: [cloudId, 'listBandwidths', 'shared'],
    queryFn: ({ signal }): Promise<Bandwidth[]> => {
      const pages = lastIdPages(2000, async (page) => {
        const query = { ...page, share_type: 'WHOLE' }
        return (await call(cloudId, 'listBandwidths', { query }, { signal })).bandwidths
      })
      return collect(pages, (bandwidths) => bandwidths.filter(({ share_type }) => share_type !== 'PER'))
    },
  })

const routesOnPage = 1000

/** The whole route table of a gateway, whatever number of pages the cloud makes of it. */
export const routeList = (cloudId: string, gatewayId: string) =>
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

export const connectionPollInterval = (connections: readonly Pick<VpnConnection, 'status'>[] = []): number =>
  connections.some(({ status }) => isSettling(status)) ? settlingMs : restingMs

/** Routes move with the tunnels, so they are looked at more often than what people change by hand. */
export const routePollInterval = ({ status }: Pick<VpnGateway, 'status'>): number =>
  isSettling(status) ? settlingMs : 15_000
