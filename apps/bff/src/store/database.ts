import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, Migrator, SqliteDialect, type SqliteDatabase } from 'kysely'
import Database from 'libsql'
import { migrations } from './migrations.ts'
import type { Tables } from './tables.ts'

const openFile = (dataDir: string | null) => {
  if (dataDir === null) return new Database(':memory:')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, 'console.db')
  const file = new Database(path)
  chmodSync(path, 0o600)
  return file
}

/** Opens the console's database and brings its schema up to date. */
export const openDatabase = async (dataDir: string | null): Promise<Kysely<Tables>> => {
  const file = openFile(dataDir)
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = NORMAL')
  file.pragma('foreign_keys = ON')
  file.pragma('busy_timeout = 5000')
  const prepared = new Map<string, ReturnType<typeof file.prepare>>()
  // Kysely prepares each statement anew; ours are few and known, so each is prepared once.
  const database: SqliteDatabase = {
    close: () => file.close(),
    prepare: (sql) => {
      const known = prepared.get(sql)
      if (known) return known
      const statement = file.prepare(sql)
      prepared.set(sql, statement)
      return statement
    },
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
  const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest()
  if (error) throw new Error('The database of the console could not be brought up to date.', { cause: error })
  return db
}
