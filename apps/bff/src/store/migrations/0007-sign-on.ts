import { randomUUID } from 'node:crypto'
import type { Kysely, Migration } from 'kysely'

export type SignOnTables = {
  sessions: {
    /** What lists name a session by; it opens nothing. */
    public_id: string
    ip: string
    user_agent: string
    method: 'password' | 'sso'
    /** Names of the groups that the provider gave at the sign-in, as a JSON list. */
    group_names: string
    /** The provider's ID token, sealed: it asks for it at the sign-out. */
    id_token: string | null
  }
  /** One row: how people sign in by a provider. */
  sign_on_settings: {
    id: string
    /** Everything but the secret, as JSON. */
    settings: string
    /** Sealed. */
    client_secret: string | null
    updated_at: number
  }
  /** Ways to the provider that are not back yet. */
  sign_on_attempts: {
    /** SHA-256 of the `state`: who reads the table cannot finish somebody's sign-in. */
    state_hash: string
    /** SHA-256 of the cookie of the browser that began it. */
    browser_hash: string
    /** Nonce and PKCE verifier, sealed. */
    secrets: string
    redirect_uri: string
    /** Where to go after the sign-in. */
    target: string
    purpose: 'sign-in' | 'trial'
    /** The session this one takes the place of. */
    previous_id_hash: string | null
    created_at: number
  }
  /** Who is known to a provider as whom. */
  identities: {
    issuer: string
    subject: string
    person_id: string
    /** The groups that came last, as a JSON list. */
    group_names: string
    created_at: number
    last_signed_in_at: number
  }
}

const nameSessions = async (db: Kysely<{ sessions: { id_hash: string; public_id: string } }>) => {
  const rows = await db.selectFrom('sessions').select('id_hash').execute()
  for (const { id_hash: hash } of rows) {
    await db.updateTable('sessions').set({ public_id: randomUUID() }).where('id_hash', '=', hash).execute()
  }
}

export const signOn: Migration = {
  up: async (db) => {
    // SQLite takes one column at a time.
    const addText = (name: string, type: 'text' | `varchar(${number})`, before: string) =>
      db.schema
        .alterTable('sessions')
        .addColumn(name, type, (column) => column.notNull().defaultTo(before))
        .execute()
    await addText('public_id', 'varchar(36)', '')
    await addText('ip', 'varchar(64)', '')
    await addText('user_agent', 'varchar(255)', '')
    await addText('method', 'varchar(16)', 'password')
    await addText('group_names', 'text', '[]')
    await db.schema.alterTable('sessions').addColumn('id_token', 'text').execute()
    await nameSessions(db)
    await db.schema.createIndex('sessions_by_public_id').on('sessions').column('public_id').unique().execute()
    await db.schema
      .createTable('sign_on_settings')
      .addColumn('id', 'varchar(16)', (column) => column.primaryKey())
      .addColumn('settings', 'text', (column) => column.notNull())
      .addColumn('client_secret', 'text')
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('sign_on_attempts')
      .addColumn('state_hash', 'varchar(64)', (column) => column.primaryKey())
      .addColumn('browser_hash', 'varchar(64)', (column) => column.notNull())
      .addColumn('secrets', 'text', (column) => column.notNull())
      .addColumn('redirect_uri', 'text', (column) => column.notNull())
      .addColumn('target', 'text', (column) => column.notNull())
      .addColumn('purpose', 'varchar(16)', (column) => column.notNull())
      .addColumn('previous_id_hash', 'varchar(64)')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('identities')
      .addColumn('issuer', 'varchar(255)', (column) => column.notNull())
      .addColumn('subject', 'varchar(255)', (column) => column.notNull())
      .addColumn('person_id', 'varchar(36)', (column) => column.notNull().references('people.id').onDelete('cascade'))
      .addColumn('group_names', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('last_signed_in_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('identities_key', ['issuer', 'subject'])
      .execute()
    await db.schema.createIndex('identities_by_person').on('identities').column('person_id').execute()
  },
}
