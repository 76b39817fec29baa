import { consolePasswordProblems, ownError } from '@vpn-console/api-client'
import { Router, type Request } from 'express'
import { refuseProblems } from '../grant-check.ts'
import { createAddressLimit } from '../middleware/address-limit.ts'
import { consoleRequestId } from '../middleware/request-log.ts'
import type { LinkRow } from '../store/links.ts'
import { hashPassword } from '../store/passwords.ts'
import type { PersonRow } from '../store/people.ts'
import type { RouteParts } from './parts.ts'
import { createServe } from './serve.ts'

type Opened = { link: LinkRow; person: PersonRow }

/** Links for people who cannot sign in yet, or no more. Nobody is signed in here. */
export const linkRoutes = (parts: RouteParts): Router => {
  const { store, vault, tuning } = parts
  const { people, links, audit } = store
  const router = Router({ caseSensitive: true, strict: true })
  router.use('/api/links', createAddressLimit(tuning))
  const serve = createServe(parts, router)

  /** Undefined for everything that is wrong with a link or with whom it is for, by the same way. */
  const open = async (token: string): Promise<Opened | undefined> => {
    const link = await links.find(vault, token)
    const person = await people.find(link?.person_id ?? '')
    return link && person?.disabled_at === null && person.source === 'password' ? { link, person } : undefined
  }

  const keep = (request: Request, operation: 'openLink' | 'useLink', person: PersonRow | undefined) =>
    audit.record(
      {
        personId: person?.id ?? null,
        personName: person?.name ?? '',
        ip: request.ip ?? '',
        operation,
        cloudId: null,
        consoleRequestId: consoleRequestId(request),
      },
      person
        ? { outcome: 'done', status: 200, resourceId: person.id }
        : { outcome: 'denied', status: 404, code: 'CONSOLE.WRONG_LINK' },
    )

  const wrong = async (request: Request, operation: 'openLink' | 'useLink') => {
    await keep(request, operation, undefined)
    return ownError('CONSOLE.WRONG_LINK')
  }

  serve(
    'openLink',
    async ({ input: { body }, request }) => {
      const opened = await open(body.token)
      if (!opened) throw await wrong(request, 'openLink')
      const { link, person } = opened
      return { purpose: link.purpose, user_name: person.name, expires_at: link.expires_at }
    },
    { isAudited: true },
  )

  serve(
    'useLink',
    async ({ input: { body }, request }) => {
      const { token, password } = body
      // Before the link is looked at: the answer says nothing about it.
      refuseProblems(consolePasswordProblems(password, ''))
      const opened = await open(token)
      if (!opened) {
        // What takes the time of setting a password takes it here, too.
        await hashPassword(password)
        throw await wrong(request, 'useLink')
      }
      const { link, person } = opened
      refuseProblems(consolePasswordProblems(password, person.name))
      if (!(await links.use(link.id))) throw await wrong(request, 'useLink')
      await people.setPassword(person.id, password)
      await keep(request, 'useLink', person)
      return { user_name: person.name }
    },
    { isAudited: true },
  )

  return router
}
