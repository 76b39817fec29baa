import { queryClient } from '../../../api/query-client.ts'
import { consoleQuery } from '../../../api/console-call.ts'

export const invitationList = (cloudId: string, serverId: string) =>
  consoleQuery(cloudId, 'listVpnInvitations', { params: { serverId } })

/** Marks the lists of invitations of a cloud as old. */
export const invalidateInvitations = (cloudId: string): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: [cloudId, 'listVpnInvitations'] })
