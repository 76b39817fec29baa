import type { P2cVpnGateway } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { useCloudId } from '../../../api/operation-query.ts'
import { p2cGatewayList, serverList } from '../../../api/p2c-lists.ts'
import { queryClient } from '../../../api/query-client.ts'
import { useDenied } from '../../../api/session.ts'
import { gatewayOfServer, vpcRouteList } from '../server-queries.ts'
import { blocksOf, type ServerFormValues } from './server-form.ts'
import type { ServerFacts } from './server-form-schema.ts'

/** The gateway of the form, from the list or, where that is closed, by itself; undefined while it is not known. */
export const usePickedGateway = (gatewayId: string): P2cVpnGateway | undefined => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const list = useQuery(p2cGatewayList(cloudId))
  const listed = list.data?.find(({ id }) => id === gatewayId)
  const shown = useQuery({
    ...gatewayOfServer(cloudId, gatewayId),
    enabled: gatewayId !== '' && !list.isPending && !listed && denied('showP2cVgw') === undefined,
    retry: false,
  })
  return listed ?? shown.data?.p2c_vpn_gateway
}

/** The routes of a gateway's VPC; `error` where they may not be read and have to be typed. */
export const useVpcRoutes = (vpcId: string | undefined) => {
  const { data, error, isLoading } = useQuery({
    ...vpcRouteList(useCloudId(), vpcId ?? ''),
    enabled: vpcId !== undefined && vpcId !== '',
    retry: false,
  })
  return { routes: data, error, isLoading }
}

type Placed = Pick<ServerFormValues, 'gatewayId' | 'typedRoutes'>

const knownGateway = (cloudId: string, gatewayId: string): P2cVpnGateway | undefined =>
  queryClient.getQueryData(p2cGatewayList(cloudId).queryKey)?.find(({ id }) => id === gatewayId) ??
  queryClient.getQueryData(gatewayOfServer(cloudId, gatewayId).queryKey)?.p2c_vpn_gateway

/** What has been read so far, for the check of the form; typed routes stand in for those that cannot be read. */
export const knownFacts = (cloudId: string, { gatewayId, typedRoutes }: Placed): ServerFacts => {
  const gateway = knownGateway(cloudId, gatewayId)
  const routes = gateway?.vpc_id && queryClient.getQueryData(vpcRouteList(cloudId, gateway.vpc_id).queryKey)
  return {
    gateway,
    servers: queryClient.getQueryData(serverList(cloudId).queryKey),
    routes: routes || blocksOf(typedRoutes),
  }
}
