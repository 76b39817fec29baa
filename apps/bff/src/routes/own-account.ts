import { consolePasswordProblems, ownError } from '@vpn-console/api-client'
import { Router, type Response } from 'express'
import type { Caller } from '../caller.ts'
import { refuseProblems } from '../grant-check.ts'
import { toSession } from '../person-views.ts'
import { signInError } from '../sign-in-error.ts'
import type { RouteParts } from './parts.ts'
import { createServe } from './serve.ts'

const wrongField = (field: string, message: string) =>
  ownError('CONSOLE.INVALID_INPUT', undefined, { fields: { [field]: message } })

/** What everybody who is signed in may do about himself. */
export const ownAccountRoutes = (parts: RouteParts): Router => {
  const { callers, store } = parts
  const { people, sessions, links, lockout } = store
  const router = Router({ caseSensitive: true, strict: true })
  const serve = createServe(parts, router)
  const self = { subject: ({ caller }: { caller: Caller }) => caller.personId }

  /** Who sits at somebody's open session must not find out his password by trying. */
  const checkPassword = async (caller: Caller, password: string, response: Response) => {
    const found = await people.authenticate(caller.userName, password)
    if ('person' in found) return
    if (found.refused === 'wrong') throw wrongField('old_password', 'This is not your password.')
    throw signInError(found, response, parts.now())
  }

  serve(
    'changeOwnPassword',
    async ({ caller, input: { body }, request, response }) => {
      const person = await people.find(caller.personId)
      if (person?.source !== 'password') {
        throw ownError('CONSOLE.CONFLICT', 'You sign in by the provider, and have no password here.')
      }
      refuseProblems(consolePasswordProblems(body.new_password, person.name, 'new_password'))
      await checkPassword(caller, body.old_password, response)
      if (body.old_password === body.new_password) throw wrongField('new_password', 'This is the password you have.')
      await people.replacePassword(person.id, body.new_password)
      await lockout.clear(person.name)
      await links.revokeAllOf(person.id)
      const ended = await sessions.endOthers(person.id, caller.publicId)
      await callers.rotate(request, response)
      return { ended }
    },
    self,
  )

  serve('listOwnSessions', async ({ caller }) => ({
    sessions: (await sessions.list(caller.personId)).map((entry) => toSession(entry, caller)),
  }))

  serve(
    'endOtherSessions',
    async ({ caller }) => ({ ended: await sessions.endOthers(caller.personId, caller.publicId) }),
    self,
  )

  serve(
    'endOwnSession',
    async ({ caller, input: { params } }) => {
      if (await sessions.endOne(caller.personId, params.sessionId)) return undefined
      throw ownError('CONSOLE.NOT_FOUND', 'This session has ended already.')
    },
    self,
  )

  return router
}
