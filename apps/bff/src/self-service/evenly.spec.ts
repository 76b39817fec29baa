import fc from 'fast-check'
import { expect, test } from 'vitest'
import { waitUntilEven } from './evenly.ts'

test('an answer comes after a whole number of steps, and never more than one step late', () => {
  fc.assert(
    fc.property(fc.nat({ max: 60_000 }), fc.integer({ min: 1, max: 2_000 }), (tookMs, stepMs) => {
      const waitMs = waitUntilEven(tookMs, stepMs)
      expect((tookMs + waitMs) % stepMs).toBe(0)
      expect(waitMs).toBeGreaterThanOrEqual(0)
      expect(waitMs).toBeLessThanOrEqual(stepMs)
      expect(tookMs + waitMs).toBeGreaterThan(0)
    }),
  )
})

test('without steps nothing waits', () => {
  expect(waitUntilEven(123, 0)).toBe(0)
})
