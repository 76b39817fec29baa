import { sql, type Kysely } from 'kysely'
import type { Replica } from './replica.ts'
import type { Tables } from './tables.ts'

/** Work that one replica is enough for. */
export const createLeases = (db: Kysely<Tables>, replica: Replica) => {
  const take = async (name: string, ms: number): Promise<boolean> => {
    const clock = replica.clock()
    const until = sql<number>`${clock} + ${ms}`
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('leases')
      .values({ name, replica: replica.id(), until })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet({ replica: replica.id(), until })
          .where((row) =>
            row.or([
              row('leases.replica', '=', replica.id()),
              row('leases.until', '<', clock),
              row('leases.replica', 'not in', row.selectFrom('replicas').select('replicas.id')),
            ]),
          ),
      )
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }

  return {
    /**
     * Does work unless another replica holds it, and says whether it did. Who holds it keeps it while at work and for so
     * long, so that the same one does it the next time; if it dies, another one takes it. Seldom may work be done twice at
     * the same time: by one that the others take for dead, and by its heir.
     */
    hold: async (name: string, ms: number, work: () => Promise<void>): Promise<boolean> => {
      if (!(await take(name, ms))) return false
      const renewal = setInterval(() => void take(name, ms).catch(() => {}), ms / 3).unref()
      try {
        await work()
        await take(name, ms)
      } finally {
        clearInterval(renewal)
      }
      return true
    },
  }
}
export type Leases = ReturnType<typeof createLeases>
