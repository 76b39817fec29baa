import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keptEntries, liveEntries, mergeEntries, timeOfId } from './log-entry.ts'
import { established, fails, logOf } from './testing.ts'

const at = Date.UTC(2026, 10, 22, 4, 0, 0, 730)
const raw = fails(at, 'Flow Conflict')

test('a line has the same id however it came, and is shown once', () => {
  const live = liveEntries('c1', [logOf(`${raw}\n`, at)])
  const kept = keptEntries([{ id: 'x', connection_id: 'c1', time: at, raw_message: raw }])
  expect(live[0]?.id).toBe(kept[0]?.id)
  expect(mergeEntries(live, kept)).toHaveLength(1)
})

test('the same line of the other tunnel is another one', () => {
  const both = mergeEntries(liveEntries('c1', [logOf(raw, at)]), liveEntries('c2', [logOf(raw, at)]))
  expect(new Set(both.map(({ id }) => id)).size).toBe(2)
})

test('all spellings of a reason are one, and an unknown one stays as it is', () => {
  const [known, unknown] = liveEntries('c1', [logOf(raw, at), logOf(fails(at, 'Quantum Drift'), at)])
  expect(known).toMatchObject({ reason: 'flow confict', known: { code: 46 } })
  expect(unknown).toMatchObject({ reason: 'Quantum Drift', known: undefined })
})

test('the newest line is first; a finer fraction decides within a millisecond', () => {
  const early = raw.replace('275+', '100+')
  const merged = mergeEntries(
    liveEntries('c1', [logOf(early, at)]),
    liveEntries('c1', [logOf(raw, at), logOf(established(at + 5_000), at + 5_000)]),
  )
  expect(merged.map(({ line }) => [line.kind, line.fraction])).toEqual([
    ['established', '730275'],
    ['failed', '730275'],
    ['failed', '730100'],
  ])
})

describe('ids', () => {
  test('tell when the line was written, and differ where lines do', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 30 }),
        fc.nat(4e9),
        (texts, time) => {
          const trimmed = new Set(texts.map((text) => text.trim()))
          const ids = liveEntries(
            'c',
            texts.map((raw_message) => ({ time, raw_message })),
          ).map(({ id }) => id)
          expect(new Set(ids).size).toBe(trimmed.size)
          for (const id of ids) expect(timeOfId(id)).toBe(time * 1000)
        },
      ),
    )
  })

  test.each(['', 'x', '../..', '-abc', '!!-abc', 'zzzzzzzzzzzz-abc'])('%j is none', (id) => {
    expect(timeOfId(id)).toBeUndefined()
  })
})
