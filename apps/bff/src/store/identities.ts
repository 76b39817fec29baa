import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { isUniqueViolation } from './database-error.ts'
import { nameKey } from './name-key.ts'
import type { Person } from './people.ts'
import { namesIn } from './sessions.ts'
import type { Tables } from './tables.ts'

const longestName = 64
const mostTries = 1_000

/** A provider's name for somebody: only both together say who he is. */
export type Identity = { issuer: string; subject: string }

/** `Marie`, and where that is somebody else's, `Marie-2`. */
const candidate = (name: string, count: number): string => {
  const suffix = count === 1 ? '' : `-${count}`
  // Half of a character that is cut in two goes with the rest.
  return `${name.slice(0, longestName - suffix.length).replace(/\p{Cs}$/u, '')}${suffix}`
}

/** Who of the people is known to a provider as whom. */
export const createIdentities = (db: Kysely<Tables>, now: () => number) => {
  const find = async ({ issuer, subject }: Identity) =>
    db
      .selectFrom('identities')
      .innerJoin('people', 'people.id', 'identities.person_id')
      .select(['people.id', 'people.name', 'people.disabled_at'])
      .where('identities.issuer', '=', issuer)
      .where('identities.subject', '=', subject)
      .executeTakeFirst()

  const create = async (identity: Identity, name: string): Promise<Person> => {
    const at = now()
    for (let count = 1; count <= mostTries; count++) {
      const person = { id: randomUUID(), name: candidate(name, count) }
      try {
        await db.transaction().execute(async (trx) => {
          await trx
            .insertInto('people')
            .values({
              id: person.id,
              name: person.name,
              name_key: nameKey(person.name),
              // No password: nothing that is typed matches it.
              password_hash: '',
              source: 'sso',
              disabled_at: null,
              created_at: at,
            })
            .execute()
          await trx
            .insertInto('identities')
            .values({ ...identity, person_id: person.id, group_names: '[]', created_at: at, last_signed_in_at: at })
            .execute()
        })
        return person
      } catch (error) {
        if (!isUniqueViolation(error)) throw error
        // He may have come by another window at the same moment; else the name is somebody else's.
        const found = await find(identity)
        if (found) return { id: found.id, name: found.name }
      }
    }
    throw new Error('No free name was found for a new person.')
  }

  return {
    /** The person of an identity, made at the first sign-in without any grant; undefined where he is disabled. */
    enter: async (identity: Identity, name: string, groups: readonly string[]): Promise<Person | undefined> => {
      const found = await find(identity)
      if (found && found.disabled_at !== null) return undefined
      const person = found ? { id: found.id, name: found.name } : await create(identity, name)
      await db
        .updateTable('identities')
        .set({ group_names: JSON.stringify(groups), last_signed_in_at: now() })
        .where('issuer', '=', identity.issuer)
        .where('subject', '=', identity.subject)
        .execute()
      return person
    },

    /** How many people came with each group at their last sign-in. */
    groups: async (): Promise<Map<string, number>> => {
      const rows = await db.selectFrom('identities').select('group_names').execute()
      const counts = new Map<string, number>()
      for (const name of rows.flatMap((row) => namesIn(row.group_names))) counts.set(name, (counts.get(name) ?? 0) + 1)
      return counts
    },
  }
}
export type Identities = ReturnType<typeof createIdentities>
