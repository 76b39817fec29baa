import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  coveredBy,
  grantProblems,
  heldAt,
  isConsoleAction,
  isPattern,
  lackedToGrant,
  patternProblems,
  scopeRefusal,
  scopesOf,
  type GrantPlace,
} from './grant-rules.ts'
import { knownActions } from './known-actions.ts'
import { allows } from './permissions.ts'
import { grantScopes, type GrantScope } from './grant-scopes.ts'
import { builtInRoles, type Role } from './roles.ts'

const { cloud, server } = knownActions
const every = [...cloud, ...knownActions.console]

const builtIn = (id: string): Role => {
  const found = builtInRoles.find((role) => role.id === id)
  if (!found) throw new Error(id)
  return found
}
const own = (...actions: string[]): Role => ({ id: 'own', name: 'Night shift', description: '', actions })

/** Patterns made of an action by putting stars in. */
const pattern = fc
  .tuple(fc.constantFrom(...every), fc.nat(), fc.nat())
  .map(([action, from, length]) => {
    const start = from % action.length
    return `${action.slice(0, start)}*${action.slice(start + (length % (action.length - start + 1)))}`
  })
  .map((text) => text.replaceAll('**', '*'))
const patterns = fc.array(fc.oneof(pattern, fc.constantFrom(...every), fc.constant('*')), { maxLength: 6 })
const place = fc.record({
  type: fc.constantFrom(...grantScopes),
  cloudId: fc.constantFrom(undefined, '', 'paris', 'lyon'),
  scopeId: fc.constantFrom(undefined, 's-1', 's-2'),
  vpnUserId: fc.constantFrom(undefined, 'u-1'),
})

describe('where a role can be given', () => {
  test.each<[string, GrantScope[]]>([
    ['administrator', ['all']],
    ['network-admin', ['all', 'account', 'enterprise-project', 'server']],
    ['support', ['all', 'account', 'enterprise-project', 'server']],
    ['user-manager', ['server']],
    ['vpn-user', ['vpn-user']],
  ])('%s', (id, scopes) => {
    expect(scopesOf(builtIn(id), knownActions)).toEqual(scopes)
  })

  test('a role of the console alone holds everywhere or nowhere', () => {
    expect(scopesOf(own('console:audit:*'), { ...knownActions, console: ['console:audit:list'] })).toEqual(['all'])
  })

  test('a role without anything about servers is not given for one', () => {
    expect(scopesOf(own('vpn:vpnGateways:*'), knownActions)).toEqual(['all', 'account', 'enterprise-project'])
    expect(scopeRefusal(own('vpn:vpnGateways:*'), 'server', knownActions)).toContain('Night shift')
  })

  test('a role made here is never given for a VPN user, and can be given somewhere if it does anything', () => {
    fc.assert(
      fc.property(patterns, (actions) => {
        const scopes = scopesOf(own(...actions), knownActions)
        expect(scopes).not.toContain('vpn-user')
        expect(scopes).toContain('all')
        expect(scopes.includes('account')).toBe(coveredBy(actions, cloud).length > 0)
        expect(scopes.includes('server')).toBe(coveredBy(actions, server).length > 0)
      }),
    )
  })
})

describe('the parts of a scope', () => {
  test('each kind has its own', () => {
    const wrong = (given: GrantPlace) => grantProblems(builtIn('network-admin'), given, knownActions)
    expect(wrong({ type: 'all' })).toEqual([])
    expect(wrong({ type: 'all', cloudId: 'paris' })).toMatchObject([{ path: 'cloudId' }])
    expect(wrong({ type: 'account' })).toMatchObject([{ path: 'cloudId', message: 'Choose a cloud.' }])
    expect(wrong({ type: 'server', cloudId: 'paris' })).toMatchObject([
      { path: 'scopeId', message: 'Choose a VPN server.' },
    ])
    expect(wrong({ type: 'enterprise-project', cloudId: 'paris', scopeId: '0' })).toEqual([])
  })

  test('what passes is complete, has nothing else, and is of a kind that the role can be given for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...builtInRoles), place, (role, given) => {
        if (grantProblems(role, given, knownActions).length > 0) return
        expect(scopesOf(role, knownActions)).toContain(given.type)
        expect(Boolean(given.cloudId)).toBe(given.type !== 'all')
        expect(given.scopeId !== undefined).toBe(!['all', 'account'].includes(given.type))
        expect(given.vpnUserId !== undefined).toBe(given.type === 'vpn-user')
        expect(given.type === 'vpn-user').toBe(role.id === 'vpn-user')
      }),
    )
  })
})

describe('giving what one has', () => {
  test('who lacks nothing of a role may do all that it may, whatever actions come later', () => {
    fc.assert(
      fc.property(patterns, patterns, fc.constantFrom(...every), fc.string(), (held, actions, action, later) => {
        if (lackedToGrant(own(...actions), held).length > 0) return
        for (const asked of [action, `${action}${later}`, later]) {
          if (allows(actions, asked)) expect(allows(held, asked)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('an administrator lacks nothing, and everybody can give on what he was given', () => {
    fc.assert(
      fc.property(patterns, (actions) => {
        expect(lackedToGrant(own(...actions), ['*'])).toEqual([])
        expect(lackedToGrant(own(...actions), actions)).toEqual([])
      }),
    )
    for (const role of builtInRoles) expect(lackedToGrant(role, ['*'])).toEqual([])
  })

  test('a pattern is more than the actions that it covers today', () => {
    expect(lackedToGrant(own('vpn:vpnQuota:*'), ['vpn:vpnQuota:list'])).toEqual(['vpn:vpnQuota:*'])
  })

  test('to make somebody a VPN user takes who may set the password of VPN users', () => {
    expect(lackedToGrant(builtIn('vpn-user'), ['vpn:vpnGateways:*'])).toEqual(['vpn:p2cVpnUser:resetPassword'])
    expect(lackedToGrant(builtIn('vpn-user'), builtIn('user-manager').actions)).toEqual([])
  })

  test('what somebody holds at a place is what holds there and around it, and nothing from elsewhere', () => {
    const holder = {
      actions: ['console:grants:give'],
      onCloud: (cloudId: string) =>
        cloudId === 'paris'
          ? { actions: ['a'], projects: { 'p-1': ['b'], 'p-2': ['c'] }, servers: { 's-1': ['d'], 's-2': ['e'] } }
          : undefined,
    }
    expect(heldAt(holder, { type: 'all' })).toEqual(['console:grants:give'])
    expect(heldAt(holder, { type: 'account', cloudId: 'paris' })).toEqual(['a'])
    expect(heldAt(holder, { type: 'account', cloudId: 'lyon' })).toEqual([])
    expect(heldAt(holder, { type: 'enterprise-project', cloudId: 'paris', scopeId: 'p-1' })).toEqual(['a', 'b'])
    expect(heldAt(holder, { type: 'server', cloudId: 'paris', scopeId: 's-2' })).toEqual(['a', 'e'])
    expect(heldAt(holder, { type: 'vpn-user', cloudId: 'paris', scopeId: 's-1', vpnUserId: 'u' })).toEqual(['a', 'd'])
  })
})

describe('the patterns of a role', () => {
  test.each<[string[], string]>([
    [[], 'at least one'],
    [['vpn:nothing:*'], 'covers no action'],
    [['vpn vpnGateways'], 'is no action'],
    [['vpn:a:b:c'], 'is no action'],
    [['vpn:*', 'vpn:*'], 'twice'],
  ])('%j is refused', (actions, words) => {
    expect(patternProblems(actions, knownActions).map(({ message }) => message)).toEqual([
      expect.stringContaining(words),
    ])
  })

  test('what passes covers something with each of its patterns', () => {
    fc.assert(
      fc.property(patterns, (actions) => {
        if (patternProblems(actions, knownActions).length > 0) return
        for (const one of actions) {
          expect(isPattern(one)).toBe(true)
          expect(coveredBy([one], every).length).toBeGreaterThan(0)
        }
      }),
    )
  })

  test('every action that there is can be named', () => {
    expect(patternProblems(every, knownActions)).toEqual([])
    expect(knownActions.console.every(isConsoleAction)).toBe(true)
    expect(knownActions.console).toContain('console:grants:give')
    expect(server.every((action) => cloud.includes(action))).toBe(true)
  })
})
