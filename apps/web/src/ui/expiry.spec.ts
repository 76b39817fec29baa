import { describe, expect, test } from 'vitest'
import { expiryOf } from './expiry.ts'

const day = 86_400_000
const now = Date.UTC(2026, 4, 1)

describe('expiryOf', () => {
  test.each([
    [400 * day, '400 days left', 'success'],
    [30 * day, '30 days left', 'success'],
    [30 * day - 1, '29 days left', 'warning'],
    [day + 1, '1 day left', 'warning'],
    [day - 1, 'Expires today', 'warning'],
    [0, 'Expired today', 'error'],
    [-day, 'Expired 1 day ago', 'error'],
    [-12.5 * day, 'Expired 12 days ago', 'error'],
  ])('%d ms from now: %s', (left, words, kind) => {
    expect(expiryOf(now + left, now)).toEqual({ words, kind })
  })
})
