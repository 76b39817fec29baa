import { sql } from 'kysely'
import type { Tuning } from '../tuning.ts'
import { createAudit } from './audit.ts'
import { createClientSessions } from './client-sessions.ts'
import { openDatabase } from './database.ts'
import { createDoctorReports } from './doctor-reports.ts'
import { createLogLines } from './log-lines.ts'
import { createPeople } from './people.ts'
import { createSessions } from './sessions.ts'

type StoreTuning = Pick<
  Tuning,
  'idleMs' | 'absoluteMs' | 'logKeepMs' | 'logKeepLines' | 'logKeepAll' | 'sessionKeepMs' | 'sessionKeepAll'
>

/** Everything the console keeps: people, their sessions, and who did what. */
export const openStore = async (dataDir: string | null, tuning: StoreTuning, now: () => number) => {
  const db = await openDatabase(dataDir)
  return {
    people: createPeople(db, now),
    sessions: createSessions(db, tuning, now),
    audit: createAudit(db, now),
    logLines: createLogLines(db, tuning, now),
    clientSessions: createClientSessions(db, tuning, now),
    doctorReports: createDoctorReports(db, now),
    isReady: async () => {
      await sql`select 1`.execute(db)
    },
    close: () => db.destroy(),
  }
}
export type Store = Awaited<ReturnType<typeof openStore>>
