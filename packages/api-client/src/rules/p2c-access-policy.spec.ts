import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { specErrors } from '../testing/spec-data.ts'
import { destinationProblems, policyReaches } from './p2c-access-policy.ts'

test.each([
  [[], 'VPN.0001', 'dest_ip_cidrs'],
  [Array.from({ length: 11 }, (_, index) => `10.${index}.0.0/16`), 'VPN.1402', 'dest_ip_cidrs'],
  [['10.0.0.0/33'], 'VPN.1403', 'dest_ip_cidrs.0'],
  [['10.0.0.0/8', '10.0.0.0/8'], 'VPN.1404', 'dest_ip_cidrs.1'],
  [['127.0.0.1/32'], 'VPN.1405', 'dest_ip_cidrs.0'],
])('%j is refused with %s at %s', (blocks, code, path) => {
  expect(destinationProblems(blocks)).toContainEqual(expect.objectContaining({ code, path }))
  expect(specErrors.codes.map((one) => one.code)).toContain(code)
})

test('a policy reaches what one of its blocks holds', () => {
  const octet = fc.integer({ min: 0, max: 255 })
  fc.assert(
    fc.property(octet, octet, octet, (a, b, c) => {
      const policy = { dest_ip_cidrs: ['10.1.0.0/16', `192.168.${a}.0/24`] }
      expect(policyReaches(policy, `192.168.${b}.${c}`)).toBe(a === b)
      expect(policyReaches(policy, `10.1.${b}.${c}`)).toBe(true)
      expect(policyReaches({}, `10.1.${b}.${c}`)).toBe(false)
    }),
  )
})
