import { ApiError } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { createErrors } from './create-errors.ts'
import { facts, filledIn } from './testing.ts'

const values = filledIn(facts(), { isSameKey: false })
const fieldsOf = (given: { code?: string; message?: string; status?: number; fields?: Record<string, string> }) =>
  createErrors(new ApiError({ status: 400, code: 'VPN.0001', message: 'invalid request', ...given }), values).map(
    ({ field }) => field,
  )

test.each([
  ['vpn_connections.1.psk', 'tunnels.1.psk'],
  ['vpn_connections.0.name', 'tunnels.0.name'],
  ['vpn_connection.peer_subnets.2', 'peer_subnets'],
  ['vpn_connections.1.ikepolicy.lifetime_seconds', 'ikepolicy.lifetime_seconds'],
  ['vpn_connections.1.policy_rules_v6.0.destination.3', 'policy_rules.0.destination'],
  ['customer_gateway.id_value', 'newCustomerGateway.id_value'],
])('an error of %s lands on %s', (path, field) => {
  expect(fieldsOf({ fields: { [path]: 'no' } })).toEqual([field])
})

test.each([
  ['invalid request: enable_nqa must not be filled if style is not static', 'enable_nqa'],
  ['invalid request: vpn_connections[1].psk is too simple', 'tunnels.1.psk'],
  ['invalid request: peer_subnets_v6 is required', 'peer_subnets'],
  ['invalid request: the peer_id is wrong', 'ikepolicy.peer_id'],
])('%s lands on %s', (message, field) => {
  expect(fieldsOf({ message })).toEqual([field])
})

test('a code has its field, and what names none is about the form', () => {
  expect(fieldsOf({ code: 'VPN.0509', status: 404 })).toEqual(['vgw_id'])
  expect(fieldsOf({ message: 'invalid request: the quota of VPN connections is used up' })).toEqual([])
  expect(fieldsOf({ status: 500, code: 'VPN.0002', message: 'server error: psk' })).toEqual([])
  expect(createErrors(new Error('psk'), values)).toEqual([])
})
