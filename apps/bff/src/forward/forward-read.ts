import { operation, requiredAction, targetOf, type AnyInput, type OperationName } from '@vpn-console/api-client'
import type { Request, RequestHandler, Response } from 'express'
import type { GuardedCloud } from '../clouds/registry.ts'
import { answerEtag } from './answer-etag.ts'
import { callCloud } from './call.ts'
import { withDeadline } from './deadline.ts'
import { createInputReader } from './input.ts'
import type { Answer, ReadCache } from './read-cache.ts'
import { cloudIdOf, readBody, requireAction, type ForwardParts } from './request.ts'

const isUnchanged = (request: Request, etag: string) =>
  request.headers['if-none-match']?.split(',').some((given) => given.trim() === etag) === true

const sendAnswer = (request: Request, response: Response, answer: Answer): void => {
  const headers: Record<string, string> = { ETag: answer.etag, 'Cache-Control': 'private, no-cache' }
  if (answer.requestId) headers['x-request-id'] = answer.requestId
  if (isUnchanged(request, answer.etag)) {
    response.writeHead(304, headers).end()
    return
  }
  headers['Content-Type'] = 'application/json; charset=utf-8'
  headers['Content-Length'] = String(answer.body.length)
  response.writeHead(answer.status, headers).end(answer.body)
}

/** Told of the good answers of an operation, for what the console learns on the way. It neither delays nor fails the read. */
export type Listener = (cloudId: string, input: AnyInput, text: string) => void
export type Listeners = Partial<Record<OperationName, Listener>>

/** Forwards a read: identical ones share a call, and an answer that the browser has already is not sent again. */
export const forwardRead = (
  name: OperationName,
  {
    callers,
    clouds,
    metrics,
    cache,
    deadlineMs,
    listeners,
  }: ForwardParts & { cache: ReadCache; deadlineMs: number; listeners: Listeners },
): RequestHandler => {
  const row = operation(name)
  const action = requiredAction(name)
  const readInput = createInputReader(row)

  const load = async (cloud: GuardedCloud, input: AnyInput): Promise<Answer> => {
    const call = (signal: AbortSignal) => callCloud(cloud, name, input, { signal })
    const { status, text, header } = await withDeadline(deadlineMs, call)
    listeners[name]?.(cloud.account.id, input, text)
    // Encoded once for all who share it.
    const body = Buffer.from(text)
    return { status, body, requestId: header('x-request-id'), etag: answerEtag(text) }
  }

  return async (request, response) => {
    const caller = await callers.identify(request)
    requireAction(caller, action)
    const cloud = await clouds.ready(cloudIdOf(request))
    if (row.body) await readBody(request, response)
    const { id, projectId } = cloud.account
    const input = readInput(request, projectId)
    if (row.method !== 'GET') {
      sendAnswer(request, response, await load(cloud, input))
      return
    }
    const { answer, source } = await cache.read(id, targetOf(row, projectId, input), () => load(cloud, input))
    metrics.reads.inc({ source })
    if (isUnchanged(request, answer.etag)) metrics.notModified.inc()
    sendAnswer(request, response, answer)
  }
}
