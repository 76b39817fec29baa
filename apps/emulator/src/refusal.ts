import type { Problem } from '@vpn-console/api-client'
import { refusalStatuses, refusalTexts } from './refusal-texts.ts'

/** An answer that is an error. Handlers throw it. */
export class Refusal extends Error {
  readonly code: string
  readonly status: number

  constructor(
    code: string,
    message: string = refusalTexts[code] ?? code,
    status: number = refusalStatuses[code] ?? 400,
  ) {
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

/** A refusal with the documented text of its code. */
export const refusal = (code: string, about = ''): Refusal =>
  new Refusal(code, (refusalTexts[code] ?? code).replace('%s', about))

/** Throws the first of the problems that a rule found, as the service would say it. */
export const refuseProblems = (problems: readonly Problem[]): void => {
  const [first] = problems
  if (!first) return
  if (first.code === 'VPN.0001') throw invalid(first.message)
  throw first.code in refusalTexts ? refusal(first.code, first.about) : new Refusal(first.code, first.message)
}
