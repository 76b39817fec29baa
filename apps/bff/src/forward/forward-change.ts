import { ApiError, operation, requiredAction, type AnyInput, type OperationName } from '@vpn-console/api-client'
import type { Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import type { Caller } from '../caller.ts'
import type { GuardedCloud } from '../clouds/registry.ts'
import { consoleRequestId } from '../middleware/request-log.ts'
import { redact, withoutSecrets } from '../redact.ts'
import type { Audit, AuditResult, AuditSubject, Outcome } from '../store/audit.ts'
import { waitOutBusy } from './busy.ts'
import { callCloud } from './call.ts'
import { createdIds } from './created-ids.ts'
import { createInputReader } from './input.ts'
import type { ReadCache } from './read-cache.ts'
import { clientTokenOf, cloudIdOf, readBody, requireAction, type ForwardParts } from './request.ts'
import { withMessage } from './upstream-errors.ts'
import { queueKey, resourceIdOf, type WriteQueue } from './write-queue.ts'

export type ChangeParts = ForwardParts & {
  cache: ReadCache
  queue: WriteQueue
  audit: Audit
  log: Logger
  busy: { limitMs: number; firstPauseMs: number }
  closing: AbortSignal
}

const outcomes: Record<string, Outcome> = {
  'CONSOLE.DENIED': 'denied',
  'CONSOLE.INVALID_INPUT': 'invalid',
  'CONSOLE.TOO_LARGE': 'invalid',
  'CONSOLE.CLOUD_TIMEOUT': 'unknown',
  'CONSOLE.CLOUD_UNREACHABLE': 'unknown',
  'CONSOLE.CLOUD_GARBAGE': 'unknown',
}

const resultOf = (error: unknown): AuditResult => {
  if (!(error instanceof ApiError)) return { outcome: 'failed' }
  const { status, code, requestId } = error
  // A gateway in front of the cloud may have lost the answer to a change that was made.
  const isLost = !code.startsWith('CONSOLE.') && (status === 502 || status === 504)
  return { outcome: outcomes[code] ?? (isLost ? 'unknown' : 'failed'), status, code, requestId }
}

const subjectOf = (request: Request, caller: Caller, name: OperationName): AuditSubject => ({
  personId: caller.personId,
  personName: caller.userName,
  ip: request.ip ?? '',
  operation: name,
  cloudId: cloudIdOf(request),
  consoleRequestId: consoleRequestId(request),
})

/** Forwards a change: in order, patiently while the cloud is busy, and written down whatever becomes of it. */
export const forwardChange = (name: OperationName, parts: ChangeParts): RequestHandler => {
  const { callers, clouds, metrics, cache, queue, audit, log } = parts
  const row = operation(name)
  const action = requiredAction(name)
  const readInput = createInputReader(row)

  const prepare = async (request: Request, response: Response, caller: Caller) => {
    requireAction(caller, action)
    const cloud = await clouds.ready(cloudIdOf(request))
    if (row.body) await readBody(request, response)
    const input = readInput(request, cloud.account.projectId)
    return { cloud, input, clientToken: clientTokenOf(row, request) }
  }

  const change = (cloud: GuardedCloud, input: AnyInput, clientToken: string | undefined) => {
    const waitsSince = performance.now()
    return queue.run(queueKey(cloud.account.id, row, input), () => {
      metrics.queueSeconds.observe((performance.now() - waitsSince) / 1_000)
      const waiting = { ...parts.busy, signal: parts.closing, onWait: () => metrics.busyWaits.inc() }
      return waitOutBusy(() => callCloud(cloud, name, input, { clientToken }), waiting)
    })
  }

  // The change is made by now: that its end could not be written down must not make it look as if it were not.
  const complete = (auditId: string, result: AuditResult) =>
    audit.complete(auditId, result).catch((error: unknown) => log.error({ err: error, auditId }, 'audit not completed'))

  return async (request, response) => {
    const caller = await callers.identify(request)
    const subject = subjectOf(request, caller, name)
    const { cloud, input, clientToken } = await prepare(request, response, caller).catch(async (error: unknown) => {
      await audit.record(subject, resultOf(error), redact(row.body, request.body))
      throw error
    })
    // Written before it is sent: a change that cannot be written down is not made.
    const resourceId = resourceIdOf(row, input)
    const auditId = await audit.record(subject, { outcome: 'pending', resourceId }, redact(row.body, input.body))
    // Before and after: who loses the answer looks the thing up while the change is still at work.
    cache.drop(cloud.account.id)
    try {
      const { status, text, header } = await change(cloud, input, clientToken)
      const requestId = header('x-request-id')
      await complete(auditId, { outcome: 'done', status, requestId, resourceId: createdIds(status, text) })
      if (requestId) response.setHeader('x-request-id', requestId)
      response.status(status)
      if (text === '' || status === 204) response.end()
      else response.type('json').end(text)
    } catch (error) {
      await complete(auditId, resultOf(error))
      throw withMessage(error, (message) => withoutSecrets(message, row.body, input.body))
    } finally {
      cache.drop(cloud.account.id)
    }
  }
}
