import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { lastTrouble } from './trouble.ts'

const line = (time: number, event: string, reason?: string) => ({
  time,
  raw_message: `${new Date(time * 1000).toISOString()} host-10-0-0-1 ipsec_ike[7]: [192.0.2.1] ${event}. (PeerAddress=[198.51.100.7]${reason === undefined ? '' : `, Reason=[${reason}]`})`,
})
const up = (time: number) => line(time, 'IPSec tunnel is established')
const failed = (time: number, reason: string) => line(time, 'IKE negotiation failed', reason)

test('the cause is the newest reason, and the time that of the first failure after the tunnel was up', () => {
  const logs = [failed(100, 'flow mismatch'), up(200), failed(300, 'dpd timeout'), failed(400, 'authentication fail')]
  expect(lastTrouble(logs)).toEqual({ reason: 'authentication failed', since: 300_000, isLate: false })
})

test('a log that does not reach back to a connected tunnel knows the least only', () => {
  expect(lastTrouble([failed(300, 'version mismatch')])).toEqual({
    reason: 'version mismatch',
    since: 300_000,
    isLate: true,
  })
})

test.each([
  ['that is empty', []],
  ['that ends with the tunnel up', [failed(100, 'flow mismatch'), up(200)]],
  ['that nobody can read', [{ time: 5, raw_message: '?' }]],
])('a log %s tells nothing', (_, logs) => {
  expect(lastTrouble(logs)).toBeUndefined()
})

test('whatever is in the lines, reading them never fails', () => {
  const logs = fc.array(fc.record({ time: fc.integer({ min: 0, max: 4_000_000_000 }), raw_message: fc.string() }))
  fc.assert(
    fc.property(logs, (given) => {
      const trouble = lastTrouble(given)
      if (trouble) expect(trouble.since).toBeGreaterThanOrEqual(0)
    }),
  )
})
