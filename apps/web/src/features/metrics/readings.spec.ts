import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gapsOf, measuredRuns, runsOf, summaryOf, toValues } from './readings.ts'

const grid = { from: 1_000, periodMs: 100, count: 8 }
const anyValues = fc.array(fc.option(fc.double({ noNaN: true }), { nil: undefined }), { maxLength: 40 })

describe('toValues', () => {
  test('each reading falls into its step; the others stay empty', () => {
    const readings = [
      { at: 1_000, value: 5 },
      { at: 1_299, value: 0 },
      { at: 1_800, value: 9 },
      { at: 999, value: 9 },
      { at: 1_500, value: Number.NaN },
    ]
    expect(toValues(readings, grid)).toEqual([5, undefined, 0, undefined, undefined, undefined, undefined, undefined])
  })

  test('what was not measured never becomes a number', () => {
    const anyReadings = fc.array(
      fc.record({ at: fc.integer({ min: 500, max: 2_500 }), value: fc.double({ noNaN: true }) }),
    )
    fc.assert(
      fc.property(anyReadings, (readings) => {
        const values = toValues(readings, grid)
        expect(values).toHaveLength(grid.count)
        for (const [step, value] of values.entries()) {
          const start = grid.from + step * grid.periodMs
          const own = readings.filter(({ at }) => at >= start && at < start + grid.periodMs)
          expect(value === undefined).toBe(own.every(({ value }) => !Number.isFinite(value)))
        }
      }),
    )
  })
})

test('runs cover exactly what was measured, in order and as long as can be', () => {
  fc.assert(
    fc.property(anyValues, (values) => {
      const runs = measuredRuns(values)
      const covered = runs.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index))
      expect(covered).toEqual([...values.keys()].filter((step) => values[step] !== undefined))
      for (const [index, { start }] of runs.entries()) {
        const before = runs[index - 1]
        if (before) expect(start).toBeGreaterThan(before.end)
      }
    }),
  )
})

describe('gapsOf', () => {
  const values = (picture: string) => Array.from(picture).map((letter) => (letter === '.' ? undefined : 1))

  test('a gap is where no line was measured', () => {
    expect(gapsOf([values('..11..11'), values('.111..11')], 8)).toEqual([
      { start: 0, end: 1 },
      { start: 4, end: 6 },
    ])
  })

  test('the newest figures may be late', () => {
    expect(gapsOf([values('111111..')], 8)).toEqual([])
    expect(gapsOf([values('1111....')], 8)).toEqual([{ start: 4, end: 8 }])
  })
})

test('nothing holds nowhere', () => {
  expect(runsOf(5, () => false)).toEqual([])
})

describe('summaryOf', () => {
  test('counts what was measured only', () => {
    expect(summaryOf([undefined, 2, undefined, 4, undefined])).toEqual({ latest: 4, average: 3, highest: 4 })
  })

  test('an old figure is not that of now', () => {
    expect(summaryOf([7, undefined, undefined, undefined])).toEqual({ latest: undefined, average: 7, highest: 7 })
  })

  test('there is none of nothing', () => {
    expect(summaryOf([undefined, undefined])).toBeUndefined()
  })
})
