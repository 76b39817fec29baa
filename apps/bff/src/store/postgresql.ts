import { Kysely, PostgresDialect, sql, type PostgresPoolClient } from 'kysely'
import { DatabaseError, Pool, types, type PoolClient, type PoolConfig } from 'pg'
import { DatabaseUnusable } from './database-error.ts'
import { migrate, migrationTable, pendingOf, type Migrations } from './migrate.ts'
import { postgresqlText } from './postgresql-text.ts'
import type { Tables } from './tables.ts'

// Times, counts and sums: all of them fit a number, and SQLite gives numbers.
const numberTypes = new Set<number>([types.builtins.INT8, types.builtins.NUMERIC])
const parsers: PoolConfig['types'] = {
  getTypeParser: (oid, format) => (numberTypes.has(oid) ? Number : types.getTypeParser(oid, format)),
}

const common: PoolConfig = {
  types: parsers,
  application_name: 'vpn-console',
  connectionTimeoutMillis: 5_000,
  keepAlive: true,
}
const atWork = (statementMs: number): PoolConfig => ({
  ...common,
  max: 10,
  idleTimeoutMillis: 60_000,
  statement_timeout: statementMs,
  idle_in_transaction_session_timeout: 2 * statementMs,
  // For a server that has gone without a word: it will not say that the time is up.
  query_timeout: statementMs + 1_000,
})
// A migration takes as long as it takes, and so does waiting for that of another replica.
const whileMigrating: PoolConfig = { ...common, max: 1 }

/** A connection that is closed after a failure that was not the server's answer: whether it still works is unknown. */
const guarded = (client: PoolClient): PostgresPoolClient => {
  let isSpoilt = false
  const query = async (text: string, values: readonly unknown[]) => {
    try {
      return await client.query(text, [...values])
    } catch (error) {
      isSpoilt ||= !(error instanceof DatabaseError)
      throw error
    }
  }
  return {
    // Kysely's type has cursors too, which need a dialect made for them.
    query: query as unknown as PostgresPoolClient['query'],
    release: () => client.release(isSpoilt),
  }
}

const open = (url: string, config: PoolConfig): Kysely<Tables> => {
  const pool = new Pool({ ...config, connectionString: url })
  // The server ended a connection that nobody was using: the pool has dropped it already, and opens another.
  pool.on('error', () => undefined)
  const dialect = new PostgresDialect({
    pool: { connect: async () => guarded(await pool.connect()), end: () => pool.end() },
  })
  return new Kysely<Tables>({ dialect, plugins: [postgresqlText] })
}

/** The address as it may be shown: without user, password and settings. */
const shown = (url: string): string => {
  const { host, pathname, searchParams } = new URL(url)
  return `${host || searchParams.get('host') || 'localhost'}${pathname}`
}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  '28P01': 'the user or the password is wrong',
  '28000': 'the user may not use it',
  '3D000': 'there is no such database',
}
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'for no reason that it told'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return (code && reasons[code]) ?? code ?? error.message
}

const doneIn = async (db: Kysely<Tables>): Promise<string[]> => {
  const table = sql<{ there: boolean }>`select to_regclass(${migrationTable}) is not null as there`
  if ((await table.execute(db)).rows[0]?.there !== true) return []
  const done = await sql<{ name: string }>`select name from ${sql.table(migrationTable)}`.execute(db)
  return done.rows.map(({ name }) => name)
}

const bringUpToDate = async (url: string, migrations: Migrations) => {
  const db = open(url, whileMigrating)
  try {
    const done = await doneIn(db).catch((error: unknown) => {
      throw new DatabaseUnusable(
        `The console's database at ${shown(url)} cannot be used (${reasonOf(error)}): check DATABASE_URL.`,
        { cause: error },
      )
    })
    // All of them in one transaction, under a lock for which other replicas wait.
    if (pendingOf(migrations, done).length > 0) await migrate(db, migrations)
  } finally {
    await db.destroy()
  }
}

/** Opens the PostgreSQL database at this address and brings its schema up to date. */
export const openPostgresql = async (
  url: string,
  migrations: Migrations,
  statementMs = 30_000,
): Promise<Kysely<Tables>> => {
  await bringUpToDate(url, migrations)
  return open(url, atWork(statementMs))
}
