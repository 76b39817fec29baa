import type { VpnGateway } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { nextStepOf } from './gateway-advice.ts'

const gateway: VpnGateway = {
  id: 'gw-1',
  name: 'gw-paris',
  network_type: 'public',
  status: 'ACTIVE',
  attachment_type: 'vpc',
  flavor: 'Professional1',
  eip1: { id: 'eip-1' },
  used_connection_number: 2,
}

test('a gateway that runs with connections asks for nothing', () => {
  expect(nextStepOf(gateway, 'request-1')).toBeUndefined()
})

test('one without a connection asks for the first', () => {
  expect(nextStepOf({ ...gateway, used_connection_number: 0 }, undefined)).toContain('create one')
})

test('a public one without an address asks for an EIP', () => {
  const { eip1: _, ...unbound } = gateway
  expect(nextStepOf(unbound, undefined)).toContain('bind an EIP')
  expect(nextStepOf({ ...unbound, network_type: 'private' }, undefined)).toBeUndefined()
})

test('a faulty one names the request for the ticket, where there is one', () => {
  const faulty: VpnGateway = { ...gateway, status: 'FAULT' }
  expect(nextStepOf(faulty, 'request-1')).toContain('request-1')
  expect(nextStepOf(faulty, undefined)).toContain('open a ticket.')
})

test('one that is not settled says what it waits for', () => {
  for (const status of ['PENDING_CREATE', 'PENDING_UPDATE', 'PENDING_DELETE', 'FREEZED', 'PENDING_UPGRADE_CONFIRM']) {
    expect(nextStepOf({ ...gateway, status }, undefined), status).toBeTruthy()
  }
})

test('a status that was never seen has no advice', () => {
  expect(nextStepOf({ ...gateway, status: 'SLEEPING' }, undefined)).toBeUndefined()
})
