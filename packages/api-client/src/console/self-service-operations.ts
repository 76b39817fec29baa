import * as z from 'zod'
import { id } from './fields.ts'
import type { ConsoleOperation } from './operation.ts'

const ofServer = z.strictObject({ cloudId: id, serverId: id })
const ownLink = ofServer.extend({ vpnUserId: id })
const portalId = z.string().regex(/^[\w-]{1,64}$/)

// Rules with words are the business of the form and the cloud: here only the size counts.
const typedPassword = z.string().min(1).max(256).meta({ secret: true })
const token = z.string().min(1).max(512).meta({ secret: true })
/** As the SDK spells them. */
export const profileSystems = ['Windows', 'MacOS', 'Linux', 'Android', 'iOS'] as const
const osType = z.enum(profileSystems)

/** How long an invitation may be good for, in days. */
export const invitationDays = { least: 1, most: 14, usual: 3 } as const
export const mostInvitationsAtOnce = 500

/** The page where the users of a VPN server change their passwords. */
export const selfServicePortal = z.object({
  /** Absent as long as the page was never switched on. */
  portalId: z.string().optional(),
  isOn: z.boolean(),
})
export type SelfServicePortal = z.infer<typeof selfServicePortal>

export const vpnInvitationStates = ['sent', 'opened', 'used', 'expired', 'revoked'] as const

export const vpnInvitation = z.object({
  id: z.string(),
  /** Absent where the server has no users of its own. */
  vpnUserId: z.string().optional(),
  userName: z.string(),
  state: z.enum(vpnInvitationStates),
  /** Milliseconds since 1970, as all times here. */
  createdAt: z.number(),
  createdBy: z.string(),
  expiresAt: z.number(),
  openedAt: z.number().optional(),
  usedAt: z.number().optional(),
  revokedAt: z.number().optional(),
})
export type VpnInvitation = z.infer<typeof vpnInvitation>

/** An invitation that was just made; its token is told this once. */
export const newVpnInvitation = z.object({
  id: z.string(),
  userName: z.string(),
  token: z.string().meta({ secret: true }),
  expiresAt: z.number(),
})
export type NewVpnInvitation = z.infer<typeof newVpnInvitation>

const signIn = z.enum(['password', 'certificate', 'other'])

/** What the holder of a link can do with it now. */
export const openedVpnInvitation = z.object({
  userName: z.string(),
  /** How people sign in on the server: where it is not by password, there is none to set. */
  signIn,
  /** `password`: set it first. `profile`: it is set, the profile can be fetched. */
  step: z.enum(['password', 'profile']),
  expiresAt: z.number(),
  /** Until when the profile can be fetched, once the password is set. */
  profileUntil: z.number().optional(),
})
export type OpenedVpnInvitation = z.infer<typeof openedVpnInvitation>

export const vpnProfile = z.object({
  /** The OpenVPN profile as the cloud writes it. */
  profile: z.string(),
  /** What to call the file, without its ending. */
  name: z.string(),
})
export type VpnProfile = z.infer<typeof vpnProfile>

export const ownVpnUser = z.object({
  cloudId: z.string(),
  serverId: z.string(),
  vpnUserId: z.string(),
  userName: z.string(),
  serverName: z.string(),
  /** Where clients connect to. */
  address: z.string().optional(),
  signIn,
})
export type OwnVpnUser = z.infer<typeof ownVpnUser>

export const ownVpnSession = z.object({
  id: z.string(),
  /** As the cloud tells it. */
  since: z.string().optional(),
  clientIp: z.string().optional(),
  virtualIp: z.string().optional(),
  receivedBytes: z.number().optional(),
  sentBytes: z.number().optional(),
})
export type OwnVpnSession = z.infer<typeof ownVpnSession>

const invitationsPath = '/api/clouds/{cloudId}/console/vpn-servers/{serverId}/invitations'
const ownPath = '/api/own/vpn-users/{cloudId}/{serverId}/{vpnUserId}'

/** What a VPN user does for himself, and what is set up for it. */
export const selfServiceOperations = {
  showSelfServicePortal: {
    method: 'GET',
    path: '/api/clouds/{cloudId}/console/vpn-servers/{serverId}/self-service',
    like: 'resetVpnUserPassword',
    params: ofServer,
    status: 200,
    response: selfServicePortal,
  },
  setSelfServicePortal: {
    method: 'PUT',
    path: '/api/clouds/{cloudId}/console/vpn-servers/{serverId}/self-service',
    like: 'resetVpnUserPassword',
    params: ofServer,
    body: z.strictObject({ isOn: z.boolean() }),
    status: 200,
    response: selfServicePortal,
  },
  listVpnInvitations: {
    method: 'GET',
    path: invitationsPath,
    like: 'resetVpnUserPassword',
    params: ofServer,
    status: 200,
    response: z.object({ invitations: z.array(vpnInvitation) }),
  },
  createVpnInvitations: {
    method: 'POST',
    path: invitationsPath,
    like: 'resetVpnUserPassword',
    params: ofServer,
    body: z.strictObject({
      /** The users of the server who are invited; where it has none of its own, `names` instead. */
      vpnUserIds: z.array(id).max(mostInvitationsAtOnce).optional(),
      names: z.array(z.string().trim().min(1).max(64)).max(mostInvitationsAtOnce).optional(),
      days: z.number().int().min(invitationDays.least).max(invitationDays.most),
    }),
    status: 201,
    response: z.object({ invitations: z.array(newVpnInvitation) }),
  },
  revokeVpnInvitation: {
    method: 'DELETE',
    path: `${invitationsPath}/{invitationId}`,
    like: 'resetVpnUserPassword',
    params: ofServer.extend({ invitationId: id }),
    status: 204,
  },
  /** The one page that is on, for who comes without its address; nothing where there are several. */
  findSelfServicePortal: {
    method: 'GET',
    path: '/api/self-service/portal',
    access: 'public',
    status: 200,
    response: z.object({ portalId: z.string().optional() }),
  },
  checkSelfServicePortal: {
    method: 'GET',
    path: '/api/self-service/portals/{portalId}',
    access: 'public',
    params: z.strictObject({ portalId }),
    status: 200,
    response: z.object({ portalId: z.string() }),
  },
  changeVpnPassword: {
    method: 'POST',
    path: '/api/self-service/portals/{portalId}/password',
    access: 'public',
    params: z.strictObject({ portalId }),
    body: z.strictObject({
      // People type their passwords here, too.
      userName: z.string().min(1).max(64).meta({ secret: true }),
      oldPassword: typedPassword,
      newPassword: typedPassword,
    }),
    status: 204,
  },
  openVpnInvitation: {
    method: 'POST',
    path: '/api/self-service/invitation',
    access: 'public',
    body: z.strictObject({ token }),
    status: 200,
    response: openedVpnInvitation,
  },
  useVpnInvitation: {
    method: 'POST',
    path: '/api/self-service/invitation/password',
    access: 'public',
    // Without a password where the server asks for none.
    body: z.strictObject({ token, newPassword: typedPassword.optional() }),
    status: 200,
    response: openedVpnInvitation,
  },
  exportInvitedProfile: {
    method: 'POST',
    path: '/api/self-service/invitation/profile',
    access: 'public',
    body: z.strictObject({ token, osType }),
    status: 200,
    response: vpnProfile,
  },
  listOwnVpnUsers: {
    method: 'GET',
    path: '/api/own/vpn-users',
    access: 'signed-in',
    status: 200,
    response: z.object({
      vpnUsers: z.array(ownVpnUser),
      /** How many more there are that cannot be told of just now, because their cloud does not answer. */
      missing: z.number(),
    }),
  },
  listOwnVpnSessions: {
    method: 'GET',
    path: `${ownPath}/sessions`,
    access: 'signed-in',
    params: ownLink,
    status: 200,
    response: z.object({ sessions: z.array(ownVpnSession) }),
  },
  endOwnVpnSession: {
    method: 'DELETE',
    path: `${ownPath}/sessions/{sessionId}`,
    access: 'signed-in',
    params: ownLink.extend({ sessionId: id }),
    status: 204,
  },
  changeOwnVpnPassword: {
    method: 'PUT',
    path: `${ownPath}/password`,
    access: 'signed-in',
    params: ownLink,
    body: z.strictObject({ oldPassword: typedPassword, newPassword: typedPassword }),
    status: 204,
  },
  exportOwnVpnProfile: {
    method: 'POST',
    path: `${ownPath}/profile`,
    access: 'signed-in',
    params: ownLink,
    body: z.strictObject({ osType }),
    status: 200,
    response: vpnProfile,
  },
} as const satisfies Record<string, ConsoleOperation>
