import { ownError } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { nextPollMs, staleSince } from './operation-query.ts'

test('what works is polled as wanted', () => {
  expect(nextPollMs(5_000, null)).toBe(5_000)
})

test('what fails is polled less often, and what rests no more often', () => {
  expect(nextPollMs(5_000, ownError('CONSOLE.CLOUD_TIMEOUT'))).toBe(15_000)
  expect(nextPollMs(60_000, ownError('CONSOLE.CLOUD_TIMEOUT'))).toBe(60_000)
})

test('an ended session is not polled', () => {
  expect(nextPollMs(5_000, ownError('CONSOLE.SIGNED_OUT'))).toBe(false)
})

test('what is not to be polled stays so', () => {
  expect(nextPollMs(false, null)).toBe(false)
})

test('data is stale since it was last right, and only after a failure', () => {
  const dataUpdatedAt = Date.parse('2026-11-22T10:42:00Z')
  expect(staleSince({ isRefetchError: true, dataUpdatedAt })).toEqual(new Date(dataUpdatedAt))
  expect(staleSince({ isRefetchError: false, dataUpdatedAt })).toBeUndefined()
})
