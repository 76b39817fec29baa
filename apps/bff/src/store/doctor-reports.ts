import { randomUUID } from 'node:crypto'
import { doctorReport, type DoctorReport } from '@vpn-console/api-client'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

type NewReport = { cloudId: string; connectionId: string; personName: string; report: DoctorReport }

const keptMs = 90 * 24 * 60 * 60_000

/** Reports of the connection doctor that somebody shared. They are kept for 90 days. */
export const createDoctorReports = (db: Kysely<Tables>, now: () => number) => ({
  /** Keeps a report and gives its id. */
  create: async ({ cloudId, connectionId, personName, report }: NewReport): Promise<string> => {
    await db
      .deleteFrom('doctor_reports')
      .where('created_at', '<', now() - keptMs)
      .execute()
    const id = randomUUID()
    await db
      .insertInto('doctor_reports')
      .values({
        id,
        cloud_id: cloudId,
        connection_id: connectionId,
        created_at: now(),
        person_name: personName,
        report: JSON.stringify(report),
      })
      .execute()
    return id
  },

  find: async (cloudId: string, id: string) => {
    const found = await db
      .selectFrom('doctor_reports')
      .selectAll()
      .where('id', '=', id)
      .where('cloud_id', '=', cloudId)
      .where('created_at', '>=', now() - keptMs)
      .executeTakeFirst()
    return found && { ...found, report: doctorReport.parse(JSON.parse(found.report)) }
  },
})
export type DoctorReports = ReturnType<typeof createDoctorReports>
