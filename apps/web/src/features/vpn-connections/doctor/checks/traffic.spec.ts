import type { VpnConnection } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { connection, factsWith, gateway, other } from '../testing.ts'
import { subnetPairs } from './flow.ts'
import { tunnelBudgetKept } from './limits.ts'
import { pairCarriesSame, pairSecuredSame } from './pair.ts'
import { defaultRouteTable, routesPresent } from './routes.ts'
import { localSubnets, mirroredRules, otherOverlap, ownOverlap } from './subnets.ts'

const peering = (...peer_subnets: string[]) => ({ ...connection, peer_subnets })

describe('the pair', () => {
  const blocks = fc.uniqueArray(fc.constantFrom('10.1.0.0/16', '10.2.0.0/16', '10.3.0.0/16', '10.4.0.0/16'))

  test('carries the same exactly where both name the same subnets, in whatever order', () => {
    fc.assert(
      fc.property(blocks, blocks, (mine, theirs) => {
        const one = peering(...mine)
        const check = pairCarriesSame(
          factsWith({ connection: one, connections: { value: [one, { ...other, peer_subnets: theirs }] } }),
        )
        const same = JSON.stringify(mine.toSorted()) === JSON.stringify(theirs.toSorted())
        expect(check?.outcome).toBe(same ? 'passed' : 'failed')
      }),
    )
  })

  test('with mixed algorithms is worth a look, each setting with its editor', () => {
    const mixed = { ...other, ikepolicy: { ...other.ikepolicy, dh_group: 'group14' as const } }
    const check = pairSecuredSame(factsWith({ connections: { value: [connection, mixed] } }))
    expect(check?.outcome).toBe('note')
    expect(check?.details).toEqual(['IKE DH group: group20 on paris-lyon-1, group14 on paris-lyon-2'])
    expect(check?.fixes?.[0]?.at).toEqual({
      type: 'vpn-connection',
      id: 'c-1',
      name: 'paris-lyon-1',
      field: 'ikepolicy.dh_group',
    })
  })

  test('that is none has nothing to compare', () => {
    expect(pairCarriesSame(factsWith({ connections: { value: [connection] } }))).toBeUndefined()
  })
})

describe('policy rules', () => {
  const policy = (source: string, destination: string[], peer_subnets = ['10.1.0.0/16']): VpnConnection => ({
    ...connection,
    style: 'POLICY',
    policy_rules: [{ source, destination }],
    peer_subnets,
  })
  const check = (one: VpnConnection) => mirroredRules(factsWith({ connection: one }))

  test('fit where sources are local subnets and destinations lie in peer subnets', () => {
    const found = check(policy('192.168.0.0/25', ['10.1.2.0/24']))
    expect(found?.outcome).toBe('passed')
    expect(found?.details).toEqual(['The device has: source 10.1.2.0/24, destination 192.168.0.0/25'])
  })

  test('fail where the VPC does not send a destination here', () => {
    const found = check(policy('192.168.0.0/24', ['10.1.0.0/24', '10.9.0.0/24']))
    expect(found?.outcome).toBe('failed')
    expect(found?.finding).toContain('10.9.0.0/24 stands in the rules')
    expect(found?.fixes?.[0]?.at?.field).toBe('peer_subnets')
  })

  test('are worth a look where a source is no local subnet', () => {
    expect(check(policy('172.16.0.0/24', ['10.1.0.0/24']))?.outcome).toBe('note')
  })
})

describe('overlapping addresses', () => {
  test.each([
    [['10.1.0.0/16'], 'passed'],
    [['192.168.0.128/25'], 'failed'],
    [['100.64.3.0/24'], 'failed'],
    [['214.5.0.0/16'], 'failed'],
  ])('peer subnets %j: %s', (subnets, outcome) => {
    expect(ownOverlap(factsWith({ connection: peering(...subnets) }))?.outcome).toBe(outcome)
  })

  test('with another connection of the gateway fail, in another gateway of the VPC they are worth a look', () => {
    const rival = { ...other, id: 'c-9', name: 'paris-nice', cgw_id: 'cgw-9', peer_subnets: ['10.1.3.0/24'] }
    const connections = { value: [connection, other, rival] }
    const found = otherOverlap(factsWith({ connections }))
    expect(found?.outcome).toBe('failed')
    expect(found?.details).toEqual(['10.1.0.0/16 holds 10.1.3.0/24 of paris-nice'])
    const elsewhere = { ...rival, vgw_id: 'gw-2' }
    const gateways = { value: [gateway, { ...gateway, id: 'gw-2' }] }
    expect(otherOverlap(factsWith({ connections: { value: [connection, elsewhere] }, gateways }))?.outcome).toBe('note')
    const apart = { value: [gateway, { ...gateway, id: 'gw-2', vpc_id: 'vpc-2' }] }
    expect(otherOverlap(factsWith({ connections: { value: [connection, elsewhere] }, gateways: apart }))?.outcome).toBe(
      'passed',
    )
  })

  test('are not judged where the VPC cannot be seen', () => {
    const found = ownOverlap(factsWith({ subnets: { why: 'The subnets could not be read.' } }))
    expect(found?.outcome).toBe('unknown')
    expect(found?.finding).toContain('The subnets could not be read.')
  })
})

test('a local subnet that no subnet of the VPC is in fails', () => {
  const strange = { ...gateway, local_subnets: ['192.168.0.0/24', '172.31.0.0/24'] }
  const found = localSubnets(factsWith({ gateway: { value: strange } }))
  expect(found?.outcome).toBe('failed')
  expect(found?.finding).toContain('172.31.0.0/24 of gw-paris')
})

describe('route tables of the VPC', () => {
  const tables = (subnets: { id: string }[] | undefined) => ({
    value: [
      { id: 'rtb-1', default: true },
      { id: 'rtb-2', name: 'rtb-databases', default: false, ...(subnets && { subnets }) },
    ],
  })

  test('of its own hold a local subnet back', () => {
    const found = defaultRouteTable(factsWith({ routeTables: tables([{ id: 'subnet-1' }]) }))
    expect(found?.outcome).toBe('failed')
    expect(found?.details).toEqual(['subnet-web (192.168.0.0/24) uses rtb-databases'])
  })

  test('of its own do no harm to others, and are worth a look where nobody tells who uses them', () => {
    expect(defaultRouteTable(factsWith({ routeTables: tables([]) }))?.outcome).toBe('passed')
    expect(defaultRouteTable(factsWith({ routeTables: tables(undefined) }))?.outcome).toBe('note')
  })

  test('behind an enterprise router cannot be seen', () => {
    const onRouter = { ...gateway, attachment_type: 'er' as const }
    expect(defaultRouteTable(factsWith({ gateway: { value: onRouter } }))?.outcome).toBe('unknown')
  })
})

describe('routes through the tunnel', () => {
  test('that are not there while it is connected fail', () => {
    expect(routesPresent(factsWith())?.outcome).toBe('passed')
    expect(routesPresent(factsWith({ routes: { value: [] } }))?.outcome).toBe('failed')
    const found = routesPresent(factsWith({ connection: peering('10.1.0.0/16', '10.2.0.0/16') }))
    expect(found?.finding).toContain('No route leads to 10.2.0.0/16')
  })

  test('are not expected of a tunnel that is down', () => {
    const down = { ...connection, status: 'DOWN' as const }
    expect(routesPresent(factsWith({ connection: down, routes: { value: [] } }))?.outcome).toBe('unknown')
  })
})

describe('the budget of tunnels', () => {
  const policyWith = (count: number): VpnConnection => ({
    ...connection,
    style: 'POLICY',
    policy_rules: [
      { source: '192.168.0.0/24', destination: Array.from({ length: count }, (_, at) => `10.${at}.0.0/16`) },
    ],
  })
  // The other tunnel stands on the other address, so that only this one counts.
  test.each([
    [10, 'passed'],
    [239, 'passed'],
    [240, 'note'],
    [300, 'note'],
    [301, 'failed'],
  ])('%i tunnels: %s', (count, outcome) => {
    const one = policyWith(count)
    expect(tunnelBudgetKept(factsWith({ connections: { value: [one, other] } }))?.outcome).toBe(outcome)
  })
})

describe('subnet pairs', () => {
  const pair = { id: 'sa', source_ip_cidr: '0.0.0.0/0', dest_ip_cidr: '0.0.0.0/0' }
  test.each([
    [[], 'failed', 'missing'],
    [[{ ...pair, packets_sent: 7, packets_recv: 0 }], 'failed', 'nothing comes back'],
    [[{ ...pair, packets_sent: 0, packets_recv: 0 }], 'note', 'nobody has sent'],
    [[{ ...pair, packets_sent: 7, packets_recv: 7 }], 'passed', 'packets go and come'],
  ])('%j: %s', (value, outcome, words) => {
    const found = subnetPairs(factsWith({ pairs: { value } }))
    expect(found?.outcome).toBe(outcome)
    expect(found?.finding).toContain(words)
  })

  test('are not known where the region lacks the call', () => {
    expect(subnetPairs(factsWith({ pairs: { why: 'The region lacks it.' } }))).toMatchObject({
      outcome: 'unknown',
      finding: 'The region lacks it.',
    })
  })
})
