import { ownError, signInBody, type Session, type SignInBody } from '@vpn-console/api-client'
import { json, Router, type Request, type RequestHandler, type Response } from 'express'
import type { Caller } from '../caller.ts'
import { toCloud } from '../clouds/cloud-account.ts'
import { toApiError } from '../errors.ts'
import { nobody } from '../forward/audit-subject.ts'
import { fieldsOf } from '../forward/input.ts'
import { createAddressLimit } from '../middleware/address-limit.ts'
import { consoleRequestId } from '../middleware/request-log.ts'
import { ownOrigin } from '../own-origin.ts'
import { createSignIn } from '../sign-in.ts'
import { signInError } from '../sign-in-error.ts'
import { detailsOf } from '../sign-on/failure.ts'
import type { AuditSubject } from '../store/audit.ts'
import type { Person } from '../store/people.ts'
import type { RouteParts } from './parts.ts'

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
export const sessionRoutes = (parts: RouteParts): Router => {
  const { callers, checkOrigin, store, clouds, metrics, tuning, now, secondFactor, signOn, log, publicUrl } = parts
  const { sessions, people, audit } = store
  const enter = createSignIn(parts)
  const router = Router()

  const answerFor = (caller: Caller): Session => ({
    user: {
      id: caller.personId,
      name: caller.userName,
      roles: [...caller.access.roles],
      method: caller.method,
      hasSecondFactor: caller.hasSecondFactor,
    },
    csrfToken: caller.csrfToken,
    clouds: clouds.list().flatMap((account) => {
      const grants = caller.access.onCloud(account.id)
      return grants ? [toCloud(account, grants)] : []
    }),
    actions: [...caller.access.actions],
    isVpnUser: caller.access.vpnUsers.length > 0,
    groups: caller.groups,
    idleUntil: caller.idleUntil,
    endsAt: caller.endsAt,
  })

  /** Where a provider signs people in, passwords may be left to administrators: without them it could lock all out. */
  const requirePasswordAllowed = async (person: Person) => {
    const stored = await store.signOn.find()
    if (!stored?.settings.enabled || stored.settings.allowsPasswords) return
    const administrators = await store.grants.administrators()
    if (!administrators.some(({ id }) => id === person.id)) throw ownError('CONSOLE.PROVIDER_ONLY')
  }

  /** Whose name, password and code these are; whatever refuses him is an error. */
  const prove = async ({ userName, password, code }: SignInBody, response: Response): Promise<Person> => {
    const found = await people.authenticate(userName, password)
    if ('refused' in found) throw signInError(found, response, now())
    const { person } = found
    if (await secondFactor.isOn(person.id)) {
      if (code === undefined) throw ownError('CONSOLE.CODE_NEEDED')
      if (!(await secondFactor.verify(person.id, code))) {
        const refused = await people.refuseCode(person.name)
        if ('refused' in refused) throw signInError(refused, response, now(), 'CONSOLE.WRONG_CODE')
      }
    }
    await requirePasswordAllowed(person)
    return person
  }

  const show: RequestHandler = async (request, response) => {
    response.json(answerFor(await callers.identify(request)))
  }

  const signIn: RequestHandler = async (request, response) => {
    const given = readSignIn(request)
    const person = await prove(given, response).catch(async (error: unknown) => {
      const { status, code } = toApiError(error)
      // He is only half way through.
      if (code === 'CONSOLE.CODE_NEEDED') {
        response.locals['isHalfWay'] = true
        throw error
      }
      metrics.signIns.inc({ outcome: 'refused' })
      // People type passwords into the field of the name: what is nobody's name is not written down.
      const name = (await people.knownName(given.userName)) ?? nobody
      await audit.record(subjectOf(request, 'signIn', null, name), { outcome: 'denied', status, code })
      throw error
    })
    const caller = await enter(request, response, person)
    await audit.record(subjectOf(request, 'signIn', person.id, person.name), { outcome: 'done', status: 200 })
    response.json(answerFor(caller))
  }

  /** Where the provider signs people out; that it cannot be asked now must keep nobody signed in here. */
  const wayOut = async (request: Request, idToken: string | undefined): Promise<string | undefined> => {
    try {
      return await signOn.leave(idToken, `${ownOrigin(request, publicUrl)}/signed-out`)
    } catch (error) {
      log.warn({ ...detailsOf(error), reqId: consoleRequestId(request) }, 'the provider has no way to sign out now')
      return undefined
    }
  }

  const signOut: RequestHandler = async (request, response) => {
    const caller = await callers.identify(request)
    const id = callers.sessionId(request)
    const isForeign = caller.method === 'sso'
    const idToken = isForeign ? await signOn.idTokenOf(caller.publicId).catch(() => undefined) : undefined
    if (id) await sessions.end(id)
    await audit.record(subjectOf(request, 'signOut', caller.personId, caller.userName), {
      outcome: 'done',
      status: 200,
    })
    callers.clearCookie(response)
    response.json({ next: isForeign ? await wayOut(request, idToken) : undefined })
  }

  const fromOurPage: RequestHandler = (request, _response, next) => {
    checkOrigin(request)
    next()
  }

  router.get('/', show)
  router.post('/', fromOurPage, createAddressLimit(tuning), json({ limit: '4kb' }), signIn)
  router.delete('/', signOut)
  return router
}
