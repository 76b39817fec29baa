import { ApiError } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { isGone } from '../../api/gone.ts'
import { connectionPollInterval, gatewayPollInterval, routePollInterval } from './gateway-queries.ts'

test.each([
  [[], 60_000],
  [['ACTIVE', 'FAULT', 'FREEZED'], 60_000],
  [['ACTIVE', 'PENDING_CREATE'], 5_000],
  [['UPGRADING'], 5_000],
])('gateways that are %j are looked at every %d ms', (statuses, expected) => {
  // The interval reads nothing but the status.
  expect(gatewayPollInterval(statuses.map((status) => ({ status })) as never)).toBe(expected)
})

test.each([
  [[], 60_000],
  [['ACTIVE', 'DOWN'], 60_000],
  [['DOWN', 'PENDING_DELETE'], 5_000],
])('connections that are %j are looked at every %d ms', (statuses, expected) => {
  expect(connectionPollInterval(statuses.map((status) => ({ status })))).toBe(expected)
})

test('routes move by themselves, so they are looked at more often than gateways at rest', () => {
  expect(routePollInterval({ status: 'ACTIVE' })).toBe(15_000)
  expect(routePollInterval({ status: 'PENDING_CREATE' })).toBe(5_000)
})

test('only a 404 says that there is nothing any more', () => {
  const error = (status: number) => new ApiError({ status, code: 'VPN.0004', message: 'resource not found' })
  expect(isGone(error(404))).toBe(true)
  expect(isGone(error(502))).toBe(false)
  expect(isGone(new Error('resource not found'))).toBe(false)
  expect(isGone(null)).toBe(false)
})
