import * as z from 'zod'
import { id, moment } from './fields.ts'
import type { ConsoleOperation } from './operation.ts'

const password = z
  .string('Enter your password.')
  .min(1, 'Enter your password.')
  .max(256, 'Use at most 256 characters.')
  .meta({ secret: true })
/** Of the authenticator or, where it says so, a recovery code. */
const code = z
  .string('Enter the code.')
  .min(6, 'Enter the code: six digits.')
  .max(32, 'Enter the code: six digits.')
  .meta({ secret: true })

const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })

/** The second factor: each person's own, and its reset for somebody who has lost it. */
export const secondFactorOperations = {
  showSecondFactor: {
    method: 'GET',
    path: '/api/account/second-factor',
    access: 'signed-in',
    status: 200,
    response: z.object({ isOn: z.boolean(), since: moment.optional(), recoveryCodesLeft: z.number().int() }),
  },
  /** Gives a new secret, this once. It asks for nothing until it is confirmed. */
  beginSecondFactor: {
    method: 'POST',
    path: '/api/account/second-factor/begin',
    access: 'signed-in',
    body: z.strictObject({ password }),
    status: 200,
    response: z.object({ secret: z.string(), uri: z.string() }),
  },
  /** Turns it on, and gives the recovery codes, this once. */
  confirmSecondFactor: {
    method: 'POST',
    path: '/api/account/second-factor/confirm',
    access: 'signed-in',
    body: z.strictObject({ code }),
    status: 200,
    response: recoveryCodes,
  },
  /** Makes all recovery codes anew; those that there were work no more. */
  renewRecoveryCodes: {
    method: 'POST',
    path: '/api/account/second-factor/recovery-codes',
    access: 'signed-in',
    body: z.strictObject({ password, code }),
    status: 200,
    response: recoveryCodes,
  },
  disableSecondFactor: {
    method: 'POST',
    path: '/api/account/second-factor/disable',
    access: 'signed-in',
    body: z.strictObject({ password, code }),
    status: 204,
  },
  /** Takes somebody's second factor away: he has lost it. */
  resetSecondFactor: {
    method: 'DELETE',
    path: '/api/people/{personId}/second-factor',
    action: 'console:people:reset',
    params: z.strictObject({ personId: id }),
    status: 204,
  },
} as const satisfies Record<string, ConsoleOperation>
