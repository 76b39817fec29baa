import type { Migration } from 'kysely'

export type CloudAccountTables = {
  cloud_accounts: {
    /** It stands in links, and is never given again: the row of a deleted account stays, without its keys. */
    id: string
    name: string
    vendor: string
    region: string
    /** Empty where it is looked up. */
    project_id: string
    domain_id: string
    /** Base URL of all services, or empty. */
    endpoint: string
    /** Base URLs of single services, as JSON. */
    endpoints: string
    /** Ids of the chosen features, separated by spaces. */
    features: string
    /** What the last test found: 1, 0, or null where it could not be found out. */
    has_p2c: number | null
    credentials_kind: string
    /** Sealed. */
    credentials: string | null
    credentials_at: number
    credentials_by: string
    /** What came of the last test, as JSON. */
    last_check: string | null
    disabled_at: number | null
    deleted_at: number | null
    created_at: number
    created_by: string
    updated_at: number
    /** Goes up with each change that those who speak to the cloud must know of. */
    revision: number
  }
}

export const cloudAccounts: Migration = {
  up: async (db) => {
    await db.schema
      .createTable('cloud_accounts')
      .addColumn('id', 'varchar(64)', (column) => column.primaryKey())
      .addColumn('name', 'varchar(64)', (column) => column.notNull())
      .addColumn('vendor', 'varchar(16)', (column) => column.notNull())
      .addColumn('region', 'varchar(64)', (column) => column.notNull())
      .addColumn('project_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('domain_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('endpoint', 'varchar(255)', (column) => column.notNull())
      .addColumn('endpoints', 'text', (column) => column.notNull())
      .addColumn('features', 'text', (column) => column.notNull())
      .addColumn('has_p2c', 'integer')
      .addColumn('credentials_kind', 'varchar(16)', (column) => column.notNull())
      .addColumn('credentials', 'text')
      .addColumn('credentials_at', 'bigint', (column) => column.notNull())
      .addColumn('credentials_by', 'varchar(64)', (column) => column.notNull())
      .addColumn('last_check', 'text')
      .addColumn('disabled_at', 'bigint')
      .addColumn('deleted_at', 'bigint')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('created_by', 'varchar(64)', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'bigint', (column) => column.notNull())
      .execute()
  },
}
