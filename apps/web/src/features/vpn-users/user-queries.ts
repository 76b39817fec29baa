import { ApiError } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { operationQuery } from '../../api/operation-query.ts'
import { serverList, vpnUserGroupList, vpnUserList } from '../../api/p2c-lists.ts'
import { useDenied } from '../../api/session.ts'

export { p2cConnectionList, serverList, vpnUserGroupList, vpnUserList } from '../../api/p2c-lists.ts'

export const userPollMs = 60_000
/** People come and go: a list that says who is online is looked at more often. */
export const onlinePollMs = 15_000

export const vpnUser = (cloudId: string, serverId: string, userId: string) =>
  operationQuery(cloudId, 'showVpnUser', { params: { vpn_server_id: serverId, user_id: userId } })

export const isDenied = (error: unknown): boolean => error instanceof ApiError && error.status === 403

/**
 * What the forms of a user check against, as far as the person may see it: whatever is not there is left for the cloud
 * to check.
 */
export const useUserFacts = (cloudId: string, serverId: string) => {
  const denied = useDenied()
  const servers = useQuery({ ...serverList(cloudId), enabled: denied('listVpnServersByProject') === undefined })
  const server = servers.data?.find(({ id }) => id === serverId)
  const gatewayId = server?.p2c_vgw_id ?? ''
  const gateway = useQuery({
    ...operationQuery(cloudId, 'showP2cVgw', { params: { p2c_vgw_id: gatewayId } }),
    enabled: gatewayId !== '' && denied('showP2cVgw') === undefined,
  })
  const users = useQuery({ ...vpnUserList(cloudId, serverId), enabled: denied('listVpnUsers') === undefined })
  const groups = useQuery(vpnUserGroupList(cloudId, serverId))
  return { server, gateway: gateway.data?.p2c_vpn_gateway, users: users.data, groups }
}
