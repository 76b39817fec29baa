import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alarmWords, certificateState, daysLeft, endWords, nearEnd } from './certificate-words.ts'

const day = 86_400_000
const now = Date.UTC(2026, 10, 22)
const ends = (left: number) => ({ begins: undefined, ends: now + left * day })

describe('the end in words', () => {
  test.each([
    [9.5, 'Ends in 9 days', 'ending'],
    [1.2, 'Ends in 1 day', 'ending'],
    [0.5, 'Ends within a day', 'ending'],
    [30, 'Ends in 30 days', 'good'],
    [29.9, 'Ends in 29 days', 'ending'],
    [0, 'Ended today', 'ended'],
    [-0.5, 'Ended today', 'ended'],
    [-1, 'Ended 1 day ago', 'ended'],
    [-3.4, 'Ended 3 days ago', 'ended'],
  ])('%d days: %s', (left, words, state) => {
    expect(endWords(ends(left), now)).toBe(words)
    expect(certificateState(ends(left), now)).toBe(state)
  })

  test('one that begins later is not valid yet', () => {
    const entry = { begins: now + 1.5 * day, ends: now + 400 * day }
    expect(endWords(entry, now)).toBe('Not valid yet, begins in 2 days')
    expect(certificateState(entry, now)).toBe('not-yet')
  })

  test('an end that could not be read is no end', () => {
    const entry = { begins: undefined, ends: undefined }
    expect(endWords(entry, now)).toBe('Could not be read')
    expect(certificateState(entry, now)).toBe('unreadable')
    expect(daysLeft(entry, now)).toBeUndefined()
  })

  test('days left order certificates as their ends do', () => {
    const left = fc.integer({ min: -900 * day, max: 900 * day }).map((ms) => ms / day)
    fc.assert(
      fc.property(left, left, (one, other) => {
        const [a = 0, b = 0] = [daysLeft(ends(one), now), daysLeft(ends(other), now)]
        if (one <= other) expect(a).toBeLessThanOrEqual(b)
        expect(certificateState(ends(one), now) === 'ended').toBe(one <= 0)
      }),
    )
  })
})

describe('the badge', () => {
  const owner = { name: 'gw-shanghai', to: '/' }
  const used = (left: number) => ({ ...ends(left), owner })

  test('counts what is at work and near its end', () => {
    const entries = [used(400), used(29), used(-2), { ...ends(-40), owner: undefined }]
    expect(nearEnd(entries, now)).toEqual([used(29), used(-2)])
  })

  test.each([
    [[], undefined],
    [[9], '1 certificate ends within 30 days'],
    [[9, 12], '2 certificates end within 30 days'],
    [[-1], '1 certificate has ended'],
    [[-1, -2], '2 certificates have ended'],
    [[9, 12, -1], '2 certificates end within 30 days, 1 has ended'],
  ])('%j days: %s', (left, words) => {
    expect(alarmWords(left.map(used), now)).toBe(words)
  })
})
