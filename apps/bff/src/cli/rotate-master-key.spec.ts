import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createEmulator, type Emulator } from '@vpn-console/emulator/app'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../store/database.ts'
import { accountAt, startAdministration } from '../testing/cloud-accounts.ts'
import { describeOnEachDatabase, describeOnPostgres, newFolder } from '../testing/databases.ts'
import { createVault, readMasterKey } from '../vault.ts'
import { runCommand } from './main.ts'

let emulator: Emulator
let listening: Awaited<ReturnType<Emulator['listen']>>
beforeAll(async () => {
  emulator = createEmulator()
  listening = await emulator.listen(0)
})
afterAll(() => listening.close())

const gateways = '/api/clouds/paris/vpn/v5/-/vpn-gateways'
const newKey = () => randomBytes(32).toString('base64')

const run = async (env: Record<string, string>, ...words: string[]) => {
  const lines: string[] = []
  const write = (line: string) => void lines.push(line)
  const status = await runCommand(words.length > 0 ? words : ['rotate-master-key'], { out: write, error: write }, env)
  return { status, text: lines.join('\n') }
}

type Place = Parameters<typeof startAdministration>[0]

/** A console with a cloud account, whose keys are sealed; it is stopped. */
const filled = async (place: Place) => {
  const { browser, accounts, close } = await startAdministration(place)
  await browser.post(accounts, accountAt(listening.url, emulator.control.createProject(), { features: ['s2c-read'] }))
  await close()
}
const works = async (place: Place) => {
  const { browser, close } = await startAdministration(place)
  const { status } = await browser.get(gateways)
  await close()
  return status === 200
}

describe('with the key in a file', () => {
  const prepare = async () => {
    const dataDir = newFolder()
    await filled({ dataDir })
    const path = join(dataDir, 'master.key')
    return { dataDir, path, next: join(dataDir, 'master.key.next'), env: { CONSOLE_DATA_DIR: dataDir } }
  }

  test('everything is sealed with a new one, which is for its owner alone and shown to nobody', async () => {
    const { dataDir, path, next, env } = await prepare()
    const before = readFileSync(path, 'utf8')
    const { status, text } = await run(env)
    expect(status).toBe(0)
    expect(text).toMatch(/2 secrets are sealed/)
    const after = readFileSync(path, 'utf8')
    expect(after).not.toBe(before)
    expect(text).not.toContain(after.trim())
    expect(text).not.toContain(before.trim())
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(existsSync(next)).toBe(false)
    expect(await works({ dataDir })).toBe(true)
  })

  test('a power cut after the database was changed is put right by a second run', async () => {
    const { dataDir, path, next, env } = await prepare()
    copyFileSync(path, `${path}.old`)
    await run(env)
    renameSync(path, next)
    renameSync(`${path}.old`, path)
    await expect(startAdministration({ dataDir })).rejects.toThrow(/another master key/)
    expect(await run(env)).toMatchObject({ status: 0, text: expect.stringContaining('finished') })
    expect(await works({ dataDir })).toBe(true)
  })

  test('a power cut before it was changed leaves nothing in the way', async () => {
    const { dataDir, next, env } = await prepare()
    writeFileSync(next, `${newKey()}\n`, { mode: 0o600 })
    expect(await works({ dataDir })).toBe(true)
    expect(await run(env)).toMatchObject({ status: 0, text: expect.stringContaining('2 secrets') })
    expect(await works({ dataDir })).toBe(true)
  })

  test('a column that nobody thought of stops it, and nothing is changed', async () => {
    const { dataDir, path, next, env } = await prepare()
    const key = readMasterKey(readFileSync(path, 'utf8'))
    if (!key) throw new Error('The console was to make a key.')
    const db = await openDatabase({ dataDir }, Date.now)
    const report = createVault(key).seal('planted', 'elsewhere')
    const row = { id: 'r', cloud_id: 'paris', connection_id: 'c', created_at: 1, person_name: 'admin', report }
    await db.insertInto('doctor_reports').values(row).execute()
    await db.destroy()
    expect(await run(env)).toMatchObject({ status: 1, text: expect.stringContaining('doctor_reports.report') })
    expect(existsSync(next)).toBe(false)
    expect(await works({ dataDir })).toBe(true)
  })

  test('what had been altered is named and left', async () => {
    const { dataDir, env } = await prepare()
    const db = await openDatabase({ dataDir }, Date.now)
    const { credentials } = await db.selectFrom('cloud_accounts').select('credentials').executeTakeFirstOrThrow()
    const altered = `${credentials?.slice(0, -4)}AAAA`
    await db.updateTable('cloud_accounts').set({ credentials: altered }).execute()
    await db.destroy()
    const { status, text } = await run(env)
    expect([status, text]).toEqual([0, expect.stringContaining('cloud_accounts/paris had been altered')])
    expect(await works({ dataDir })).toBe(false)
  })
})

describeOnEachDatabase('with the key in the environment', (database) => {
  const prepare = async () => {
    const place = await database.place()
    const text = newKey()
    const masterKey = readMasterKey(text)
    await filled({ ...place, masterKey })
    const env: Record<string, string> = {
      CONSOLE_DATA_DIR: place.dataDir ?? newFolder(),
      CONSOLE_MASTER_KEY: text,
      ...(place.databaseUrl === undefined ? {} : { DATABASE_URL: place.databaseUrl }),
    }
    return { place, masterKey, env }
  }

  test('everything is sealed with the new one that is given', async () => {
    const { place, masterKey, env } = await prepare()
    const next = newKey()
    expect(await run({ ...env, CONSOLE_NEW_MASTER_KEY: next })).toMatchObject({ status: 0 })
    expect(await works({ ...place, masterKey: readMasterKey(next) })).toBe(true)
    await expect(startAdministration({ ...place, masterKey })).rejects.toThrow(/another master key/)
  })

  test.each<[string, Record<string, string>, RegExp]>([
    ['no new key', {}, /Set CONSOLE_NEW_MASTER_KEY/],
    ['a new key that is none', { CONSOLE_NEW_MASTER_KEY: 'short' }, /32 bytes as base64/],
    ['another old key', { CONSOLE_MASTER_KEY: newKey(), CONSOLE_NEW_MASTER_KEY: newKey() }, /another master key/],
  ])('%s: nothing is changed', async (_name, more, words) => {
    const { place, masterKey, env } = await prepare()
    const { status, text } = await run({ ...env, ...more })
    expect([status, text]).toEqual([1, expect.stringMatching(words)])
    expect(await works({ ...place, masterKey })).toBe(true)
  })
})

describeOnPostgres('while a console works on the database', (database) => {
  test('nothing is changed', async () => {
    const place = await database.place()
    const text = newKey()
    await startAdministration({ ...place, masterKey: readMasterKey(text) })
    const env = { CONSOLE_DATA_DIR: newFolder(), CONSOLE_MASTER_KEY: text, CONSOLE_NEW_MASTER_KEY: newKey() }
    const { status, text: words } = await run({ ...env, DATABASE_URL: place.databaseUrl ?? '' })
    expect([status, words]).toEqual([1, expect.stringContaining('stop all of them')])
  })
})

test('a command that is none is answered with those there are', async () => {
  const { status, text } = await run({}, 'rotate')
  expect([status, text]).toEqual([2, expect.stringContaining('rotate-master-key')])
  expect((await run({}, 'constructor')).status).toBe(2)
})
