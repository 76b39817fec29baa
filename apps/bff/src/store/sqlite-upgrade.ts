import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { DatabaseUnusable } from './database-error.ts'
import { migrate, migrationTable, pendingOf, type Migrations } from './migrate.ts'
import { onFile, openFile, type SqliteFile } from './sqlite.ts'

const keptBackups = 3
// How long one waits for the upgrade that another process is at.
const mostWaitMs = 120_000
const pauseMs = 50

const namesOf = (file: SqliteFile, query: string): string[] =>
  // Both queries below select names, which are texts.
  (file.prepare(query).all() as { name: string }[]).map(({ name }) => name)

const contentOf = (file: SqliteFile) => {
  const tables = namesOf(file, `select name from sqlite_master where type = 'table'`)
  const done = tables.includes(migrationTable) ? namesOf(file, `select name from ${migrationTable}`) : []
  return { isEmpty: tables.length === 0, done }
}

const onDisk = (path: string) => {
  const descriptor = openSync(path, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** Takes the file for this connection alone; what stood beside it in its write-ahead log is in it afterwards. */
const lock = (file: SqliteFile) => {
  // Fails while anybody else has the file open.
  file.pragma('journal_mode = DELETE')
  file.pragma('locking_mode = EXCLUSIVE')
  // A journal on disk would go by a name that is the new file's as soon as that is in place.
  file.pragma('journal_mode = MEMORY')
  file.exec('begin exclusive')
  file.exec('commit')
}

/** Said by name, because a closed file stays open until the last of its statements has been tidied away. */
const unlock = (file: SqliteFile) => {
  file.pragma('locking_mode = NORMAL')
  // The lock goes with the next use of the file, unless that is refused because there was none.
  try {
    file.prepare('select count(*) from sqlite_master').all()
  } catch (error) {
    if (!isBusy(error)) throw error
  }
}

const removeIfThere = (path: string) => {
  if (existsSync(path)) rmSync(path)
}

const copyInto = (file: SqliteFile, path: string) => {
  removeIfThere(path)
  // Made first, so that it is never there with more rights than its owner's.
  writeFileSync(path, '', { mode: 0o600, flag: 'wx' })
  file.prepare('vacuum into ?').run(path)
  onDisk(path)
}

const isSound = (file: SqliteFile): boolean => {
  // The check answers with one row where all is well, and with one for each fault where it is not.
  const [first] = file.pragma('integrity_check') as { integrity_check: string }[]
  return first?.integrity_check === 'ok'
}

const migrateCopy = async (path: string, migrations: Migrations) => {
  const file = openFile(path)
  const db = onFile(file)
  try {
    // A migration may have to make a table anew that others refer to.
    file.pragma('foreign_keys = OFF')
    await migrate(db, migrations)
    const { done } = contentOf(file)
    const isWhole =
      isSound(file) &&
      file.prepare('pragma foreign_key_check').all().length === 0 &&
      pendingOf(migrations, done).length === 0
    if (!isWhole) throw new DatabaseUnusable('The upgraded database of the console is damaged; nothing was changed.')
  } finally {
    await db.destroy()
  }
  onDisk(path)
}

/** The time that a backup's name ends with. */
const timeIn = (name: string) => name.slice(-'20261122T070000Z'.length)

const dropOldBackups = (path: string) => {
  const prefix = `${basename(path)}.before-`
  const backups = readdirSync(dirname(path))
    .filter((name) => name.startsWith(prefix))
    .toSorted((a, b) => (timeIn(a) < timeIn(b) ? 1 : -1))
  for (const name of backups.slice(keptBackups)) removeIfThere(join(dirname(path), name))
}

const replace = async (path: string, file: SqliteFile, first: string, migrations: Migrations, now: () => number) => {
  const time = new Date(now()).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const backup = `${path}.before-${first}-${time}`
  const upgraded = `${path}.new`
  const { isEmpty } = contentOf(file)
  const parts = [upgraded, `${upgraded}-journal`]
  try {
    // An earlier upgrade may have been killed; SQLite would undo in the new copy what that one had begun.
    parts.forEach(removeIfThere)
    copyInto(file, backup)
    copyFileSync(backup, upgraded)
    chmodSync(upgraded, 0o600)
    await migrateCopy(upgraded, migrations)
    renameSync(upgraded, path)
    onDisk(dirname(path))
  } catch (error) {
    ;[...parts, backup].forEach(removeIfThere)
    throw error
  }
  if (isEmpty) rmSync(backup)
  else dropOldBackups(path)
}

const isBusy = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')

const inUse = (path: string, cause: unknown) =>
  new DatabaseUnusable(
    `The console's database ${path} must be upgraded, and another process is using it: stop that first.`,
    { cause },
  )

const upgradeOnce = async (path: string, migrations: Migrations, now: () => number): Promise<void> => {
  const file = openFile(path)
  try {
    chmodSync(path, 0o600)
    const [first] = pendingOf(migrations, contentOf(file).done)
    if (first === undefined) return
    lock(file)
    await replace(path, file, first, migrations, now)
  } catch (error) {
    throw isBusy(error) ? inUse(path, error) : error
  } finally {
    unlock(file)
    file.close()
  }
}

/** Waits without keeping the process from its own work, which may be what is waited for. */
const begin = async (file: SqliteFile, path: string): Promise<void> => {
  for (let waited = 0; ; waited += pauseMs) {
    try {
      file.exec('begin exclusive')
      return
    } catch (error) {
      if (!isBusy(error)) throw error
      if (waited >= mostWaitMs) throw inUse(path, error)
      await setTimeout(pauseMs)
    }
  }
}

/**
 * Does the work while no other process does the same: none may have the file open, by its old content, while another
 * one takes its name. It is a lock of a file of its own that ends with its process.
 */
const alone = async (path: string, work: () => Promise<void>): Promise<void> => {
  const own = `${path}.lock`
  writeFileSync(own, '', { mode: 0o600, flag: 'a' })
  const file = openFile(own)
  file.pragma('busy_timeout = 0')
  try {
    await begin(file, path)
    await work()
  } finally {
    if (file.inTransaction) file.exec('rollback')
    file.close()
  }
}

/**
 * Brings the file up to date, or refuses and leaves it as it was. The work is done on a copy, which then takes the
 * file's place; what was there before stays beside it.
 */
export const upgradeFile = (path: string, migrations: Migrations, now: () => number): Promise<void> =>
  alone(path, () => upgradeOnce(path, migrations, now))
