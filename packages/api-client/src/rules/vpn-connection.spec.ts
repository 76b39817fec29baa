import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { VpnConnectionCreate } from '../schemas/vpn-connections.ts'
import { specRules } from '../testing/spec-data.ts'
import { customerGatewayCreateProblems } from './customer-gateway.ts'
import { weaknesses } from './ike-policy.ts'
import { generatePreSharedKey, preSharedKeyProblems, preSharedKeyStrength } from './pre-shared-key.ts'
import { suggestTunnelAddresses, tunnelProblems } from './tunnel-address.ts'
import {
  connectionBatchProblems,
  connectionCreateProblems,
  connectionRefuses,
  connectionUpdateProblems,
} from './vpn-connection.ts'
import { preSharedKey } from '../schemas/fields.ts'

const gateway = {
  network_type: 'public',
  attachment_type: 'vpc',
  ip_version: 'ipv4',
  flavor: 'Professional1',
  ha_mode: 'active-active',
  eip1: { id: 'eip-1' },
  eip2: { id: 'eip-2' },
}
const connection: VpnConnectionCreate = {
  vgw_id: 'vgw-1',
  vgw_ip: 'eip-1',
  cgw_id: 'cgw-1',
  peer_subnets: ['192.168.44.0/24'],
  psk: 'abcdABCD1234',
}
const rule = { source: '10.0.0.0/24', destination: ['192.168.0.0/24'] }

test('a complete connection has no problem, in each mode', () => {
  expect(connectionCreateProblems(connection, gateway)).toEqual([])
  expect(connectionCreateProblems({ ...connection, style: 'policy', policy_rules: [rule] }, gateway)).toEqual([])
  const addresses = { tunnel_local_address: '169.254.56.225/30', tunnel_peer_address: '169.254.56.226/30' }
  expect(connectionCreateProblems({ ...connection, style: 'bgp', ...addresses }, gateway)).toEqual([])
  const template = { ...gateway, flavor: 'Professional1-NonFixedIP' }
  expect(connectionCreateProblems({ ...connection, style: 'policy-template' }, template)).toEqual([])
})

const ike = (ikepolicy: VpnConnectionCreate['ikepolicy']) => ({ ikepolicy })
const cases: [rule: string, path: string, change: Partial<VpnConnectionCreate>, on?: Partial<typeof gateway>][] = [
  ['conn.vgw-ip', 'vgw_ip', { vgw_ip: 'eip-3' }],
  ['conn.peer-subnets.required', 'peer_subnets', { peer_subnets: undefined }],
  ['conn.peer-subnets.required', 'peer_subnets_v6', {}, { ip_version: 'ipv6' }],
  ['conn.peer-subnets.required', 'peer_subnets', { peer_subnets: [] }, { attachment_type: 'er' }],
  ['conn.peer-subnets.reserved', 'peer_subnets.0', { peer_subnets: ['100.64.1.0/24'] }],
  ['conn.peer-subnets.reserved', 'peer_subnets.1', { peer_subnets: ['10.0.0.0/8', '214.3.0.0/16'] }],
  ['conn.psk.required', 'psk', { psk: undefined }],
  ['conn.psk.complexity', 'psk', { psk: 'abcdefgh1' }],
  [
    'conn.tunnel.range',
    'tunnel_local_address',
    { tunnel_local_address: '10.0.0.1/30', tunnel_peer_address: '169.254.1.2/30' },
  ],
  [
    'conn.tunnel.range',
    'tunnel_local_address',
    { tunnel_local_address: '169.254.195.1/30', tunnel_peer_address: '169.254.195.2/30' },
  ],
  [
    'conn.tunnel.range',
    'tunnel_peer_address',
    { tunnel_local_address: '169.254.1.1/30', tunnel_peer_address: '169.254.1.3/30' },
  ],
  ['conn.tunnel.pair', 'tunnel_peer_address', { tunnel_local_address: '169.254.1.1/30' }],
  [
    'conn.tunnel.pair',
    'tunnel_peer_address',
    { tunnel_local_address: '169.254.1.1/30', tunnel_peer_address: '169.254.1.6/30' },
  ],
  [
    'conn.tunnel.pair',
    'tunnel_peer_address',
    { tunnel_local_address: '169.254.1.1/30', tunnel_peer_address: '169.254.1.1/30' },
  ],
  ['conn.nqa.static', 'enable_nqa', { style: 'bgp', enable_nqa: false }],
  ['conn.hub.bgp', 'enable_hub', { enable_hub: true }],
  ['conn.policy.required', 'policy_rules', { style: 'policy' }],
  [
    'conn.policy.source-unique',
    'policy_rules.1.source',
    { style: 'policy', policy_rules: [rule, { ...rule, source: '10.0.0.7/24' }] },
  ],
  [
    'conn.policy.version',
    'policy_rules.0.source',
    { style: 'policy', policy_rules: [{ ...rule, source: '2001:db8::/64' }] },
  ],
  [
    'conn.policy.version',
    'policy_rules.0.destination.0',
    { style: 'policy', policy_rules: [{ ...rule, destination: ['any'] }] },
  ],
  [
    'conn.policy.max',
    'policy_rules.0.destination',
    {
      style: 'policy',
      policy_rules: [{ ...rule, destination: Array.from({ length: 51 }, (_, i) => `10.${i}.0.0/16`) }],
    },
  ],
  ['conn.ha-role', 'ha_role', { ha_role: 'slave' }],
  ['conn.ha-role', 'ha_role', { ha_role: 'slave' }, { ha_mode: 'active-standby' }],
  ['ike.gm', 'ikepolicy.encryption_algorithm', ike({ encryption_algorithm: 'sm4' })],
  ['ike.version', 'ikepolicy.ike_version', ike({ ike_version: 'v2' }), { flavor: 'GM' }],
  ['ike.gm', 'ikepolicy.dh_group', ike({ dh_group: 'group15' }), { flavor: 'GM' }],
  ['ike.id.ip', 'ikepolicy.local_id', ike({ local_id: 'paris' })],
  ['ike.id.fqdn', 'ikepolicy.peer_id', ike({ peer_id_type: 'fqdn' })],
  ['ike.id.fqdn', 'ikepolicy.peer_id', ike({ peer_id_type: 'fqdn', peer_id: 'a b' })],
]

test.each(cases)('%s is found at %s', (id, path, change, on = {}) => {
  const found = connectionCreateProblems({ ...connection, ...change }, { ...gateway, ...on })
  expect(found).toContainEqual(expect.objectContaining({ rule: id, path }))
  expect(specRules.map((documented) => documented.id)).toContain(id)
})

test('a GM gateway needs no pre-shared key', () => {
  const { psk: _, ...keyless } = connection
  expect(connectionCreateProblems(keyless, { ...gateway, flavor: 'GM' })).toEqual([])
})

test('on an enterprise router, policy and BGP need no peer subnets', () => {
  const { peer_subnets: _, ...rest } = connection
  const onRouter = { ...gateway, attachment_type: 'er' }
  expect(connectionCreateProblems({ ...rest, style: 'bgp' }, onRouter)).toEqual([])
  expect(connectionCreateProblems({ ...rest, style: 'policy', policy_rules: [rule] }, onRouter)).toEqual([])
})

test('a pair belongs to one gateway and uses both of its addresses', () => {
  const second = { ...connection, vgw_ip: 'eip-2' }
  expect(connectionBatchProblems([connection, second], gateway)).toEqual([])
  expect(connectionBatchProblems([connection, connection], gateway)).toMatchObject([{ path: '1.vgw_ip' }])
  expect(connectionBatchProblems([connection, { ...second, vgw_id: 'x' }], gateway)).toMatchObject([
    { path: '1.vgw_id' },
  ])
  expect(connectionBatchProblems([connection, { ...second, psk: undefined }], gateway)).toMatchObject([
    { path: '1.psk' },
  ])
})

describe('a change', () => {
  const existing = {
    style: 'POLICY',
    tunnel_local_address: '169.254.1.1/30',
    tunnel_peer_address: '169.254.1.2/30',
    ikepolicy: { local_id: 'paris', local_id_type: 'fqdn' },
  }
  test('is held to what the connection is', () => {
    expect(connectionUpdateProblems({ name: 'x', peer_subnets: ['10.1.0.0/16'] }, existing, gateway)).toEqual([])
    expect(connectionUpdateProblems({ policy_rules: [] }, existing, gateway)).toMatchObject([{ path: 'policy_rules' }])
    expect(connectionUpdateProblems({ enable_hub: true }, existing, gateway)).toMatchObject([{ path: 'enable_hub' }])
    expect(connectionUpdateProblems({ psk: 'abc' }, existing, gateway)).toMatchObject([{ path: 'psk' }])
    expect(connectionUpdateProblems({ psk: 'abcABC123' }, existing, { ...gateway, flavor: 'GM' })).toMatchObject([
      { rule: 'conn.psk.update' },
    ])
  })
  test('of one tunnel end is checked against the other as it is', () => {
    expect(connectionUpdateProblems({ tunnel_local_address: '169.254.1.2/30' }, existing, gateway)).toHaveLength(1)
    expect(connectionUpdateProblems({ tunnel_local_address: '169.254.1.1/30' }, existing, gateway)).toEqual([])
  })
  test('keeps an id that it does not name', () => {
    expect(connectionUpdateProblems({ ikepolicy: { local_id_type: 'fqdn' } }, existing, gateway)).toEqual([])
  })
})

test('a connection refuses what its state does not allow', () => {
  const at = (status: string) => ({ name: 'paris-1', status })
  expect(connectionRefuses('update', at('ACTIVE'))).toBeUndefined()
  expect(connectionRefuses('reset', at('DOWN'))).toBeUndefined()
  expect(connectionRefuses('delete', at('ERROR'))).toBeUndefined()
  expect(connectionRefuses('update', at('ERROR'))).toContain('faulty')
  expect(connectionRefuses('delete', at('FREEZED'))).toBe('paris-1 is frozen.')
  expect(connectionRefuses('reset', at('PENDING_UPDATE'))).toContain('being changed')
})

test('weak choices are named, strong ones are not', () => {
  const strong = { encryption_algorithm: 'aes-256-gcm-16', authentication_algorithm: 'sha2-384' } as const
  expect(
    weaknesses({ ikepolicy: { ...strong, dh_group: 'group20' }, ipsecpolicy: { ...strong, pfs: 'group20' } }),
  ).toEqual([])
  const paths = weaknesses({
    ikepolicy: {
      ike_version: 'v1',
      phase1_negotiation_mode: 'aggressive',
      encryption_algorithm: '3des',
      dh_group: 'group2',
    },
    ipsecpolicy: { authentication_algorithm: 'md5', pfs: 'disable' },
  }).map(({ path }) => path)
  expect(paths).toEqual([
    'ikepolicy.encryption_algorithm',
    'ikepolicy.dh_group',
    'ipsecpolicy.authentication_algorithm',
    'ikepolicy.phase1_negotiation_mode',
    'ipsecpolicy.pfs',
  ])
})

test('a customer gateway is an address or a name, and only an address has an ASN', () => {
  expect(customerGatewayCreateProblems({ id_value: '192.0.2.10', bgp_asn: 65000 })).toEqual([])
  expect(customerGatewayCreateProblems({ id_type: 'fqdn', id_value: 'vpn.lyon.example' })).toEqual([])
  for (const id_value of ['300.1.1.1', '10.1', 'lyon', '192.0.2.1/32', '010.1.1.1']) {
    expect(customerGatewayCreateProblems({ id_value })).toMatchObject([{ path: 'id_value' }])
  }
  for (const id_value of ['a b', 'a&b', 'a?b', String.raw`a\b`]) {
    expect(customerGatewayCreateProblems({ id_type: 'fqdn', id_value })).toMatchObject([{ path: 'id_value' }])
  }
  expect(customerGatewayCreateProblems({ id_type: 'fqdn', id_value: 'a', bgp_asn: 1 })).toMatchObject([
    { path: 'bgp_asn' },
  ])
})

describe('properties', () => {
  test('a generated key keeps the rule of every call that takes one, and is strong', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        let state = seed | 1
        const random = (count: number) =>
          Uint8Array.from({ length: count }, () => {
            state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
            return (state >>> 16) & 255
          })
        const key = generatePreSharedKey(random)
        expect(preSharedKey.safeParse(key).success).toBe(true)
        expect(preSharedKeyProblems(key)).toEqual([])
        expect(preSharedKeyStrength(key)).toBe('strong')
      }),
    )
  })

  test('suggested tunnel addresses keep the rule and are not in use', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.nat(16_255), { maxLength: 40 }), (seed, taken) => {
        const used = taken.map((n) => suggestTunnelAddresses([], n)).flatMap(Object.values) as string[]
        const pair = suggestTunnelAddresses(used, seed)
        expect(tunnelProblems(pair)).toEqual([])
        expect(used).not.toContain(pair.tunnel_local_address)
        expect(used).not.toContain(pair.tunnel_peer_address)
      }),
    )
  })

  test('no text makes the tunnel check fail, and only the documented form passes', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (local, peer) => {
        expect(tunnelProblems({ tunnel_local_address: local, tunnel_peer_address: peer })).not.toEqual([])
      }),
    )
  })
})
