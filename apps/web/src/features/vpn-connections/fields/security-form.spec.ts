import { securityProblems, weaknesses } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import {
  gmIkePolicy,
  gmIpsecPolicy,
  ikeFormValues,
  ipsecFormValues,
  toGmIkeChoices,
  toGmIpsecChoices,
  toIkePolicy,
  toIpsecPolicy,
} from './security-form.ts'
import { presetOf, securityPresets, withPreset } from './security-presets.ts'
import { securityWarnings } from './security-warnings.ts'

const defaults = { ikepolicy: ikeFormValues(), ipsecpolicy: ipsecFormValues() }

test('an existing policy survives the way into the form and back', () => {
  const policy = {
    ike_version: 'v1',
    phase1_negotiation_mode: 'aggressive',
    authentication_algorithm: 'sha1',
    encryption_algorithm: '3des',
    dh_group: 'group2',
    lifetime_seconds: 3600,
    local_id_type: 'fqdn',
    local_id: 'paris',
    peer_id_type: 'ip',
    peer_id: '192.0.2.1',
    dpd: { timeout: 10, interval: 20, msg: 'seq-notify-hash' },
  }
  expect(toIkePolicy(ikeFormValues(policy))).toEqual(policy)
  const ipsec = {
    authentication_algorithm: 'md5',
    encryption_algorithm: 'aes-192',
    pfs: 'disable',
    lifetime_seconds: 30,
  }
  expect(toIpsecPolicy(ipsecFormValues(ipsec))).toEqual(ipsec)
})

test('the negotiation mode is sent with IKE v1 only', () => {
  const values = { ...ikeFormValues(), phase1_negotiation_mode: 'aggressive' }
  expect(toIkePolicy(values)).not.toHaveProperty('phase1_negotiation_mode')
  expect(toIkePolicy({ ...values, ike_version: 'v1' })).toHaveProperty('phase1_negotiation_mode', 'aggressive')
})

test('an end that goes by its own address has neither id nor type in the request', () => {
  const policy = toIkePolicy({ ...ikeFormValues(), local_id: '  ' })
  expect(Object.keys(policy).filter((key) => key.includes('_id'))).toEqual([])
})

test('a name that is missing is not taken for an address', () => {
  const policy = toIkePolicy({ ...ikeFormValues(), peer_id_type: 'fqdn' })
  expect(policy.peer_id_type).toBe('fqdn')
  expect(securityProblems({ ikepolicy: policy }, false)).toMatchObject([{ path: 'ikepolicy.peer_id' }])
})

test('a number with anything but digits is no number', () => {
  for (const text of ['', 'x', '1e3', '0x10', '-1', '1.5']) {
    expect(toIpsecPolicy({ ...ipsecFormValues(), lifetime_seconds: text }).lifetime_seconds).toBeNaN()
  }
  expect(toIpsecPolicy({ ...ipsecFormValues(), lifetime_seconds: ' 90 ' }).lifetime_seconds).toBe(90)
})

test('the recommended preset has no weakness, the compatible one says where it has', () => {
  expect(securityWarnings(withPreset(defaults, 'recommended'))).toEqual({})
  expect(Object.keys(securityWarnings(withPreset(defaults, 'compatible')))).toEqual([
    'ikepolicy.encryption_algorithm',
    'ikepolicy.dh_group',
    'ipsecpolicy.encryption_algorithm',
    'ipsecpolicy.pfs',
  ])
})

test('a preset is recognised, and left as soon as one of its fields changes', () => {
  for (const name of ['recommended', 'compatible'] as const) {
    const values = withPreset(defaults, name)
    expect(presetOf(values)).toBe(name)
    expect(presetOf({ ...values, ipsecpolicy: { ...values.ipsecpolicy, pfs: 'group21' } })).toBe('custom')
    expect(presetOf({ ...values, ikepolicy: { ...values.ikepolicy, local_id: '192.0.2.1' } })).toBe(name)
  }
})

test('a preset leaves ids and DPD alone', () => {
  const ikepolicy = {
    ...ikeFormValues(),
    local_id_type: 'fqdn',
    local_id: 'paris',
    dpd: { timeout: '5', interval: '10', msg: '' },
  }
  const { local_id, dpd } = withPreset({ ...defaults, ikepolicy }, 'compatible').ikepolicy
  expect({ local_id, dpd }).toEqual({ local_id: 'paris', dpd: ikepolicy.dpd })
})

test('presets name what the rules know', () => {
  for (const { ikepolicy, ipsecpolicy } of Object.values(securityPresets)) {
    const ike = toIkePolicy({ ...ikeFormValues(), ...ikepolicy })
    expect(ike).toMatchObject({ ...ikepolicy, lifetime_seconds: 86_400 })
    expect(securityProblems({ ikepolicy: ike, ipsecpolicy: toIpsecPolicy(ipsecpolicy) }, false)).toEqual([])
  }
})

test('GCM with IKE v1 is warned about', () => {
  const { ikepolicy, ipsecpolicy } = withPreset(defaults, 'recommended')
  const warnings = securityWarnings({ ikepolicy: { ...ikepolicy, ike_version: 'v1' }, ipsecpolicy })
  expect(warnings['ikepolicy.encryption_algorithm']).toContain('IKE v2')
})

test('what a GM gateway is sent keeps its rules', () => {
  const ikepolicy = { ...gmIkePolicy, ...toGmIkeChoices(ikeFormValues()) }
  const ipsecpolicy = { ...gmIpsecPolicy, ...toGmIpsecChoices(ipsecFormValues()) }
  expect(securityProblems({ ikepolicy, ipsecpolicy }, true)).toEqual([])
  expect(weaknesses({ ikepolicy, ipsecpolicy })).toEqual([])
})
