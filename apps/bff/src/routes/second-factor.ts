import { ownError } from '@vpn-console/api-client'
import { Router, type Response } from 'express'
import { refuseAbove } from '../access/above.ts'
import type { Caller } from '../caller.ts'
import { signInError } from '../sign-in-error.ts'
import type { Authenticated } from '../store/people.ts'
import type { RouteParts } from './parts.ts'
import { createServe } from './serve.ts'

/** Each person's own second factor, and its reset. */
export const secondFactorRoutes = (parts: RouteParts): Router => {
  const { store, callers, secondFactor, now } = parts
  const router = Router({ caseSensitive: true, strict: true })
  const serve = createServe(parts, router)

  const refuse = (found: Exclude<Authenticated, { person: unknown }>, field: string, words: string, to: Response) =>
    found.refused === 'wrong'
      ? ownError('CONSOLE.INVALID_INPUT', undefined, { fields: { [field]: words } })
      : signInError(found, to, now())

  /** Who sits at somebody else's open session must not get further by it. */
  const askPassword = async (caller: Caller, password: string, response: Response) => {
    const found = await store.people.authenticate(caller.userName, password)
    if ('refused' in found) throw refuse(found, 'password', 'This is not your password.', response)
  }
  const askCode = async (caller: Caller, code: string, response: Response) => {
    if (await secondFactor.verify(caller.personId, code)) return
    const refused = await store.people.refuseCode(caller.userName)
    if ('refused' in refused) throw refuse(refused, 'code', 'This code is not right, or was used before.', response)
  }
  const subject = { subject: ({ caller }: { caller: Caller }) => caller.personId }

  serve('showSecondFactor', ({ caller }) => secondFactor.status(caller.personId))

  serve(
    'beginSecondFactor',
    async ({ caller, input: { body }, response }) => {
      if (caller.method === 'sso') {
        throw ownError('CONSOLE.CONFLICT', 'You sign in by your provider: the second factor is there.')
      }
      await askPassword(caller, body.password, response)
      const begun = await secondFactor.begin(caller.personId, caller.userName)
      if (!begun) throw ownError('CONSOLE.CONFLICT', 'Your second factor is on. Turn it off before you set up another.')
      return begun
    },
    subject,
  )

  serve(
    'confirmSecondFactor',
    async ({ caller, input: { body }, request, response }) => {
      const recoveryCodes = await secondFactor.confirm(caller.personId, body.code)
      if (!recoveryCodes) {
        const code = 'This code is not right. Check the clock of your device, and take the code it shows now.'
        throw ownError('CONSOLE.INVALID_INPUT', undefined, { fields: { code } })
      }
      await callers.rotate(request, response)
      return { recoveryCodes }
    },
    subject,
  )

  serve(
    'renewRecoveryCodes',
    async ({ caller, input: { body }, response }) => {
      await askPassword(caller, body.password, response)
      await askCode(caller, body.code, response)
      return { recoveryCodes: await secondFactor.newRecoveryCodes(caller.personId) }
    },
    subject,
  )

  serve(
    'disableSecondFactor',
    async ({ caller, input: { body }, request, response }) => {
      await askPassword(caller, body.password, response)
      await askCode(caller, body.code, response)
      await secondFactor.remove(caller.personId)
      await callers.rotate(request, response)
      return undefined
    },
    subject,
  )

  serve(
    'resetSecondFactor',
    async ({ caller, input: { params } }) => {
      await refuseAbove(caller, store.grants, params.personId, 'Resetting the second factor')
      if (await secondFactor.remove(params.personId)) return undefined
      throw ownError('CONSOLE.NOT_FOUND', 'There is no second factor to reset.')
    },
    { subject: ({ input }) => input.params.personId },
  )

  return router
}
