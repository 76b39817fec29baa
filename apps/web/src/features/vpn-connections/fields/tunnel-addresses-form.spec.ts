import { tunnelProblems, type VpnConnection } from '@vpn-console/api-client'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { suggestedTunnels, usedTunnelAddresses } from './tunnel-addresses-form.ts'

const connection = (id: string, vgw_id: string, third: number): VpnConnection => ({
  id,
  name: id,
  status: 'DOWN',
  vgw_id,
  vgw_ip: 'eip-1',
  style: 'STATIC',
  cgw_id: 'cgw-1',
  tunnel_local_address: `169.254.${third}.1/30`,
  tunnel_peer_address: `169.254.${third}.2/30`,
})

test('addresses in use are those of the same gateway', () => {
  const connections = [connection('a', 'vgw-1', 1), connection('b', 'vgw-2', 2), connection('c', 'vgw-1', 3)]
  expect(usedTunnelAddresses(connections, 'vgw-1', 'c')).toEqual(['169.254.1.1/30', '169.254.1.2/30'])
})

test('suggestions keep the rule, differ from each other and from what is in use', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(5), fc.nat(200), (gatewayId, turn, others) => {
      const used = suggestedTunnels([], gatewayId, others).flatMap(Object.values<string>)
      const pair = suggestedTunnels(used, gatewayId, 2, turn)
      const addresses = pair.flatMap(Object.values<string>)
      expect(pair.flatMap(tunnelProblems)).toEqual([])
      expect(new Set([...used, ...addresses]).size).toBe(used.length + 4)
    }),
    { numRuns: 50 },
  )
})

test('a gateway gets the same suggestion each time, and another on request', () => {
  expect(suggestedTunnels([], 'vgw-1', 2)).toEqual(suggestedTunnels([], 'vgw-1', 2))
  expect(suggestedTunnels([], 'vgw-1', 2, 1)).not.toEqual(suggestedTunnels([], 'vgw-1', 2))
})
