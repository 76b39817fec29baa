import { Migrator, type Kysely, type Migration } from 'kysely'
import { DatabaseUnusable } from './database-error.ts'
import type { Tables } from './tables.ts'

/** Every change of the schema by its name; the order of the names is theirs. */
export type Migrations = Readonly<Record<string, Migration>>

/** Kysely's own table of the migrations that are done. */
export const migrationTable = 'kysely_migration'

/** The names of the migrations that are still to be done; refuses a database that has some we do not know. */
export const pendingOf = (migrations: Migrations, done: readonly string[]): string[] => {
  const unknown = done.filter((name) => !Object.hasOwn(migrations, name)).toSorted()
  if (unknown.length > 0) {
    throw new DatabaseUnusable(
      `The console's database was made by a newer version (it has the migration ${unknown.join(', ')}): start that version.`,
    )
  }
  return Object.keys(migrations)
    .filter((name) => !done.includes(name))
    .toSorted()
}

/** Does the migrations that are still to be done. What a failure leaves behind is for the caller to put right. */
export const migrate = async (db: Kysely<Tables>, migrations: Migrations): Promise<void> => {
  const provider = { getMigrations: () => Promise.resolve({ ...migrations }) }
  // The order is that of the names. Kysely would judge it by the times of earlier runs, and clocks are set back.
  const migrator = new Migrator({ db, provider, allowUnorderedMigrations: true })
  const { error, results } = await migrator.migrateToLatest()
  if (error === undefined) return
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName
  const reason = error instanceof Error ? error.message : 'for no reason that it told'
  throw new DatabaseUnusable(
    `${failed ? `The migration ${failed} of the console's database` : `The upgrade of the console's database`} failed (${reason}); nothing was changed.`,
    { cause: error },
  )
}
