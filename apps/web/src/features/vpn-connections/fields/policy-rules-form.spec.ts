import { policyRuleProblems, type VpnConnection } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import {
  policyRuleFormValues,
  rulesBetween,
  toPolicyRules,
  tunnelCount,
  tunnelsOnAddress,
} from './policy-rules-form.ts'

const rules = [
  { source: '10.0.0.0/24', destination: ['192.168.0.0/24', '192.168.1.0/24'] },
  { source: '10.0.1.0/24', destination: ['192.168.0.0/24'] },
]

const connection = (id: string, change: Partial<VpnConnection> = {}): VpnConnection => ({
  id,
  name: id,
  status: 'ACTIVE',
  vgw_id: 'vgw-1',
  vgw_ip: 'eip-1',
  style: 'POLICY',
  cgw_id: 'cgw-1',
  policy_rules: rules,
  ...change,
})

test('rules survive the way into the form and back', () => {
  expect(toPolicyRules(policyRuleFormValues(rules))).toEqual(rules)
  expect(policyRuleFormValues(undefined)).toEqual([])
})

test('blocks are parted by lines, commas or spaces', () => {
  expect(toPolicyRules([{ source: ' 10.0.0.0/24 ', destination: '10.1.0.0/16, 10.2.0.0/16\n\n10.3.0.0/16 ' }])).toEqual(
    [{ source: '10.0.0.0/24', destination: ['10.1.0.0/16', '10.2.0.0/16', '10.3.0.0/16'] }],
  )
})

test('a tunnel is made for each pair of source and destination', () => {
  expect(tunnelCount(policyRuleFormValues(rules))).toBe(3)
  expect(tunnelCount([])).toBe(0)
})

test('only policy connections on the same address use up its budget, and not the one being edited', () => {
  const connections = [
    connection('a'),
    connection('b', {
      policy_rules: [],
      policy_rules_v6: [{ source: '2001:db8::/64', destination: ['2001:db8:1::/64'] }],
    }),
    connection('c', { vgw_ip: 'eip-2' }),
    connection('d', { style: 'STATIC' }),
  ]
  expect(tunnelsOnAddress(connections, 'eip-1')).toBe(4)
  expect(tunnelsOnAddress(connections, 'eip-1', 'a')).toBe(1)
})

test('rules made from subnets keep the limit of five', () => {
  const local = Array.from({ length: 7 }, (_, index) => `10.${index}.0.0/16`)
  const made = rulesBetween(local, ['192.168.0.0/24', '192.168.1.0/24'])
  expect(made).toHaveLength(5)
  expect(policyRuleProblems(toPolicyRules(made), 'policy_rules')).toEqual([])
})
