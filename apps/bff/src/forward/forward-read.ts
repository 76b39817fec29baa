import { operation, requiredAction, type AnyInput, type OperationName } from '@vpn-console/api-client'
import type { Request, RequestHandler, Response } from 'express'
import { refuseEarly, type Part } from '../access/authorize.ts'
import { partOfList, partOfPages } from '../access/part-of-list.ts'
import { grantsOn } from '../access/permission.ts'
import type { Caller } from '../caller.ts'
import type { GuardedCloud } from '../clouds/registry.ts'
import type { Audit } from '../store/audit.ts'
import { recordRefused } from './audit-subject.ts'
import { answerEtag } from './answer-etag.ts'
import { createInputReader } from './input.ts'
import type { Answer } from './read-cache.ts'
import { cloudIdOf, readBody, type ForwardParts } from './request.ts'

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

/** Forwards a read: identical ones share a call, and an answer that the browser has already is not sent again. */
export const forwardRead = (name: OperationName, parts: ForwardParts & { audit: Audit }): RequestHandler => {
  const { callers, clouds, metrics, read, access, audit } = parts
  const row = operation(name)
  const action = requiredAction(name)
  const readInput = createInputReader(row)

  const partOf = async (cloud: GuardedCloud, input: AnyInput, answer: Answer, part: Part): Promise<Answer> => {
    const readPage = async (query: object) => (await read(cloud, name, { ...input, query })).answer.body.toString()
    const text = part.isWhole ? await partOfPages(readPage, part) : await partOfList(answer.body.toString(), part)
    return { ...answer, body: Buffer.from(text), etag: answerEtag(text) }
  }

  const answer = async (request: Request, response: Response, caller: Caller): Promise<void> => {
    const grants = grantsOn(caller, cloudIdOf(request))
    refuseEarly(grants, action)
    const cloud = await clouds.ready(cloudIdOf(request))
    await access.authorizePath(grants, cloud, name, request.params)
    if (row.body) await readBody(request, response)
    const input = readInput(request, cloud.account.projectId)
    const part = await access.authorize(grants, cloud, name, input)
    const { answer: found, source } = await read(cloud, name, input)
    if (row.method === 'GET') metrics.reads.inc({ source })
    const shown = part ? await partOf(cloud, input, found, part) : found
    if (isUnchanged(request, shown.etag)) metrics.notModified.inc()
    sendAnswer(request, response, shown)
  }

  return async (request, response) => {
    const caller = await callers.identify(request)
    await answer(request, response, caller).catch(async (error: unknown) => {
      await recordRefused(audit, request, caller, name, error)
      throw error
    })
  }
}
