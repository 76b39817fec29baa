import { policyReaches, type VpnAccessPolicy, type VpnUser, type VpnUserGroup } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findReach, readReach, reachWords, routeWarning } from './reach.ts'

const groups: VpnUserGroup[] = [
  { id: 'g1', name: 'staff', user_number: 2 },
  { id: 'g2', name: 'guests', user_number: 0 },
]
const users: VpnUser[] = [
  { id: 'u1', name: 'lyon.10', user_group_id: 'g1' },
  { id: 'u2', name: 'lyon.02', user_group_id: 'g1' },
  { id: 'u3', name: 'nice.01', user_group_id: 'g3' },
]
const policy = (name: string, user_group_id: string, ...dest_ip_cidrs: string[]): VpnAccessPolicy => ({
  id: name,
  name,
  user_group_id,
  dest_ip_cidrs,
})

describe('who may reach an address', () => {
  test('are the users of the groups whose policies hold it', () => {
    const policies = [
      policy('b', 'g1', '10.0.0.0/8'),
      policy('a', 'g1', '10.1.2.0/24'),
      policy('c', 'g2', '10.9.0.0/16'),
    ]
    const reach = findReach('10.1.2.3/32', { policies, groups, users })
    expect(reach.groups).toMatchObject([
      { name: 'staff', coverage: 'all', userCount: 2, users: [{ name: 'lyon.02' }, { name: 'lyon.10' }] },
    ])
    expect(reach.groups[0]?.policies.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(reachWords({ text: '10.1.2.3' }, reach)).toBe('2 users of 1 group by 2 policies may reach 10.1.2.3.')
  })

  test('of a prefix may be told that they reach a part, and that two policies make it whole', () => {
    const half = policy('low', 'g1', '10.0.0.0/9')
    const part = findReach('10.0.0.0/8', { policies: [half], groups, users })
    expect(part.groups[0]?.coverage).toBe('part')
    expect(reachWords({ text: '10.0.0.0/8' }, part)).toContain('may reach a part of 10.0.0.0/8.')
    const whole = findReach('10.0.0.0/8', { policies: [half, policy('high', 'g1', '10.128.0.0/9')], groups, users })
    expect(whole.groups[0]?.coverage).toBe('all')
  })

  test('are counted by their groups where users may not be listed, and not at all where groups may not either', () => {
    const policies = [policy('a', 'g1', '10.0.0.0/8')]
    const counted = findReach('10.1.2.3/32', { policies, groups, users: undefined })
    expect(counted.groups[0]).toMatchObject({ users: undefined, userCount: 2 })
    const blind = findReach('10.1.2.3/32', { policies, groups: undefined, users: undefined })
    expect(reachWords({ text: '10.1.2.3' }, blind)).toBe('The users of 1 group by 1 policy may reach 10.1.2.3.')
  })

  test('may be nobody', () => {
    expect(reachWords({ text: '10.1.2.3' }, findReach('10.1.2.3/32', { policies: [], groups, users }))).toBe(
      'No access policy lets anybody reach 10.1.2.3.',
    )
    const empty = findReach('10.1.2.3/32', { policies: [policy('c', 'g2', '10.0.0.0/8')], groups, users })
    expect(reachWords({ text: '10.1.2.3' }, empty)).toContain('Nobody may reach 10.1.2.3 now')
  })

  test('are exactly those that a policy of their group reaches', () => {
    const octet = fc.nat(3)
    const cidr = fc.tuple(octet, fc.constantFrom(8, 16, 32)).map(([value, length]) => `10.${value}.0.0/${length}`)
    const some = fc.array(fc.tuple(fc.constantFrom('g1', 'g2', 'g3'), fc.array(cidr, { minLength: 1, maxLength: 3 })), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(some, octet, octet, (given, second, last) => {
        const policies = given.map(([group, cidrs], index) => policy(`p${index}`, group, ...cidrs))
        const address = `10.${second}.0.${last}`
        const reach = findReach(`${address}/32`, { policies, groups, users })
        const found = reach.groups.flatMap((group) => group.users?.map(({ id }) => id) ?? []).toSorted()
        const expected = users
          .filter((user) =>
            policies.some((one) => one.user_group_id === user.user_group_id && policyReaches(one, address)),
          )
          .map(({ id }) => id)
        expect(found).toEqual(expected.toSorted())
      }),
    )
  })
})

test('a question that is none is answered in words, and so is one of IPv6', () => {
  expect(readReach('')).toBeUndefined()
  expect(readReach('10.1.2.3')).toMatchObject({ block: '10.1.2.3/32' })
  expect(readReach('10.1.2.300')).toMatchObject({ problem: expect.stringContaining('300') })
  expect(readReach('2001:db8::1')).toMatchObject({ problem: expect.stringContaining('IPv4 destinations only') })
})

test('an address without a route is told, whatever the policies say', () => {
  const server = { local_subnets: ['192.168.0.0/24'] }
  expect(routeWarning({ text: '192.168.0.7', block: '192.168.0.7/32' }, server)).toBeUndefined()
  expect(routeWarning({ text: '10.1.2.3', block: '10.1.2.3/32' }, server)).toContain('is in none of the server’s')
  expect(routeWarning({ text: '192.168.0.0/16', block: '192.168.0.0/16' }, server)).toContain('Only a part')
  expect(routeWarning({ text: '10.1.2.3', block: '10.1.2.3/32' }, {})).toBeUndefined()
})
