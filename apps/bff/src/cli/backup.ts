import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openFile } from '../store/sqlite.ts'
import { CommandFailed, type Command } from './command.ts'

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

const copy = (from: string, to: string): void => {
  const file = openFile(from)
  try {
    // Made first, so that it is never there with more rights than its owner's.
    writeFileSync(to, '', { mode: 0o600, flag: 'wx' })
    try {
      file.prepare('vacuum into ?').run(to)
    } catch (error) {
      rmSync(to)
      throw error
    }
  } finally {
    file.close()
  }
}

const requireSound = (path: string): void => {
  const file = openFile(path)
  try {
    // The check answers with one row where all is well, and with one for each fault where it is not.
    const [first] = file.pragma('integrity_check') as { integrity_check: string }[]
    if (first?.integrity_check !== 'ok') throw new CommandFailed(`The copy at ${path} is damaged: copy again.`)
  } finally {
    file.close()
  }
}

/** Copies the SQLite database while the console runs: all of one moment, in one file. */
export const backup: Command = {
  summary: 'copies the database to the file that is named, also while the console runs (SQLite)',
  run: async ({ dataDir, databaseUrl, masterKey }, { say, args: [target, ...more] }) => {
    if (databaseUrl !== undefined) {
      throw new CommandFailed('The data are in PostgreSQL: copy them with pg_dump --format=custom "$DATABASE_URL".')
    }
    if (target === undefined || more.length > 0) throw new CommandFailed('Say which file to write: backup <file>.')
    const path = resolve(target)
    const from = join(dataDir ?? '', 'console.db')
    if (!existsSync(from)) throw new CommandFailed(`There is no database at ${from}: check CONSOLE_DATA_DIR.`)
    if (existsSync(path)) throw new CommandFailed(`${path} is there already, and is left as it is.`)
    try {
      copy(from, path)
    } catch (error) {
      throw new CommandFailed(`${path} could not be written (${messageOf(error)}).`)
    }
    requireSound(path)
    const key = masterKey ? 'CONSOLE_MASTER_KEY' : `the file ${join(dataDir ?? '', 'master.key')}`
    say(`The database is copied to ${path} (${Math.ceil(statSync(path).size / 1024)} KB).`)
    say(`The keys in it are of no use without the master key: keep ${key} too, at another place.`)
  },
}
