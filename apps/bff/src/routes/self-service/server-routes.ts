import { randomUUID } from 'node:crypto'
import { ownError, type NewVpnInvitation, type VpnInvitation } from '@vpn-console/api-client'
import { signInOf } from '../../self-service/directory.ts'
import { stateOf } from '../../self-service/invitation-state.ts'
import type { Portal, VpnInvitation as Row } from '../../store/self-service.ts'
import type { Serve } from '../serve.ts'
import type { SelfServiceParts } from './parts.ts'

const dayMs = 24 * 60 * 60_000

const about = ({ params: { serverId } }: { params: { serverId: string } }) => ({ params: { vpn_server_id: serverId } })

const shownPortal = (portal: Portal | undefined) =>
  portal ? { portalId: portal.id, isOn: portal.off_at === null } : { isOn: false }

const shown = (row: Row, at: number): VpnInvitation => ({
  id: row.id,
  ...(row.vpn_user_id !== '' && { vpnUserId: row.vpn_user_id }),
  userName: row.user_name,
  state: stateOf(row, at),
  createdAt: row.created_at,
  createdBy: row.created_by,
  expiresAt: row.expires_at,
  ...(row.opened_at !== null && { openedAt: row.opened_at }),
  ...(row.used_at !== null && { usedAt: row.used_at }),
  ...(row.revoked_at !== null && { revokedAt: row.revoked_at }),
})

const refused = (field: string, words: string) =>
  ownError('CONSOLE.INVALID_INPUT', undefined, { fields: { [field]: words } })

/** What is set up for the users of a VPN server, by those who may reset their passwords. */
export const serverRoutes = (serve: Serve, { store, clouds, directory, tokens, now }: SelfServiceParts): void => {
  const { selfService } = store

  const serverOf = async (cloudId: string, serverId: string) => {
    const cloud = await clouds.ready(cloudId)
    const server = await directory.server(cloud, serverId)
    if (!server) throw ownError('CONSOLE.NOT_FOUND', 'There is no VPN server with this id.')
    return { cloud, server }
  }

  /** Who is to be invited: users of the server by their ids, or, where it has none of its own, people by any name. */
  const invitedOf = async (
    { cloudId, serverId }: { cloudId: string; serverId: string },
    { vpnUserIds = [], names = [] }: { vpnUserIds?: string[] | undefined; names?: string[] | undefined },
  ): Promise<{ vpnUserId: string; userName: string }[]> => {
    const { cloud, server } = await serverOf(cloudId, serverId)
    if (signInOf(server) !== 'password') {
      if (vpnUserIds.length > 0 || names.length === 0) throw refused('names', 'This server has no users: give names.')
      return [...new Set(names)].map((userName) => ({ vpnUserId: '', userName }))
    }
    if (vpnUserIds.length === 0 || names.length > 0) throw refused('vpnUserIds', 'Choose users of the server.')
    const known = new Map((await directory.users(cloud, serverId)).map(({ id, name }) => [id, name]))
    return [...new Set(vpnUserIds)].map((vpnUserId) => {
      const userName = known.get(vpnUserId)
      if (userName === undefined) throw refused('vpnUserIds', `There is no user with the id ${vpnUserId}.`)
      return { vpnUserId, userName }
    })
  }

  serve('showSelfServicePortal', async ({ input: { params } }) => shownPortal(await selfService.portalOf(params)), {
    about,
  })

  serve(
    'setSelfServicePortal',
    async ({ caller, input: { params, body } }) => {
      if (body.isOn) {
        const { server } = await serverOf(params.cloudId, params.serverId)
        if (signInOf(server) !== 'password') {
          throw ownError('CONSOLE.CONFLICT', 'Users have no passwords on this server.')
        }
      }
      return shownPortal(await selfService.setPortal(params, body.isOn, caller.userName))
    },
    { about, subject: ({ input: { params } }) => params.serverId },
  )

  serve(
    'listVpnInvitations',
    async ({ input: { params } }) => {
      const at = now()
      return { invitations: (await selfService.invitations(params)).map((row) => shown(row, at)) }
    },
    { about },
  )

  serve(
    'createVpnInvitations',
    async ({ caller, input: { params, body } }) => {
      const invited = await invitedOf(params, body)
      const expiresAt = now() + body.days * dayMs
      const made = invited.map((one) => {
        const id = randomUUID()
        return { ...one, id, ...tokens.make(id) }
      })
      await selfService.invite(
        made.map(({ id, hash, vpnUserId, userName }) => ({
          ...params,
          id,
          tokenHash: hash,
          vpnUserId,
          userName: userName.slice(0, 64),
          expiresAt,
          createdBy: caller.userName,
        })),
      )
      return {
        invitations: made.map(({ id, userName, token }): NewVpnInvitation => ({ id, userName, token, expiresAt })),
      }
    },
    { about, subject: ({ input: { params } }) => params.serverId },
  )

  serve(
    'revokeVpnInvitation',
    async ({ input: { params } }) => {
      if (await selfService.revoke(params.invitationId, params)) return undefined
      throw ownError('CONSOLE.NOT_FOUND', 'There is no such invitation, or it was revoked before.')
    },
    { about, subject: ({ input: { params } }) => params.invitationId },
  )
}
