import { readAnswer, type VpnProfile, type VpnServer } from '@vpn-console/api-client'
import type { GuardedCloud } from '../clouds/registry.ts'
import { callCloud } from '../forward/call.ts'
import type { Directory } from './directory.ts'
import { toGuestError } from './guest-errors.ts'

/** Has the cloud write the profile of a server for a system. */
export const exportProfile = async (
  cloud: GuardedCloud,
  directory: Directory,
  server: VpnServer,
  osType: string,
): Promise<VpnProfile> => {
  try {
    const input = { params: { vpn_server_id: server.id }, body: { os_type: osType } }
    const answer = await callCloud(cloud, 'exportClientConfig', input)
    const { client_config: profile = '' } = readAnswer('exportClientConfig', answer)
    const gateway = server.p2c_vgw_id === undefined ? undefined : await directory.gateway(cloud, server.p2c_vgw_id)
    return { profile, name: gateway?.name ?? 'vpn' }
  } catch (error) {
    // Nothing is changed by it, whatever became of it.
    throw toGuestError(error, false)
  }
}
