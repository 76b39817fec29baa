import { randomUUID } from 'node:crypto'
import { ApiError, ownError } from '@vpn-console/api-client'
import { refuseEvenly } from '../../self-service/evenly.ts'
import { checkNewPassword, noSuchPage, toGuestError } from '../../self-service/guest-errors.ts'
import { changePassword } from '../../self-service/password-change.ts'
import type { Portal } from '../../store/self-service.ts'
import type { Serve } from '../serve.ts'
import type { SelfServiceParts } from './parts.ts'

type Given = { name: string; oldPassword: string; newPassword: string }

/** For users of a VPN server who have no account of the console. */
export const portalRoutes = (serve: Serve, { store, clouds, tuning, directory, limits }: SelfServiceParts): void => {
  const { selfService } = store

  const portalOf = async (portalId: string): Promise<Portal> => {
    const portal = await selfService.openPortal(portalId)
    // The page of a cloud that the console no longer knows is none.
    if (!portal || !clouds.get(portal.cloud_id)) throw noSuchPage()
    return portal
  }

  /** Who has a name on the server. The whole list is read, whoever it is. */
  const findUser = async ({ cloud_id: cloudId, server_id: serverId }: Portal, name: string) => {
    try {
      const cloud = await clouds.ready(cloudId)
      const found = (await directory.users(cloud, serverId)).find((user) => user.name === name)
      return { cloud, found }
    } catch (error) {
      throw toGuestError(error, false)
    }
  }

  /** One call of the list and one of the change, for a name that is there and for one that is not. */
  const change = async (portal: Portal, given: Given, onUser: (name: string) => void) => {
    const { name, oldPassword, newPassword } = given
    const { cloud, found } = await findUser(portal, name)
    if (found) onUser(found.name)
    await changePassword({
      cloud,
      serverId: portal.server_id,
      vpnUserId: found?.id ?? randomUUID(),
      oldPassword,
      newPassword,
    })
  }

  serve('findSelfServicePortal', async () => {
    const [first, second] = (await selfService.openPortals()).filter(({ cloud_id: id }) => clouds.get(id))
    return first && !second ? { portalId: first.id } : {}
  })

  serve('checkSelfServicePortal', async ({ input: { params } }) => ({ portalId: (await portalOf(params.portalId)).id }))

  serve('changeVpnPassword', async ({ input: { params, body }, request, noted }) => {
    const portal = await portalOf(params.portalId)
    noted.cloudId = portal.cloud_id
    noted.resourceId = portal.server_id
    const { oldPassword, newPassword } = body
    const name = body.userName.trim()
    checkNewPassword(newPassword, name, oldPassword)
    const attempt = await limits.tryPassword(request, portal.id, name)
    // Whoever it is, only a name that exists is written down: people type passwords into this field.
    const onUser = (found: string) => {
      noted.personName = found.slice(0, 64)
    }
    try {
      await refuseEvenly(tuning.selfServiceStepMs, () => change(portal, { name, oldPassword, newPassword }, onUser))
    } catch (error) {
      if (error instanceof ApiError && error.code === 'CONSOLE.SERVICE_DOWN') await attempt.undone()
      throw error instanceof ApiError ? error : ownError('CONSOLE.FAULT', undefined, { cause: error })
    }
    await attempt.done()
    return undefined
  })
}
