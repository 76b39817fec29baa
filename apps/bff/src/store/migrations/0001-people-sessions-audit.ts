import type { Kysely, Migration } from 'kysely'

export const peopleSessionsAudit: Migration = {
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
