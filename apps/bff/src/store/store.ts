import { sql } from 'kysely'
import type { Tuning } from '../tuning.ts'
import { createAudit } from './audit.ts'
import { openDatabase } from './database.ts'
import { createPeople } from './people.ts'
import { createSessions } from './sessions.ts'

/** Everything the console keeps: people, their sessions, and who did what. */
export const openStore = async (
  dataDir: string | null,
  lifetimes: Pick<Tuning, 'idleMs' | 'absoluteMs'>,
  now: () => number,
) => {
  const db = await openDatabase(dataDir)
  return {
    people: createPeople(db, now),
    sessions: createSessions(db, lifetimes, now),
    audit: createAudit(db, now),
    isReady: async () => {
      await sql`select 1`.execute(db)
    },
    close: () => db.destroy(),
  }
}
export type Store = Awaited<ReturnType<typeof openStore>>
