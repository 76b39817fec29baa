import type { Kysely, Migration, MigrationProvider } from 'kysely'

const first: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('people')
      .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
      .addColumn('name', 'varchar(64)', (column) => column.notNull())
      .addColumn('name_key', 'varchar(64)', (column) => column.notNull().unique())
      .addColumn('password_hash', 'varchar(255)', (column) => column.notNull())
      .addColumn('roles', 'varchar(255)', (column) => column.notNull())
      .addColumn('disabled_at', 'bigint')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('sessions')
      .addColumn('id_hash', 'varchar(64)', (column) => column.primaryKey())
      .addColumn('person_id', 'varchar(36)', (column) => column.notNull().references('people.id').onDelete('cascade'))
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('last_seen_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('sessions_by_person').on('sessions').column('person_id').execute()
    await db.schema
      .createTable('audit')
      .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      // No reference: the row outlives the person.
      .addColumn('person_id', 'varchar(36)')
      .addColumn('person_name', 'varchar(64)', (column) => column.notNull())
      .addColumn('ip', 'varchar(64)', (column) => column.notNull())
      .addColumn('operation', 'varchar(64)', (column) => column.notNull())
      .addColumn('cloud_id', 'varchar(64)')
      .addColumn('resource_id', 'varchar(128)')
      .addColumn('outcome', 'varchar(16)', (column) => column.notNull())
      .addColumn('status', 'integer')
      .addColumn('code', 'varchar(64)')
      .addColumn('request_id', 'varchar(128)')
      .addColumn('console_request_id', 'varchar(36)', (column) => column.notNull())
      .addColumn('body', 'text')
      .execute()
    await db.schema.createIndex('audit_by_time').on('audit').column('at').execute()
  },
}

const second: Migration = {
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

const third: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('client_sessions')
      .addColumn('id', 'varchar(43)', (column) => column.primaryKey())
      .addColumn('cloud_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('gateway_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('connection_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('user_name', 'varchar(64)', (column) => column.notNull())
      .addColumn('client_ip', 'varchar(64)', (column) => column.notNull())
      .addColumn('virtual_ip', 'varchar(64)', (column) => column.notNull())
      .addColumn('established_at', 'bigint', (column) => column.notNull())
      .addColumn('last_seen_at', 'bigint', (column) => column.notNull())
      .addColumn('ended_at', 'bigint')
      .addColumn('inbound_packets', 'bigint', (column) => column.notNull())
      .addColumn('outbound_packets', 'bigint', (column) => column.notNull())
      .addColumn('inbound_bytes', 'bigint', (column) => column.notNull())
      .addColumn('outbound_bytes', 'bigint', (column) => column.notNull())
      .execute()
    const sessions = (name: string) => db.schema.createIndex(name).on('client_sessions')
    await sessions('client_sessions_by_gateway').columns(['cloud_id', 'gateway_id', 'established_at']).execute()
    await sessions('client_sessions_by_user').columns(['cloud_id', 'user_name', 'established_at']).execute()
    await sessions('client_sessions_by_time').column('last_seen_at').execute()
  },
}

/** Every change of the schema, in order, by name; one that was released is never edited. */
export const migrations: MigrationProvider = {
  getMigrations: () =>
    Promise.resolve({
      '0001-people-sessions-audit': first,
      '0002-log-lines-doctor-reports': second,
      '0003-client-sessions': third,
    }),
}
