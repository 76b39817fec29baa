import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { gridEnd, gridOf, ranges } from './metric-ranges.ts'
import { timeTicks } from './time-axis.ts'

test.each([...ranges])('$id has a handful of times below it, in order and within', (range) => {
  fc.assert(
    fc.property(fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }), (now) => {
      const grid = gridOf(range, now)
      const ticks = timeTicks(grid)
      expect(ticks.length).toBeGreaterThanOrEqual(4)
      expect(ticks.length).toBeLessThanOrEqual(9)
      expect(ticks).toEqual(ticks.toSorted((a, b) => a - b))
      expect(ticks[0]).toBeGreaterThanOrEqual(grid.from)
      expect(ticks.at(-1)).toBeLessThan(gridEnd(grid))
    }),
  )
})

test('days are those of the reader, also when the clocks change', () => {
  // A week over the end of summer time; whatever the zone, ticks are midnights.
  const grid = gridOf(ranges[4], Date.UTC(2026, 9, 28, 12))
  for (const tick of timeTicks(grid)) expect(new Date(tick).getHours()).toBe(0)
})
