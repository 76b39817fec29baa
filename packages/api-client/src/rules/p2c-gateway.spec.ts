import { expect, test } from 'vitest'
import type { P2cVpnGatewayCreate } from '../schemas/p2c-gateways.ts'
import { specRules } from '../testing/spec-data.ts'
import { p2cGatewayCreateProblems, p2cGatewayRefuses, p2cGatewayUpdateProblems } from './p2c-gateway.ts'

const zones = ['zone-a', 'zone-b', 'zone-c']
const gateway: P2cVpnGatewayCreate = { vpc_id: 'vpc-1', connect_subnet: 'subnet-1', eip: { id: 'eip-1' } }

test('a complete gateway has no problem', () => {
  expect(p2cGatewayCreateProblems(gateway, zones)).toEqual([])
  const eip = { type: '5_bgp', bandwidth_size: 10 }
  expect(p2cGatewayCreateProblems({ ...gateway, eip, availability_zone_ids: ['zone-a', 'zone-c'] }, zones)).toEqual([])
  expect(p2cGatewayCreateProblems({ ...gateway, availability_zone_ids: ['zone-a'] }, ['zone-a'])).toEqual([])
})

const cases: [rule: string, path: string, code: string, change: Partial<P2cVpnGatewayCreate>][] = [
  ['p2c.zones', 'availability_zone_ids', 'VPN.0514', { availability_zone_ids: ['zone-a'] }],
  ['p2c.zones', 'availability_zone_ids', 'VPN.0515', { availability_zone_ids: ['zone-a', 'zone-a'] }],
  ['p2c.zones', 'availability_zone_ids', 'VPN.0001', { availability_zone_ids: ['zone-a', 'zone-x'] }],
  ['p2c.eip', 'eip', 'VPN.0559', { eip: { id: 'eip-1', bandwidth_size: 5 } }],
  ['p2c.eip', 'eip.type', 'VPN.0558', { eip: { bandwidth_size: 5 } }],
  ['p2c.eip', 'eip.bandwidth_size', 'VPN.0558', { eip: { type: '5_bgp' } }],
  ['tags.key', 'tags.0.key', 'VPN.0001', { tags: [{ key: '_sys_a', value: '' }] }],
]
test.each(cases)('%s at %s: %s', (rule, path, code, change) => {
  const found = p2cGatewayCreateProblems({ ...gateway, ...change }, zones)
  expect(found).toContainEqual(expect.objectContaining({ rule, path, code }))
  expect(specRules.map(({ id }) => id)).toContain(rule)
})

test('another EIP comes after the old one was unbound', () => {
  expect(p2cGatewayUpdateProblems({ eip_id: 'eip-2' }, {})).toEqual([])
  expect(p2cGatewayUpdateProblems({ eip_id: 'eip-1' }, { eip: { id: 'eip-1' } })).toEqual([])
  expect(p2cGatewayUpdateProblems({ eip_id: 'eip-2' }, { eip: { id: 'eip-1' } })).toMatchObject([{ code: 'VPN.0512' }])
})

test.each([
  ['ACTIVE', undefined, false, false],
  ['PENDING_CREATE', undefined, true, true],
  ['PENDING_UPGRADE_CONFIRM', undefined, true, true],
  ['FAULT', undefined, true, false],
  ['FROZEN', 1, true, false],
  ['FROZEN', 2, true, true],
])('%s (frozen effect %s): update refused %s, delete refused %s', (status, frozen_effect, update, remove) => {
  const one = { name: 'gw-paris', status, frozen_effect }
  expect(p2cGatewayRefuses('update', one) !== undefined).toBe(update)
  expect(p2cGatewayRefuses('delete', one) !== undefined).toBe(remove)
})
