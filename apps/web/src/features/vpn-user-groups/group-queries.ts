import { ApiError, collect, markerPages, type VpnUserInGroup } from '@vpn-console/api-client'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/client.ts'

const pageSize = 200

/** Whoever changes members changes these reads. */
export const readsOfMembers = ['listVpnUserGroups', 'listVpnUsersInGroup', 'listVpnUsers', 'showVpnUser'] as const

export const groupMemberList = (cloudId: string, serverId: string, groupId: string) =>
  queryOptions({
    queryKey: [cloudId, 'listVpnUsersInGroup', serverId, groupId],
    queryFn: ({ signal }): Promise<VpnUserInGroup[]> => {
      const params = { vpn_server_id: serverId, group_id: groupId }
      const pages = markerPages(pageSize, (query) =>
        call(cloudId, 'listVpnUsersInGroup', { params, query }, { signal }),
      )
      return collect(pages, (page) => page.users)
    },
  })

/** Whether a group is there no more, which is what a delete wanted. */
export const isGone = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 404 || error.code === 'VPN.1301')

/** Others change groups, too; somebody who looks at them sees it soon. */
export const pollMs = 30_000
