import { ownError, type NewPersonLink } from '@vpn-console/api-client'
import { Router } from 'express'
import { refuseAbove } from '../access/above.ts'
import type { Caller } from '../caller.ts'
import { createGrantCheck } from '../grant-check.ts'
import { createPersonViews, toLink, toSession } from '../person-views.ts'
import { isUniqueViolation } from '../store/database-error.ts'
import type { PersonRow } from '../store/people.ts'
import { linkRoutes } from './links.ts'
import { ownAccountRoutes } from './own-account.ts'
import type { RouteParts } from './parts.ts'
import { createServe } from './serve.ts'

const unknownPerson = () => ownError('CONSOLE.NOT_FOUND', 'There is no such person.')
const conflict = (sentence: string) => ownError('CONSOLE.CONFLICT', sentence)

/** A name that somebody has already is an error of its field. */
const named = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const fields = { name: 'Somebody has this name already.' }
    throw ownError('CONSOLE.INVALID_INPUT', undefined, { fields, cause: error })
  }
}

/** People who sign in to the console: for those who look after them. */
export const peopleRoutes = (parts: RouteParts): Router => {
  const { store, vault } = parts
  const { people, grants, links, sessions, lockout } = store
  const router = Router({ caseSensitive: true, strict: true })
  router.use(linkRoutes(parts), ownAccountRoutes(parts))
  const serve = createServe(parts, router)
  const views = createPersonViews(parts)
  const checkGrant = createGrantCheck(parts)

  const find = async (personId: string): Promise<PersonRow> => {
    const found = await people.find(personId)
    if (!found) throw unknownPerson()
    return found
  }

  /** Who could take over somebody, or shut him out, must have all that he has. */
  const findBelow = async (caller: Caller, personId: string, what: string): Promise<PersonRow> => {
    const found = await find(personId)
    if (caller.personId !== personId) await refuseAbove(caller, grants, personId, what)
    return found
  }

  const refuseLast = async ({ id, name }: PersonRow) => {
    const able = await grants.administrators()
    if (able.some((other) => other.id === id) && able.length === 1) {
      throw conflict(`${name} is the last administrator who can sign in. Make somebody else one first.`)
    }
  }

  const newLink = async (caller: Caller, { id, source, password_hash: hash }: PersonRow): Promise<NewPersonLink> => {
    const purpose = source === 'password' && hash === '' ? 'invitation' : 'reset'
    const { expiresAt, ...made } = await links.make(vault, { purpose, personId: id, by: caller.userName })
    return { ...made, purpose, expires_at: expiresAt }
  }

  serve('listPeople', async () => ({ people: await views.all() }))
  serve('showPerson', async ({ input: { params } }) => views.of(await find(params.personId)))

  const shown = async (id: string) => views.of(await find(id))

  serve(
    'invitePerson',
    async ({ caller, input: { body } }) => {
      for (const [index, grant] of body.grants.entries()) {
        // Inviting is one permission, and giving roles another.
        if (!caller.access.mayConsole('console:grants:give')) {
          throw ownError('CONSOLE.DENIED', 'It takes the permission console:grants:give.')
        }
        await checkGrant(caller, grant, `grants.${index}.`)
      }
      const { id } = await named(people.create({ name: body.name, contact: body.contact, roles: [] }))
      for (const { role, scope } of body.grants) {
        await grants.give({ type: 'person', id }, role, scope, caller.userName)
      }
      const row = await find(id)
      return { person: await views.of(row), link: await newLink(caller, row) }
    },
    { subject: (_, answer) => answer?.person.id },
  )

  serve(
    'updatePerson',
    async ({ caller, input: { params, body } }) => {
      await findBelow(caller, params.personId, 'Changing the name')
      await named(people.update(params.personId, body))
      return views.of(await find(params.personId))
    },
    { subject: ({ input }) => input.params.personId, before: ({ input }) => shown(input.params.personId) },
  )

  serve(
    'disablePerson',
    async ({ caller, input: { params } }) => {
      const row = await findBelow(caller, params.personId, 'The disabling')
      if (row.id === caller.personId) throw conflict('You cannot disable yourself.')
      await refuseLast(row)
      await people.setDisabled(row.id, true)
      await links.revokeAllOf(row.id)
      return views.of(await find(row.id))
    },
    { subject: ({ input }) => input.params.personId, before: ({ input }) => shown(input.params.personId) },
  )

  serve(
    'enablePerson',
    async ({ caller, input: { params } }) => {
      const row = await findBelow(caller, params.personId, 'The enabling')
      await people.setDisabled(row.id, false)
      return views.of(await find(row.id))
    },
    { subject: ({ input }) => input.params.personId, before: ({ input }) => shown(input.params.personId) },
  )

  serve(
    'deletePerson',
    async ({ caller, input: { params } }) => {
      const row = await findBelow(caller, params.personId, 'The deletion')
      if (row.id === caller.personId) throw conflict('You cannot delete yourself.')
      await refuseLast(row)
      await people.remove(row.id)
      return undefined
    },
    { subject: ({ input }) => input.params.personId, before: ({ input }) => shown(input.params.personId) },
  )

  serve(
    'unlockPerson',
    async ({ input: { params } }) => {
      const row = await find(params.personId)
      await lockout.clear(row.name)
      return views.of(row)
    },
    { subject: ({ input }) => input.params.personId },
  )

  serve('listPersonLinks', async ({ input: { params } }) => {
    const { id } = await find(params.personId)
    return { links: (await links.of(id)).map((row) => toLink(row, parts.now())) }
  })

  serve(
    'makePersonLink',
    async ({ caller, input: { params } }) => {
      const row = await findBelow(caller, params.personId, 'A new password')
      if (row.disabled_at !== null) throw conflict(`${row.name} is disabled. Enable him first.`)
      if (row.source === 'sso') throw conflict(`${row.name} signs in by the provider, and has no password here.`)
      return newLink(caller, row)
    },
    { subject: ({ input }) => input.params.personId },
  )

  serve(
    'revokePersonLink',
    async ({ input: { params } }) => {
      if (await links.revoke(params.personId, params.linkId)) return undefined
      throw ownError('CONSOLE.NOT_FOUND', 'The link was used or withdrawn before, or never was.')
    },
    { subject: ({ input }) => input.params.personId },
  )

  serve('listPersonSessions', async ({ caller, input: { params } }) => {
    const { id } = await find(params.personId)
    return { sessions: (await sessions.list(id)).map((entry) => toSession(entry, caller)) }
  })

  serve(
    'signOutPerson',
    async ({ caller, input: { params } }) => {
      const { id } = await findBelow(caller, params.personId, 'The sign-out')
      return { ended: await sessions.endAll(id) }
    },
    { subject: ({ input }) => input.params.personId },
  )

  return router
}
