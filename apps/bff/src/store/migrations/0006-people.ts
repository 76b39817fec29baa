import type { Generated, Kysely, Migration } from 'kysely'

export type PeopleTables = {
  people: {
    /** An e-mail address or whatever else reaches the person. */
    contact: Generated<string>
    /** Where it is checked who he is: here, or at the provider. */
    source: Generated<'password' | 'sso'>
    last_sign_in_at: number | null
    /** The password that came from the environment last; empty where none did. */
    given_password_hash: Generated<string>
  }
  /** Single-use links: for an invited person's first password, and for a forgotten one. */
  links: {
    id: string
    /** SHA-256 of the whole token: who reads the table cannot use a link. */
    token_hash: string
    purpose: 'invitation' | 'reset'
    person_id: string
    created_at: number
    created_by: string
    expires_at: number
    used_at: number | null
    revoked_at: number | null
  }
  /** Failed sign-ins in a row, by name: of names that nobody has as well, so that nothing tells them apart. */
  sign_in_failures: {
    /** SHA-256 of the name: people type passwords into the field for the name. */
    name_hash: string
    failures: number
    last_failed_at: number
    locked_until: number
  }
}

export const people: Migration = {
  up: async (db: Kysely<unknown>) => {
    const add = () => db.schema.alterTable('people')
    await add()
      .addColumn('contact', 'varchar(254)', (column) => column.notNull().defaultTo(''))
      .execute()
    await add()
      .addColumn('source', 'varchar(16)', (column) => column.notNull().defaultTo('password'))
      .execute()
    await add().addColumn('last_sign_in_at', 'bigint').execute()
    await add()
      .addColumn('given_password_hash', 'varchar(255)', (column) => column.notNull().defaultTo(''))
      .execute()
    await db.schema
      .createTable('links')
      .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
      .addColumn('token_hash', 'varchar(64)', (column) => column.notNull())
      .addColumn('purpose', 'varchar(16)', (column) => column.notNull())
      .addColumn('person_id', 'varchar(36)', (column) => column.notNull().references('people.id').onDelete('cascade'))
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('created_by', 'varchar(64)', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('used_at', 'bigint')
      .addColumn('revoked_at', 'bigint')
      .execute()
    await db.schema.createIndex('links_by_person').on('links').column('person_id').execute()
    await db.schema
      .createTable('sign_in_failures')
      .addColumn('name_hash', 'varchar(64)', (column) => column.primaryKey())
      .addColumn('failures', 'integer', (column) => column.notNull())
      .addColumn('last_failed_at', 'bigint', (column) => column.notNull())
      .addColumn('locked_until', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('sign_in_failures_by_time').on('sign_in_failures').column('last_failed_at').execute()
  },
}
