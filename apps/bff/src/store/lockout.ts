import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tuning } from '../tuning.ts'
import { nameKey } from './name-key.ts'
import type { Tables } from './tables.ts'

export type LockoutTuning = Pick<Tuning, 'lockoutAfter' | 'lockoutFirstMs' | 'lockoutMostMs' | 'lockoutForgetMs'>

/** How long a name waits after so many failed sign-ins in a row: twice as long with each one more. */
export const lockoutMs = (failures: number, { lockoutAfter, lockoutFirstMs, lockoutMostMs }: LockoutTuning): number => {
  if (failures < lockoutAfter) return 0
  return Math.min(lockoutMostMs, lockoutFirstMs * 2 ** Math.min(failures - lockoutAfter, 30))
}

const hashOf = (name: string) => createHash('sha256').update(nameKey(name)).digest('hex')

/**
 * Failed sign-ins by name, in the database, so that they count on every replica. Names that nobody has are counted as
 * well: they must answer as the others do.
 */
export const createLockout = (db: Kysely<Tables>, tuning: LockoutTuning, now: () => number) => {
  const find = (name: string) =>
    db.selectFrom('sign_in_failures').selectAll().where('name_hash', '=', hashOf(name)).executeTakeFirst()

  const forgetOld = async () => {
    const before = now() - tuning.lockoutForgetMs
    await db.deleteFrom('sign_in_failures').where('last_failed_at', '<', before).execute()
  }

  const begin = async (name: string): Promise<boolean> => {
    const at = now()
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('sign_in_failures')
      .values({ name_hash: hashOf(name), failures: 1, last_failed_at: at, locked_until: at + lockoutMs(1, tuning) })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  }

  const until = async (name: string): Promise<number | undefined> => {
    const found = await find(name)
    return found && found.locked_until > now() ? found.locked_until : undefined
  }

  return {
    /** Until when nobody can sign in by this name; undefined where somebody can. */
    until,
    /** Counts a failed sign-in, and says until when the name has to wait now. */
    failed: async (name: string): Promise<number | undefined> => {
      for (;;) {
        const found = await find(name)
        if (!found) {
          if (!(await begin(name))) continue
          await forgetOld()
          return until(name)
        }
        const at = now()
        // One that began before the lock and ends in it is of the same burst, and is counted with it.
        if (found.locked_until > at) return found.locked_until
        const failures = found.last_failed_at < at - tuning.lockoutForgetMs ? 1 : found.failures + 1
        const lockedUntil = at + lockoutMs(failures, tuning)
        const { numUpdatedRows } = await db
          .updateTable('sign_in_failures')
          .set({ failures, last_failed_at: at, locked_until: lockedUntil })
          .where('name_hash', '=', hashOf(name))
          // Another failure came in between: look again.
          .where('failures', '=', found.failures)
          .where('last_failed_at', '=', found.last_failed_at)
          .executeTakeFirst()
        if (numUpdatedRows === 1n) return lockedUntil > at ? lockedUntil : undefined
      }
    },
    clear: async (name: string): Promise<void> => {
      await db.deleteFrom('sign_in_failures').where('name_hash', '=', hashOf(name)).execute()
    },
    /** Asks for many names at once: until when each has to wait. */
    all: async (): Promise<(name: string) => number | undefined> => {
      const rows = await db.selectFrom('sign_in_failures').selectAll().where('locked_until', '>', now()).execute()
      const known = new Map(rows.map((row) => [row.name_hash, row.locked_until]))
      return (name) => known.get(hashOf(name))
    },
  }
}
export type Lockout = ReturnType<typeof createLockout>
