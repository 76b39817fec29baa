import type { Problem } from '@vpn-console/api-client'

// Codes that do not answer 400, and the documented texts of those that rules and handlers refuse with.
const statuses: Record<string, number> = { 'VPN.0002': 500, 'VPN.0003': 403, 'VPN.0004': 404 }
const texts: Record<string, string> = {
  'VPN.0512': 'The gateway already has an EIP bound.',
  'VPN.0513': 'Insufficient gateway quota.',
  'VPN.0514': 'Two AZs must be specified.',
  'VPN.0515': 'Duplicate AZs.',
  'VPN.0550': 'The EIP bandwidth exceeds the upper limit defined by the specification.',
  'VPN.0558': 'Incomplete EIP parameters.',
  'VPN.0559': 'EIP parameter conflict.',
}

/** An answer that is an error. Handlers throw it. */
export class Refusal extends Error {
  readonly code: string
  readonly status: number

  constructor(code: string, message: string = texts[code] ?? code, status: number = statuses[code] ?? 400) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.status = status
  }
}

export const invalid = (message: string) => new Refusal('VPN.0001', `invalid request: ${message}`)

export const notFound = () => new Refusal('VPN.0004', 'resource not found')

const doing: Record<string, string> = {
  PENDING_CREATE: 'CREATING',
  PENDING_UPDATE: 'UPDATING',
  PENDING_DELETE: 'DELETING',
}

/** Refused for now: the resource is being created, changed or deleted. */
export const notReady = (type: 'GATEWAY' | 'CONNECTION', id: string, status: string) =>
  new Refusal('VPN.0003', `resource (type=${type}, ID=${id}) is not ready, currently ${doing[status] ?? status}`)

/** Throws the first of the problems that a rule found, as the service would say it. */
export const refuseProblems = (problems: readonly Problem[]): void => {
  const [first] = problems
  if (!first) return
  throw first.code === 'VPN.0001' ? invalid(first.message) : new Refusal(first.code, texts[first.code] ?? first.message)
}
