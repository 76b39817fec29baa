import { ownError } from '@vpn-console/api-client'
import type { Request, Response } from 'express'
import type { Caller } from './caller.ts'
import type { RouteParts } from './routes/parts.ts'
import { hashOf, type SignedInBy } from './store/sessions.ts'
import type { Person } from './store/people.ts'

type Parts = Pick<RouteParts, 'callers' | 'store' | 'metrics' | 'accessOf'>
type By = Omit<SignedInBy, 'ip' | 'userAgent'> & {
  /** The session that this one takes the place of, where the request does not bring its cookie. */
  previousIdHash?: string | null
}

/** The last step of every way to sign in: a session of the person, in the browser that asked. */
export const createSignIn =
  ({ callers, store: { sessions, people }, metrics, accessOf }: Parts) =>
  async (request: Request, response: Response, person: Person, { previousIdHash, ...by }: By = {}): Promise<Caller> => {
    // A new id with every sign-in: one that was planted in the browser before is worth nothing after.
    const previous = callers.sessionId(request)
    const previousHash = previous === undefined ? previousIdHash : hashOf(previous)
    if (previousHash) await sessions.endByHash(previousHash)
    const id = await sessions.start(person.id, { ...by, ip: request.ip, userAgent: request.get('user-agent') })
    const session = await sessions.find(id)
    if (!session) throw ownError('CONSOLE.FAULT')
    await people.signedIn(person)
    metrics.signIns.inc({ outcome: 'done' })
    callers.setCookie(response, id)
    return { ...session, access: await accessOf(session.personId, session.groups) }
  }
