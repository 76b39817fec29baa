import fc from 'fast-check'
import type { Kysely } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { describeOnEachDatabase, type TestDatabase } from '../testing/databases.ts'
import type { AuditSubject } from './audit.ts'
import { openDatabase } from './database.ts'
import type { Tables } from './tables.ts'

const subject: AuditSubject = {
  personId: 'p-1',
  personName: 'paris',
  ip: '127.0.0.1',
  operation: 'updateVgw',
  cloudId: 'demo',
  consoleRequestId: 'r-1',
}
const dayMs = 24 * 60 * 60_000

/** A store, and the hand of somebody who has the database alone. */
const withIntruder = async (database: TestDatabase, now?: () => number) => {
  const place = await database.place()
  const { audit } = await database.open({ place, ...(now ? { now } : {}) })
  const db = await openDatabase(place, Date.now)
  onTestFinished(() => db.destroy())
  return { audit, db, place }
}

const fill = async ({ record, complete }: Awaited<ReturnType<typeof withIntruder>>['audit'], count = 6) => {
  const ids: string[] = []
  for (let at = 0; at < count; at++) {
    const id = await record(subject, { outcome: 'pending', resourceId: `gw-${at}` }, { name: 'gw-paris' })
    ids.push(id)
    if (at % 3 === 2) continue
    await complete(id, { outcome: 'done', status: 200, requestId: 'cloud-1', before: { a: 1 }, after: { a: 2 } })
  }
  return ids
}

// Of any table, by name: the intruder keeps to no types.
const loose = (db: Kysely<Tables>) => db as unknown as Kysely<Record<string, Record<string, unknown>>>

describeOnEachDatabase('the journal of the audit', (database) => {
  test('agrees with what was written', async () => {
    const { audit } = await database.open()
    expect((await audit.verify()).problem).toBeUndefined()
    const ids = await fill(audit)
    await audit.recordRefused({ ...subject, operation: 'listVgws' }, { outcome: 'denied', status: 403 })
    await audit.recordRefused({ ...subject, operation: 'listVgws' }, { outcome: 'denied', status: 403 })
    await audit.writeCounts(true)
    const found = await audit.verify()
    expect(found.problem).toBeUndefined()
    expect(found).toMatchObject({ entries: 7, lines: 6 + 4 + 2, adopted: 0 })
    expect(await audit.find(ids[0] ?? '')).toMatchObject({ before_state: '{"a":1}', after_state: '{"a":2}' })
  })

  test('finds any single alteration of any column of any row, in every table of it', async () => {
    const { audit, db } = await withIntruder(database)
    await fill(audit)
    const tables = loose(db)
    const rowsOf = async (table: string, key: string) => tables.selectFrom(table).selectAll().orderBy(key).execute()
    const all = [
      ...(await rowsOf('audit', 'id')).map((row) => ({ table: 'audit', key: 'id', row })),
      ...(await rowsOf('audit_journal', 'seq')).map((row) => ({ table: 'audit_journal', key: 'seq', row })),
      ...(await rowsOf('audit_head', 'id')).map((row) => ({ table: 'audit_head', key: 'id', row })),
    ]
    const places = all.flatMap(({ table, key, row }) =>
      Object.keys(row)
        // The sealed key is sealed already, and the only row of its table is known by its number.
        .filter((column) => table !== 'audit_head' || (column !== 'sealed_key' && column !== 'id'))
        .map((column) => ({ table, key, row, column })),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.string({ unit: 'grapheme-ascii', maxLength: 12 }),
        fc.integer({ min: 0, max: 100_000 }),
        async ({ table, key, row, column }, text, number) => {
          const isNumber = typeof row[column] === 'number' || ['ended_at', 'status'].includes(column)
          const value = isNumber ? number : text
          if (value === row[column]) return
          const where = { [key]: column === key ? value : row[key] }
          const set = (values: Record<string, unknown>, of: unknown) =>
            tables.updateTable(table).set(values).where(key, '=', of).execute()
          const isRefused = await set({ [column]: value }, row[key]).then(
            () => false,
            () => true,
          )
          // By the database itself: it is not null, or a key that is there already.
          if (isRefused) return
          expect((await audit.verify()).problem, `${table}.${column}`).toBeDefined()
          await set({ [column]: row[column] }, where[key])
          expect((await audit.verify()).problem).toBeUndefined()
        },
      ),
      { numRuns: 150 },
    )
  }, 60_000)

  test('says what was altered, what is missing and what was put in', async () => {
    const { audit, db } = await withIntruder(database)
    const ids = await fill(audit)
    const first = ids[0] ?? ''
    const kept = await audit.find(first)
    if (!kept) throw new Error('It was written.')

    await db.updateTable('audit').set({ person_name: 'lyon' }).where('id', '=', first).execute()
    expect((await audit.verify()).problem).toMatchObject({ kind: 'altered', entryId: first, at: kept.at })
    await db.updateTable('audit').set({ person_name: 'paris' }).where('id', '=', first).execute()

    await db.deleteFrom('audit').where('id', '=', first).execute()
    expect((await audit.verify()).problem).toMatchObject({ kind: 'missing', entryId: first, line: 1 })
    await db.insertInto('audit').values(kept).execute()

    await db
      .insertInto('audit')
      .values({ ...kept, id: 'of-mine' })
      .execute()
    expect((await audit.verify()).problem).toMatchObject({ kind: 'inserted', entryId: 'of-mine' })
    await db.deleteFrom('audit').where('id', '=', 'of-mine').execute()

    const lines = await db.selectFrom('audit_journal').selectAll().orderBy('seq').execute()
    await db.deleteFrom('audit_journal').where('seq', '=', 3).execute()
    expect((await audit.verify()).problem).toMatchObject({ kind: 'journal', line: 3 })
    await db.insertInto('audit_journal').values(lines.slice(2, 3)).execute()
    expect((await audit.verify()).problem).toBeUndefined()
  })

  test('notices a tail that was cut off, also when the head was put back with it', async () => {
    const { audit, db } = await withIntruder(database)
    await fill(audit)
    const headThen = await db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow()
    const secret = await audit.record(subject, { outcome: 'done' })
    const { head } = await audit.verify()
    await db.deleteFrom('audit').where('id', '=', secret).execute()
    await db.deleteFrom('audit_journal').where('seq', '>', headThen.seq).execute()
    expect((await audit.verify()).problem).toMatchObject({ kind: 'cut-off', line: headThen.seq + 1 })

    // With a head of earlier nothing in the database tells: what was noted elsewhere does.
    await db.updateTable('audit_head').set(headThen).execute()
    expect((await audit.verify()).problem).toBeUndefined()
    expect((await audit.verify([head])).problem).toMatchObject({ kind: 'cut-off', line: head.seq })
    await audit.record(subject, { outcome: 'done' })
    expect((await audit.verify([head])).problem).toMatchObject({ kind: 'cut-off' })
    expect(await audit.isKept({ seq: headThen.seq, hash: headThen.hash })).toBe(true)
  })

  test('is not made good again by going on after an altered head', async () => {
    const { audit, db } = await withIntruder(database)
    await fill(audit)
    const lines = await db.selectFrom('audit_journal').selectAll().orderBy('seq', 'desc').limit(2).execute()
    const [last, before] = lines
    if (!last || !before) throw new Error('They were written.')
    await db.deleteFrom('audit').where('id', '=', last.entry_id).execute()
    await db.deleteFrom('audit_journal').where('seq', '=', last.seq).execute()
    await db.updateTable('audit_head').set({ seq: before.seq, hash: before.hash }).execute()
    await audit.record(subject, { outcome: 'done' })
    expect((await audit.verify()).problem).toMatchObject({ kind: 'journal' })
    await audit.record(subject, { outcome: 'done' })
    expect((await audit.verify()).problem).toMatchObject({ kind: 'journal' })
  })

  test('keeps one order for all who write at once', async () => {
    const place = await database.place()
    const stores = [await database.open({ place }), await database.open({ place })]
    await Promise.all(
      Array.from({ length: 40 }, async (_, at) => {
        const { audit } = stores[database.name === 'SQLite' ? 0 : at % 2] ?? stores[0] ?? (await database.open())
        const id = await audit.record(subject, { outcome: 'pending' })
        await audit.complete(id, { outcome: 'done' })
      }),
    )
    const found = await stores[1]?.audit.verify()
    expect(found?.problem).toBeUndefined()
    expect(found).toMatchObject({ entries: 40, lines: 80 })
  })

  test('goes through itself while it grows and while its beginning is removed', async () => {
    let time = 1_000
    const { audit } = await database.open({ now: () => time })
    await audit.setRetentionDays(1)
    await fill(audit, 9)
    let pauses = 0
    const found = await audit.verify([], async () => {
      pauses++
      if (pauses > 20) return
      await audit.record(subject, { outcome: 'done' })
      time += dayMs
      await audit.prune()
    })
    expect(found.problem).toBeUndefined()
  })

  test('is removed from the oldest on, and the rest still agrees', async () => {
    let time = 1_000
    const { audit } = await database.open({ now: () => time })
    const old = await fill(audit, 4)
    const working = await audit.record(subject, { outcome: 'pending' })
    time += 2 * dayMs
    const young = await audit.record(subject, { outcome: 'done' })
    expect(await audit.prune(), 'for ever').toBe(0)
    await audit.setRetentionDays(1)
    const marked = (await audit.verify()).head
    await audit.complete(working, { outcome: 'done' })
    // What ended a moment ago holds up nothing that is older than it.
    expect(await audit.prune()).toBe(4)
    expect(await audit.find(old[0] ?? '')).toBeUndefined()
    expect(await audit.find(young)).toBeDefined()
    expect((await audit.list(1))[0]).toMatchObject({
      operation: 'pruneAudit',
      body: expect.stringContaining('"entries":4'),
    })
    const found = await audit.verify([marked])
    expect(found.problem).toBeUndefined()
    expect(found).toMatchObject({ entries: 3, head: { pruned: 4, retention_days: 1 } })
    time += 3 * dayMs
    await audit.prune()
    expect((await audit.verify([marked])).problem).toBeUndefined()
  })

  test('keeps what was tampered with', async () => {
    let time = 1_000
    const { audit, db } = await withIntruder(database, () => time)
    await fill(audit)
    await audit.setRetentionDays(1)
    await db.updateTable('audit_head').set({ began_at: 5 }).execute()
    time += 5 * dayMs
    expect(await audit.prune()).toBe(0)
  })

  test('takes in what was there before it, and says so', async () => {
    const { audit, db, place } = await withIntruder(database)
    const ids = await fill(audit, 3)
    const empty = { sealed_key: '', began_at: 0, seq: 0, hash: '', mac: '' }
    await db.deleteFrom('audit_journal').execute()
    await db.updateTable('audit_head').set(empty).execute()
    const again = await database.open({ place })
    expect(await again.audit.verify()).toMatchObject({ entries: 3, lines: 3, adopted: 3 })
    await db
      .updateTable('audit')
      .set({ ip: '203.0.113.9' })
      .where('id', '=', ids[1] ?? '')
      .execute()
    expect((await again.audit.verify()).problem).toMatchObject({ kind: 'altered' })
  })
})

describeOnEachDatabase('entries whose process died', (database) => {
  test('get an end that nobody knows, and those still at work do not', async () => {
    let time = 1_000
    const place = await database.place()
    const first = await database.open({ place, now: () => time })
    const orphan = await first.audit.record(subject, { outcome: 'pending' })
    time = 2_000
    const second = await database.open({ place, now: () => time })
    const own = await second.audit.record(subject, { outcome: 'pending' })
    expect(await second.audit.endOrphans(500)).toBe(0)
    expect(await second.audit.endOrphans(3_000)).toBe(1)
    expect(await second.audit.find(orphan)).toMatchObject({ outcome: 'unknown', ended_at: 2_000 })
    expect(await second.audit.find(own)).toMatchObject({ outcome: 'pending' })
    expect((await second.audit.verify()).problem).toBeUndefined()
    // It lived after all, and knows better.
    await first.audit.complete(orphan, { outcome: 'done' })
    expect(await second.audit.find(orphan)).toMatchObject({ outcome: 'done' })
  })
})

describeOnEachDatabase('refused reads', (database) => {
  test('are one entry a minute, counted', async () => {
    let time = 1_000
    const { audit } = await database.open({ now: () => time })
    const refused = () => audit.recordRefused({ ...subject, operation: 'listVgws' }, { outcome: 'denied', status: 403 })
    for (let at = 0; at < 5; at++) await refused()
    await audit.recordRefused({ ...subject, operation: 'showVgw' }, { outcome: 'denied', status: 403 })
    expect((await audit.list()).map(({ operation, times }) => [operation, times])).toEqual([
      ['showVgw', 1],
      ['listVgws', 1],
    ])
    time += 60_000
    await refused()
    expect((await audit.list()).map(({ operation, times }) => [operation, times])).toEqual([
      ['listVgws', 1],
      ['showVgw', 1],
      ['listVgws', 5],
    ])
    await refused()
    await audit.writeCounts(true)
    expect((await audit.list(1))[0]).toMatchObject({ operation: 'listVgws', times: 2 })
    expect((await audit.verify()).problem).toBeUndefined()
  })
})
