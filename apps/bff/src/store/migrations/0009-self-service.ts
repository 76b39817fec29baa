import type { Migration } from 'kysely'

export type SelfServiceTables = {
  /** The pages where users of a VPN server change their password; a server has one at most. */
  self_service_portals: {
    /** Stands in the address of the page, and tells nothing. */
    id: string
    cloud_id: string
    server_id: string
    /** Kept when it is switched off, so that the address in people's mails is the same afterwards. */
    off_at: number | null
    created_at: number
    created_by: string
  }
  vpn_user_invitations: {
    id: string
    /** SHA-256 of the token: who reads the table cannot use a link. */
    token_hash: string
    cloud_id: string
    server_id: string
    /** Empty where the server has no users of its own. */
    vpn_user_id: string
    /** Name of the VPN user; where there is none, what whoever invited called him. */
    user_name: string
    created_at: number
    created_by: string
    expires_at: number
    opened_at: number | null
    used_at: number | null
    revoked_at: number | null
  }
  rate_limits: {
    /** A hash: what was counted may be what somebody typed. */
    key_hash: string
    count: number
    ends_at: number
    /** How long it is closed when the limit is passed next. */
    pause_ms: number
  }
}

export const selfService: Migration = {
  up: async (db) => {
    await db.schema
      .createTable('self_service_portals')
      .addColumn('id', 'varchar(43)', (column) => column.primaryKey())
      .addColumn('cloud_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('server_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('off_at', 'bigint')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('created_by', 'varchar(64)', (column) => column.notNull())
      .addUniqueConstraint('self_service_portals_once', ['cloud_id', 'server_id'])
      .execute()
    await db.schema
      .createTable('vpn_user_invitations')
      .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
      .addColumn('token_hash', 'varchar(64)', (column) => column.notNull())
      .addColumn('cloud_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('server_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('vpn_user_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('user_name', 'varchar(64)', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('created_by', 'varchar(64)', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('opened_at', 'bigint')
      .addColumn('used_at', 'bigint')
      .addColumn('revoked_at', 'bigint')
      .execute()
    await db.schema
      .createIndex('vpn_user_invitations_by_server')
      .on('vpn_user_invitations')
      .columns(['cloud_id', 'server_id', 'created_at'])
      .execute()
    await db.schema
      .createTable('rate_limits')
      .addColumn('key_hash', 'varchar(64)', (column) => column.primaryKey())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addColumn('ends_at', 'bigint', (column) => column.notNull())
      .addColumn('pause_ms', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('rate_limits_by_end').on('rate_limits').column('ends_at').execute()
  },
}
