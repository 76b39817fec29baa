import {
  operation,
  requiredAction,
  type AnyInput,
  type OperationName,
  type WireResponse,
} from '@vpn-console/api-client'
import type { Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { refuseEarly } from '../access/authorize.ts'
import { grantsOn } from '../access/permission.ts'
import type { Caller } from '../caller.ts'
import type { GuardedCloud } from '../clouds/registry.ts'
import { redact, withoutSecrets } from '../redact.ts'
import type { Audit, AuditResult } from '../store/audit.ts'
import { recordForeign, subjectOf } from './audit-subject.ts'
import { waitOutBusy } from './busy.ts'
import { callCloud } from './call.ts'
import { createdIds } from './created-ids.ts'
import { createInputReader } from './input.ts'
import { resultOf } from './result-of.ts'
import { isShown, stateInAnswer, stateOf } from './state-of.ts'
import { clientTokenOf, cloudIdOf, readBody, type ForwardParts } from './request.ts'
import { withMessage } from './upstream-errors.ts'
import { queueKey, resourceIdOf, type WriteQueue } from './write-queue.ts'

export type ChangeParts = ForwardParts & {
  queue: WriteQueue
  audit: Audit
  log: Logger
  busy: { limitMs: number; firstPauseMs: number }
  /** How long it is looked at before and after what a change is made to, for the audit (0: not at all). */
  stateMs: number
  closing: AbortSignal
  /** Makes every replica forget what it read of a cloud; fails where the others could not be told. */
  changed: (cloudId: string) => Promise<void>
}

type Made = WireResponse & { before?: unknown; after?: unknown }

/** Forwards a change: in order, patiently while the cloud is busy, and written down whatever becomes of it. */
export const forwardChange = (name: OperationName, parts: ChangeParts): RequestHandler => {
  const { callers, clouds, metrics, access, changed, queue, audit, log } = parts
  const row = operation(name)
  const action = requiredAction(name)
  const readInput = createInputReader(row)

  const prepare = async (request: Request, response: Response, caller: Caller) => {
    const grants = grantsOn(caller, cloudIdOf(request))
    refuseEarly(grants, action)
    const cloud = await clouds.ready(cloudIdOf(request))
    await access.authorizePath(grants, cloud, name, request.params)
    if (row.body) await readBody(request, response)
    const input = readInput(request, cloud.account.projectId)
    await access.authorize(grants, cloud, name, input)
    return { cloud, input, clientToken: clientTokenOf(row, request) }
  }

  /** In the same turn, so that nothing of ours comes between. */
  const withStates = async (cloud: GuardedCloud, input: AnyInput, send: () => Promise<WireResponse>): Promise<Made> => {
    const before = await stateOf(cloud, name, input, parts.stateMs)
    const answer = await send()
    if (row.method === 'DELETE') return { ...answer, before }
    const after = stateInAnswer(name, answer.text, before) ?? (await stateOf(cloud, name, input, parts.stateMs))
    return { ...answer, before, after }
  }

  const change = (cloud: GuardedCloud, input: AnyInput, clientToken: string | undefined): Promise<Made> => {
    const waitsSince = performance.now()
    return queue.run(queueKey(cloud.account.id, row, input), (requireTurn) => {
      metrics.queueSeconds.observe((performance.now() - waitsSince) / 1_000)
      const waiting = { ...parts.busy, signal: parts.closing, onWait: () => metrics.busyWaits.inc() }
      const once = async () => {
        await requireTurn()
        return callCloud(cloud, name, input, { clientToken })
      }
      const send = () => waitOutBusy(once, waiting)
      return isShown(name) && parts.stateMs > 0 ? withStates(cloud, input, send) : send()
    })
  }

  // The change is made by now: that its end could not be written down must not make it look as if it were not.
  const end = (cloudId: string, auditId: string, result: AuditResult) =>
    Promise.all([
      changed(cloudId).catch((error: unknown) => log.error({ err: error }, 'other replicas not told')),
      audit
        .complete(auditId, result)
        .catch((error: unknown) => log.error({ err: error, auditId }, 'audit not completed')),
    ])

  const identify = (request: Request) =>
    callers.identify(request).catch(async (error: unknown) => {
      await recordForeign(audit, request, name, error)
      throw error
    })

  return async (request, response) => {
    const caller = await identify(request)
    const subject = subjectOf(request, caller, name)
    const { cloud, input, clientToken } = await prepare(request, response, caller).catch(async (error: unknown) => {
      await audit.record(subject, resultOf(error), redact(row.body, request.body))
      throw error
    })
    // Written before it is sent: a change that cannot be written down is not made.
    const resourceId = resourceIdOf(row, input)
    const auditId = await audit.record(subject, { outcome: 'pending', resourceId }, redact(row.body, input.body))
    const { id: cloudId } = cloud.account
    try {
      // Before and after: who loses the answer looks the thing up while the change is still at work.
      await changed(cloudId)
      const { status, text, header, before, after } = await change(cloud, input, clientToken)
      const requestId = header('x-request-id')
      await end(cloudId, auditId, {
        outcome: 'done',
        status,
        requestId,
        resourceId: createdIds(status, text),
        before,
        after,
      })
      if (requestId) response.setHeader('x-request-id', requestId)
      response.status(status)
      if (text === '' || status === 204) response.end()
      else response.type('json').end(text)
    } catch (error) {
      await end(cloudId, auditId, resultOf(error))
      throw withMessage(error, (message) => withoutSecrets(message, row.body, input.body))
    }
  }
}
