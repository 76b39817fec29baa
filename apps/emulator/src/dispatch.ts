import { setTimeout as wait } from 'node:timers/promises'
import type { Operation, OperationName } from '@vpn-console/api-client'
import type { ReceivedRequest } from '@vpn-console/api-client/node'
import type { Request, Response } from 'express'
import * as z from 'zod'
import type { Accounts } from './accounts.ts'
import { authenticate, type Caller } from './authentication.ts'
import { onceByToken } from './client-tokens.ts'
import { answersItself, type CallLog, type Fault, type Faults } from './faults.ts'
import type { Call, Handlers } from './handlers/handler.ts'
import type { Project } from './project-state.ts'
import { Refusal } from './refusal.ts'
import { readBody, readParams, readQuery } from './request-parts.ts'
import { matchRoute } from './routing.ts'

/** What surrounds a project: not part of its world, so that it stays when the world is made anew. */
export type Surroundings = {
  faults: Faults
  calls: CallLog
  /** Calls that the region does not have. */
  missing: ReadonlySet<OperationName>
  /** What the keys of the project lack: actions, or names of calls that have none. */
  denied: ReadonlySet<string>
}

export type Dispatch = {
  accounts: Accounts
  handlers: Handlers
  fallbackProject: () => Project
  surroundings: (projectId: string) => Surroundings
}

const received = (request: Request): ReceivedRequest => ({
  method: request.method,
  target: request.originalUrl,
  header: (name) => {
    const value = request.headers[name]
    return Array.isArray(value) ? value[0] : value
  },
  // The raw parser gives a buffer, or nothing where there was no body.
  body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
})

const forbidden = (reason: string) => new Refusal('VPN.0003', `Authentication failed: ${reason}`)

/** The project that a call is about. Account-wide calls are about the account's first project. */
const projectOf = (caller: Caller | undefined, id: string | undefined, fallback: () => Project): Project => {
  if (!caller) return fallback()
  const { account, token } = caller
  if (id === undefined) return token?.project ?? account.projects.values().next().value ?? fallback()
  if (token && !token.project) throw forbidden('the token is not scoped to a project')
  const project = token && token.project?.id !== id ? undefined : account.projects.get(id)
  if (!project) throw forbidden('the project does not belong to the caller')
  return project
}

/** The documented code of the VPN service; of its neighbours no document names one. */
const notAllowed = ({ service, action }: Operation, name: OperationName) => {
  const reason = `Policy doesn't allow ${action ?? name} to be performed.`
  return service === 'vpn' ? forbidden(reason) : new Refusal('SYS.0403', reason, 403)
}

const unknownCall = () =>
  new Refusal('APIGW.0101', 'The API does not exist or has not been published in the environment', 404)

const errorBody = (fault: Fault, requestId: string) => {
  const code = fault.error_code ?? 'VPN.0002'
  const message = fault.error_msg ?? 'server error: a fault that was asked for'
  return fault.shape === 'code' ? { code, message } : { error_code: code, error_msg: message, request_id: requestId }
}

const answerFault = (response: Response, fault: Fault, requestId: string) => {
  response.status(fault.status ?? 500)
  if (fault.body === undefined) response.json(errorBody(fault, requestId))
  else response.type('text/html').send(fault.body)
}

const tellsRequestId = (schema: z.ZodType | undefined) => schema instanceof z.ZodObject && 'request_id' in schema.shape

/** Answers one call: finds its row, checks who calls and what is asked, and lets the handler do the work. */
export const dispatch =
  ({ accounts, handlers, fallbackProject, surroundings }: Dispatch) =>
  async (request: Request, response: Response): Promise<void> => {
    // Set by the first step of the app, for every answer.
    const requestId = String(response.getHeader('X-Request-Id'))
    const mark = request.originalUrl.indexOf('?')
    const path = mark < 0 ? request.originalUrl : request.originalUrl.slice(0, mark)
    const match = matchRoute(request.method, path)
    if (match.kind === 'unknown') throw unknownCall()
    if (match.kind === 'wrong method') {
      response.set('Allow', match.allowed.join(', '))
      throw new Refusal('APIGW.0101', `The API does not take the method ${request.method}`, 405)
    }

    const { name, row } = match
    const incoming = received(request)
    const caller = row.scope === 'none' ? undefined : authenticate(accounts, incoming, Date.now())
    const project = projectOf(caller, match.params['project_id'], fallbackProject)
    const { faults, calls, missing, denied } = surroundings(project.id)
    const recorded = calls.add(name, requestId)
    response.once('finish', () => (recorded.status = response.statusCode))

    if (missing.has(name)) throw unknownCall()
    if (denied.has(row.action ?? name)) throw notAllowed(row, name)

    const fault = faults.take(name)
    if (fault?.latency_ms) await wait(fault.latency_ms)
    if (fault?.drop === 'before') return void request.socket.destroy()
    if (fault && answersItself(fault) && fault.drop !== 'after') return answerFault(response, fault, requestId)

    project.schedule.settle(project.clock.now())
    const call = {
      name,
      project,
      account: caller?.account ?? accounts.accountOf(project.id),
      params: readParams(row, match.params),
      query: readQuery(row, mark < 0 ? '' : request.originalUrl.slice(mark + 1)),
      body: readBody(row, incoming.body),
      setHeader: (header: string, value: string) => response.set(header, value),
    }
    // The parts were parsed by this very row, so the call is one of this name.
    const handler = handlers[name] as (given: typeof call) => object | undefined
    const work = () => handler(call satisfies { [K in keyof Call<OperationName>]: unknown })
    const token = row.clientToken ? incoming.header('x-client-token') : undefined
    const { params } = call
    const answer = onceByToken({ project, name, params, token, body: incoming.body }, work)
    if (fault?.drop === 'after') return void request.socket.destroy()
    response.status(row.status)
    if (answer === undefined) response.end()
    else response.json(tellsRequestId(row.response) ? { ...answer, request_id: requestId } : answer)
  }
