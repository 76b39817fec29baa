import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { openDatabase } from '../store/database.ts'
import { describeOnEachDatabase, newFolder, type TestDatabase } from '../testing/databases.ts'
import { verifyAudit } from '../cli/audit-finding.ts'
import { createAuditKeeper } from './audit-keeper.ts'

const subject = {
  personId: null,
  personName: 'paris',
  ip: '127.0.0.1',
  operation: 'updateVgw',
  cloudId: null,
  consoleRequestId: 'r-1',
}

const start = async (database: TestDatabase) => {
  let time = 1_000_000
  const now = () => time
  const place = await database.place()
  const { audit } = await database.open({ place, now })
  const db = await openDatabase(place, now)
  onTestFinished(() => db.destroy())
  const lines: string[] = []
  const log = createLog('info', { write: (line) => lines.push(line) })
  const metrics = createMetrics()
  const dataDir = newFolder()
  const tuning = { auditOrphanMs: 10_000 }
  const make = (isShared = false) => createAuditKeeper({ audit, log, metrics, tuning, dataDir, isShared, now })
  const wait = (ms: number) => {
    time += ms
  }
  return { audit, db, lines, metrics, dataDir, make, wait }
}

describeOnEachDatabase('the keeper of the audit', (database) => {
  test('says in the log, the metrics and its state whether the audit is as it was written', async () => {
    const { audit, db, lines, metrics, make } = await start(database)
    const id = await audit.record(subject, { outcome: 'done' })
    const keeper = make()
    expect(keeper.state()).toEqual({ isChecking: false, finding: undefined })
    await Promise.all([keeper.check(), keeper.check()])
    expect(keeper.state().finding).toMatchObject({ at: 1_000_000, entries: 1 })
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { msg: 'audit checked', head: expect.stringMatching(/^1:/) },
    ])
    expect(await metrics.text()).toContain('console_audit_intact 1')
    await db.updateTable('audit').set({ outcome: 'failed' }).where('id', '=', id).execute()
    await keeper.check()
    expect(keeper.state().finding?.problem).toMatchObject({ kind: 'altered', entryId: id })
    expect(lines.at(-1)).toContain('the audit was tampered with')
    expect(await metrics.text()).toContain('console_audit_intact 0')
  })

  test('notes the newest line beside the database, and keeps the note when that line is gone', async () => {
    const { audit, db, dataDir, make } = await start(database)
    await audit.record(subject, { outcome: 'done' })
    const before = await audit.head()
    const secret = await audit.record(subject, { outcome: 'done' })
    await make().tidy()
    const path = join(dataDir, 'audit.mark')
    const note = readFileSync(path, 'utf8')
    expect(JSON.parse(note)).toMatchObject({ seq: 2 })
    expect(statSync(path).mode & 0o077).toBe(0)

    // All of it as it was one entry earlier, but for the file.
    await db.deleteFrom('audit').where('id', '=', secret).execute()
    await db.deleteFrom('audit_journal').where('seq', '=', 2).execute()
    await db.updateTable('audit_head').set(before).execute()
    await audit.record(subject, { outcome: 'done' })
    await audit.record(subject, { outcome: 'done' })
    const again = make()
    await again.tidy()
    expect(readFileSync(path, 'utf8')).toBe(note)
    await again.check()
    expect(again.state().finding?.problem).toMatchObject({ kind: 'cut-off', line: 2 })
    expect(await verifyAudit({ audit, dataDir })).toMatchObject({
      isIntact: false,
      sentence: expect.stringContaining('Line 2 was there earlier'),
    })
  })

  test('takes no note from a file that cannot be read', async () => {
    const { audit, dataDir, make } = await start(database)
    writeFileSync(join(dataDir, 'audit.mark'), 'not a mark')
    await audit.record(subject, { outcome: 'done' })
    const keeper = make()
    await keeper.check()
    expect(keeper.state().finding?.problem).toBeUndefined()
    await keeper.close()
    expect(readFileSync(join(dataDir, 'audit.mark'), 'utf8')).toContain('"seq":1')
  })

  test('ends at its start what a process before it left open, at once where it is alone', async () => {
    const { audit, db, make, wait } = await start(database)
    const own = await audit.record(subject, { outcome: 'pending' })
    const row = await audit.find(own)
    if (!row) throw new Error('It was written.')
    const left = { ...row, id: 'left-open' }
    await db.insertInto('audit').values(left).execute()
    wait(5_000)
    const outcome = async (id: string) => (await audit.find(id))?.outcome
    await make(true).start()
    expect(await outcome('left-open'), 'another may be at work on it').toBe('pending')
    await make().start()
    expect(await outcome('left-open')).toBe('unknown')
    expect(await outcome(own), 'it is at work').toBe('pending')
  })

  test('removes what is too old once a day, and nothing where something is wrong', async () => {
    const { audit, db, make, wait } = await start(database)
    const id = await audit.record(subject, { outcome: 'done' })
    await audit.setRetentionDays(1)
    const keeper = make()
    await keeper.tidy()
    wait(3 * 24 * 60 * 60_000)
    const young = await audit.record(subject, { outcome: 'done' })
    await keeper.tidy()
    expect(await audit.find(id)).toBeUndefined()
    await db.updateTable('audit').set({ ip: '' }).where('id', '=', young).execute()
    await keeper.check()
    wait(3 * 24 * 60 * 60_000)
    await keeper.tidy()
    await keeper.prune()
    expect(await audit.find(young)).toBeDefined()
  })
})

describeOnEachDatabase('verify-audit', (database) => {
  test('is one sentence, and knows lines that were noted', async () => {
    const { audit, db } = await start(database)
    await audit.record(subject, { outcome: 'done' })
    const { seq, hash } = await audit.head()
    const intact = await verifyAudit({ audit, dataDir: null }, [`${seq}:${hash}`])
    expect(intact).toEqual({
      isIntact: true,
      sentence: `The audit is as the console wrote it: 1 entry and 1 line of the journal, up to 1:${hash}.`,
    })
    expect(await verifyAudit({ audit, dataDir: null }, ['x'])).toMatchObject({
      isIntact: false,
      sentence: 'x is no line of the journal: give its number, a colon and its hash.',
    })
    expect(await verifyAudit({ audit, dataDir: null }, [`9:${hash}`])).toMatchObject({ isIntact: false })
    await db.updateTable('audit').set({ person_name: 'lyon' }).execute()
    const { isIntact, sentence } = await verifyAudit({ audit, dataDir: null })
    expect(isIntact).toBe(false)
    expect(sentence).toMatch(
      /^The audit was tampered with\. An entry was altered .* \(entry [\w-]{36}, written 1970-01-01T/,
    )
  })
})
