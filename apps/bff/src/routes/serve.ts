import {
  ApiError,
  consoleOperations,
  ownError,
  requiredAction,
  type AnyInput,
  type ConsoleInput,
  type ConsoleOperation,
  type ConsoleOperationName,
  type ConsoleOutput,
} from '@vpn-console/api-client'
import type { Request, Response, Router } from 'express'
import type { Logger } from 'pino'
import * as z from 'zod'
import { refuseEarly, type Authorizer } from '../access/authorize.ts'
import { covers, grantsOn, refusal, requireConsole, unknownCloud } from '../access/permission.ts'
import type { Caller, Callers } from '../caller.ts'
import type { CloudRegistry } from '../clouds/registry.ts'
import { askedFor, recordForeign, subjectOf } from '../forward/audit-subject.ts'
import { createInputReader } from '../forward/input.ts'
import { readBody } from '../forward/request.ts'
import { resultOf } from '../forward/result-of.ts'
import { redact } from '../redact.ts'
import type { Audit, AuditResult } from '../store/audit.ts'

export type ServeParts = {
  callers: Callers
  clouds: CloudRegistry
  audit: Audit
  /** Lets only requests of our own pages pass. */
  checkOrigin: (request: Request) => void
  access: Authorizer
  log: Logger
}

type Of<N extends ConsoleOperationName> = (typeof consoleOperations)[N]
type CallerOf<N extends ConsoleOperationName> = Of<N> extends { access: 'public' } ? Caller | undefined : Caller
type ParamsOf<N extends ConsoleOperationName> =
  Of<N> extends { params: infer P } ? (P extends z.ZodType ? z.infer<P> : undefined) : undefined

export type Asked<N extends ConsoleOperationName> = {
  /** Always there but for what is public, where it is left out. */
  caller: CallerOf<N>
  input: Omit<ConsoleInput<N>, 'params'> & { params: ParamsOf<N> }
  request: Request
  response: Response
  /** For what only the handler finds out: who it was where nobody is signed in, and what it is about. */
  noted: Noted
}

/** What a handler gives: nothing where its row documents no answer. */
type Given<N extends ConsoleOperationName> = undefined extends ConsoleOutput<N> ? void : ConsoleOutput<N>

type Noted = { personName?: string; cloudId?: string; resourceId?: string }

type Options<N extends ConsoleOperationName> = {
  /**
   * For an endpoint like a row of the cloud: that row's input, so that it is known what it is about. Without it, only
   * who has the action on the whole cloud may call the endpoint.
   */
  about?: (input: Asked<N>['input']) => AnyInput
  /** What the audit is to name as the thing that was changed. */
  subject?: (asked: Asked<N>, answer: Given<N> | undefined) => string | undefined
  /** The answer was sent by the handler itself: a redirect, a file, a stream. */
  isRaw?: boolean
  /** The thing before the change, in the shape of the answer, which shows it after. */
  before?: (asked: Asked<N>) => unknown
  /** A change that writes its own audit rows. */
  isAudited?: boolean
}

/** What is shown at a path: of a thing that was deleted there, its shape. */
const shownAt = (path: string): z.ZodType | undefined => {
  const rows: ConsoleOperation[] = Object.values(consoleOperations)
  return rows.find((row) => row.method === 'GET' && row.path === path)?.response
}

/** Where it is not there, the change itself says so. */
const stateBefore = async <A>(read: (asked: A) => unknown, asked: A): Promise<unknown> => {
  try {
    return await read(asked)
  } catch {
    return undefined
  }
}

const expressPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1')

/** Makes endpoints of the console from their rows: who may, the check of what came, the audit, and the answer. */
export const createServe = ({ callers, clouds, audit, checkOrigin, access, log }: ServeParts, router: Router) => {
  const permitEarly = (row: ConsoleOperation, caller: Caller, request: Request): void => {
    if ('action' in row) requireConsole(caller, row.action)
    if (!('like' in row)) return
    const cloudId = String(request.params['cloudId'])
    refuseEarly(grantsOn(caller, cloudId), requiredAction(row.like))
    if (!clouds.get(cloudId)) throw unknownCloud()
  }

  const permit = async (row: ConsoleOperation, caller: Caller, request: Request, input: AnyInput | undefined) => {
    if (!('like' in row)) return
    const cloudId = String(request.params['cloudId'])
    const grants = grantsOn(caller, cloudId)
    if (covers(grants.actions, requiredAction(row.like))) return
    const part = input && (await access.authorize(grants, await clouds.ready(cloudId), row.like, input))
    // A part of a list is for the endpoint to ask for: it names what it is about.
    if (!input || part) throw refusal(ownError('CONSOLE.NOT_FOUND'))
  }

  return <N extends ConsoleOperationName>(
    name: N,
    answer: (asked: Asked<N>) => Promise<Given<N>> | Given<N>,
    options: Options<N> = {},
  ): void => {
    const { about, subject, isRaw = false, isAudited = false } = options
    const row: ConsoleOperation = consoleOperations[name]
    const shownAs = row.response ?? row.gone ?? shownAt(row.path)
    const readInput = createInputReader({ params: z.strictObject({}), ...row })
    const isPublic = 'access' in row && row.access === 'public'
    const isChange = row.method !== 'GET'

    const identify = async (request: Request): Promise<Caller | undefined> => {
      if (!isPublic) return callers.identify(request)
      if (isChange) checkOrigin(request)
      return undefined
    }

    const handle = async (request: Request, response: Response): Promise<void> => {
      const caller = await identify(request).catch(async (error: unknown) => {
        if (isChange) await recordForeign(audit, request, name, error)
        throw error
      })
      const noted: Noted = {}
      const who = () => {
        const { resourceId: _ofTheResult, ...known } = noted
        return { ...subjectOf(request, caller, name), ...known }
      }
      const isKept = isChange && !isAudited
      const record = async (result: AuditResult): Promise<string | undefined> => {
        // Whoever is outside could fill the database with attempts that nothing was looked at for.
        const isIdle = isPublic && (result.outcome === 'invalid' || result.status === 429)
        if (isKept && !isIdle) return audit.record(who(), result, redact(row.body, request.body))
        const isRefusedRead = !isChange && !isPublic && result.outcome === 'denied'
        if ((isKept && isIdle) || isRefusedRead) await audit.recordRefused(who(), result)
        return undefined
      }
      const asked = await (async (): Promise<Asked<N>> => {
        if (caller) permitEarly(row, caller, request)
        if (row.body) await readBody(request, response)
        // The reader has checked it against this endpoint's own schemas; the caller is there where the row wants one.
        const given = { caller, input: readInput(request, ''), request, response, noted } as Asked<N>
        if (caller) await permit(row, caller, request, about?.(given.input))
        return given
      })().catch(async (error: unknown) => {
        await record({ ...resultOf(error), resourceId: askedFor(request) })
        throw error
      })
      // Written before it is done: a change that cannot be written down is not made. Who comes from outside is known after.
      const isBegun = isKept && !isPublic
      const auditId = isBegun ? await record({ outcome: 'pending', resourceId: askedFor(request) }) : undefined
      const before = isKept && options.before ? await stateBefore(options.before, asked) : undefined
      const end = async (result: AuditResult, about: string | undefined) => {
        const whole = { ...result, resourceId: noted.resourceId ?? about ?? askedFor(request) }
        // It is done by now: that its end could not be written down must not make it look as if it were not.
        if (auditId === undefined) {
          await record(whole)
          return
        }
        await audit.complete(auditId, whole, noted).catch((error: unknown) => {
          log.error({ err: error, auditId }, 'audit not completed')
        })
      }
      let given: Given<N>
      try {
        given = await answer(asked)
      } catch (error) {
        await end(resultOf(error), subject?.(asked, undefined))
        throw error instanceof ApiError ? error : ownError('CONSOLE.FAULT', undefined, { cause: error })
      }
      const after = before === undefined ? {} : { before: redact(shownAs, before), after: redact(shownAs, given) }
      if (isChange) await end({ outcome: 'done', status: row.status, ...after }, subject?.(asked, given))
      if (isRaw) return
      if (given === undefined) response.status(row.status).end()
      else response.status(row.status).json(given)
    }

    const path = expressPath(row.path)
    if (row.method === 'GET') router.get(path, handle)
    else if (row.method === 'POST') router.post(path, handle)
    else if (row.method === 'PUT') router.put(path, handle)
    else router.delete(path, handle)
  }
}
export type Serve = ReturnType<typeof createServe>
