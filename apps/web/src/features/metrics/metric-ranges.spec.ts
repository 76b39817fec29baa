import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gridEnd, gridOf, rangeOf, ranges } from './metric-ranges.ts'
import { statusSpans } from './metric-queries.ts'

test.each([
  ['7d', '7d'],
  [null, '24h'],
  ['a year', '24h'],
])('%s in the URL means %s', (text, id) => {
  expect(rangeOf(text).id).toBe(id)
})

describe.each([...ranges, ...statusSpans])('$id at $periodS s', (range) => {
  test('covers the range in whole periods of the cloud, within what one call gives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_500_000_000_000, max: 2_500_000_000_000 }), (now) => {
        const grid = gridOf(range, now)
        const end = gridEnd(grid)
        expect(grid.from % grid.periodMs).toBe(0)
        expect(grid.from).toBeLessThanOrEqual(now - range.ms)
        // The newest minute is not over yet.
        expect(end).toBeGreaterThan(now - 60_000)
        expect(end - now).toBeLessThan(grid.periodMs)
        expect(grid.count).toBeLessThanOrEqual(3_000)
      }),
    )
  })
})
