import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostDays, retentionForm, retentionValues, retentionWords, toRetentionDays } from './retention-form.ts'

test('any number of days that is allowed comes back as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: mostDays }), (days) => {
      const values = retentionValues(days)
      expect(retentionForm.safeParse(values).success).toBe(true)
      expect(toRetentionDays(values)).toBe(days)
    }),
  )
})

test.each(['', '0', '-1', '1.5', 'x', '36501'])('%j days are refused', (days) => {
  expect(retentionForm.safeParse({ kept: 'for-days', days }).success).toBe(false)
  expect(retentionForm.safeParse({ kept: 'for-ever', days }).success).toBe(true)
})

test.each([
  [0, 'For ever'],
  [1, 'For 1 day'],
  [90, 'For 90 days'],
  [365, 'For 365 days, a year'],
  [730, 'For 730 days, 2 years'],
])('%d: %s', (days, words) => {
  expect(retentionWords(days)).toBe(words)
})
