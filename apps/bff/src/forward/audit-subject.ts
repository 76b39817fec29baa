import { ApiError } from '@vpn-console/api-client'
import type { Request } from 'express'
import { isRefusal } from '../access/permission.ts'
import type { Caller } from '../caller.ts'
import { consoleRequestId } from '../middleware/request-log.ts'
import type { Audit, AuditSubject } from '../store/audit.ts'
import { resultOf } from './result-of.ts'

/** What stands for who is asking where nobody is signed in. */
export const nobody = '-'

/** Who does what, as the audit says it. */
export const subjectOf = (request: Request, caller: Caller | undefined, operation: string): AuditSubject => ({
  personId: caller?.personId ?? null,
  personName: caller?.userName ?? nobody,
  ip: request.ip ?? '',
  operation,
  cloudId: typeof request.params['cloudId'] === 'string' ? request.params['cloudId'] : null,
  consoleRequestId: consoleRequestId(request),
})

/** The last id in a path: what somebody wanted to see. */
export const askedFor = ({ params }: Request): string | undefined =>
  // A path without placeholders has no parameters.
  Object.entries(params)
    .flatMap(([name, value]) =>
      /_id$|Id$/.test(name) && name !== 'project_id' && name !== 'cloudId' && typeof value === 'string' ? [value] : [],
    )
    .at(-1)

/** Writes down a read that was refused; other failures of reads are nobody's business. */
export const recordRefused = async (
  audit: Audit,
  request: Request,
  caller: Caller | undefined,
  operation: string,
  error: unknown,
): Promise<void> => {
  if (!isRefusal(error)) return
  const result = { ...resultOf(error), resourceId: askedFor(request) }
  await audit.recordRefused(subjectOf(request, caller, operation), result)
}

/** Writes down a change that did not come from the console's own pages; nothing of it can be trusted, nor read. */
export const recordForeign = async (
  audit: Audit,
  request: Request,
  operation: string,
  error: unknown,
): Promise<void> => {
  if (!(error instanceof ApiError) || error.code !== 'CONSOLE.FOREIGN_ORIGIN') return
  await audit.recordRefused(subjectOf(request, undefined, operation), { ...resultOf(error), outcome: 'denied' })
}
