import { vpnConnectionCreate, vpnConnectionUpdate } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { effectOn, effectWords, laterWords } from './effects.ts'

test.each([
  ['ikepolicy.ike_version', 'v1', 'interrupting'],
  ['psk', 'v1', 'at negotiation'],
  ['psk', 'v2', 'after a reset'],
  ['ikepolicy.local_id', 'v2', 'after a reset'],
  ['ikepolicy.peer_id_type', 'v2', 'after a reset'],
  ['ikepolicy.peer_id', 'v1', 'at negotiation'],
  ['ikepolicy.dh_group', 'v2', 'at negotiation'],
  ['ikepolicy.dpd.timeout', 'v2', 'at negotiation'],
  ['ipsecpolicy.pfs', 'v2', 'at negotiation'],
  ['peer_subnets', 'v2', 'with the change'],
  ['name', 'v2', 'at once'],
])('%s with IKE%s acts %s', (path, version, effect) => {
  expect(effectOn(path, version)).toBe(effect)
})

describe('what cannot be changed', () => {
  const created = Object.keys(vpnConnectionCreate.shape)
  const changed = new Set(Object.keys(vpnConnectionUpdate.shape))
  // Tags have calls of their own; the health check is not in the reference.
  const elsewhere = new Set(['tags', 'enable_health_check'])

  test.each(created.filter((field) => !elsewhere.has(field)))('%s is told as its request has it', (field) => {
    expect(effectOn(field, 'v2') === 'never').toBe(!changed.has(field))
  })
})

test('the words are of what is there, or of what is being made', () => {
  expect(effectWords('enable_nqa', 'v2')).toContain('Fixed since')
  expect(laterWords('enable_nqa')).toBe('Fixed once created.')
  expect(laterWords('psk', 'v2')).toContain('after a reset')
  expect(effectWords('psk', 'v2')).toContain('customer device')
})
