import { expect, test } from 'vitest'
import { fieldProblem, firstByPath } from './request-paths.ts'

const request = { peer_subnets_v6: ['2001:db8::/64', 'x'], policy_rules: [{ source: 'a', destination: ['b'] }] }

test.each([
  ['name', 'name', 'm'],
  ['ikepolicy.dpd.timeout', 'ikepolicy.dpd.timeout', 'm'],
  ['peer_subnets_v6.1', 'peer_subnets', 'x: m'],
  ['peer_subnets', 'peer_subnets', 'm'],
  ['policy_rules.0.source', 'policy_rules.0.source', 'm'],
  ['policy_rules.0.destination.0', 'policy_rules.0.destination', 'b: m'],
  ['policy_rules_v6', 'policy_rules', 'm'],
  ['tags.3.key', 'tags.3.key', 'm'],
])('%s of a request is %s of the form', (requestPath, path, message) => {
  expect(fieldProblem(requestPath, 'm', request)).toEqual({ path, message })
})

test('a block is not named twice', () => {
  expect(fieldProblem('peer_subnets_v6.1', 'x lies elsewhere', request).message).toBe('x lies elsewhere')
})

test('one sentence for each field', () => {
  const [a, b, c] = [
    { path: 'x', message: '1' },
    { path: 'x', message: '2' },
    { path: 'y', message: '3' },
  ]
  expect(firstByPath([a, b, c].filter((one) => one !== undefined))).toEqual([a, c])
})
