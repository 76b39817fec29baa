import type { Kysely, Migration } from 'kysely'

export const clientSessions: Migration = {
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
