import type { VpnConnection, VpnGateway } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { gatewayEnd } from '../../ui/connections/gateway-end.ts'
import { healthCheckText, tunnelAddressesOf } from '../../ui/connections/tunnel-words.ts'

const connection: VpnConnection = {
  id: 'vpn-1',
  name: 'vpn-lyon',
  status: 'ACTIVE',
  vgw_id: 'vgw-1',
  vgw_ip: 'eip-2',
  style: 'STATIC',
  cgw_id: 'cgw-1',
  tunnel_local_address: '169.254.70.1/30',
  tunnel_peer_address: '169.254.70.2/30',
}

const gateway: VpnGateway = {
  id: 'vgw-1',
  name: 'gw-paris',
  status: 'ACTIVE',
  network_type: 'public',
  attachment_type: 'vpc',
  flavor: 'Professional1',
  ha_mode: 'active-standby',
  eip1: { id: 'eip-1', ip_address: '192.0.2.1' },
  eip2: { id: 'eip-2', ip_address: '192.0.2.2' },
}

test('tunnel addresses belong to route-based connections', () => {
  expect(tunnelAddressesOf(connection)).toEqual(['169.254.70.1/30', '169.254.70.2/30'])
  expect(tunnelAddressesOf({ ...connection, style: 'POLICY' })).toEqual([])
})

test.each([
  [{}, 'Off'],
  [{ enable_nqa: true }, 'NQA'],
  [{ connection_monitor_id: 'monitor-1' }, 'Monitor'],
  [{ connection_monitor_id: 'monitor-1', enable_nqa: true }, 'Monitor and NQA'],
])('%j is looked after by: %s', (given, words) => {
  expect(healthCheckText({ ...connection, ...given })).toBe(words)
})

describe('gatewayEnd', () => {
  test('an EIP by its id', () => {
    expect(gatewayEnd(connection, gateway)).toEqual({ address: '192.0.2.2', place: '2 (standby)' })
    expect(gatewayEnd({ vgw_ip: 'eip-1' }, gateway)).toEqual({ address: '192.0.2.1', place: '1 (active)' })
  })

  test('both ends of an active-active gateway are active', () => {
    expect(gatewayEnd(connection, { ...gateway, ha_mode: 'active-active' }).place).toBe('2 (active)')
  })

  test('a private address is the address', () => {
    const onPrivate: VpnGateway = {
      ...gateway,
      network_type: 'private',
      access_private_ip_1: '10.0.0.5',
      access_private_ip_2: '10.0.0.6',
    }
    expect(gatewayEnd({ vgw_ip: '10.0.0.5' }, onPrivate)).toEqual({ address: '10.0.0.5', place: '1 (active)' })
  })

  test('where the gateway cannot be seen, nothing is claimed', () => {
    expect(gatewayEnd(connection, undefined)).toEqual({ address: undefined, place: undefined })
    expect(gatewayEnd({ vgw_ip: 'eip-9' }, gateway)).toEqual({ address: undefined, place: undefined })
  })
})
