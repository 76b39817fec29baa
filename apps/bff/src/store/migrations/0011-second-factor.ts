import type { Kysely, Migration } from 'kysely'

export type SecondFactorTables = {
  second_factors: {
    person_id: string
    /** Of the authenticator, sealed by the vault for `second_factors/<person_id>`. */
    sealed_secret: string
    /** The half minute of the last code that was taken: it and all before it are worth nothing any more. */
    last_step: number
    created_at: number
    /** When the first code proved that the authenticator has the secret; before that it asks nothing of anybody. */
    confirmed_at: number | null
  }
  recovery_codes: {
    person_id: string
    /** SHA-256 of the code, which is as hard to guess as a key. */
    code_hash: string
    used_at: number | null
  }
}

export const secondFactor: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('second_factors')
      .addColumn('person_id', 'varchar(36)', (column) =>
        column.primaryKey().references('people.id').onDelete('cascade'),
      )
      .addColumn('sealed_secret', 'varchar(255)', (column) => column.notNull())
      .addColumn('last_step', 'bigint', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('confirmed_at', 'bigint')
      .execute()
    await db.schema
      .createTable('recovery_codes')
      .addColumn('person_id', 'varchar(36)', (column) => column.notNull().references('people.id').onDelete('cascade'))
      .addColumn('code_hash', 'varchar(64)', (column) => column.notNull())
      .addColumn('used_at', 'bigint')
      .addPrimaryKeyConstraint('recovery_codes_key', ['person_id', 'code_hash'])
      .execute()
  },
}
