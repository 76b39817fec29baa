import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { ConsoleConfig } from '../config.ts'
import { openDatabase } from '../store/database.ts'
import { columnsSealedBy, reseal, ResealRefused } from '../store/reseal.ts'
import type { Tables } from '../store/tables.ts'
import { createVault, masterKeyFile, readMasterKey } from '../vault.ts'
import { CommandFailed, type Command } from './command.ts'

const fromFile = (path: string): Buffer => {
  const key = readMasterKey(readFileSync(path, 'utf8'))
  if (!key) throw new CommandFailed(`${path} holds no master key: it must be 32 bytes as base64.`)
  return key
}

/** Puts the new key in the place of the old one. It lay beside it before anything was sealed with it. */
const useNext = (dataDir: string) => renameSync(join(dataDir, 'master.key.next'), join(dataDir, 'master.key'))

const change = async (db: Kysely<Tables>, old: Buffer, next: Buffer, say: (line: string) => void) => {
  const { sealed, broken } = await reseal(db, createVault(old), createVault(next)).catch((error: unknown) => {
    throw error instanceof ResealRefused ? new CommandFailed(error.message) : error
  })
  say(`${sealed} secrets are sealed with the new master key.`)
  for (const place of broken) say(`${place} had been altered and could not be opened: enter it again.`)
}

/** The key is kept in the file of the folder: it is changed there, in an order that no power cut breaks. */
const changeFile = async (db: Kysely<Tables>, dataDir: string, say: (line: string) => void) => {
  const path = join(dataDir, 'master.key.next')
  const old = masterKeyFile(dataDir)
  if (existsSync(path)) {
    const next = fromFile(path)
    if ((await columnsSealedBy(db, createVault(next))).length > 0) {
      useNext(dataDir)
      say('An earlier change of the master key is finished now. Nothing was left to be sealed.')
      return
    }
    rmSync(path)
  }
  const next = randomBytes(32)
  writeFileSync(path, `${next.toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  try {
    await change(db, old, next, say)
  } catch (error) {
    rmSync(path)
    throw error
  }
  useNext(dataDir)
  say(`The new master key is in ${join(dataDir, 'master.key')}.`)
}

const heardOfMs = 30_000

/** On a shared database it is known who works on it: a console with the old key would lose what is sealed anew. */
const refuseWhileUsed = async (db: Kysely<Tables>, config: ConsoleConfig) => {
  if (config.databaseUrl === undefined) return
  const since = Date.now() - heardOfMs
  const found = await db.selectFrom('replicas').select('id').where('seen_at', '>', since).execute()
  if (found.length === 0) return
  throw new CommandFailed('A console works on this database, or did half a minute ago: stop all of them first.')
}

/** Seals every secret of the database with a new master key. The console must not run meanwhile. */
export const rotateMasterKey: Command = {
  summary: 'seals every secret in the database with a new master key; stop the console first',
  run: async (config, { say }) => {
    const { dataDir, masterKey, newMasterKey: given } = config
    if (masterKey && !given) {
      throw new CommandFailed('Set CONSOLE_NEW_MASTER_KEY to the key that is to take the place of CONSOLE_MASTER_KEY.')
    }
    const db = await openDatabase(config, Date.now)
    try {
      await refuseWhileUsed(db, config)
      if (given) {
        const old = masterKey ?? (dataDir === null ? undefined : masterKeyFile(dataDir))
        if (!old) throw new CommandFailed('There is no master key to change: set CONSOLE_MASTER_KEY to the old one.')
        await change(db, old, given, say)
        say('From now on start the console with CONSOLE_MASTER_KEY set to the new key.')
      } else if (dataDir !== null) await changeFile(db, dataDir, say)
      say('Links that were sent before, such as invitations, do not work any more: send them again.')
    } finally {
      await db.destroy()
    }
  },
}
