import { expect, test } from 'vitest'
import { gatewayQuota } from './gateway-quota.ts'

const of = (used: number, quota: number) =>
  gatewayQuota([
    { type: 'vpn_connection', quota: 5000, used: 5000 },
    { type: 'vpn_gateway', quota, used },
  ])

test('creating is refused exactly when the quota is used up', () => {
  expect(of(49, 50)).toEqual({ used: 49, quota: 50, refusal: undefined })
  expect(of(50, 50)?.refusal).toContain('All 50 VPN gateways')
  expect(of(51, 50)?.refusal).toBeDefined()
})

test('a cloud that does not say refuses nothing', () => {
  expect(gatewayQuota(undefined)).toBeUndefined()
  expect(gatewayQuota([{ type: 'vpn', quota: 1, used: 1 }])).toBeUndefined()
})
