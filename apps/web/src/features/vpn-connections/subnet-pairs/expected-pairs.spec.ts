import type { VpnConnection } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectationWords, expectedPairs, pairKey } from './expected-pairs.ts'

const connection = (more: Partial<VpnConnection>): VpnConnection => ({
  id: 'c1',
  name: 'paris-lyon-1',
  status: 'ACTIVE',
  vgw_id: 'gw-1',
  vgw_ip: 'eip-1',
  style: 'STATIC',
  cgw_id: 'cgw-1',
  ...more,
})

const written = (pairs: ReturnType<typeof expectedPairs>) =>
  pairs?.map(({ source, destination }) => `${source} > ${destination}`)

describe('expected pairs', () => {
  test('of policy rules are each source with each of its own destinations', () => {
    const policy_rules = [
      { source: '10.0.0.0/24', destination: ['10.1.0.0/24', '10.2.0.0/24'] },
      { source: '10.0.1.0/24', destination: ['10.3.0.0/24'] },
    ]
    expect(written(expectedPairs(connection({ style: 'POLICY', policy_rules }), undefined))).toEqual([
      '10.0.0.0/24 > 10.1.0.0/24',
      '10.0.0.0/24 > 10.2.0.0/24',
      '10.0.1.0/24 > 10.3.0.0/24',
    ])
  })

  test('of a policy template are local with peer subnets of one version, where the gateway is known', () => {
    const one = connection({
      style: 'POLICY-TEMPLATE',
      peer_subnets: ['10.1.0.0/16'],
      peer_subnets_v6: ['2001:db8::/32'],
    })
    const gateway = { local_subnets: ['10.0.0.0/24'], local_subnets_v6: ['2001:db8:a::/64'] }
    expect(written(expectedPairs(one, gateway))).toEqual([
      '10.0.0.0/24 > 10.1.0.0/16',
      '2001:db8:a::/64 > 2001:db8::/32',
    ])
    expect(expectedPairs(one, undefined)).toBeUndefined()
  })

  test.each([
    ['STATIC', 'ipv4', '0.0.0.0/0 > 0.0.0.0/0'],
    ['BGP', 'ipv4', '0.0.0.0/0 > 0.0.0.0/0'],
    ['STATIC', 'ipv6', '::/0 > ::/0'],
  ] as const)('with routes of %s on %s are one of everything', (style, ip_version, pair) => {
    expect(written(expectedPairs(connection({ style }), { ip_version }))).toEqual([pair])
    expect(expectationWords({ style })).toContain('one pair')
  })

  test('are as many as sources times destinations, and no two alike', () => {
    const blocks = fc.uniqueArray(fc.nat(200), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(200), { minLength: 1, maxLength: 5 }), blocks, (sources, destinations) => {
        const destination = destinations.map((one) => `10.${one}.0.0/16`)
        const policy_rules = sources.map((one) => ({ source: `192.168.${one}.0/24`, destination }))
        const pairs = expectedPairs(connection({ style: 'POLICY', policy_rules }), undefined) ?? []
        expect(pairs).toHaveLength(sources.length * destinations.length)
        expect(new Set(pairs.map(pairKey)).size).toBe(pairs.length)
      }),
    )
  })
})
