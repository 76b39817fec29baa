import { ownError, signInBody, type Session, type SignInBody } from '@vpn-console/api-client'
import { json, Router, type Request, type RequestHandler } from 'express'
import type { Caller, Callers } from '../caller.ts'
import { toCloud } from '../clouds/cloud-account.ts'
import type { CloudRegistry } from '../clouds/registry.ts'
import { fieldsOf } from '../forward/input.ts'
import type { Metrics } from '../metrics.ts'
import { consoleRequestId } from '../middleware/request-log.ts'
import { createSignInLimits } from '../middleware/sign-in-limits.ts'
import { permissionsOf } from '../roles.ts'
import type { AuditSubject } from '../store/audit.ts'
import type { Store } from '../store/store.ts'
import type { Tuning } from '../tuning.ts'

type Parts = {
  callers: Callers
  checkOrigin: (request: Request) => void
  store: Store
  clouds: CloudRegistry
  metrics: Metrics
  tuning: Tuning
}

const readSignIn = (request: Request): SignInBody => {
  const parsed = signInBody.safeParse(request.body)
  if (!parsed.success) {
    throw ownError('CONSOLE.INVALID_INPUT', undefined, { fields: fieldsOf(parsed.error.issues) })
  }
  return parsed.data
}

const subjectOf = (request: Request, operation: string, personId: string | null, personName: string): AuditSubject => ({
  personId,
  personName,
  ip: request.ip ?? '',
  operation,
  cloudId: null,
  consoleRequestId: consoleRequestId(request),
})

/** Sign in, who am I, sign out. */
export const sessionRoutes = ({ callers, checkOrigin, store, clouds, metrics, tuning }: Parts): Router => {
  const { sessions, people, audit } = store
  const limits = createSignInLimits(tuning, readSignIn)
  const router = Router()

  const answerFor = (caller: Omit<Caller, 'may'>): Session => ({
    user: { name: caller.userName, roles: caller.roles },
    csrfToken: caller.csrfToken,
    clouds: clouds.list().map(toCloud),
    actions: [...caller.actions],
    idleUntil: caller.idleUntil,
  })

  const show: RequestHandler = async (request, response) => {
    response.json(answerFor(await callers.identify(request)))
  }

  const signIn: RequestHandler = async (request, response) => {
    const { userName, password } = readSignIn(request)
    const person = await people.authenticate(userName, password)
    const subject = subjectOf(request, 'signIn', person?.id ?? null, person?.name ?? userName)
    if (!person) {
      metrics.signIns.inc({ outcome: 'refused' })
      await audit.record(subject, { outcome: 'denied', status: 401, code: 'CONSOLE.WRONG_SIGN_IN' })
      throw ownError('CONSOLE.WRONG_SIGN_IN')
    }
    // A new id with every sign-in: one that was planted in the browser before is worth nothing after.
    const previous = callers.sessionId(request)
    if (previous) await sessions.end(previous)
    const id = await sessions.start(person.id)
    const session = await sessions.find(id)
    if (!session) throw ownError('CONSOLE.FAULT')
    await audit.record(subject, { outcome: 'done', status: 200 })
    metrics.signIns.inc({ outcome: 'done' })
    callers.setCookie(response, id)
    response.json(answerFor({ ...session, actions: permissionsOf(session.roles).actions }))
  }

  const signOut: RequestHandler = async (request, response) => {
    const caller = await callers.identify(request)
    const id = callers.sessionId(request)
    if (id) await sessions.end(id)
    await audit.record(subjectOf(request, 'signOut', caller.personId, caller.userName), {
      outcome: 'done',
      status: 204,
    })
    callers.clearCookie(response)
    response.status(204).end()
  }

  const fromOurPage: RequestHandler = (request, _response, next) => {
    checkOrigin(request)
    next()
  }

  router.get('/', show)
  router.post('/', fromOurPage, limits.byAddress, json({ limit: '4kb' }), limits.byUser, signIn)
  router.delete('/', signOut)
  return router
}
