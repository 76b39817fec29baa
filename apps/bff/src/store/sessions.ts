import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export type Session = {
  personId: string
  userName: string
  roles: string[]
  csrfToken: string
  /** When it ends if nothing is done, or altogether, whichever comes first. */
  idleUntil: number
}

type Lifetimes = { idleMs: number; absoluteMs: number }

const hashOf = (id: string) => createHash('sha256').update(id).digest('hex')

/** Bound to the session without being stored: who knows one session's token knows nothing of another's. */
const csrfTokenOf = (id: string) => createHmac('sha256', id).update('csrf').digest('base64url')

/** Compares without telling by the clock how much of it was right. */
export const sameToken = (given: string | undefined, expected: string): boolean => {
  const left = Buffer.from(given ?? '')
  const right = Buffer.from(expected)
  return left.length === right.length && timingSafeEqual(left, right)
}

export const createSessions = (db: Kysely<Tables>, { idleMs, absoluteMs }: Lifetimes, now: () => number) => {
  // Writing with every request would cost more than the request.
  const touchAfterMs = Math.min(60_000, idleMs / 10)

  const end = async (id: string) => {
    await db.deleteFrom('sessions').where('id_hash', '=', hashOf(id)).execute()
  }

  return {
    /** Starts a session and gives its id, which is kept nowhere but in the browser's cookie. */
    start: async (personId: string): Promise<string> => {
      const id = randomBytes(32).toString('base64url')
      const at = now()
      await db
        .deleteFrom('sessions')
        .where((row) => row.or([row('last_seen_at', '<', at - idleMs), row('created_at', '<', at - absoluteMs)]))
        .execute()
      await db
        .insertInto('sessions')
        .values({ id_hash: hashOf(id), person_id: personId, created_at: at, last_seen_at: at })
        .execute()
      return id
    },

    find: async (id: string): Promise<Session | undefined> => {
      const found = await db
        .selectFrom('sessions')
        .innerJoin('people', 'people.id', 'sessions.person_id')
        .select(['people.id', 'people.name', 'people.roles', 'sessions.created_at', 'sessions.last_seen_at'])
        .where('sessions.id_hash', '=', hashOf(id))
        .where('people.disabled_at', 'is', null)
        .executeTakeFirst()
      if (!found) return undefined
      const at = now()
      if (at >= found.last_seen_at + idleMs || at >= found.created_at + absoluteMs) {
        await end(id)
        return undefined
      }
      if (at - found.last_seen_at > touchAfterMs) {
        await db.updateTable('sessions').set({ last_seen_at: at }).where('id_hash', '=', hashOf(id)).execute()
      }
      return {
        personId: found.id,
        userName: found.name,
        roles: found.roles.split(' '),
        csrfToken: csrfTokenOf(id),
        idleUntil: Math.min(at + idleMs, found.created_at + absoluteMs),
      }
    },

    end,
  }
}
export type Sessions = ReturnType<typeof createSessions>
