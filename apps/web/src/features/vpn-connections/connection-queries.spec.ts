import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { connectionPollInterval, logPollInterval } from './connection-queries.ts'

const resting = ['ACTIVE', 'DOWN', 'ERROR', 'FREEZED', 'UNKNOWN', 'SOMETHING_NEW']
const settling = ['PENDING_CREATE', 'PENDING_UPDATE', 'PENDING_DELETE']

describe('connectionPollInterval', () => {
  test('is slow where nothing is there or all is at rest', () => {
    expect(connectionPollInterval()).toBe(60_000)
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...resting)), (statuses) => {
        expect(connectionPollInterval(statuses.map((status) => ({ status })))).toBe(60_000)
      }),
    )
  })

  test('is quick as soon as one of many settles', () => {
    const many = fc.array(fc.constantFrom(...resting))
    fc.assert(
      fc.property(many, fc.constantFrom(...settling), many, (before, one, after) => {
        expect(connectionPollInterval([...before, one, ...after].map((status) => ({ status })))).toBe(5_000)
      }),
    )
  })
})

test.each([
  [undefined, 5_000],
  ['PENDING_UPDATE', 5_000],
  ['DOWN', 15_000],
  ['ERROR', 15_000],
  ['ACTIVE', 60_000],
  ['FREEZED', 60_000],
])('the log of a connection that is %s is read every %d ms', (status, ms) => {
  expect(logPollInterval(status)).toBe(ms)
})
