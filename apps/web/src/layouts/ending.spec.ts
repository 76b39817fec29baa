import { describe, expect, test } from 'vitest'
import { endingOf, mustAsk } from './ending.ts'

const minute = 60_000

describe('how long the session lasts is asked', () => {
  test.each([
    ['not while there is time', { leftMs: 10 * minute, shown: undefined, isUnattended: true }, false],
    [
      'once near its end: another tab may have been used',
      { leftMs: minute, shown: undefined, isUnattended: true },
      true,
    ],
    ['not again while nobody is there', { leftMs: minute, shown: 'idle', isUnattended: true }, false],
    ['when somebody comes', { leftMs: minute, shown: 'idle', isUnattended: false }, true],
    ['not where that helps no more', { leftMs: minute, shown: 'final', isUnattended: false }, false],
    ['when it is over', { leftMs: 0, shown: 'final', isUnattended: true }, true],
  ] as const)('%s', (_words, known, expected) => {
    expect(mustAsk(known)).toBe(expected)
  })
})

test('the end is told of as what it is', () => {
  expect(endingOf(10 * minute, { idleUntil: 5, endsAt: 9 })).toBeUndefined()
  expect(endingOf(minute, { idleUntil: 5, endsAt: 9 })).toBe('idle')
  expect(endingOf(minute, { idleUntil: 9, endsAt: 9 })).toBe('final')
})
