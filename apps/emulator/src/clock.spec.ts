import { expect, test } from 'vitest'
import { createClock, durationMs } from './clock.ts'

test.each([
  ['500ms', 500],
  ['30s', 30_000],
  ['1.5m', 90_000],
  ['2h', 7_200_000],
  ['1d', 86_400_000],
  ['10', undefined],
  ['-3s', undefined],
  ['soon', undefined],
])('%s is %s ms', (text, ms) => {
  expect(durationMs(text)).toBe(ms)
})

test('the clock goes with real time, and ahead by what it was advanced', () => {
  let real = 1_000
  const clock = createClock(10, () => real)
  clock.advance(500)
  real += 20
  expect(clock.now()).toBe(1_520)
})

test('speed shortens what takes time', () => {
  expect(createClock(60).takes(60_000)).toBe(1_000)
})
