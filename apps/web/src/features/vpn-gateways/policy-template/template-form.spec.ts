import {
  policyTemplateInput,
  templateAuthenticationAlgorithms,
  templateEncryptionAlgorithms,
  templateGroups,
  type PolicyTemplate,
} from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { templateChanges, templateFindings, templateRefusal, templateValues, toTemplate } from './template-form.ts'
import { algorithmWords, groupChoices, lifetimeWords } from './template-words.ts'

const template = {
  ike_policy: {
    encryption_algorithm: 'aes-128',
    dh_group: 'group20',
    authentication_algorithm: 'sha2-256',
    lifetime_seconds: 86_400,
  },
  ipsec_policy: {
    authentication_algorithm: 'sha2-256',
    encryption_algorithm: 'aes-128',
    pfs: 'group20',
    lifetime_seconds: 3_600,
  },
} satisfies PolicyTemplate
const before = templateValues(template)
const withIke = (change: Partial<(typeof before)['ike_policy']>) => ({
  ...before,
  ike_policy: { ...before.ike_policy, ...change },
})

test('what is not changed is not sent', () => {
  expect(toTemplate(before, before)).toEqual({})
  expect(templateChanges(before, before)).toEqual([])
})

test('a changed policy is sent whole, the other one not at all', () => {
  const changed = withIke({ dh_group: 'group21' })
  expect(toTemplate(changed, before)).toEqual({ ike_policy: { ...template.ike_policy, dh_group: 'group21' } })
  expect(templateChanges(changed, before)).toEqual([
    { label: 'DH group', removed: ['Group 20'], added: ['Group 21'], kept: 0 },
  ])
})

test('a value that was never seen is shown, and left out of what is sent', () => {
  const odd = templateValues({ ike_policy: { ...template.ike_policy, encryption_algorithm: 'aes-512' } })
  expect(odd.ike_policy.encryption_algorithm).toBe('aes-512')
  const changed = { ...odd, ike_policy: { ...odd.ike_policy, lifetime_seconds: '7200' } }
  expect(toTemplate(changed, odd).ike_policy).not.toHaveProperty('encryption_algorithm')
})

describe('a lifetime', () => {
  test.each(['59', '604801', '1.5', 'a day', '-60'])('of %s is refused beside its field', (lifetime_seconds) => {
    expect(templateFindings(withIke({ lifetime_seconds }), before)).toEqual([
      { path: 'ike_policy.lifetime_seconds', message: expect.stringContaining('60 to 604800') },
    ])
  })

  test('is told in the unit that fits', () => {
    expect(['86400', '3600', '90', '120', '', 'x'].map(lifetimeWords)).toEqual([
      '86400 s (24 h)',
      '3600 s (1 h)',
      '90 s',
      '120 s (2 min)',
      '–',
      'x',
    ])
  })
})

test('every template there can be becomes a form and the same request again', () => {
  const ike_policy = fc.record({
    encryption_algorithm: fc.constantFrom(...templateEncryptionAlgorithms),
    authentication_algorithm: fc.constantFrom(...templateAuthenticationAlgorithms),
    dh_group: fc.constantFrom(...templateGroups),
    lifetime_seconds: fc.integer({ min: 60, max: 604_800 }),
  })
  const ipsec_policy = fc.record({
    encryption_algorithm: fc.constantFrom(...templateEncryptionAlgorithms),
    authentication_algorithm: fc.constantFrom(...templateAuthenticationAlgorithms),
    pfs: fc.constantFrom(...templateGroups),
    lifetime_seconds: fc.integer({ min: 30, max: 604_800 }),
  })
  fc.assert(
    fc.property(fc.record({ ike_policy, ipsec_policy }), (wanted) => {
      const sent = toTemplate(templateValues(wanted), templateValues())
      expect(sent).toEqual(wanted)
      expect(policyTemplateInput.safeParse(sent).success).toBe(true)
    }),
  )
})

test('only NonFixedIP gateways have one', () => {
  expect(templateRefusal({ name: 'gw-paris', flavor: 'Professional1' })).toContain('NonFixedIP')
  expect(templateRefusal({ name: 'gw-paris', flavor: 'Professional2-NonFixedIP' })).toBeUndefined()
})

test('weak groups are marked, and what is off is called so', () => {
  expect(groupChoices.find(({ value }) => value === 'group14')?.tags).toEqual(['weak'])
  expect(algorithmWords('disable')).toBe('Off')
})
