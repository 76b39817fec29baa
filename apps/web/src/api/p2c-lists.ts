import {
  collect,
  markerPages,
  offsetPages,
  type P2cConnection,
  type P2cVpnGateway,
  type VpnAccessPolicy,
  type VpnServer,
  type VpnUser,
  type VpnUserGroup,
} from '@vpn-console/api-client'
import { queryOptions } from '@tanstack/react-query'
import { call } from './client.ts'

// Whole lists of what belongs to remote access: all pages, shared by the features that show or pick from them.

const pageSize = 200

export const p2cGatewayList = (cloudId: string) =>
  queryOptions({
    queryKey: [cloudId, 'listP2cVgws', 'all'],
    queryFn: ({ signal }): Promise<P2cVpnGateway[]> => {
      const pages = markerPages(pageSize, (query) => call(cloudId, 'listP2cVgws', { query }, { signal }))
      return collect(pages, (page) => page.p2c_vpn_gateways)
    },
  })

/** All servers of the project. The API has no call for one server, so that each page of a server reads this list. */
export const serverList = (cloudId: string) =>
  queryOptions({
    queryKey: [cloudId, 'listVpnServersByProject', 'all'],
    queryFn: ({ signal }): Promise<VpnServer[]> => {
      const pages = markerPages(pageSize, (query) => call(cloudId, 'listVpnServersByProject', { query }, { signal }))
      return collect(pages, (page) => page.vpn_servers)
    },
  })

export const vpnUserList = (cloudId: string, serverId: string) =>
  queryOptions({
    queryKey: [cloudId, 'listVpnUsers', serverId],
    queryFn: ({ signal }): Promise<VpnUser[]> => {
      const params = { vpn_server_id: serverId }
      const pages = markerPages(pageSize, (query) => call(cloudId, 'listVpnUsers', { params, query }, { signal }))
      return collect(pages, (page) => page.users)
    },
  })

export const vpnUserGroupList = (cloudId: string, serverId: string) =>
  queryOptions({
    queryKey: [cloudId, 'listVpnUserGroups', serverId],
    queryFn: ({ signal }): Promise<VpnUserGroup[]> => {
      const params = { vpn_server_id: serverId }
      const pages = markerPages(pageSize, (query) => call(cloudId, 'listVpnUserGroups', { params, query }, { signal }))
      return collect(pages, (page) => page.user_groups)
    },
  })

export const accessPolicyList = (cloudId: string, serverId: string) =>
  queryOptions({
    queryKey: [cloudId, 'listVpnAccessPolicies', serverId],
    queryFn: ({ signal }): Promise<VpnAccessPolicy[]> => {
      const params = { vpn_server_id: serverId }
      const pages = markerPages(pageSize, (query) =>
        call(cloudId, 'listVpnAccessPolicies', { params, query }, { signal }),
      )
      return collect(pages, (page) => page.access_policies)
    },
  })

/** Who is connected to a gateway right now: one entry for each connection, of which a user may have several. */
export const p2cConnectionList = (cloudId: string, gatewayId: string) =>
  queryOptions({
    queryKey: [cloudId, 'listP2cVgwConnections', gatewayId],
    queryFn: ({ signal }): Promise<P2cConnection[]> => {
      const params = { p2c_vgw_id: gatewayId }
      const pages = offsetPages(
        pageSize,
        async (query) => (await call(cloudId, 'listP2cVgwConnections', { params, query }, { signal })).connections,
      )
      return collect(pages, (page) => page)
    },
  })
