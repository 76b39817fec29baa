import { ApiError } from '@vpn-console/api-client'
import { isRefusal } from '../access/permission.ts'
import type { AuditResult, Outcome } from '../store/audit.ts'

const outcomes: Record<string, Outcome> = {
  'CONSOLE.DENIED': 'denied',
  'CONSOLE.WRONG_SIGN_IN': 'denied',
  'CONSOLE.LINK_UNUSABLE': 'denied',
  'CONSOLE.INVALID_INPUT': 'invalid',
  'CONSOLE.TOO_LARGE': 'invalid',
  'CONSOLE.CLOUD_TIMEOUT': 'unknown',
  'CONSOLE.ANSWER_LOST': 'unknown',
  'CONSOLE.CLOUD_UNREACHABLE': 'unknown',
  'CONSOLE.CLOUD_GARBAGE': 'unknown',
}

/** What the audit says of a change that failed. */
export const resultOf = (error: unknown): AuditResult => {
  if (!(error instanceof ApiError)) return { outcome: 'failed' }
  const { status, code, requestId } = error
  if (isRefusal(error)) return { outcome: 'denied', status, code }
  // A gateway in front of the cloud may have lost the answer to a change that was made.
  const isLost = !code.startsWith('CONSOLE.') && (status === 502 || status === 504)
  return { outcome: outcomes[code] ?? (isLost ? 'unknown' : 'failed'), status, code, requestId }
}
