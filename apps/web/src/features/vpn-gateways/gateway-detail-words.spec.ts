import type { VpnGateway } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { chargeWords } from '../../ui/charge-words.ts'
import { connectionUse, freeConnections, localSubnetsOf, slotNames } from './gateway-detail-words.ts'

const gateway: VpnGateway = {
  id: 'gw-1',
  name: 'gw-paris',
  network_type: 'public',
  status: 'ACTIVE',
  attachment_type: 'vpc',
  flavor: 'Professional1',
}

test('the two addresses are called by what they do', () => {
  expect(slotNames({ network_type: 'public', ha_mode: 'active-active' })).toEqual(['EIP 1', 'EIP 2'])
  expect(slotNames({ network_type: 'public', ha_mode: 'active-standby' })).toEqual(['Active EIP', 'Standby EIP'])
  expect(slotNames({ network_type: 'private', ha_mode: 'active-standby' })[1]).toBe('Standby private address')
})

test('an EIP says what it carries and how it is paid for', () => {
  expect(chargeWords({ id: 'eip-1', bandwidth_size: 10, charge_mode: 'traffic' })).toBe('10 Mbit/s, billed by traffic')
  const shared = { share_type: 'WHOLE', bandwidth_name: 'shared-west', charge_mode: 'bandwidth' }
  expect(chargeWords({ id: 'eip-1', bandwidth_size: 50, ...shared })).toBe(
    '50 Mbit/s, shared bandwidth shared-west, billed by bandwidth',
  )
  expect(chargeWords({ id: 'eip-1', ip_billing_info: 'order-1' })).toBe('yearly/monthly')
  expect(chargeWords({ id: 'eip-1' })).toBe('')
})

test('the use of connections is told against what there may be', () => {
  const used = { ...gateway, used_connection_number: 4, used_connection_group: 2 }
  expect(connectionUse({ ...used, connection_number: 200 })).toBe('4 of 200 connections, in 2 groups')
  expect(connectionUse({ ...gateway, used_connection_number: 1, used_connection_group: 1 })).toBe(
    '1 connection, in 1 group',
  )
  expect(connectionUse(gateway)).toBe('0 connections')
})

test('what is left of the connections is told where the cloud says how many there may be', () => {
  expect(freeConnections({ ...gateway, connection_number: 200, used_connection_number: 4 })).toBe('196 more fit')
  expect(freeConnections({ ...gateway, connection_number: 2, used_connection_number: 3 })).toContain('No more fit')
  expect(freeConnections(gateway)).toBe('')
})

test('local subnets are those of either IP version', () => {
  expect(localSubnetsOf({ ...gateway, local_subnets_v6: ['2001:db8::/64'] })).toEqual(['2001:db8::/64'])
  expect(localSubnetsOf(gateway)).toEqual([])
})
