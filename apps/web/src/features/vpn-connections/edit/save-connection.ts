import type { VpnConnection, VpnConnectionUpdate } from '@vpn-console/api-client'
import { call } from '../../../api/client.ts'
import { invalidate } from '../../../api/operation-query.ts'
import { followTask } from '../../../api/tasks.ts'
import { paths } from '../../../paths.ts'
import { errorText } from '../../../ui/error-words.ts'
import { showFlash } from '../../../ui/flashes.ts'
import { forgetKeyChange, rememberKeyChange } from '../key/key-changes.ts'
import { isKeyAlone } from './change-words.ts'

/** Sends a change and follows it to its end. */
export const saveConnection = async (
  cloudId: string,
  { id, name, ikepolicy }: VpnConnection,
  body: VpnConnectionUpdate,
): Promise<void> => {
  await call(cloudId, 'updateVpnConnection', { params: { vpn_connection_id: id }, body: { vpn_connection: body } })
  if (isKeyAlone(body, ikepolicy?.ike_version ?? 'v2')) rememberKeyChange(cloudId, id)
  followTask({ cloudId, kind: 'update', resource: 'vpn-connection', resourceId: id, name: body.name ?? name })
  await invalidate(cloudId, 'showVpnConnection', 'listVpnConnections')
}

/**
 * Resets a connection that was just changed. The backend holds the reset back until the change has been made. It goes
 * on while the person is elsewhere, so its end is told by a message: the change itself is done either way.
 */
export const resetAfterwards = async (cloudId: string, { id, name }: VpnConnection): Promise<void> => {
  try {
    await call(cloudId, 'resetVpnConnection', { params: { vpn_connection_id: id } })
    forgetKeyChange(cloudId, id)
    showFlash({ type: 'success', content: `${name} was reset and is negotiated again with its new settings.` })
  } catch (error) {
    showFlash({
      type: 'warning',
      content: `${name} was changed, but not reset: ${errorText(error)}`,
      link: { text: `Go to ${name}`, to: paths.vpnConnection({ cloudId, connectionId: id }) },
    })
  }
  await invalidate(cloudId, 'showVpnConnection', 'listVpnConnections', 'showVpnConnectionLog')
}
