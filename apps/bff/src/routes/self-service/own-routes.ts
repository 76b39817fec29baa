import { ApiError, ownError, type OwnVpnSession, type OwnVpnUser, type P2cConnection } from '@vpn-console/api-client'
import type { VpnUserLink } from '../../access/access.ts'
import type { Caller } from '../../caller.ts'
import { callCloud } from '../../forward/call.ts'
import { signInOf } from '../../self-service/directory.ts'
import { checkNewPassword, toGuestError } from '../../self-service/guest-errors.ts'
import { changePassword } from '../../self-service/password-change.ts'
import { exportProfile } from '../../self-service/profile.ts'
import { refusal } from '../../access/permission.ts'
import type { Serve } from '../serve.ts'
import type { SelfServiceParts } from './parts.ts'

const notThere = () => ownError('CONSOLE.NOT_FOUND')

const shownSession = (connection: P2cConnection): OwnVpnSession[] => {
  const { connection_id: id, connection_established_time: since, client_ip: clientIp } = connection
  const { client_virtual_ip: virtualIp, inbound_bytes: sentBytes, outbound_bytes: receivedBytes } = connection
  return id === undefined ? [] : [{ id, since, clientIp, virtualIp, sentBytes, receivedBytes }]
}

const isGone = (error: unknown) => error instanceof ApiError && (error.code === 'VPN.0563' || error.status === 404)

/** For a signed-in person about the VPN users he is linked to. The link is looked at each time; without it there is nothing. */
export const ownRoutes = (serve: Serve, { clouds, cache, directory, limits }: SelfServiceParts): void => {
  /** A link of the caller, its server and its user as they are now; undefined where either is gone. */
  const lookUp = async ({ cloudId, serverId, vpnUserId }: VpnUserLink) => {
    const cloud = await clouds.ready(cloudId)
    const server = await directory.server(cloud, serverId)
    const user = server && (await directory.user(cloud, serverId, vpnUserId))
    return user && { cloud, server, user }
  }

  const own = async (caller: Caller, { cloudId, serverId, vpnUserId }: VpnUserLink) => {
    const isLinked = caller.access.vpnUsers.some(
      (link) => link.cloudId === cloudId && link.serverId === serverId && link.vpnUserId === vpnUserId,
    )
    if (!isLinked) throw refusal(notThere())
    if (!clouds.get(cloudId)) throw notThere()
    const found = await lookUp({ cloudId, serverId, vpnUserId }).catch((error: unknown) => {
      throw toGuestError(error, false)
    })
    if (!found) throw notThere()
    return found
  }

  const shown = async (link: VpnUserLink): Promise<OwnVpnUser[]> => {
    const found = await lookUp(link)
    if (!found) return []
    const { cloud, server, user } = found
    const gatewayId = server.p2c_vgw_id
    const gateway = gatewayId === undefined ? undefined : await directory.gateway(cloud, gatewayId)
    const address = gateway?.eip?.ip_address
    return [
      {
        ...link,
        userName: user.name,
        serverName: gateway?.name ?? server.id,
        signIn: signInOf(server),
        ...(address !== undefined && { address }),
      },
    ]
  }

  const sessionsOf = async (caller: Caller, link: VpnUserLink) => {
    const { cloud, server, user } = await own(caller, link)
    if (server.p2c_vgw_id === undefined) return { cloud, gatewayId: '', sessions: [] }
    const sessions = await directory.sessionsOf(cloud, server.p2c_vgw_id, user.name).catch((error: unknown) => {
      throw toGuestError(error, false)
    })
    return { cloud, gatewayId: server.p2c_vgw_id, sessions }
  }

  serve('listOwnVpnUsers', async ({ caller }) => {
    const links = caller.access.vpnUsers.filter(({ cloudId }) => clouds.get(cloudId) !== undefined)
    const answers = await Promise.all(links.map((link) => shown(link).catch(() => undefined)))
    const vpnUsers = answers.flatMap((answer) => answer ?? [])
    return { vpnUsers, missing: answers.filter((answer) => answer === undefined).length }
  })

  serve('listOwnVpnSessions', async ({ caller, input: { params } }) => {
    const { sessions } = await sessionsOf(caller, params)
    return { sessions: sessions.flatMap(shownSession) }
  })

  serve(
    'endOwnVpnSession',
    async ({ caller, input: { params } }) => {
      const { cloud, gatewayId, sessions } = await sessionsOf(caller, params)
      const { sessionId } = params
      // Somebody else's is as little there as one that never was.
      if (!sessions.some(({ connection_id: id }) => id === sessionId)) throw refusal(notThere())
      try {
        await callCloud(cloud, 'deleteP2cVgwConnection', {
          params: { p2c_vgw_id: gatewayId, connection_id: sessionId },
        })
      } catch (error) {
        // It ended by itself meanwhile: that is what was wanted.
        if (!isGone(error)) throw toGuestError(error, false)
      } finally {
        cache.drop(cloud.account.id)
      }
      return undefined
    },
    { subject: ({ input: { params } }) => params.sessionId },
  )

  serve(
    'changeOwnVpnPassword',
    async ({ caller, input: { params, body }, request }) => {
      const { cloud, user } = await own(caller, params)
      checkNewPassword(body.newPassword, user.name, body.oldPassword)
      const attempt = await limits.tryPassword(request, `${params.cloudId} ${params.serverId}`, user.name)
      await changePassword({ cloud, serverId: params.serverId, vpnUserId: user.id, ...body })
      await attempt.done()
      return undefined
    },
    { subject: ({ input: { params } }) => params.vpnUserId },
  )

  serve(
    'exportOwnVpnProfile',
    async ({ caller, input: { params, body } }) => {
      const { cloud, server } = await own(caller, params)
      return exportProfile(cloud, directory, server, body.osType)
    },
    { subject: ({ input: { params } }) => params.serverId },
  )
}
