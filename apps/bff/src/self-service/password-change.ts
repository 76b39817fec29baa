import { ApiError } from '@vpn-console/api-client'
import type { GuardedCloud } from '../clouds/registry.ts'
import { callCloud } from '../forward/call.ts'
import { isRefusalOfPassword, toGuestError, wrongSignIn } from './guest-errors.ts'

/** The cloud's words for a user that is not there, and for a wrong old password: the same to whoever tried. */
const wrong = new Set(['VPN.1303', 'VPN.1312'])

type Change = {
  cloud: GuardedCloud
  serverId: string
  vpnUserId: string
  oldPassword: string
  newPassword: string
}

const codeOf = (error: unknown) => (error instanceof ApiError ? error.code : undefined)

const update = ({ cloud, serverId, vpnUserId, oldPassword, newPassword }: Change) =>
  callCloud(cloud, 'updateVpnUserPassword', {
    params: { vpn_server_id: serverId, user_id: vpnUserId },
    body: { old_password: oldPassword, new_password: newPassword },
  })

/**
 * Whether the old password is right, asked by changing it into itself: the cloud refuses what was used before, or
 * changes nothing by it.
 */
const isOldRight = (change: Change): Promise<boolean> =>
  update({ ...change, newPassword: change.oldPassword }).then(
    () => true,
    (error: unknown) => codeOf(error) === 'VPN.1311',
  )

/** Has the cloud check the old password of a VPN user and set the new one. */
export const changePassword = async (change: Change): Promise<void> => {
  try {
    await update(change)
  } catch (error) {
    const code = codeOf(error)
    if (code !== undefined && wrong.has(code)) throw wrongSignIn()
    // A word about the new password is one about a user who is there. In which order the cloud looks at the two is not
    // documented, so that it goes only to who has the old one.
    if (isRefusalOfPassword(error) && !(await isOldRight(change))) throw wrongSignIn()
    throw toGuestError(error, true)
  }
}

/** Sets the password of a VPN user with the console's own key, whatever the old one is. */
export const resetPassword = async ({
  cloud,
  serverId,
  vpnUserId,
  newPassword,
}: Omit<Change, 'oldPassword'>): Promise<void> => {
  try {
    await callCloud(cloud, 'resetVpnUserPassword', {
      params: { vpn_server_id: serverId, user_id: vpnUserId },
      body: { new_password: newPassword },
    })
  } catch (error) {
    throw toGuestError(error, true)
  }
}
