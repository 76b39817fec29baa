import * as z from 'zod'

const patterns = z.array(z.string())

/**
 * What a person may do on a cloud, as patterns of IAM actions such as `vpn:vpnConnections:*`: everywhere on it, in single
 * enterprise projects, and on single VPN servers, by their ids.
 */
export const cloudGrants = z.object({
  actions: patterns,
  projects: z.record(z.string(), patterns),
  servers: z.record(z.string(), patterns),
})
export type CloudGrants = z.infer<typeof cloudGrants>

/** One account, region and project: what a `cloudId` in a URL stands for. */
export const cloud = z.object({
  id: z.string(),
  name: z.string(),
  vendor: z.enum(['huawei', 'otc', 'emulator']),
  region: z.string(),
  project_id: z.string(),
  /** Whether it has Point-to-Cloud: not all of them have. */
  hasP2c: z.boolean(),
  grants: cloudGrants,
})
export type Cloud = z.infer<typeof cloud>

export const session = z.object({
  user: z.object({
    id: z.string(),
    name: z.string(),
    /** Ids of the roles that he has anywhere. */
    roles: z.array(z.string()),
    /** How he signed in. */
    method: z.enum(['password', 'sso']),
    hasSecondFactor: z.boolean(),
  }),
  /** Sent back in `X-Csrf-Token` with everything that changes state. */
  csrfToken: z.string(),
  /** Those on which he may do anything at all. */
  clouds: z.array(cloud),
  /** Patterns of the console's own actions this person may use, such as `console:people:*`. */
  actions: patterns,
  /** Whether he is linked to VPN users, whom he may look after himself. */
  isVpnUser: z.boolean(),
  /** Names of the groups that the provider gave at the sign-in. */
  groups: z.array(z.string()),
  /** When the session ends if nothing is done, milliseconds since 1970. */
  idleUntil: z.number(),
  /** When it ends however much is done. */
  endsAt: z.number(),
})
export type Session = z.infer<typeof session>

export const signInBody = z.strictObject({
  userName: z.string('Enter your user name.').min(1, 'Enter your user name.').max(64, 'Use at most 64 characters.'),
  password: z
    .string('Enter your password.')
    .min(1, 'Enter your password.')
    .max(256, 'Use at most 256 characters.')
    .meta({ secret: true }),
  /** Of the second factor, once the console has asked for it: six digits, or a recovery code. */
  code: z.string().min(6).max(32).meta({ secret: true }).optional(),
})
export type SignInBody = z.infer<typeof signInBody>

/** Where to go after signing out: to the provider's own sign-out, where one was used. */
export const signedOut = z.object({ next: z.string().optional() })
