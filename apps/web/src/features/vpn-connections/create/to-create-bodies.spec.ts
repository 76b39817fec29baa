import { connectionBatchProblems, vpnConnectionCreate, type VpnGateway } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import type { ConnectionFormValues, ConnectionStyle } from './connection-form.ts'
import { facts, filledIn, lyon, paris } from './testing.ts'
import { toCreateBodies, toCustomerGatewayBody } from './to-create-bodies.ts'

const rules = [{ source: '10.0.0.0/24', destination: '192.168.0.0/24' }]
const rules6 = [{ source: '2001:db8::/64', destination: '2001:db8:1::/64\n2001:db8:2::/64' }]

/** Which optional fields of the traffic a mode has, in IP version 4. */
const fieldsOf: Record<ConnectionStyle, string[]> = {
  static: ['peer_subnets', 'enable_nqa', 'tunnel_local_address', 'tunnel_peer_address'],
  bgp: ['peer_subnets', 'enable_hub', 'tunnel_local_address', 'tunnel_peer_address'],
  policy: ['peer_subnets', 'policy_rules'],
  'policy-template': ['peer_subnets'],
}
const trafficFields = new Set([...Object.values(fieldsOf).flat(), 'peer_subnets_v6', 'policy_rules_v6'])

const gateways: [what: string, gateway: VpnGateway][] = (['ipv4', 'ipv6'] as const).flatMap((ip_version) =>
  (['Professional1-NonFixedIP', 'GM'] as const).flatMap((flavor) =>
    (['active-active', 'active-standby'] as const).flatMap((ha_mode) =>
      (['vpc', 'er'] as const).map((attachment_type): [string, VpnGateway] => [
        `${ip_version}, ${flavor}, ${ha_mode}, ${attachment_type}`,
        { ...paris, ip_version, flavor, ha_mode, attachment_type },
      ]),
    ),
  ),
)

const cases = gateways.flatMap(([what, gateway]) =>
  (Object.keys(fieldsOf) as ConnectionStyle[]) // Object.keys forgets the literal names
    .filter((style) => style !== 'policy-template' || gateway.flavor !== 'GM')
    .flatMap((style) => (['pair', 'single'] as const).map((extent) => ({ what, gateway, style, extent }))),
)

const valuesFor = (gateway: VpnGateway, change: Partial<ConnectionFormValues>) => {
  const isIpv6 = gateway.ip_version === 'ipv6'
  return filledIn(facts({ gateways: [gateway] }), {
    peer_subnets: isIpv6 ? '2001:db8:1::/64' : '192.168.0.0/24',
    policy_rules: isIpv6 ? rules6 : rules,
    ...change,
  })
}

describe.each(cases)('$style $extent on $what', ({ gateway, style, extent }) => {
  const bodies = toCreateBodies(valuesFor(gateway, { style, extent }), gateway, lyon.id)

  test('keeps every rule', () => {
    expect(bodies).toHaveLength(extent === 'pair' ? 2 : 1)
    expect(connectionBatchProblems(bodies, gateway)).toEqual([])
    for (const body of bodies) expect(vpnConnectionCreate.safeParse(body).error).toBeUndefined()
  })

  test('has the fields of its mode and of no other', () => {
    const isIpv6 = gateway.ip_version === 'ipv6'
    const isExempt = gateway.attachment_type === 'er' && (style === 'bgp' || style === 'policy')
    const expected = fieldsOf[style]
      .filter((field) => !(isExempt && field === 'peer_subnets'))
      .map((field) => (isIpv6 && (field === 'peer_subnets' || field === 'policy_rules') ? `${field}_v6` : field))
    for (const body of bodies) {
      expect(new Set(Object.keys(body).filter((key) => trafficFields.has(key)))).toEqual(new Set(expected))
    }
  })

  test('has a key and choosable algorithms unless the gateway is GM', () => {
    for (const { psk, ikepolicy } of bodies) {
      expect(psk).toBe(gateway.flavor === 'GM' ? undefined : 'abcdABCD1234')
      expect(ikepolicy?.encryption_algorithm).toBe(gateway.flavor === 'GM' ? 'sm4' : 'aes-256-gcm-16')
    }
  })

  test('has roles on an active-standby gateway only', () => {
    const roles = gateway.ha_mode === 'active-standby' ? ['master', 'slave'] : [undefined, undefined]
    expect(bodies.map(({ ha_role }) => ha_role)).toEqual(extent === 'pair' ? roles : roles.slice(0, 1))
  })
})

test('a single tunnel on the second address of an active-standby gateway is the slave', () => {
  const gateway: VpnGateway = { ...paris, ha_mode: 'active-standby' }
  const values = valuesFor(gateway, { extent: 'single', vgw_ip: 'eip-2', name: 'nice' })
  const [body] = toCreateBodies(values, gateway, lyon.id)
  expect(body).toMatchObject({ ha_role: 'slave', vgw_ip: 'eip-2', name: 'nice' })
})

test('a private gateway is named by its addresses', () => {
  const gateway: VpnGateway = {
    ...paris,
    network_type: 'private',
    eip1: undefined,
    eip2: undefined,
    access_private_ip_1: '10.0.0.4',
    access_private_ip_2: '10.0.0.5',
  }
  const bodies = toCreateBodies(valuesFor(gateway, {}), gateway, lyon.id)
  expect(bodies.map(({ vgw_ip }) => vgw_ip)).toEqual(['10.0.0.4', '10.0.0.5'])
})

test('each tunnel has its own name and addresses, and its own key on request', () => {
  const values = valuesFor(paris, {})
  const [first, second] = values.tunnels
  const other = { ...second, psk: 'otherKEY5678' }
  const same = toCreateBodies({ ...values, tunnels: [first, other] }, paris, lyon.id)
  expect(same.map(({ psk }) => psk)).toEqual([first.psk, first.psk])
  const each = toCreateBodies({ ...values, isSameKey: false, tunnels: [first, other] }, paris, lyon.id)
  expect(each.map(({ psk }) => psk)).toEqual([first.psk, 'otherKEY5678'])
  expect(each.map(({ name }) => name)).toEqual(['paris-lyon-1', 'paris-lyon-2'])
  expect(each[0]?.tunnel_local_address).not.toBe(each[1]?.tunnel_local_address)
})

test('what is empty is left out', () => {
  const values = valuesFor(paris, { peer_subnets: '' })
  const [first, second] = values.tunnels
  const empty = { tunnel_local_address: ' ', tunnel_peer_address: '', psk: '' }
  const [body] = toCreateBodies(
    {
      ...values,
      tunnels: [
        { ...first, ...empty },
        { ...second, ...empty },
      ],
    },
    paris,
    'cgw-1',
  )
  expect(Object.keys(body ?? {})).toEqual([
    'name',
    'vgw_id',
    'vgw_ip',
    'style',
    'cgw_id',
    'enable_nqa',
    'ikepolicy',
    'ipsecpolicy',
  ])
})

test('tags go with both', () => {
  const tags = [{ key: 'site', value: 'lyon' }]
  expect(toCreateBodies(valuesFor(paris, { tags }), paris, lyon.id).map((body) => body.tags)).toEqual([tags, tags])
})

test('a new customer gateway has an ASN with an address only, and a certificate for a GM gateway only', () => {
  const values = {
    name: ' cgw-nice ',
    id_type: 'ip',
    id_value: ' 192.0.2.20',
    bgp_asn: '65020',
    ca_certificate: 'PEM',
  } as const
  expect(toCustomerGatewayBody(values, false)).toEqual({
    name: 'cgw-nice',
    id_type: 'ip',
    id_value: '192.0.2.20',
    bgp_asn: 65_020,
  })
  expect(toCustomerGatewayBody({ ...values, bgp_asn: '' }, true)).toEqual({
    name: 'cgw-nice',
    id_type: 'ip',
    id_value: '192.0.2.20',
    ca_certificate: { content: 'PEM' },
  })
  expect(toCustomerGatewayBody({ ...values, id_type: 'fqdn', id_value: 'nice.example' }, false)).toEqual({
    name: 'cgw-nice',
    id_type: 'fqdn',
    id_value: 'nice.example',
  })
})
