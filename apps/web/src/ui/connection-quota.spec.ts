import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connectionQuotaRefusal } from './connection-quota.ts'

const of = (used: number, quota: number) => [
  { type: 'vpn_gateway', quota: 1, used: 1 },
  { type: 'vpn_connection', quota, used },
]

test('the fuller of the two is named', () => {
  const gateway = { name: 'gw-paris', connection_number: 200, used_connection_number: 200 }
  expect(connectionQuotaRefusal(of(300, 300), gateway)).toContain('300 connections of this project')
  expect(connectionQuotaRefusal(of(299, 300), gateway)).toContain('gw-paris has all the 200')
  expect(connectionQuotaRefusal(of(299, 300))).toBeUndefined()
})

test('who does not say refuses nothing', () => {
  expect(connectionQuotaRefusal(undefined, { name: 'gw-paris' })).toBeUndefined()
  expect(connectionQuotaRefusal([], { name: 'gw-paris', used_connection_number: 9 })).toBeUndefined()
})

test('creating is refused exactly when there is no room', () => {
  fc.assert(
    fc.property(
      fc.nat(9),
      fc.nat(9),
      fc.nat(9),
      fc.nat(9),
      (used, quota, used_connection_number, connection_number) => {
        const gateway = { name: 'gw-paris', connection_number, used_connection_number }
        const isFull = used >= quota || used_connection_number >= connection_number
        expect(connectionQuotaRefusal(of(used, quota), gateway) !== undefined).toBe(isFull)
      },
    ),
  )
})
