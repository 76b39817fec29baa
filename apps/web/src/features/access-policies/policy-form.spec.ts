import type { VpnAccessPolicy } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  blocksOf,
  emptyPolicy,
  policyFormSchema,
  policyRefuses,
  policyValuesOf,
  toCreateBody,
  toUpdateBody,
  type PolicyFormValues,
} from './policy-form.ts'

const good: PolicyFormValues = { name: 'to-databases', groupId: 'g1', destinations: '10.1.0.0/16', description: '' }
const policy: VpnAccessPolicy = {
  id: 'p1',
  name: 'to-databases',
  user_group_id: 'g1',
  dest_ip_cidrs: ['10.1.0.0/16', '10.2.0.0/16'],
  description: '',
}

const messages = (change: Partial<PolicyFormValues>) =>
  policyFormSchema
    .safeParse({ ...good, ...change })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)

describe('a policy', () => {
  test.each([
    [{ name: ' ' }, 'name: Give the policy a name.'],
    [{ groupId: '' }, 'groupId: Choose the group'],
    [{ destinations: ' \n' }, 'destinations: Give at least one block.'],
    [{ destinations: '10.0.0.0/8 10.0.0.0/8' }, 'destinations: 10.0.0.0/8 is there twice.'],
    [{ destinations: '10.0.0.0' }, 'destinations: 10.0.0.0: Enter an IPv4 block'],
    [{ destinations: '2001:db8::/32' }, 'destinations: 2001:db8::/32: Enter an IPv4 block'],
    [{ destinations: '127.0.0.0/8' }, 'destinations: 127.0.0.0/8 is reserved.'],
    [
      { destinations: Array.from({ length: 11 }, (_, index) => `10.${index}.0.0/16`).join('\n') },
      'destinations: Give at most 10 blocks.',
    ],
  ])('with %j is refused beside the field', (change, words) => {
    expect(messages(change)?.[0]).toContain(words)
  })

  test('that is right is taken', () => {
    expect(messages({})).toBeUndefined()
    expect(policyFormSchema.safeParse(emptyPolicy).success).toBe(false)
  })
})

test('blocks may be typed with lines, commas and spaces between', () => {
  const separator = fc.constantFrom('\n', ', ', ' ', '\r\n', ';', '\n\n')
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.ipV4(), separator), { maxLength: 10 }), (typed) => {
      const text = typed.map(([address, between]) => `${address}/32${between}`).join('')
      expect(blocksOf(text)).toEqual(typed.map(([address]) => `${address}/32`))
    }),
  )
})

test('a form that nobody touched changes nothing', () => {
  expect(toUpdateBody(policyValuesOf(policy), policy)).toEqual({ access_policy: {} })
})

test('only what was typed or changed is sent', () => {
  expect(toCreateBody(good)).toEqual({
    access_policy: { name: 'to-databases', user_group_id: 'g1', dest_ip_cidrs: ['10.1.0.0/16'] },
  })
  expect(toUpdateBody({ ...good, groupId: 'g2' }, policy)).toEqual({
    access_policy: { user_group_id: 'g2', dest_ip_cidrs: ['10.1.0.0/16'] },
  })
})

test('the default policy says why it stays', () => {
  expect(policyRefuses({ type: 'Default' })).toContain('the service’s own')
  expect(policyRefuses({ type: 'Custom' })).toBeUndefined()
})
