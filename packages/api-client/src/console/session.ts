import * as z from 'zod'

/** One account, region and project: what a `cloudId` in a URL stands for. */
export const cloud = z.object({
  id: z.string(),
  name: z.string(),
  vendor: z.enum(['huawei', 'otc', 'emulator']),
  region: z.string(),
  project_id: z.string(),
})
export type Cloud = z.infer<typeof cloud>

export const session = z.object({
  user: z.object({ name: z.string(), roles: z.array(z.string()) }),
  /** Sent back in `X-Csrf-Token` with everything that changes state. */
  csrfToken: z.string(),
  clouds: z.array(cloud),
  /** Patterns of IAM actions this person may use, such as `vpn:vpnConnections:*`. */
  actions: z.array(z.string()),
  /** When the session ends if nothing is done, milliseconds since 1970. */
  idleUntil: z.number(),
})
export type Session = z.infer<typeof session>

export const signInBody = z.strictObject({
  userName: z.string('Enter your user name.').min(1, 'Enter your user name.').max(64, 'Use at most 64 characters.'),
  password: z
    .string('Enter your password.')
    .min(1, 'Enter your password.')
    .max(256, 'Use at most 256 characters.')
    .meta({ secret: true }),
})
export type SignInBody = z.infer<typeof signInBody>
