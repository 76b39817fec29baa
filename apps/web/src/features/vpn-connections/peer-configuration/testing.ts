import {
  authenticationAlgorithms,
  dhGroups,
  encryptionAlgorithms,
  pfsGroups,
  type CustomerGateway,
  type VpnConnection,
  type VpnGateway,
} from '@vpn-console/api-client'
import * as fc from 'fast-check'

export const gateway: VpnGateway = {
  id: 'vgw-paris',
  name: 'gw-paris',
  status: 'ACTIVE',
  network_type: 'public',
  attachment_type: 'vpc',
  ip_version: 'ipv4',
  flavor: 'Professional1',
  ha_mode: 'active-active',
  bgp_asn: 64_512,
  local_subnets: ['10.0.0.0/24', '10.0.1.0/24'],
  eip1: { id: 'eip-1', ip_address: '203.0.113.1' },
  eip2: { id: 'eip-2', ip_address: '203.0.113.2' },
}

export const customerGateway: CustomerGateway = {
  id: 'cgw-lyon',
  name: 'cgw-lyon',
  id_type: 'ip',
  id_value: '198.51.100.7',
  bgp_asn: 65_010,
}

export const connection = (change: Partial<VpnConnection> = {}): VpnConnection => ({
  id: 'conn-1',
  name: 'lyon-1',
  status: 'DOWN',
  vgw_id: gateway.id,
  vgw_ip: 'eip-1',
  style: 'STATIC',
  cgw_id: customerGateway.id,
  peer_subnets: ['172.20.0.0/16'],
  tunnel_local_address: '169.254.70.1/30',
  tunnel_peer_address: '169.254.70.2/30',
  ikepolicy: {
    ike_version: 'v2',
    encryption_algorithm: 'aes-256-gcm-16',
    authentication_algorithm: 'sha2-384',
    dh_group: 'group20',
    lifetime_seconds: 86_400,
    local_id_type: 'ip',
    local_id: '203.0.113.1',
    peer_id_type: 'ip',
    peer_id: '198.51.100.7',
    dpd: { interval: 30, timeout: 15, msg: 'seq-hash-notify' },
  },
  ipsecpolicy: {
    encryption_algorithm: 'aes-256',
    authentication_algorithm: 'sha2-256',
    pfs: 'group14',
    lifetime_seconds: 3_600,
  },
  ...change,
})

const one = <T>(values: readonly T[]) => fc.constantFrom(...values)
const withoutSm = (values: readonly string[]) => values.filter((value) => !value.startsWith('sm'))

const block4 = fc
  .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }), fc.integer({ min: 8, max: 32 }))
  .map(([second, third, prefix]) => {
    if (prefix <= 8) return `10.0.0.0/${prefix}`
    if (prefix <= 16) return `10.${second & (0xff << (16 - prefix))}.0.0/${prefix}`
    return `10.${second}.${prefix <= 24 ? third & (0xff << (24 - prefix)) : third}.0/${prefix}`
  })
const block6 = fc.integer({ min: 1, max: 0xffff }).map((part) => `2001:db8:${part.toString(16)}::/64`)

const id = fc.oneof(
  fc.record({ type: fc.constant('ip'), value: fc.ipV4() }),
  fc.record({ type: fc.constant('fqdn'), value: fc.stringMatching(/^[a-z0-9]{1,12}\.example$/) }),
)

/** The connections, gateway and customer gateway of one device, in every mode and with every algorithm. */
export const estates = fc
  .record({
    style: one(['STATIC', 'BGP', 'POLICY', 'POLICY-TEMPLATE']),
    isPair: fc.boolean(),
    numbers: fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 100, max: 999 })),
    isLong: fc.boolean(),
    ike: fc.record({
      ike_version: one(['v1', 'v2']),
      phase1_negotiation_mode: one(['main', 'aggressive']),
      encryption_algorithm: one(withoutSm(encryptionAlgorithms)),
      authentication_algorithm: one(withoutSm(authenticationAlgorithms)),
      dh_group: one(dhGroups),
      lifetime_seconds: fc.integer({ min: 60, max: 604_800 }),
      dpd: fc.record({
        interval: fc.integer({ min: 10, max: 3_600 }),
        timeout: fc.integer({ min: 2, max: 60 }),
        msg: one(['seq-hash-notify', 'seq-notify-hash']),
      }),
    }),
    ipsec: fc.record({
      encryption_algorithm: one(withoutSm(encryptionAlgorithms)),
      authentication_algorithm: one(withoutSm(authenticationAlgorithms)),
      pfs: one(pfsGroups),
      lifetime_seconds: fc.integer({ min: 30, max: 604_800 }),
    }),
    ownId: fc.option(id),
    gatewayId: fc.option(id),
    isKnown: fc.boolean(),
    isNamed: fc.boolean(),
    isOnRouter: fc.boolean(),
    rules: fc.uniqueArray(
      fc.record({ source: block4, destination: fc.array(block4, { minLength: 1, maxLength: 3 }) }),
      {
        minLength: 1,
        maxLength: 3,
        selector: ({ source }) => source,
      },
    ),
    own: fc.uniqueArray(block4, { minLength: 1, maxLength: 3 }),
    own6: fc.option(block6),
  })
  .map((drawn) => {
    const { style, isPair, numbers, isLong, ike, ipsec, ownId, gatewayId, isKnown, isNamed, isOnRouter } = drawn
    const connections = numbers.slice(0, isPair ? 2 : 1).map((number, index) =>
      connection({
        id: `conn-${index}`,
        name: `${isLong ? 'a.very_long.name-of-a-site-that-goes-on-and-on' : 'site'}-${number}`,
        vgw_ip: `eip-${index + 1}`,
        style,
        peer_subnets: drawn.own,
        ...(drawn.own6 !== null && { peer_subnets_v6: [drawn.own6] }),
        tunnel_local_address: `169.254.${index + 1}.1/30`,
        tunnel_peer_address: `169.254.${index + 1}.2/30`,
        ...(style === 'POLICY' && { policy_rules: drawn.rules }),
        ikepolicy: {
          ...ike,
          ...(ownId && { peer_id_type: ownId.type, peer_id: ownId.value }),
          ...(gatewayId && { local_id_type: gatewayId.type, local_id: gatewayId.value }),
        },
        ipsecpolicy: ipsec,
      }),
    )
    const [first = connection(), ...others] = connections
    const tunnels: [VpnConnection, ...VpnConnection[]] = [first, ...others]
    const named: CustomerGateway = { id: 'cgw-lyon', name: 'cgw-lyon', id_type: 'fqdn', id_value: 'lyon.example' }
    return {
      connections: tunnels,
      gateway: isKnown ? { ...gateway, ...(isOnRouter && { local_subnets: undefined }) } : undefined,
      customerGateway: isKnown ? (isNamed ? named : customerGateway) : undefined,
    }
  })

/** Keys of exactly the characters that the cloud takes. */
export const keys = fc.stringMatching(/^[A-Za-z0-9~!@#$%^*()\-_+={},./:;]{8,40}$/)
