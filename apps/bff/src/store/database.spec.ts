import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { sql, type Kysely } from 'kysely'
import { Client } from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { describeOnEachDatabase, describeOnPostgres, newPostgresDatabase } from '../testing/databases.ts'
import { fillVersion3, version3 } from '../testing/version-3.ts'
import { isUniqueViolation } from './database-error.ts'
import { openDatabase, type DatabasePlace } from './database.ts'
import type { Migrations } from './migrate.ts'
import { migrations } from './migrations/migrations.ts'
import { openPostgresql } from './postgresql.ts'
import type { Tables } from './tables.ts'

const newer: Migrations = { ...migrations, '9999-later': { up: () => Promise.resolve() } }
const failing: Migrations = {
  ...version3,
  '0004-works': { up: (db: Kysely<unknown>) => db.schema.createTable('made').addColumn('id', 'text').execute() },
  '0005-fails': { up: () => Promise.reject(new Error('a pity')) },
}

const open = async (place: DatabasePlace, its?: Migrations) => {
  const db = await openDatabase(place, Date.now, its)
  onTestFinished(() => db.destroy())
  return db
}
/** As the earlier version leaves it. */
const leaveVersion3 = async (place: DatabasePlace) => {
  const db = await openDatabase(place, Date.now, version3)
  await fillVersion3(db)
  await db.destroy()
}
const report = (id: string) => ({
  id,
  cloud_id: 'demo',
  connection_id: 'c-1',
  created_at: 1,
  person_name: 'paris',
  report: '{}',
})
const refusal = (place: DatabasePlace, its?: Migrations) =>
  openDatabase(place, Date.now, its).then(
    () => 'opened',
    (error: unknown) => String(error),
  )

describeOnEachDatabase('a database', (database) => {
  test('of a newer version is refused and left alone', async () => {
    const place = await database.place()
    await (await openDatabase(place, Date.now, newer)).destroy()
    expect(await refusal(place)).toBe(
      "Error: The console's database was made by a newer version (it has the migration 9999-later): start that version.",
    )
    const again = await open(place, newer)
    expect(await again.selectFrom('people').selectAll().execute()).toEqual([])
  })

  test('gives numbers for times, counts and sums, and texts as they were', async () => {
    const db = await open(await database.place())
    const times = [Date.parse('2026-11-22T07:00:00Z'), 2 ** 53 - 1, 0]
    for (const [index, at] of times.entries()) {
      await db
        .insertInto('doctor_reports')
        .values({ ...report(`d-${index}`), created_at: at, report: "{'ü': '\u{1F511}\\'}" })
        .execute()
    }
    const rows = await db.selectFrom('doctor_reports').select(['created_at', 'report']).orderBy('id').execute()
    expect(rows.map(({ created_at }) => created_at)).toEqual(times)
    expect(rows[0]?.report).toBe("{'ü': '\u{1F511}\\'}")
    const counted = await db
      .selectFrom('doctor_reports')
      .select(({ fn }) => [fn.countAll().as('count'), fn.min('created_at').as('least')])
      .executeTakeFirstOrThrow()
    expect(counted).toEqual({ count: 3, least: 0 })
    const sum = await sql<{ sum: number }>`select sum(created_at) as sum from doctor_reports where id <> 'd-1'`.execute(
      db,
    )
    expect(sum.rows).toEqual([{ sum: times[0] }])
  })

  test('puts texts in order by their code points, and tells capitals and accents apart', async () => {
    const db = await open(await database.place())
    const ids = ['a', 'Z', 'é', 'b-1', 'b1', 'B', '_', 'z', '']
    await db.insertInto('doctor_reports').values(ids.map(report)).execute()
    const found = await db.selectFrom('doctor_reports').select('id').orderBy('id').execute()
    expect(found.map(({ id }) => id)).toEqual(ids.toSorted())
    const upper = await db.selectFrom('doctor_reports').select('id').where('id', '>=', 'a').execute()
    expect(upper.map(({ id }) => id).toSorted()).toEqual(['a', 'b-1', 'b1', 'z', 'é'])
  })

  test('tells a row that is there already from other failures', async () => {
    const db = await open(await database.place())
    await db.insertInto('doctor_reports').values(report('d-1')).execute()
    const add = (row: object) =>
      db
        .insertInto('doctor_reports')
        .values({ ...report('d-1'), ...row })
        .execute()
        .then(() => 'added', isUniqueViolation)
    expect(await add({})).toBe(true)
    expect(await add({ id: 'd-2', report: null })).toBe(false)
    expect(await add({ id: 'd-3' })).toBe('added')
  })
})

describeOnPostgres('the database of an earlier version', (database) => {
  const rowsOf = (db: Kysely<Tables>) =>
    Promise.all(
      (['log_lines', 'client_sessions', 'doctor_reports'] as const).map((table) =>
        db.selectFrom(table).selectAll().execute(),
      ),
    )

  test('is brought up to date with what is in it', async () => {
    const place = await database.place()
    await leaveVersion3(place)
    const before = await rowsOf(await open(place, version3))
    expect(before.flat()).toHaveLength(3)
    expect(await rowsOf(await open(place))).toEqual(before)
  })

  test('stays as it was when a migration fails, which is named', async () => {
    const place = await database.place()
    await leaveVersion3(place)
    expect(await refusal(place, failing)).toBe(
      "Error: The migration 0005-fails of the console's database failed (a pity); nothing was changed.",
    )
    const old = await open(place, version3)
    expect((await rowsOf(old)).flat()).toHaveLength(3)
    expect((await old.introspection.getTables()).map(({ name }) => name)).not.toContain('made')
  })

  test('is upgraded once by replicas that start together', async () => {
    const place = await database.place()
    await leaveVersion3(place)
    const replicas = await Promise.all([open(place), open(place), open(place)])
    for (const replica of replicas) expect((await rowsOf(replica)).flat()).toHaveLength(3)
  })

  test('so is a new one', async () => {
    const place = await database.place()
    const replicas = await Promise.all([open(place), open(place), open(place)])
    for (const replica of replicas) expect((await rowsOf(replica)).flat()).toHaveLength(0)
  })
})

describeOnPostgres('PostgreSQL', (database) => {
  test('may end connections that nobody uses', async () => {
    const place = await database.place()
    const db = await open(place)
    await db.insertInto('doctor_reports').values(report('d-1')).execute()
    const other = new Client({ connectionString: place.databaseUrl })
    await other.connect()
    const { rowCount } = await other.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity
       where datname = current_database() and application_name = 'vpn-console'`,
    )
    await other.end()
    expect(rowCount).toBe(1)
    await expect
      .poll(() =>
        db
          .selectFrom('doctor_reports')
          .select('id')
          .execute()
          .catch(() => 'not yet'),
      )
      .toEqual([{ id: 'd-1' }])
  })

  test('may go without a word, and is asked again over new connections', async () => {
    const url = new URL(await newPostgresDatabase())
    const port = Number(url.port)
    const lines: Socket[] = []
    const between = createServer((near) => {
      const far = connect(port, '127.0.0.1')
      lines.push(far)
      near.pipe(far).pipe(near)
      for (const end of [near, far]) end.on('error', () => near.destroy())
    })
    await new Promise<void>((resolve) => {
      between.listen(0, '127.0.0.1', resolve)
    })
    onTestFinished(() => {
      between.close()
    })
    // A server that listens on a port has an address of this kind.
    url.port = String((between.address() as AddressInfo).port)
    const db = await openPostgresql(url.href, migrations, 1_000)
    onTestFinished(() => db.destroy())
    await db.insertInto('doctor_reports').values(report('d-1')).execute()
    for (const line of lines) line.unpipe()
    const find = () => db.selectFrom('doctor_reports').select('id').execute()
    await expect(find()).rejects.toThrow('Query read timeout')
    expect(await find()).toEqual([{ id: 'd-1' }])
  })

  test('is given no text that it cannot keep', async () => {
    const db = await open(await database.place())
    await db.insertInto('doctor_reports').values(report('d\0')).execute()
    const find = (id: string) => db.selectFrom('doctor_reports').select('id').where('id', '=', id).execute()
    expect(await find('d\0')).toEqual([{ id: 'd\u{FFFD}' }])
    expect(await find('d')).toEqual([])
    expect(await db.selectFrom('doctor_reports').select('id').where('id', 'in', ['d\0', 'e']).execute()).toHaveLength(1)
  })

  test('that does not let the console in is told of without its password', async () => {
    const url = new URL(await newPostgresDatabase())
    const address = `${url.host}${url.pathname}`
    const told = async (change: (its: URL) => void) => {
      const wrong = new URL(url)
      change(wrong)
      return refusal({ dataDir: null, databaseUrl: wrong.href })
    }
    expect(await told((its) => (its.password = 'not-it'))).toBe(
      `Error: The console's database at ${address} cannot be used (the user or the password is wrong): check DATABASE_URL.`,
    )
    expect(await told((its) => (its.pathname = '/nowhere'))).toBe(
      `Error: The console's database at ${url.host}/nowhere cannot be used (there is no such database): check DATABASE_URL.`,
    )
  })
})

describe('an address where nothing listens', () => {
  test('is told of without its password', async () => {
    const databaseUrl = 'postgresql://console:p4ss@127.0.0.1:1/console'
    expect(await refusal({ dataDir: null, databaseUrl })).toBe(
      "Error: The console's database at 127.0.0.1:1/console cannot be used (nothing listens there): check DATABASE_URL.",
    )
  })
})
