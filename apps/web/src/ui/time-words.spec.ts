import { describe, expect, test } from 'vitest'
import { agoWords, exactWords, parseTime, spanWords } from './time-words.ts'

test.each([
  [0, 'a few s'],
  [4_999, 'a few s'],
  [42_000, '42 s'],
  [12 * 60_000 + 30_000, '12 min'],
  [3 * 3_600_000, '3 h'],
  [50 * 3_600_000, '2 d'],
])('%d ms are %s', (ms, words) => {
  expect(spanWords(ms)).toBe(words)
})

describe('agoWords', () => {
  const now = Date.parse('2026-11-22T12:00:00Z')

  test.each([
    ['2026-11-22T11:48:00Z', '12 min ago'],
    ['2026-11-22T11:59:58Z', 'just now'],
    // The cloud's clock is ahead of ours.
    ['2026-11-22T12:00:30Z', 'just now'],
  ])('%s was %s', (time, words) => {
    expect(agoWords(Date.parse(time), now)).toBe(words)
  })

  test('what is long ago is a date', () => {
    expect(agoWords(Date.parse('2025-03-05T12:00:00Z'), now)).toContain('2025')
  })
})

test.each([
  ['2026-11-22T12:00:00.000Z', '2026-11-22T12:00:00.000Z'],
  ['2026-11-22T12:00:00', '2026-11-22T12:00:00.000Z'],
  ['2026-11-22 12:00:00', '2026-11-22T12:00:00.000Z'],
  ['2026-11-22T14:00:00+02:00', '2026-11-22T12:00:00.000Z'],
])('%s is read as UTC where it names no zone', (text, expected) => {
  expect(new Date(parseTime(text) ?? 0).toISOString()).toBe(expected)
})

test.each([undefined, '', 'soon'])('%s is no time', (text) => {
  expect(parseTime(text)).toBeUndefined()
})

test('the exact time names UTC', () => {
  expect(exactWords(Date.parse('2026-11-22T12:00:00Z'))).toContain('2026-11-22 12:00:00 UTC')
})
