import { vpnConnectionUpdate, type VpnConnection } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editValuesOf, type ConnectionEditValues } from './edit-form.ts'
import { settingsPair } from './edit-problems.ts'
import { changedPaths, toUpdateBody } from './settings-diff.ts'
import { bgpConnection, connection, facts, policyConnection } from './testing.ts'

const update = (change: Partial<ConnectionEditValues>, of: VpnConnection = connection, gateway = facts.gateway) => {
  const { before, after } = settingsPair({ ...editValuesOf(of), ...change }, { ...facts, connection: of, gateway })
  return toUpdateBody(before, after)
}

const ike = (change: Partial<ConnectionEditValues['ikepolicy']>) => ({
  ikepolicy: { ...editValuesOf(connection).ikepolicy, ...change },
})

const anyIp = fc.ipV4()
const anyBlocks = fc.uniqueArray(
  fc.tuple(fc.nat(255), fc.nat(255)).map(([a, b]) => `10.${a}.${b}.0/24`),
  { maxLength: 6 },
)
const anyAlgorithm = fc.constantFrom('sha2-512', 'sha2-256', 'md5', 'sm3', 'something-new')

/** Connections of every mode, some with values that no request may hold, some with fields left out. */
const anyConnection: fc.Arbitrary<VpnConnection> = fc
  .record({
    style: fc.constantFrom('STATIC', 'BGP', 'POLICY', 'POLICY-TEMPLATE'),
    peer_subnets: fc.option(anyBlocks, { nil: undefined }),
    policy_rules: fc.array(fc.record({ source: anyIp.map((ip) => `${ip}/32`), destination: anyBlocks }), {
      maxLength: 5,
    }),
    tunnel_local_address: fc.option(
      anyIp.map((ip) => `${ip}/30`),
      { nil: undefined },
    ),
    enable_hub: fc.option(fc.boolean(), { nil: undefined }),
    ikepolicy: fc.option(
      fc.record({
        ike_version: fc.constantFrom('v1', 'v2', 'v3'),
        phase1_negotiation_mode: fc.option(fc.constantFrom('main', 'aggressive'), { nil: undefined }),
        authentication_algorithm: anyAlgorithm,
        local_id_type: fc.constantFrom('ip', 'fqdn'),
        local_id: fc.option(anyIp, { nil: undefined }),
        peer_id_type: fc.constantFrom('ip', 'fqdn', 'any'),
        peer_id: fc.option(fc.constantFrom('vpn.lyon.example', '198.51.100.7', ''), { nil: undefined }),
        lifetime_seconds: fc.option(fc.nat(604_800), { nil: undefined }),
        dpd: fc.option(fc.record({ timeout: fc.nat(60) }), { nil: undefined }),
      }),
      { nil: undefined },
    ),
  })
  .map((given) => ({ ...connection, ...given }))

const anyGateway = fc.constantFrom(
  facts.gateway,
  { ...facts.gateway, flavor: 'GM' },
  { ...facts.gateway, ip_version: 'ipv6' },
  { ...facts.gateway, attachment_type: 'er' },
)

describe('toUpdateBody', () => {
  test('an unchanged form sends nothing, whatever the connection', () => {
    fc.assert(
      fc.property(anyConnection, anyGateway, (of, gateway) => {
        expect(update({}, of, gateway)).toEqual({})
      }),
    )
  })

  test('the order of blocks and rules is no change', () => {
    expect(update({ peer_subnets: '192.168.1.0/24, 192.168.0.0/24' })).toEqual({})
    const rules = editValuesOf(policyConnection).policy_rules.toReversed()
    expect(update({ policy_rules: rules }, policyConnection)).toEqual({})
  })

  test.each<[string, Partial<ConnectionEditValues>, object]>([
    ['the name', { name: ' vpn-lyon-1 ' }, { name: 'vpn-lyon-1' }],
    ['peer subnets', { peer_subnets: '192.168.0.0/24' }, { peer_subnets: ['192.168.0.0/24'] }],
    ['one algorithm', ike({ dh_group: 'group20' }), { ikepolicy: { dh_group: 'group20' } }],
    [
      'one part of DPD',
      ike({ dpd: { timeout: '20', interval: '30', msg: 'seq-hash-notify' } }),
      { ikepolicy: { dpd: { timeout: 20 } } },
    ],
    [
      'the version, which brings its mode along',
      ike({ ike_version: 'v1' }),
      { ikepolicy: { ike_version: 'v1', phase1_negotiation_mode: 'main' } },
    ],
    [
      'one end of the tunnel, with the other',
      { tunnel_peer_address: '169.254.70.3/30' },
      { tunnel_local_address: '169.254.70.1/30', tunnel_peer_address: '169.254.70.3/30' },
    ],
    [
      'an id, with its type',
      ike({ peer_id_type: 'fqdn', peer_id: 'vpn.lyon.example' }),
      { ikepolicy: { peer_id_type: 'fqdn', peer_id: 'vpn.lyon.example' } },
    ],
    ['a key', { psk: 'Correct-Horse-9' }, { psk: 'Correct-Horse-9' }],
  ])('%s', (_, change, body) => {
    expect(update(change)).toEqual(body)
  })

  test('an address that was cleared becomes the end’s own', () => {
    const elsewhere = { ...connection, ikepolicy: { ...connection.ikepolicy, local_id: '203.0.113.9' } }
    expect(update(ike({ local_id: '' }), elsewhere)).toEqual({
      ikepolicy: { local_id_type: 'ip', local_id: '192.0.2.1' },
    })
    expect(update(ike({ local_id: '' }))).toEqual({})
  })

  test('rules go without the obsolete index', () => {
    const [first] = editValuesOf(policyConnection).policy_rules
    expect(update({ policy_rules: first ? [first] : [] }, policyConnection)).toEqual({
      policy_rules: [{ source: '10.0.0.0/24', destination: ['192.168.0.0/24', '192.168.1.0/24'] }],
    })
  })

  test('fields of other modes are not sent, even if they differ', () => {
    const others = { enable_hub: true, policy_rules: [{ source: '10.0.0.0/24', destination: '10.1.0.0/24' }] }
    expect(update(others)).toEqual({})
    expect(update({ enable_hub: true }, bgpConnection)).toEqual({ enable_hub: true })
    expect(update({ tunnel_local_address: '169.254.71.1/30' }, policyConnection)).toEqual({})
  })

  test('a GM gateway takes lifetimes and DPD, and no key', () => {
    const gm = { ...facts.gateway, flavor: 'GM' }
    const change = { psk: 'Correct-Horse-9', ...ike({ lifetime_seconds: '3600', dh_group: 'group20' }) }
    expect(update(change, connection, gm)).toEqual({ ikepolicy: { lifetime_seconds: 3_600 } })
  })

  test('an IPv6 gateway has the other fields', () => {
    const ipv6 = { ...facts.gateway, ip_version: 'ipv6' }
    const of = { ...connection, peer_subnets: undefined, peer_subnets_v6: ['2001:db8:1::/64'] }
    expect(update({ peer_subnets: '2001:db8:2::/64' }, of, ipv6)).toEqual({ peer_subnets_v6: ['2001:db8:2::/64'] })
  })

  test('holds what differs and nothing else, in the shape of a request', () => {
    const anyChange = fc.record(
      {
        name: fc.constantFrom('vpn-lyon', 'vpn-nice'),
        cgw_id: fc.constantFrom('cgw-1', 'cgw-2'),
        peer_subnets: anyBlocks.map((blocks) => blocks.join('\n')),
        psk: fc.constantFrom('', 'Correct-Horse-9'),
        ikepolicy: fc.record({
          ...Object.fromEntries(
            Object.entries(editValuesOf(connection).ikepolicy).map(([key, value]) => [key, fc.constant(value)]),
          ),
          dh_group: fc.constantFrom('group15', 'group20'),
          lifetime_seconds: fc.constantFrom('86400', '3600'),
        }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(anyChange, (change) => {
        // The record above is built from the form's own values.
        const values = { ...editValuesOf(connection), ...change } as ConnectionEditValues
        const { before, after } = settingsPair(values, facts)
        const body = toUpdateBody(before, after)
        expect(vpnConnectionUpdate.safeParse(body).error).toBeUndefined()
        // Once it has been carried out there is nothing left to change, and it takes every change to get there.
        const done = {
          ...before,
          ...body,
          ikepolicy: { ...before.ikepolicy, ...body.ikepolicy },
          ipsecpolicy: { ...before.ipsecpolicy, ...body.ipsecpolicy },
        }
        expect(changedPaths(done, after)).toEqual([])
        expect(changedPaths(before, body).toSorted()).toEqual(changedPaths(before, after).toSorted())
      }),
    )
  })
})
