import { claimedAccessKey, verifyRequest, type ReceivedRequest } from '@vpn-console/api-client/node'
import type { Account, Accounts, Token } from './accounts.ts'
import { Refusal } from './refusal.ts'

/** Who calls. A token opens its one project only, and without one no project at all. */
export type Caller = { account: Account; token: Token | undefined }

const unauthorized = (reason: string) => new Refusal('APIGW.0301', reason, 401)
const prefix = 'Incorrect IAM authentication information'

const byToken = (accounts: Accounts, text: string): Caller => {
  const token = accounts.token(text)
  if (!token) throw unauthorized(`${prefix}: decrypt token fail`)
  const now = token.project?.clock.now() ?? Date.now()
  if (now >= token.expiresAt) throw unauthorized(`${prefix}: token expires`)
  return { account: token.account, token }
}

/**
 * Checks the token or the signature of a call; throws a 401. Signers use the real time, so the date is held to that,
 * not to the clock of the emulator.
 */
export const authenticate = (accounts: Accounts, request: ReceivedRequest, realNow: number): Caller => {
  const tokenText = request.header('x-auth-token')
  if (tokenText !== undefined) return byToken(accounts, tokenText)
  if (request.header('authorization') === undefined) throw unauthorized(`${prefix}: x-auth-token not found`)

  const verified = verifyRequest(
    request,
    (ak) => {
      const key = accounts.key(ak)
      return key?.isValid ? key.sk : undefined
    },
    realNow,
  )
  if (!verified.ok) throw unauthorized(verified.reason)
  const key = accounts.key(claimedAccessKey(request.header('authorization')) ?? '')
  if (!key) throw unauthorized(`${prefix}: Get secretKey failed`)
  if (key.securityToken !== undefined && request.header('x-security-token') !== key.securityToken) {
    throw unauthorized(`${prefix}: the security token of the temporary key is missing or wrong`)
  }
  return { account: key.account, token: undefined }
}
