import * as z from 'zod'
import { isRead, operation, type OperationName } from '../catalogue/catalogue.ts'

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

/** The console's own endpoints, declared as the cloud's are. They all lie under `/api`. */
export const consoleOperations = {
  showSession: { method: 'GET', path: '/api/session', status: 200, response: session },
  signIn: { method: 'POST', path: '/api/session', status: 200, body: signInBody, response: session },
  signOut: { method: 'DELETE', path: '/api/session', status: 204 },
} as const
export type ConsoleOperationName = keyof typeof consoleOperations

/** The action that an operation asks for. A change whose row names none is not open to all: it gets one after its name. */
export const requiredAction = (name: OperationName): string | null => {
  const row = operation(name)
  return row.action ?? (isRead(row) ? null : `${row.service}:${name}`)
}
