import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineTime, lineTimeUtc, momentText, toInputText } from './time-text.ts'

const time = Date.UTC(2026, 10, 22, 4, 5, 6, 730)

test('the fraction is the one that was written, to its last digit', () => {
  expect(lineTimeUtc({ time, fraction: '730275' })).toBe('2026-11-22 04:05:06.730275 UTC')
  expect(lineTimeUtc({ time, fraction: '73027' })).toBe('2026-11-22 04:05:06.73027 UTC')
  expect(lineTimeUtc({ time })).toBe('2026-11-22 04:05:06 UTC')
  expect(lineTime({ time, fraction: '730275' })).toContain('06.730275')
})

test('a time that no calendar has is a dash', () => {
  expect(lineTime({ time: 1e20 })).toBe('–')
  expect(lineTimeUtc({ time: Number.NaN })).toBe('–')
})

test('what stands in an input is read back as the same second', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e9 }), (seconds) => {
      const text = toInputText(seconds * 1000)
      expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
      // An hour that the clock has twice a year is read as one of the two.
      expect(Math.abs(Date.parse(text) - seconds * 1000) % 3_600_000).toBe(0)
      expect(momentText(seconds * 1000)).not.toBe('')
    }),
  )
})
