import { createHash, createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export type SignInMethod = 'password' | 'sso'

export type Session = {
  /** What lists name it by; it opens nothing. */
  publicId: string
  personId: string
  userName: string
  method: SignInMethod
  /** The groups that the provider named at the sign-in. */
  groups: string[]
  hasSecondFactor: boolean
  csrfToken: string
  /** When it ends if nothing is done, or altogether, whichever comes first. */
  idleUntil: number
  /** When it ends however much is done. */
  endsAt: number
}

/** A session as its owner sees it in a list. Times are milliseconds since 1970. */
export type SessionEntry = {
  id: string
  method: SignInMethod
  ip: string
  userAgent: string
  createdAt: number
  lastSeenAt: number
}

/** How and from where somebody signed in. */
export type SignedInBy = {
  method?: SignInMethod
  groups?: readonly string[]
  ip?: string | undefined
  userAgent?: string | undefined
  /** Seals the provider's ID token for the session of this public id. */
  sealIdToken?: ((publicId: string) => string) | undefined
}

type Lifetimes = { idleMs: number; absoluteMs: number }

/** What is kept of an id that only a browser knows. */
export const hashOf = (id: string): string => createHash('sha256').update(id).digest('hex')

/** Bound to the session without being stored: who knows one session's token knows nothing of another's. */
const csrfTokenOf = (id: string) => createHmac('sha256', id).update('csrf').digest('base64url')

/** Compares without telling by the clock how much of it was right. */
export const sameToken = (given: string | undefined, expected: string): boolean => {
  const left = Buffer.from(given ?? '')
  const right = Buffer.from(expected)
  return left.length === right.length && timingSafeEqual(left, right)
}

/** A list of names from the text it is kept as. */
export const namesIn = (text: string): string[] => {
  const parsed: unknown = JSON.parse(text)
  return Array.isArray(parsed) ? parsed.filter((name) => typeof name === 'string') : []
}

const newId = () => randomBytes(32).toString('base64url')

export const createSessions = (db: Kysely<Tables>, { idleMs, absoluteMs }: Lifetimes, now: () => number) => {
  // Writing with every request would cost more than the request.
  const touchAfterMs = Math.min(60_000, idleMs / 10)

  const endByHash = async (hash: string) => {
    await db.deleteFrom('sessions').where('id_hash', '=', hash).execute()
  }

  const ended = async (query: { executeTakeFirst: () => Promise<{ numDeletedRows: bigint } | undefined> }) =>
    Number((await query.executeTakeFirst())?.numDeletedRows ?? 0n)

  return {
    /** Starts a session and gives its id, which is kept nowhere but in the browser's cookie. */
    start: async (personId: string, by: SignedInBy = {}): Promise<string> => {
      const id = newId()
      const publicId = randomUUID()
      const at = now()
      await db
        .deleteFrom('sessions')
        .where((row) => row.or([row('last_seen_at', '<', at - idleMs), row('created_at', '<', at - absoluteMs)]))
        .execute()
      await db
        .insertInto('sessions')
        .values({
          id_hash: hashOf(id),
          public_id: publicId,
          person_id: personId,
          method: by.method ?? 'password',
          group_names: JSON.stringify(by.groups ?? []),
          // Others choose what they send, and the columns have their widths.
          ip: (by.ip ?? '').slice(0, 64),
          user_agent: (by.userAgent ?? '').slice(0, 255),
          id_token: by.sealIdToken?.(publicId) ?? null,
          created_at: at,
          last_seen_at: at,
        })
        .execute()
      return id
    },

    /** The session of an id while it lasts. `isUse: false` asks without making it last longer: nobody is there. */
    find: async (id: string, { isUse = true }: { isUse?: boolean } = {}): Promise<Session | undefined> => {
      const found = await db
        .selectFrom('sessions')
        .innerJoin('people', 'people.id', 'sessions.person_id')
        .select(['people.id', 'people.name', 'sessions.created_at', 'sessions.last_seen_at', 'sessions.public_id'])
        .leftJoin('second_factors', 'second_factors.person_id', 'people.id')
        .select(['sessions.method', 'sessions.group_names', 'second_factors.confirmed_at'])
        .where('sessions.id_hash', '=', hashOf(id))
        .where('people.disabled_at', 'is', null)
        .executeTakeFirst()
      if (!found) return undefined
      const at = now()
      const endsAt = found.created_at + absoluteMs
      if (at >= found.last_seen_at + idleMs || at >= endsAt) {
        await endByHash(hashOf(id))
        return undefined
      }
      const isTouched = isUse && at - found.last_seen_at > touchAfterMs
      if (isTouched) {
        await db.updateTable('sessions').set({ last_seen_at: at }).where('id_hash', '=', hashOf(id)).execute()
      }
      return {
        publicId: found.public_id,
        personId: found.id,
        userName: found.name,
        method: found.method,
        groups: namesIn(found.group_names),
        hasSecondFactor: found.confirmed_at !== null,
        csrfToken: csrfTokenOf(id),
        idleUntil: Math.min((isTouched ? at : found.last_seen_at) + idleMs, endsAt),
        endsAt,
      }
    },

    /** Ends the session of an id that a browser holds. */
    end: (id: string): Promise<void> => endByHash(hashOf(id)),
    endByHash,

    /** Gives the session another id, so that one that was seen before is worth nothing; undefined where there is none. */
    rotate: async (id: string): Promise<string | undefined> => {
      const next = newId()
      const { numUpdatedRows } = await db
        .updateTable('sessions')
        .set({ id_hash: hashOf(next) })
        .where('id_hash', '=', hashOf(id))
        .executeTakeFirst()
      return numUpdatedRows > 0n ? next : undefined
    },

    /** The sessions of a person that last, latest seen first. */
    list: async (personId: string): Promise<SessionEntry[]> => {
      const at = now()
      const rows = await db
        .selectFrom('sessions')
        .select(['public_id', 'method', 'ip', 'user_agent', 'created_at', 'last_seen_at'])
        .where('person_id', '=', personId)
        .where('last_seen_at', '>', at - idleMs)
        .where('created_at', '>', at - absoluteMs)
        .orderBy('last_seen_at', 'desc')
        .orderBy('public_id')
        .execute()
      return rows.map((row) => ({
        id: row.public_id,
        method: row.method,
        ip: row.ip,
        userAgent: row.user_agent,
        createdAt: row.created_at,
        lastSeenAt: row.last_seen_at,
      }))
    },

    /** Ends one session of a person by its public id; false where he has none by it. */
    endOne: async (personId: string, publicId: string): Promise<boolean> =>
      (await ended(db.deleteFrom('sessions').where('person_id', '=', personId).where('public_id', '=', publicId))) > 0,

    /** Ends all sessions of a person but the one of this public id, and says how many. */
    endOthers: (personId: string, keptPublicId: string): Promise<number> =>
      ended(db.deleteFrom('sessions').where('person_id', '=', personId).where('public_id', '!=', keptPublicId)),

    /** Ends all sessions of a person, and says how many. */
    endAll: (personId: string): Promise<number> => ended(db.deleteFrom('sessions').where('person_id', '=', personId)),

    /** The provider's ID token of a session, as it was sealed. */
    sealedIdToken: async (publicId: string): Promise<string | undefined> => {
      const row = await db
        .selectFrom('sessions')
        .select('id_token')
        .where('public_id', '=', publicId)
        .executeTakeFirst()
      return row?.id_token ?? undefined
    },
  }
}
export type Sessions = ReturnType<typeof createSessions>
