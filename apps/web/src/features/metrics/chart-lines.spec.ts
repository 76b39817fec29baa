import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chartCsv, chartRows, linePath, shownThreshold, stepWords, type ChartLine } from './chart-lines.ts'
import { megabit } from './metric-units.ts'
import { measuredRuns } from './readings.ts'

const grid = { from: Date.UTC(2026, 10, 22, 8), periodMs: 60_000, count: 3 }
const lines: ChartLine[] = [
  { id: 'to', name: 'To the cloud', values: [megabit, undefined, 0], colour: 1 },
  { id: 'from', name: '=From the cloud', values: [2 * megabit, 3, undefined], colour: 2 },
]

describe('linePath', () => {
  test('a line is broken where nothing was measured, and a lone figure is a dot', () => {
    expect(linePath([0, 10, undefined, 5, undefined], 10)).toBe('M0 100L250 0M750 50h0')
  })

  test('begins anew after each gap, and passes through each figure once', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.double({ min: 0, max: 9, noNaN: true }), { nil: undefined })), (values) => {
        const path = linePath(values, 9)
        expect(path.match(/M/g)?.length ?? 0).toBe(measuredRuns(values).length)
        expect(path.match(/[ML]/g)?.length ?? 0).toBe(values.filter((value) => value !== undefined).length)
      }),
    )
  })

  test('nothing measured draws nothing', () => {
    expect(linePath([undefined, undefined], 1)).toBe('')
  })
})

test('what was not measured is said so, not as zero', () => {
  expect(stepWords(lines, 'bit/s', grid, 1)).toMatch(/To the cloud: not measured, =From the cloud: 3 bit\/s$/)
  expect(stepWords(lines, 'bit/s', grid, 2)).toMatch(/To the cloud: 0 bit\/s, =From the cloud: not measured$/)
})

test('the export has a row for each step, empty where nothing was measured, and no formulas', () => {
  expect(chartCsv(lines, 'bit/s', grid).split('\r\n')).toEqual([
    "Time (UTC),To the cloud (bit/s),'=From the cloud (bit/s)",
    '2026-11-22T08:00:00.000Z,1048576,2097152',
    '2026-11-22T08:01:00.000Z,,3',
    '2026-11-22T08:02:00.000Z,0,',
    '',
  ])
})

test('the table has one unit, the newest first', () => {
  const { unit, rows } = chartRows(lines, 'bit/s', grid)
  expect(unit).toBe('Mbit/s')
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['0', 'not measured'],
    ['not measured', '0'],
    ['1', '2'],
  ])
})

test('a threshold far above the lines is not drawn', () => {
  const threshold = { value: 300, words: '300' }
  expect(shownThreshold(threshold, 60)).toBe(threshold)
  expect(shownThreshold(threshold, 40)).toBeUndefined()
  expect(shownThreshold(undefined, 40)).toBeUndefined()
})
