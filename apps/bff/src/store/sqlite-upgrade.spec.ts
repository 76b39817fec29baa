import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql, type Kysely, type Migration } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { DatabaseUnusable } from './database-error.ts'
import { openDatabase } from './database.ts'
import { migrate, type Migrations } from './migrate.ts'
import { migrations } from './migrations/migrations.ts'
import { upgradeFile } from './sqlite-upgrade.ts'
import { onFile, openFile } from './sqlite.ts'
import type { Tables } from './tables.ts'
import { newFolder } from '../testing/databases.ts'
import { fillVersion3, version3 } from '../testing/version-3.ts'

const built = new URL('../../dist/store/database.js', import.meta.url).href
const at = Date.parse('2026-11-22T07:00:00Z')
const failing: Migrations = {
  ...version3,
  '0004-works': { up: (db: Kysely<unknown>) => db.schema.createTable('made').addColumn('id', 'text').execute() },
  '0005-fails': { up: () => Promise.reject(new Error('a pity')) },
}

/** A folder with the file of version 3, as a console leaves it that is killed: part of it is in the write-ahead log. */
const oldFolder = async () => {
  const folder = newFolder()
  const path = join(folder, 'console.db')
  const db = onFile(openFile(path))
  await migrate(db, version3)
  await fillVersion3(db)
  await db.destroy()
  const script = `
    const db = new (require('libsql'))(process.argv[1])
    db.pragma('journal_mode = WAL')
    db.exec("insert into log_lines values ('l-2', 'demo', 'c-1', 2, null, 'only in the log')")
    process.kill(process.pid, 'SIGKILL')`
  spawnSync(process.execPath, ['-e', script, path], { cwd: import.meta.dirname })
  expect(readdirSync(folder)).toContain('console.db-wal')
  return folder
}

const open = async (dataDir: string, its: Migrations = migrations, now = at) => {
  const db = await openDatabase({ dataDir }, () => now, its)
  onTestFinished(() => db.destroy())
  return db
}
const line = { id: 'l-9', cloud_id: 'demo', connection_id: 'c-1', at: 1, reason: null, raw_message: 'a line' }
const linesIn = async (db: Kysely<Tables>) =>
  (await db.selectFrom('log_lines').select('raw_message').orderBy('at').execute()).map(({ raw_message }) => raw_message)
const tablesIn = async (db: Kysely<Tables>) => (await db.introspection.getTables()).map(({ name }) => name)
/** But for what SQLite keeps beside an open file, and the lock of the upgrade. */
const filesIn = (folder: string) => readdirSync(folder).filter((name) => !/-wal$|-shm$|\.lock(?:-journal)?$/.test(name))
const backup = 'console.db.before-0004-grants-20261122T070000Z'

describe('the file of an earlier version', () => {
  test('is brought up to date, and stays beside the new one as it was', async () => {
    const folder = await oldFolder()
    const db = await open(folder)
    expect(await linesIn(db)).toEqual(['first line', 'only in the log'])
    expect(filesIn(folder)).toEqual(['console.db', backup])
    for (const name of filesIn(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)

    const before = newFolder()
    writeFileSync(join(before, 'console.db'), readFileSync(join(folder, backup)))
    const old = await open(before, version3)
    expect(await linesIn(old)).toEqual(['first line', 'only in the log'])
    expect(await tablesIn(old)).not.toContain('grants')
  })

  test('is brought up to date also where the last attempt was killed', async () => {
    const folder = await oldFolder()
    const script = `
      const db = new (require('libsql'))(process.argv[1])
      db.exec("pragma cache_size = 1; create table t (x text)")
      db.exec("begin; insert into t with recursive n(i) as (select 1 union all select i + 1 from n where i < 9999) select hex(randomblob(99)) from n")
      process.kill(process.pid, 'SIGKILL')`
    spawnSync(process.execPath, ['-e', script, join(folder, 'console.db.new')], { cwd: import.meta.dirname })
    expect(filesIn(folder)).toEqual(['console.db', 'console.db.new', 'console.db.new-journal'])
    expect(await linesIn(await open(folder))).toEqual(['first line', 'only in the log'])
    expect(filesIn(folder)).toEqual(['console.db', backup])
  })

  test('stays as it was when a migration fails, which is named', async () => {
    const folder = await oldFolder()
    await expect(open(folder, failing)).rejects.toThrow(
      new DatabaseUnusable("The migration 0005-fails of the console's database failed (a pity); nothing was changed."),
    )
    expect(filesIn(folder)).toEqual(['console.db'])
    const old = await open(folder, version3)
    expect(await linesIn(old)).toEqual(['first line', 'only in the log'])
    expect(await tablesIn(old)).not.toContain('made')
  })

  test('stays as it was when a migration leaves what does not fit together', async () => {
    const folder = await oldFolder()
    const orphan: Migration = {
      up: async (db) => {
        await sql`insert into sessions (id_hash, person_id, created_at, last_seen_at) values ('h', 'nobody', 1, 1)`.execute(
          db,
        )
      },
    }
    await expect(open(folder, { ...version3, '0004-orphan': orphan })).rejects.toThrow(
      /is damaged; nothing was changed/,
    )
    expect(filesIn(folder)).toEqual(['console.db'])
  })

  test('is left alone while another process has it open', async () => {
    const folder = await oldFolder()
    const running = await open(folder, version3)
    expect(await linesIn(running)).toHaveLength(2)
    await expect(open(folder)).rejects.toThrow(/another process is using it: stop that first\.$/)
    await running.deleteFrom('log_lines').where('id', '=', 'l-2').execute()
    expect(await linesIn(running)).toHaveLength(1)
    expect(filesIn(folder)).toEqual(['console.db'])
  })

  test('is kept of the last three upgrades', async () => {
    const folder = await oldFolder()
    for (const last of [4, 5, 6, 7, 8]) {
      const steps = Array.from({ length: last - 3 }, (_, index) => `000${index + 4}-step`)
      const added = Object.fromEntries(steps.map((step) => [step, { up: () => Promise.resolve() }]))
      await upgradeFile(join(folder, 'console.db'), { ...version3, ...added }, () => at + last * 1000)
    }
    expect(filesIn(folder).filter((name) => name !== 'console.db')).toEqual([
      'console.db.before-0006-step-20261122T070006Z',
      'console.db.before-0007-step-20261122T070007Z',
      'console.db.before-0008-step-20261122T070008Z',
    ])
  })
})

describe('a new file', () => {
  test('is made with its folder, for its owner alone, and nothing beside it', async () => {
    const folder = join(newFolder(), 'data')
    const first = await open(folder)
    await first.insertInto('log_lines').values(line).execute()
    await first.destroy()
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'console.db')).mode & 0o777).toBe(0o600)
    expect(filesIn(folder)).toEqual(['console.db'])
    expect(await linesIn(await open(folder))).toEqual(['a line'])
  })

  test.each([
    ['not there yet', () => Promise.resolve(newFolder())],
    ['of an earlier version', oldFolder],
  ])('may be opened by two at the same time where it is %s', async (_state, make) => {
    const folder = await make()
    const script = `
      const { openDatabase } = await import(process.argv[1])
      const db = await openDatabase({ dataDir: process.argv[2] }, Date.now)
      await db.insertInto('doctor_reports').values({ id: process.argv[3], cloud_id: 'demo', connection_id: 'c-1',
        created_at: 1, person_name: 'paris', report: '{}' }).execute()`
    const add = (name: string) => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script, built, folder, name])
      let errors = ''
      child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
      return new Promise<string>((resolve) => {
        child.once('close', () => resolve(errors))
      })
    }
    expect(await Promise.all(['first', 'second'].map((name) => add(name)))).toEqual(['', ''])
    const reports = await (await open(folder)).selectFrom('doctor_reports').select('id').orderBy('id').execute()
    expect(reports.map(({ id }) => id)).toEqual(expect.arrayContaining(['first', 'second']))
    expect(filesIn(folder).length).toBeLessThanOrEqual(2)
  })
})
