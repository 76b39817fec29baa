import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { specErrors } from '../testing/spec-data.ts'
import { destinationProblems, policyCoverage, policyReaches } from './p2c-access-policy.ts'

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

test.each([
  [['10.0.0.0/8'], '10.1.0.0/16', 'all'],
  [['10.0.0.0/9', '10.128.0.0/9'], '10.0.0.0/8', 'all'],
  [['10.0.0.0/9', '10.1.0.0/16', '10.0.0.0/9'], '10.0.0.0/8', 'part'],
  [['10.0.0.0/9', '10.64.0.1/9', '10.128.0.0/9'], '10.0.0.0/8', 'all'],
  [['192.168.0.0/24'], '10.0.0.0/8', 'none'],
  [['0.0.0.0/0'], '2001:db8::/32', 'none'],
  [[], '10.1.2.3/32', 'none'],
])('of %j a policy reaches %s: %s', (dest_ip_cidrs, block, coverage) => {
  expect(policyCoverage({ dest_ip_cidrs }, block)).toBe(coverage)
})

test('what a policy reaches of a small block is what it reaches of its addresses', () => {
  const small = fc
    .integer({ min: 0, max: 15 })
    .chain((address) => fc.integer({ min: 28, max: 32 }).map((length) => `10.0.0.${address}/${length}`))
  fc.assert(
    fc.property(fc.array(small, { maxLength: 6 }), fc.integer({ min: 28, max: 32 }), (dest_ip_cidrs, length) => {
      const addresses = Array.from({ length: 2 ** (32 - length) }, (_, index) => `10.0.0.${index}`)
      const reached = addresses.filter((address) => policyReaches({ dest_ip_cidrs }, address)).length
      const expected = reached === addresses.length ? 'all' : reached > 0 ? 'part' : 'none'
      expect(policyCoverage({ dest_ip_cidrs }, `10.0.0.0/${length}`)).toBe(expected)
    }),
  )
})
