import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { migrate, type Migrations } from './migrate.ts'
import { migrations as ours } from './migrations/migrations.ts'
import { openPostgresql } from './postgresql.ts'
import { upgradeFile } from './sqlite-upgrade.ts'
import { atWork, onFile, openFile } from './sqlite.ts'
import type { Tables } from './tables.ts'

export type DatabasePlace = {
  /** Folder of the SQLite file; null keeps it in memory. */
  dataDir: string | null
  /** Of a PostgreSQL database, which is used instead. */
  databaseUrl?: string | undefined
}

const inMemory = async (migrations: Migrations) => {
  const file = openFile(':memory:')
  await migrate(onFile(file), migrations)
  return atWork(file)
}

/** Opens the console's database and brings its schema up to date. */
export const openDatabase = async (
  { dataDir, databaseUrl }: DatabasePlace,
  now: () => number,
  migrations: Migrations = ours,
): Promise<Kysely<Tables>> => {
  if (databaseUrl !== undefined) return openPostgresql(databaseUrl, migrations)
  if (dataDir === null) return inMemory(migrations)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, 'console.db')
  await upgradeFile(path, migrations, now)
  return atWork(openFile(path))
}
