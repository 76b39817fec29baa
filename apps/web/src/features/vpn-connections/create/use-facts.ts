import { isSettling, type CustomerGateway, type VpnConnection, type VpnGateway } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { connectionList, customerGatewayList, gatewayList } from '../../../api/lists.ts'
import { operationQuery, useCloudId } from '../../../api/operation-query.ts'
import { queryClient } from '../../../api/query-client.ts'
import type { ConnectionFacts } from './connection-facts.ts'

const settlingMs = 5_000
const restingMs = 60_000

/** A gateway that is being built can be chosen as soon as it is there. */
export const factsPollInterval = (gateways: readonly Pick<VpnGateway, 'status'>[] = []): number =>
  gateways.some(({ status }) => isSettling(status)) ? settlingMs : restingMs

/** An id that was typed is looked at once it can be whole. */
const wholeIdLength = 32

const typedGateway = (cloudId: string, id: string) => operationQuery(cloudId, 'showVgw', { params: { vgw_id: id } })

const joined = (
  gateways: readonly VpnGateway[] = [],
  typed: VpnGateway | undefined,
  customerGateways: readonly CustomerGateway[] = [],
  connections: readonly VpnConnection[] = [],
): ConnectionFacts => ({
  gateways: typed && !gateways.some(({ id }) => id === typed.id) ? [...gateways, typed] : gateways,
  customerGateways,
  connections,
})

/** What has been read of the account so far. */
export const cachedFacts = (cloudId: string, vgwId: string): ConnectionFacts =>
  joined(
    queryClient.getQueryData(gatewayList(cloudId).queryKey),
    queryClient.getQueryData(typedGateway(cloudId, vgwId).queryKey)?.vpn_gateway,
    queryClient.getQueryData(customerGatewayList(cloudId).queryKey),
    queryClient.getQueryData(connectionList(cloudId).queryKey),
  )

/** What is known of the account, kept fresh; the lists themselves tell how reading them went. */
export const useFacts = (vgwId: string) => {
  const cloudId = useCloudId()
  const gateways = useQuery({
    ...gatewayList(cloudId),
    refetchInterval: ({ state }) => factsPollInterval(state.data),
  })
  const isTyped = !gateways.isPending && !gateways.data?.some(({ id }) => id === vgwId)
  const typed = useQuery({ ...typedGateway(cloudId, vgwId), enabled: isTyped && vgwId.length >= wholeIdLength })
  const customerGateways = useQuery({ ...customerGatewayList(cloudId), refetchInterval: restingMs })
  const connections = useQuery({ ...connectionList(cloudId), refetchInterval: restingMs })
  return {
    ...joined(gateways.data, typed.data?.vpn_gateway, customerGateways.data, connections.data),
    lists: { gateways, customerGateways },
  }
}
