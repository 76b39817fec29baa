import { ownError, type OpenedVpnInvitation } from '@vpn-console/api-client'
import type { Request } from 'express'
import { signInOf } from '../../self-service/directory.ts'
import { checkNewPassword, toGuestError, userIsGone } from '../../self-service/guest-errors.ts'
import { stepOf } from '../../self-service/invitation-state.ts'
import { resetPassword } from '../../self-service/password-change.ts'
import { exportProfile } from '../../self-service/profile.ts'
import { profileForMs, type VpnInvitation } from '../../store/self-service.ts'
import type { Serve } from '../serve.ts'
import type { SelfServiceParts } from './parts.ts'

type Noted = { personName?: string; cloudId?: string; resourceId?: string }
type From = { request: Request; noted: Noted }

/** For whoever holds the link of an invitation. */
export const invitationRoutes = (
  serve: Serve,
  { store, clouds, directory, tokens, limits, now }: SelfServiceParts,
): void => {
  const { selfService } = store

  const unusable = async (request: Request) => {
    await limits.badLink(request)
    return ownError('CONSOLE.LINK_UNUSABLE')
  }

  /** The invitation of a token, with what can still be done with it. Everything wrong with one gives the same answer. */
  const read = async (token: string, { request, noted }: From) => {
    const ours = tokens.read(token)
    const invitation = ours && (await selfService.invitation(ours.id))
    const step = invitation && ours.isOf(invitation.token_hash) ? stepOf(invitation, now()) : undefined
    if (!invitation || !step || !clouds.get(invitation.cloud_id)) throw await unusable(request)
    noted.personName = invitation.user_name
    noted.cloudId = invitation.cloud_id
    noted.resourceId = invitation.id
    await limits.goodLink(invitation.id)
    return { invitation, step }
  }

  /** The server of an invitation, and how people sign in there; refused where the user is gone meanwhile. */
  const look = async ({ cloud_id: cloudId, server_id: serverId, vpn_user_id: userId, user_name }: VpnInvitation) => {
    const found = await (async () => {
      const cloud = await clouds.ready(cloudId)
      const server = await directory.server(cloud, serverId)
      const isThere = server !== undefined && (userId === '' || (await directory.user(cloud, serverId, userId)))
      return isThere ? { cloud, server, signIn: signInOf(server) } : undefined
    })().catch((error: unknown) => {
      throw toGuestError(error, false)
    })
    if (!found) throw userIsGone(user_name)
    return found
  }

  const opened = (
    { user_name, expires_at, used_at }: VpnInvitation,
    signIn: OpenedVpnInvitation['signIn'],
    usedAt = used_at,
  ): OpenedVpnInvitation => ({
    userName: user_name,
    signIn,
    step: usedAt === null ? 'password' : 'profile',
    expiresAt: expires_at,
    ...(usedAt !== null && { profileUntil: usedAt + profileForMs }),
  })

  serve('openVpnInvitation', async ({ input: { body }, request, noted }) => {
    const { invitation } = await read(body.token, { request, noted })
    const { signIn } = await look(invitation)
    await selfService.markOpened(invitation.id)
    return opened(invitation, signIn)
  })

  serve('useVpnInvitation', async ({ input: { body }, request, noted }) => {
    const { invitation, step } = await read(body.token, { request, noted })
    if (step !== 'password') throw await unusable(request)
    const { cloud, signIn } = await look(invitation)
    const { newPassword = '' } = body
    const takesPassword = signIn === 'password' && invitation.vpn_user_id !== ''
    if (takesPassword) checkNewPassword(newPassword, invitation.user_name)
    // Taken before anything is sent: of two who use one link at the same moment, the second comes too late.
    if (!(await selfService.claim(invitation.id))) throw await unusable(request)
    const usedAt = now()
    if (!takesPassword) return opened(invitation, signIn, usedAt)
    const { server_id: serverId, vpn_user_id: vpnUserId } = invitation
    try {
      await resetPassword({ cloud, serverId, vpnUserId, newPassword })
    } catch (error) {
      // The link is as good as before: nothing came of it, or nobody knows.
      await selfService.unclaim(invitation.id)
      throw error
    }
    return opened(invitation, signIn, usedAt)
  })

  serve('exportInvitedProfile', async ({ input: { body }, request, noted }) => {
    const { invitation, step } = await read(body.token, { request, noted })
    if (step !== 'profile') throw await unusable(request)
    const { cloud, server } = await look(invitation)
    return exportProfile(cloud, directory, server, body.osType)
  })
}
