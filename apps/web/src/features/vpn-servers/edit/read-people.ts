import type { VpnServer } from '@vpn-console/api-client'
import { accessPolicyList, vpnUserGroupList, vpnUserList } from '../../../api/p2c-lists.ts'
import { queryClient } from '../../../api/query-client.ts'
import { leavingRefusal } from './edit-effects.ts'

const isCustom = ({ type }: { type?: string | undefined }) => type !== 'Default'

/** Looks at what stands in the way of another sign-in; what may not be seen is for the cloud to say. */
export const readLeavingRefusal = async (cloudId: string, server: VpnServer): Promise<string | undefined> => {
  if (server.client_auth_type !== 'LOCAL_PASSWORD') return undefined
  try {
    const [users, groups, policies] = await Promise.all([
      queryClient.fetchQuery(vpnUserList(cloudId, server.id)),
      queryClient.fetchQuery(vpnUserGroupList(cloudId, server.id)),
      queryClient.fetchQuery(accessPolicyList(cloudId, server.id)),
    ])
    return leavingRefusal(server, {
      users: users.length,
      groups: groups.filter(isCustom).length,
      policies: policies.filter(isCustom).length,
    })
  } catch {
    return undefined
  }
}
