import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { axisFor, megabit, valueWords, type Unit } from './metric-units.ts'

test.each([
  ['bit/s', 0, '0 bit/s'],
  ['bit/s', 1_023, '1,023 bit/s'],
  ['bit/s', 1_024, '1 kbit/s'],
  ['bit/s', 12.34 * megabit, '12.3 Mbit/s'],
  ['bit/s', 300 * megabit, '300 Mbit/s'],
  ['bit/s', 1.5 * 1024 ** 3, '1.5 Gbit/s'],
  ['packets/s', 12_345, '12,345 packets/s'],
  ['ms', 23.42, '23.4 ms'],
  ['%', 0.25, '0.25 %'],
  ['connections', 1, '1 connection'],
  ['connections', 4, '4 connections'],
] satisfies [Unit, number, string][])('%s %d: %s', (unit, value, words) => {
  expect(valueWords(unit, value)).toBe(words)
})

const anyUnit = fc.constantFrom<Unit>('bit/s', 'packets/s', 'ms', '%', 'connections')

describe('axisFor', () => {
  test('begins at zero, holds the highest, and has a few even ticks', () => {
    fc.assert(
      fc.property(anyUnit, fc.double({ min: 0.01, max: 5e9, noNaN: true }), (unit, highest) => {
        const { max, ticks } = axisFor(unit, highest)
        expect(max).toBeGreaterThanOrEqual(highest * (1 - 1e-9))
        expect(ticks[0]).toBe(0)
        expect(ticks.at(-1)).toBe(max)
        expect(ticks.length).toBeGreaterThanOrEqual(2)
        expect(ticks.length).toBeLessThanOrEqual(6)
        if (unit === 'connections') expect(ticks.every((tick) => Number.isInteger(tick))).toBe(true)
      }),
    )
  })

  test('all zeros still make an axis', () => {
    expect(axisFor('bit/s', 0).max).toBeGreaterThan(0)
  })

  test('300 Mbit/s are read in round megabits', () => {
    const { ticks, scale } = axisFor('bit/s', 300 * megabit)
    expect(scale.name).toBe('Mbit/s')
    expect(ticks.map((tick) => tick / scale.factor)).toEqual([0, 100, 200, 300])
  })
})
