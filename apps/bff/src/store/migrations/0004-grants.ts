import { randomUUID } from 'node:crypto'
import type { Kysely, Migration } from 'kysely'

export type GrantTables = {
  /** Roles that administrators made; the built-in ones are no rows. */
  roles: {
    id: string
    name: string
    description: string
    /** Patterns of actions, separated by spaces. */
    actions: string
    created_at: number
    updated_at: number
  }
  grants: {
    id: string
    subject_type: 'person' | 'group'
    /** The person's id, or the group's name as the provider says it. */
    subject: string
    role: string
    scope_type: 'all' | 'account' | 'enterprise-project' | 'server' | 'vpn-user'
    /** Empty for the scope `all`. */
    cloud_id: string
    /** Id of the enterprise project or of the VPN server; empty otherwise. */
    scope_id: string
    /** Id of the VPN user, for that scope alone. */
    vpn_user_id: string
    created_at: number
    created_by: string
  }
}

/** What the column `people.roles` of old becomes: grants that hold everywhere. */
const grantsFromColumn = async (
  db: Kysely<{ people: { id: string; roles: string }; grants: GrantTables['grants'] }>,
) => {
  const people = await db.selectFrom('people').select(['id', 'roles']).execute()
  const rows = people.flatMap(({ id, roles }) =>
    roles
      .split(' ')
      .filter((role) => role !== '')
      .map((role) => ({
        id: randomUUID(),
        subject_type: 'person' as const,
        subject: id,
        role,
        scope_type: 'all' as const,
        cloud_id: '',
        scope_id: '',
        vpn_user_id: '',
        created_at: Date.now(),
        created_by: 'migration',
      })),
  )
  if (rows.length > 0) await db.insertInto('grants').values(rows).execute()
}

export const grants: Migration = {
  up: async (db) => {
    await db.schema
      .createTable('roles')
      .addColumn('id', 'varchar(64)', (column) => column.primaryKey())
      .addColumn('name', 'varchar(64)', (column) => column.notNull())
      .addColumn('description', 'varchar(500)', (column) => column.notNull())
      .addColumn('actions', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('grants')
      .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
      .addColumn('subject_type', 'varchar(8)', (column) => column.notNull())
      .addColumn('subject', 'varchar(255)', (column) => column.notNull())
      .addColumn('role', 'varchar(64)', (column) => column.notNull())
      .addColumn('scope_type', 'varchar(24)', (column) => column.notNull())
      .addColumn('cloud_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('scope_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('vpn_user_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('created_by', 'varchar(64)', (column) => column.notNull())
      .addUniqueConstraint('grants_once', [
        'subject_type',
        'subject',
        'role',
        'scope_type',
        'cloud_id',
        'scope_id',
        'vpn_user_id',
      ])
      .execute()
    await grantsFromColumn(db)
    await db.schema.alterTable('people').dropColumn('roles').execute()
  },
}
