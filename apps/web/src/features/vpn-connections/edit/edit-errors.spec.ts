import { ApiError } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { editErrors } from './edit-errors.ts'

const refusal = (message: string, fields?: Record<string, string>, status = 400) =>
  new ApiError({ status, code: 'VPN.0001', message, fields })

test('a field that our backend names', () => {
  const fields = {
    'vpn_connection.ikepolicy.lifetime_seconds': 'Too short.',
    'vpn_connection.peer_subnets_v6.0': 'No.',
  }
  expect(editErrors(refusal('Not valid.', fields))).toEqual([
    { field: 'ikepolicy.lifetime_seconds', message: 'Too short.' },
    { field: 'peer_subnets', message: 'No.' },
  ])
})

test.each([
  ['peer_subnets is in the reserved block', 'peer_subnets'],
  ['tunnel_peer_address is used by another connection', 'tunnel_peer_address'],
  ['the peer_id is not valid', 'ikepolicy.peer_id'],
])('a field that the cloud names in words: %s', (message, field) => {
  expect(editErrors(refusal(message))).toEqual([{ field, message }])
})

test('anything else is for the form as a whole', () => {
  expect(editErrors(refusal('ILLEGAL not allowed update vpnConnection'))).toEqual([])
  expect(editErrors(refusal('peer_subnets', undefined, 500))).toEqual([])
  expect(editErrors(new Error('peer_subnets'))).toEqual([])
})
