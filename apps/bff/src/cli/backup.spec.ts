import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { adminPassword, startConsole } from '../testing/console.ts'
import { describeOnPostgres, newFolder, newPostgresDatabase } from '../testing/databases.ts'
import { postgresPrograms } from '../testing/postgres.ts'
import { runCommand } from './main.ts'

const call = promisify(execFile)
const run = async (env: Record<string, string>, ...words: string[]) => {
  const lines: string[] = []
  const write = (line: string) => void lines.push(line)
  const status = await runCommand(['backup', ...words], { out: write, error: write }, env)
  return { status, text: lines.join('\n') }
}

const namesIn = async (config: Parameters<typeof startConsole>[0]) => {
  const { openBrowser, store, close } = await startConsole(config)
  const { status } = await openBrowser().signIn('admin', adminPassword)
  const names = (await store.people.all()).map(({ name }) => name)
  await close()
  return { status, names }
}

test('a running console on SQLite is copied, and another one goes on with the copy', async () => {
  const dataDir = newFolder()
  const running = await startConsole({ dataDir })
  await running.store.people.create({ name: 'lyon', password: 'a-good-password', roles: [] })
  const copy = join(newFolder(), 'copy.db')
  const { status, text } = await run({ CONSOLE_DATA_DIR: dataDir }, copy)
  expect([status, text]).toEqual([0, expect.stringMatching(/copied to .*copy\.db .*\n.*master\.key/)])
  expect(statSync(copy).mode & 0o777).toBe(0o600)
  // What comes after it is not in it.
  await running.store.people.create({ name: 'nantes', password: 'a-good-password', roles: [] })
  await running.close()

  const restored = newFolder()
  copyFileSync(copy, join(restored, 'console.db'))
  copyFileSync(join(dataDir, 'master.key'), join(restored, 'master.key'))
  expect(await namesIn({ dataDir: restored })).toEqual({ status: 200, names: ['admin', 'lyon'] })

  const withoutKey = newFolder()
  copyFileSync(copy, join(withoutKey, 'console.db'))
  await expect(startConsole({ dataDir: withoutKey })).rejects.toThrow(/another master key/)
})

test('what is there is not written over, and what is not there not copied', async () => {
  const dataDir = newFolder()
  const target = join(dataDir, 'copy.db')
  const at = { CONSOLE_DATA_DIR: dataDir }
  expect(await run(at, target)).toEqual({ status: 1, text: expect.stringContaining('There is no database at') })
  await (await startConsole({ dataDir })).close()
  writeFileSync(target, 'mine')
  expect(await run(at, target)).toEqual({ status: 1, text: expect.stringContaining('is there already') })
  expect(await run(at, join(dataDir, 'missing', 'copy.db'))).toMatchObject({ status: 1 })
  expect(existsSync(join(dataDir, 'missing'))).toBe(false)
  expect(await run(at)).toEqual({ status: 1, text: 'Say which file to write: backup <file>.' })
  const shared = {
    ...at,
    DATABASE_URL: 'postgresql://db/console',
    CONSOLE_MASTER_KEY: Buffer.alloc(32).toString('base64'),
  }
  expect(await run(shared, target)).toEqual({ status: 1, text: expect.stringContaining('pg_dump') })
})

describeOnPostgres('a console', () => {
  test('is copied by pg_dump while it runs, and another one goes on with what pg_restore made of it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vpn-console-dump-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const dump = join(folder, 'console.dump')
    const databaseUrl = await newPostgresDatabase()
    const masterKey = Buffer.alloc(32, 7)
    const running = await startConsole({ databaseUrl, masterKey })
    await running.store.people.create({ name: 'lyon', password: 'a-good-password', roles: [] })
    const programs = postgresPrograms() ?? ''
    await call(join(programs, 'pg_dump'), ['--format=custom', `--file=${dump}`, databaseUrl])
    await running.store.people.create({ name: 'nantes', password: 'a-good-password', roles: [] })
    await running.close()

    const other = await newPostgresDatabase()
    const words = ['--exit-on-error', '--single-transaction', '--no-owner', `--dbname=${other}`, dump]
    await call(join(programs, 'pg_restore'), words)
    expect(await namesIn({ databaseUrl: other, masterKey })).toEqual({ status: 200, names: ['admin', 'lyon'] })
  })
})
