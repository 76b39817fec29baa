import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { describeOnEachDatabase, type TestDatabase } from '../testing/databases.ts'
import { createAuditSearch, type AuditFilter, type AuditPlace } from './audit-search.ts'
import { openDatabase } from './database.ts'

/** Entries, some of them of one moment, and a search that looks through few of them at once. */
const start = async (database: TestDatabase, searchedAtOnce: number) => {
  let time = 1_000
  const place = await database.place()
  const { audit } = await database.open({ place, now: () => time })
  for (let at = 0; at < 60; at++) {
    if (at % 4 === 0) time++
    const subject = { personId: null, ip: '203.0.113.9', cloudId: at % 2 ? 'demo' : null, consoleRequestId: `r-${at}` }
    const personName = ['paris', 'Lyon', 'nantes'][at % 3] ?? ''
    const operation = at % 5 ? 'updateVgw' : 'createVgw'
    const resourceId = at % 7 ? `gw-${at}` : `gw-${at} gw-shared`
    const body = { name: at === 3 ? '100%_RARE' : 'plain' }
    await audit.record({ ...subject, personName, operation }, { outcome: at % 6 ? 'done' : 'denied', resourceId }, body)
  }
  const db = await openDatabase(place, () => time)
  onTestFinished(() => db.destroy())
  return { all: await audit.list(100), ...createAuditSearch(db, searchedAtOnce) }
}
type Search = Awaited<ReturnType<typeof start>>

const walk = async ({ search }: Search, filter: AuditFilter, limit: number, direction: 'before' | 'after') => {
  const found: string[] = []
  let from: AuditPlace | undefined = direction === 'after' ? { at: 0, id: '' } : undefined
  for (let turn = 0; turn < 200; turn++) {
    const page = await search(filter, { [direction]: from, limit })
    const ids = page.rows.map(({ id }) => id)
    if (direction === 'after') found.unshift(...ids)
    else found.push(...ids)
    from = direction === 'after' ? page.newer : page.older
    if (!from) return found
  }
  throw new Error('It never ends.')
}

describeOnEachDatabase('a search of the audit', (database) => {
  test('gives each entry that matches once, in either direction, whatever the size of a page', async () => {
    const found = await start(database, 7)
    expect(found.all.map(({ console_request_id: id }) => id)).toEqual(
      Array.from({ length: 60 }, (_, at) => `r-${59 - at}`),
    )
    const filters: [AuditFilter, (row: (typeof found.all)[number]) => boolean][] = [
      [{}, () => true],
      [{ text: 'LYON' }, ({ person_name: name }) => name === 'Lyon'],
      [{ text: '100%_rare' }, ({ body }) => body?.includes('RARE') === true],
      [{ text: 'nowhere' }, () => false],
      [{ person: 'LYON', text: 'plain' }, ({ person_name: name, body }) => name === 'Lyon' && !body?.includes('RARE')],
      [{ operations: ['createVgw'], outcomes: ['done', 'denied'] }, ({ operation }) => operation === 'createVgw'],
      [
        { cloudId: 'demo', since: 1_003, until: 1_009 },
        ({ cloud_id: id, at }) => id === 'demo' && at >= 1_003 && at < 1_009,
      ],
      [{ resourceId: 'gw-shared' }, ({ resource_id: id }) => id?.endsWith(' gw-shared') === true],
      [{ resourceId: 'gw-1' }, ({ resource_id: id }) => id === 'gw-1'],
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...filters),
        fc.integer({ min: 1, max: 70 }),
        fc.constantFrom('before' as const, 'after' as const),
        async ([filter, isMeant], limit, direction) => {
          const expected = found.all.filter(isMeant).map(({ id }) => id)
          expect(await walk(found, filter, limit, direction)).toEqual(expected)
        },
      ),
      { numRuns: 40 },
    )
  }, 60_000)

  test('for a text goes so far at once, and says how far', async () => {
    const found = await start(database, 10)
    const page = await found.search({ text: 'rare' }, { limit: 5 })
    expect(page.rows).toEqual([])
    expect(page.searchedTo).toBe(found.all[9]?.at)
    expect(page.older).toMatchObject({ id: found.all[9]?.id })
  })

  test('gives everything that matches, for a file', async () => {
    const found = await start(database, 10)
    const rows: string[] = []
    for await (const some of found.everything({ text: 'plain' })) rows.push(...some.map(({ id }) => id))
    expect(rows).toHaveLength(59)
    expect(new Set(rows).size).toBe(59)
  })
})
