import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely'
import Database from 'libsql'
import type { Tables } from './tables.ts'

export type SqliteFile = InstanceType<typeof Database>

/** The file, or memory with `:memory:`. It waits when another process is writing. */
export const openFile = (path: string): SqliteFile => {
  const file = new Database(path)
  file.pragma('busy_timeout = 5000')
  return file
}

/** Kysely on an open file. Kysely prepares each statement anew; ours are few and known, so each is prepared once. */
export const onFile = (file: SqliteFile): Kysely<Tables> => {
  const prepared = new Map<string, ReturnType<SqliteFile['prepare']>>()
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
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
}

/** Kysely on an open file, set for the console's work. */
export const atWork = (file: SqliteFile): Kysely<Tables> => {
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = NORMAL')
  file.pragma('foreign_keys = ON')
  return onFile(file)
}
