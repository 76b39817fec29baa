import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { beforeEach, describe, onTestFinished } from 'vitest'
import type { DatabasePlace } from '../store/database.ts'
import { openStore, type Store } from '../store/store.ts'
import { defaultTuning, type Tuning } from '../tuning.ts'
import { createVault } from '../vault.ts'
import { postgresVariable, type PostgresAnswer } from './postgres-setup.ts'

let asked: Promise<PostgresAnswer> | undefined
const ask = async (): Promise<Exclude<PostgresAnswer, { failed: string }>> => {
  // The setup's own answer, of the type beside it.
  asked ??= fetch(String(process.env[postgresVariable])).then((response) => response.json() as Promise<PostgresAnswer>)
  const answer = await asked
  if ('failed' in answer) throw new Error(answer.failed)
  return answer
}

/** Why there is no PostgreSQL to test with; undefined where there is one. */
export const missingPostgres = async (): Promise<string | undefined> => {
  const answer = await ask()
  return 'missing' in answer ? answer.missing : undefined
}

const administer = async (url: string, statement: string) => {
  const client = new Client({ connectionString: `${url}/postgres` })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** A new and empty database in PostgreSQL, which is gone after the test. */
export const newPostgresDatabase = async (): Promise<string> => {
  const answer = await ask()
  if ('missing' in answer) throw new Error(answer.missing)
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(answer.url, `create database ${name}`)
  onTestFinished(() => administer(answer.url, `drop database ${name} with (force)`))
  return `${answer.url}/${name}`
}

const masterKey = Buffer.alloc(32, 7)

/** Where a database is, and the key that its secrets are sealed with. */
export type TestPlace = DatabasePlace & { masterKey: Buffer }

export type TestDatabase = {
  name: 'SQLite' | 'PostgreSQL'
  /** A new and empty database that can be opened again and again, for the config of a console too; gone after the test. */
  place: () => Promise<TestPlace>
  /** A store, closed after the test; on a new and empty database where no other is given. */
  open: (options?: { tuning?: Partial<Tuning>; now?: () => number; place?: DatabasePlace }) => Promise<Store>
}

const openOn =
  (newest: () => Promise<DatabasePlace>): TestDatabase['open'] =>
  async ({ tuning = {}, now = Date.now, place } = {}) => {
    const store = await openStore(
      place ?? (await newest()),
      { ...defaultTuning, ...tuning },
      now,
      createVault(masterKey),
    )
    onTestFinished(() => store.close())
    return store
  }

/** A new folder, gone after the test. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'vpn-console-data-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

const sqlite: TestDatabase = {
  name: 'SQLite',
  place: () => Promise.resolve({ dataDir: newFolder(), masterKey }),
  open: openOn(() => Promise.resolve({ dataDir: null })),
}
const postgresPlace = async () => ({ dataDir: null, databaseUrl: await newPostgresDatabase(), masterKey })
const postgresql: TestDatabase = { name: 'PostgreSQL', place: postgresPlace, open: openOn(postgresPlace) }

/** Tests that need PostgreSQL; skipped, with the reason, where there is none. */
export const describeOnPostgres = (name: string, tests: (database: TestDatabase) => void): void => {
  describe(`${name} (PostgreSQL)`, () => {
    beforeEach(async ({ skip }) => {
      const missing = await missingPostgres()
      skip(missing !== undefined, missing)
    })
    tests(postgresql)
  })
}

/** The same tests on each database that the console can keep its data in. */
export const describeOnEachDatabase = (name: string, tests: (database: TestDatabase) => void): void => {
  describe(`${name} (SQLite)`, () => {
    tests(sqlite)
  })
  describeOnPostgres(name, tests)
}
