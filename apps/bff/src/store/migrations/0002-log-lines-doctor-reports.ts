import type { Kysely, Migration } from 'kysely'

export const logLinesDoctorReports: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('log_lines')
      .addColumn('id', 'varchar(43)', (column) => column.primaryKey())
      .addColumn('cloud_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('connection_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('reason', 'varchar(128)')
      .addColumn('raw_message', 'text', (column) => column.notNull())
      .execute()
    const lines = (name: string) => db.schema.createIndex(name).on('log_lines')
    await lines('log_lines_by_connection').columns(['cloud_id', 'connection_id', 'at']).execute()
    await lines('log_lines_by_cloud').columns(['cloud_id', 'at']).execute()
    await db.schema
      .createTable('doctor_reports')
      .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
      .addColumn('cloud_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('connection_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('person_name', 'varchar(64)', (column) => column.notNull())
      .addColumn('report', 'text', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('doctor_reports_by_time').on('doctor_reports').column('created_at').execute()
  },
}
