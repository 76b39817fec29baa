import type { Log } from '@vpn-console/api-client'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../testing/databases.ts'
import type { Tuning } from '../tuning.ts'

const now = 1_735_100_000_000

/** A line that many seconds ago. */
const line = (ago: number, reason = 'dpd timeout'): Log => ({
  time: now / 1000 - ago,
  raw_message: `${new Date(now - ago * 1000).toISOString()} host-192-0-2-1 ipsec_ike[7]: [192.0.2.1] IPSec tunnel negotiation fails. (PeerAddress=[198.51.100.7], Reason=[${reason}])`,
})
const all = { cloudId: 'demo', limit: 2_000 }

describeOnEachDatabase('kept lines', (database) => {
  const open = async (tuning: Partial<Tuning> = {}) => (await database.open({ tuning, now: () => now })).logLines

  test('are kept once, however often and in whatever part they are seen', async () => {
    const lines = await open()
    let cloud = 0
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { minLength: 1 }),
        fc.array(fc.nat({ max: 50 })),
        async (agos, starts) => {
          const cloudId = `cloud-${++cloud}`
          const logs = agos.toSorted((a, b) => a - b).map((ago) => line(ago))
          await lines.keep(cloudId, 'c-1', logs)
          for (const start of starts) await lines.keep(cloudId, 'c-1', logs.slice(start))
          const kept = await lines.list({ ...all, cloudId })
          expect(kept.lines.map(({ raw_message }) => raw_message)).toEqual(logs.map(({ raw_message }) => raw_message))
        },
      ),
      { numRuns: 20 },
    )
  })

  test('are two where one answer has the same line twice', async () => {
    const lines = await open()
    await lines.keep('demo', 'c-1', [line(5), line(5)])
    await lines.keep('demo', 'c-1', [line(4), line(5), line(5)])
    expect((await lines.list(all)).lines).toHaveLength(3)
  })

  test('reach further back than the newest 200 of the cloud', async () => {
    const lines = await open()
    const logs = Array.from({ length: 450 }, (_, ago) => line(ago))
    for (let end = 450; end >= 200; end -= 50) await lines.keep('demo', 'c-1', logs.slice(end - 200, end))
    expect((await lines.list(all)).lines).toHaveLength(450)
    expect(await lines.keptSince({ cloudId: 'demo' })).toBe(now - 449_000)
  })

  test('come in pages that lose and repeat nothing, also where many share a moment', async () => {
    const lines = await open()
    await lines.keep('demo', 'c-1', [...Array.from({ length: 7 }, (_, index) => line(3, `reason ${index}`)), line(1)])
    await lines.keep('demo', 'c-2', [line(2), line(3), line(9)])
    for (const limit of [1, 2, 3, 5, 100]) {
      const seen: string[] = []
      let before: number | undefined
      do {
        const page = await lines.list({ cloudId: 'demo', before, limit })
        seen.push(...page.lines.map(({ id }) => id))
        before = page.nextBefore
      } while (before !== undefined)
      expect(seen).toHaveLength(11)
      expect(new Set(seen).size).toBe(11)
    }
  })

  test('are found by connection, reason, span and text, in which % and _ stand for themselves', async () => {
    const lines = await open()
    await lines.keep('demo', 'c-1', [line(1), line(2, 'Version Mismatch'), line(3, '100%_\\')])
    await lines.keep('demo', 'c-2', [line(1)])
    await lines.keep('other', 'c-1', [line(1), line(4, 'É not é')])
    const count = async (filter: object) => (await lines.list({ ...all, ...filter })).lines.length
    expect(await count({})).toBe(4)
    expect(await count({ connectionIds: ['c-2'] })).toBe(1)
    expect(await count({ reason: 'version mismatch' })).toBe(1)
    expect(await count({ since: now - 1_000 })).toBe(2)
    expect(await count({ text: 'VERSION' })).toBe(1)
    expect(await count({ text: '0%_\\' })).toBe(1)
    expect(await count({ text: '%%' })).toBe(0)
    expect(await count({ text: 'é NOT É', cloudId: 'other' })).toBe(0)
    expect(await count({ text: 'É NOT é', cloudId: 'other' })).toBe(1)
    expect(await count({ text: "' or 1=1 --" })).toBe(0)
  })

  test('are dropped when they are too old or too many', async () => {
    const lines = await open({ logKeepMs: 100_000, logKeepLines: 10, logKeepAll: 12 })
    await lines.keep('demo', 'c-1', [line(500), ...Array.from({ length: 15 }, (_, ago) => line(ago))])
    await lines.keep('demo', 'c-2', [line(20), line(21)])
    await lines.prune()
    const kept = await lines.list(all)
    expect(kept.lines.map(({ connection_id }) => connection_id).toSorted()).toEqual([
      ...Array.from({ length: 10 }, () => 'c-1'),
      'c-2',
      'c-2',
    ])
    expect(kept.lines[0]?.time).toBe(now)
    await lines.keep('demo', 'c-3', [line(0), line(1)])
    await lines.prune()
    expect((await lines.list(all)).lines).toHaveLength(12)
  })

  test('may be switched off', async () => {
    const lines = await open({ logKeepMs: 0 })
    await lines.keep('demo', 'c-1', [line(1)])
    expect((await lines.list(all)).lines).toEqual([])
  })
})
