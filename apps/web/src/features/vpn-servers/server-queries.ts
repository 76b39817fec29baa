import { ApiError, collect, isSettling, offsetPages, type P2cVpnGateway, type VpnServer } from '@vpn-console/api-client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { load, nextPollMs, operationQuery, useCloudId, useLive } from '../../api/operation-query.ts'
import { serverList } from '../../api/p2c-lists.ts'
import { queryClient } from '../../api/query-client.ts'
import { useDenied } from '../../api/session.ts'

const settlingMs = 5_000
const restingMs = 60_000
/** A VPC has few route tables. */
const mostTables = 100

export const serverPollInterval = (servers: readonly Pick<VpnServer, 'status'>[] = []): number =>
  servers.some(({ status }) => isSettling(status)) ? settlingMs : restingMs

const notThere = () =>
  new ApiError({ status: 404, code: 'CONSOLE.NOT_FOUND', message: 'There is no such server in this project.' })

const find = (servers: readonly VpnServer[], id: string): VpnServer | undefined =>
  servers.find((server) => server.id === id)

export const gatewayOfServer = (cloudId: string, gatewayId: string) =>
  operationQuery(cloudId, 'showP2cVgw', { params: { p2c_vgw_id: gatewayId } })

/** For loaders: the server, which may be newer than the list that is known; nothing there is the page for that. */
export const loadServer = async (request: Request, cloudId: string, serverId: string): Promise<VpnServer> => {
  const list = serverList(cloudId)
  const known = find(await load(request, list), serverId)
  const server = known ?? find(await queryClient.fetchQuery({ ...list, staleTime: 0 }), serverId)
  if (!server) throw notThere()
  return server
}

/** For loaders: the gateway of a server as far as it may be seen, so that its name is there with the page. */
export const loadGateway = async (
  request: Request,
  cloudId: string,
  { p2c_vgw_id: id }: VpnServer,
): Promise<P2cVpnGateway | undefined> => {
  const query = gatewayOfServer(cloudId, id ?? '')
  if (id === undefined || queryClient.getQueryState(query.queryKey)?.status === 'error') return undefined
  try {
    return (await load(request, query)).p2c_vpn_gateway
  } catch (error) {
    if (error instanceof ApiError) return undefined
    throw error
  }
}

/** The gateway of a server; undefined where it may not be seen. */
export const useServerGateway = (gatewayId: string | undefined): P2cVpnGateway | undefined => {
  const denied = useDenied()
  const { data } = useQuery({
    ...gatewayOfServer(useCloudId(), gatewayId ?? ''),
    enabled: gatewayId !== undefined && denied('showP2cVgw') === undefined,
    refetchInterval: ({ state }) =>
      nextPollMs(serverPollInterval(state.data && [state.data.p2c_vpn_gateway]), state.error),
  })
  return data?.p2c_vpn_gateway
}

/** The server of a page, followed. Gone while somebody looks at it: the page for what is not there. */
export const useServer = (serverId: string) => {
  const live = useLive(serverList(useCloudId()), (servers) => {
    const server = find(servers ?? [], serverId)
    return serverPollInterval(server && [server])
  })
  const server = find(live.data, serverId)
  if (!server) throw notThere()
  return { ...live, server }
}

const scmPage = 50

/** All certificates of the certificate service. */
export const scmCertificateList = (cloudId: string) =>
  queryOptions({
    queryKey: [cloudId, 'listCertificates', 'all'],
    queryFn: ({ signal }) => {
      const pages = offsetPages(
        scmPage,
        async (query) => (await call(cloudId, 'listCertificates', { params: {}, query }, { signal })).certificates,
      )
      return collect(pages, (page) => page)
    },
  })

export const identityProviderList = (cloudId: string) =>
  operationQuery(cloudId, 'listIdentityProviders', { params: {} })

/** Where the default route table of a VPC leads: the list names the tables only, the routes are told by each. */
export const vpcRouteList = (cloudId: string, vpcId: string) =>
  queryOptions({
    queryKey: [cloudId, 'showRouteTable', 'default', vpcId],
    queryFn: async ({ signal }): Promise<string[]> => {
      const query = { vpc_id: vpcId, limit: mostTables }
      const { routetables } = await call(cloudId, 'listRouteTables', { query }, { signal })
      const own = routetables.find((table) => table.default === true)
      if (!own) return []
      const input = { params: { routetable_id: own.id } }
      const { routetable } = await call(cloudId, 'showRouteTable', input, { signal })
      return (routetable.routes ?? []).flatMap(({ destination }) => destination ?? [])
    },
  })
