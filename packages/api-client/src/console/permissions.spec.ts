import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allows } from './permissions.ts'

/** The same by a regular expression: right, but slow for many stars. */
const byExpression = (pattern: string, action: string) =>
  new RegExp(`^${pattern.replaceAll('.', String.raw`\.`).replaceAll('*', '.*')}$`).test(action)

const letters = (...some: string[]) => fc.string({ unit: fc.constantFrom(...some), maxLength: 7 })

describe('a pattern of actions', () => {
  test.each<[string, string, boolean]>([
    ['*', 'vpn:vpnConnections:list', true],
    ['vpn:*', 'vpn:vpnConnections:list', true],
    ['vpn:*', 'vpc:vpcs:list', false],
    ['vpn:*:list', 'vpn:vpnConnections:list', true],
    ['vpn:*:list', 'vpn:vpnConnections:listAll', false],
    ['vpn:vpnConnections:list', 'vpn:vpnConnections:list', true],
    ['vpn:vpnConnections:list', 'vpn:vpnConnections:listAll', false],
    ['vpn:p2cVpnGateway:*UserGroup', 'vpn:p2cVpnGateway:createUserGroup', true],
    ['ab*ba', 'aba', false],
    ['', 'vpn:vpnConnections:list', false],
  ])('%s covers %s: %s', (pattern, action, expected) => {
    expect(allows([pattern], action)).toBe(expected)
  })

  test('means what it would as an expression', () => {
    fc.assert(
      fc.property(letters('a', 'b', ':', '.', '*'), letters('a', 'b', ':', '.'), (pattern, action) => {
        expect(allows([pattern], action)).toBe(byExpression(pattern, action))
      }),
      { numRuns: 2_000 },
    )
  })

  test('with many stars is answered all the same', () => {
    // An expression would try more ways than there are atoms.
    expect(allows(['*'.repeat(1_000) + '!'], 'vpn:p2cVpnGateway:updateConnectionsLogConfig')).toBe(false)
    expect(allows([`${'*e'.repeat(40)}!`], 'e'.repeat(100))).toBe(false)
  })
})

test('a row without an action is open to all, and nothing else is to nobody', () => {
  expect(allows([], null)).toBe(true)
  expect(allows([], 'vpn:vpnConnections:list')).toBe(false)
})
