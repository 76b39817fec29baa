import { describe, expect, test } from 'vitest'
import { absence, examples, specRules } from '../testing/spec-data.ts'
import type { CreateVgwRequestBody, VpnGatewayCreate } from '../schemas/vpn-gateways.ts'
import { eligibleZones, zoneProblems, zonesNeeded } from './availability-zones.ts'
import {
  bandwidthLimit,
  gatewayCreateProblems,
  gatewayRefuses,
  gatewayUpdateProblems,
  specificationProblems,
  upgradeRefuses,
} from './vpn-gateway.ts'

const inVpc: VpnGatewayCreate = {
  name: 'gw-paris',
  vpc_id: 'vpc-1',
  connect_subnet: 'subnet-1',
  local_subnets: ['192.168.0.0/24'],
  eip1: { id: 'eip-1' },
  eip2: { id: 'eip-2' },
}
const newEip = { type: '5_bgp', bandwidth_size: 100 } as const
const spec = (flavor: string, attachment_type: 'vpc' | 'er' = 'vpc') => ({
  flavor,
  attachment_type,
  ip_version: 'ipv4',
})
const zones = [
  { name: 'zone-a', available_specs: [spec('Professional1'), spec('Basic'), spec('Professional1', 'er')] },
  { name: 'zone-b', available_specs: [spec('Professional1')] },
  { name: 'zone-c', available_specs: [spec('Professional1'), spec('Professional2')] },
]

test('a complete gateway has no problem, in a VPC, on an enterprise router, public or private', () => {
  expect(gatewayCreateProblems(inVpc, zones)).toEqual([])
  expect(gatewayCreateProblems({ attachment_type: 'er', er_id: 'er-1', eip1: newEip, eip2: newEip }, zones)).toEqual([])
  const { eip1: _1, eip2: _2, ...addressless } = inVpc
  expect(gatewayCreateProblems({ ...addressless, network_type: 'private' }, zones)).toEqual([])
})

const cases: [rule: string, path: string, change: Partial<VpnGatewayCreate>][] = [
  ['vgw.flavor.basic', 'flavor', { flavor: 'Basic', network_type: 'private', eip1: undefined, eip2: undefined }],
  ['vgw.flavor.basic', 'flavor', { flavor: 'Basic', attachment_type: 'er', er_id: 'er-1', local_subnets: undefined }],
  ['vgw.attachment.vpc', 'er_id', { er_id: 'er-1' }],
  ['vgw.attachment.vpc', 'connect_subnet', { connect_subnet: undefined }],
  ['vgw.attachment.vpc', 'local_subnets', { local_subnets: [] }],
  ['vgw.attachment.vpc', 'local_subnets_v6', { ip_version: 'ipv6', local_subnets: undefined }],
  ['vgw.attachment.er', 'er_id', { attachment_type: 'er', local_subnets: undefined }],
  ['vgw.er-or-vpc', 'vpc_id', { vpc_id: undefined }],
  ['vgw.er-or-vpc', 'er_id', { vpc_id: undefined, attachment_type: 'er', local_subnets: undefined }],
  ['vgw.local-subnets.version', 'local_subnets', { ip_version: 'ipv6', local_subnets_v6: ['2001:db8::/64'] }],
  ['vgw.local-subnets.version', 'local_subnets_v6', { local_subnets_v6: ['2001:db8::/64'] }],
  ['vgw.local-subnets.version', 'local_subnets', { attachment_type: 'er', er_id: 'er-1' }],
  ['vgw.eip.public-required', 'eip2', { eip2: undefined }],
  ['vgw.eip.public-only', 'eip1', { network_type: 'private' }],
  ['eip.existing-or-new', 'eip1', { eip1: { id: 'eip-1', ...newEip } }],
  ['eip.new.required', 'eip1.type', { eip1: { bandwidth_size: 5 } }],
  ['eip.new.required', 'eip2.bandwidth_size', { eip2: { type: '5_bgp' } }],
  ['eip.new.shared', 'eip1.bandwidth_id', { eip1: { type: '5_bgp', bandwidth_id: 'bw', bandwidth_size: 5 } }],
  ['eip.bandwidth.flavor', 'eip1.bandwidth_size', { eip1: { type: '5_bgp', bandwidth_size: 301 } }],
  ['eip.distinct', 'eip2.id', { eip2: { id: 'eip-1' } }],
  [
    'vgw.private-ip.pair',
    'access_private_ip_1',
    { access_private_ip_1: '192.168.0.4', access_private_ip_2: '192.168.0.5' },
  ],
  ['vgw.zones.distinct', 'availability_zone_ids', { availability_zone_ids: ['zone-a', 'zone-a'] }],
  ['azs.match', 'availability_zone_ids', { availability_zone_ids: ['zone-a', 'zone-z'] }],
  ['vgw.zones.count', 'availability_zone_ids', { availability_zone_ids: ['zone-a'] }],
  ['vgw.zones.count', 'availability_zone_ids', { flavor: 'GM' }],
  [
    'tags.unique-keys',
    'tags.1.key',
    {
      tags: [
        { key: 'site', value: 'a' },
        { key: 'site', value: 'b' },
      ],
    },
  ],
  ['tags.key', 'tags.0.key', { tags: [{ key: '_sys_x', value: '' }] }],
  ['tags.key', 'tags.0.key', { tags: [{ key: ' x', value: '' }] }],
]

// Where a rule names no code for an outcome: two sources of an EIP's data contradict each other, and no zone fits at all.
const undocumentedCodes: Record<string, string> = {
  'eip.new.shared ': 'VPN.0559',
  'vgw.zones.count GM': 'VPN.0001',
}

test.each(cases)('%s is found at %s', (rule, path, change) => {
  const found = gatewayCreateProblems({ ...inVpc, ...change }, zones)
  expect(found).toContainEqual(expect.objectContaining({ rule, path }))
  const documented = specRules.find(({ id }) => id === rule)
  expect.assert(documented)
  const codes = found.filter((problem) => problem.rule === rule && problem.path === path).map(({ code }) => code)
  expect(codes).toContain(undocumentedCodes[`${rule} ${change.flavor ?? ''}`] ?? documented.error ?? 'VPN.0001')
})

test('private addresses come in pairs that differ', () => {
  const { eip1: _1, eip2: _2, ...rest } = inVpc
  const privateGateway: VpnGatewayCreate = { ...rest, network_type: 'private' }
  const paths = (change: Partial<VpnGatewayCreate>) =>
    gatewayCreateProblems({ ...privateGateway, ...change }).map(({ path }) => path)
  expect(paths({ access_private_ip_1: '192.168.0.4' })).toEqual(['access_private_ip_2'])
  expect(paths({ access_private_ip_1: '192.168.0.4', access_private_ip_2: '192.168.0.4' })).toEqual([
    'access_private_ip_2',
  ])
  expect(paths({ access_private_ip_1: '192.168.0.4', access_private_ip_2: '192.168.0.5' })).toEqual([])
})

describe('zones', () => {
  test('one zone is enough where only one offers the specification', () => {
    expect(eligibleZones(zones, spec('Basic'))).toEqual(['zone-a'])
    expect(zoneProblems(['zone-a'], ['zone-a'])).toEqual([])
    expect(zoneProblems(['zone-a', 'zone-b'], ['zone-a'])).toHaveLength(1)
    expect([0, 1, 2, 3].map(zonesNeeded)).toEqual([0, 1, 2, 2])
  })
})

test('the bandwidth an EIP may have follows the specification', () => {
  expect(['Basic', 'Professional1', 'Professional2', 'GM', 'unheard-of'].map(bandwidthLimit)).toEqual([
    100, 300, 1000, 500, 1000,
  ])
})

const active = {
  name: 'gw-paris',
  status: 'ACTIVE',
  network_type: 'public',
  attachment_type: 'vpc',
  ip_version: 'ipv4',
  flavor: 'Professional1',
  eip1: { id: 'eip-1' },
  eip2: { id: 'eip-2' },
  supported_flavors: ['Professional1', 'Professional2'],
  used_connection_number: 0,
}

test('a change is held to what the gateway is', () => {
  expect(gatewayUpdateProblems({ name: 'gw-lyon', local_subnets: ['10.0.0.0/8'], eip_id_1: 'eip-3' }, active)).toEqual(
    [],
  )
  expect(gatewayUpdateProblems({ eip_id_1: 'eip-2' }, active)).toMatchObject([{ rule: 'eip.distinct' }])
  expect(gatewayUpdateProblems({ eip_id_1: 'a' }, { ...active, network_type: 'private' })).toMatchObject([
    { path: 'eip_id_1' },
  ])
  expect(gatewayUpdateProblems({ policy_template: {} }, active)).toMatchObject([{ rule: 'vgw.update.template' }])
  expect(gatewayUpdateProblems({ policy_template: {} }, { ...active, flavor: 'Professional1-NonFixedIP' })).toEqual([])
  expect(specificationProblems('Professional2', active)).toEqual([])
  expect(specificationProblems('GM', active)).toMatchObject([{ rule: 'vgw.spec.supported' }])
})

test('a gateway refuses what its state does not allow, and says why', () => {
  expect(gatewayRefuses('update', active)).toBeUndefined()
  expect(gatewayRefuses('delete', { ...active, status: 'FAULT' })).toBeUndefined()
  expect(gatewayRefuses('update', { ...active, status: 'PENDING_CREATE' })).toBe('gw-paris is being created.')
  expect(gatewayRefuses('delete', { ...active, used_connection_number: 2 })).toContain('2 connections')
  expect(gatewayRefuses('createConnection', { ...active, status: 'SOMETHING_NEW' })).toContain('SOMETHING_NEW')
})

describe('an upgrade', () => {
  const now = (status: string, upgrade_info?: string) => ({
    name: 'gw-paris',
    status,
    ...(upgrade_info !== undefined && { upgrade_info }),
  })

  test('is started where the cloud offers one and the gateway runs', () => {
    expect(upgradeRefuses('start', now('ACTIVE', 'ready'))).toBeUndefined()
    expect(upgradeRefuses('start', now('ACTIVE', 'expiring soon'))).toBeUndefined()
    expect(upgradeRefuses('start', now('ACTIVE', 'unready'))).toContain('no upgrade')
    expect(upgradeRefuses('start', now('ACTIVE'))).toContain('no upgrade')
    expect(upgradeRefuses('start', now('FREEZED', 'ready'))).toBe('gw-paris is frozen.')
  })

  test.each(['finish', 'rollback'] as const)('%s: only while it waits for that', (action) => {
    expect(upgradeRefuses(action, now('PENDING_UPGRADE_CONFIRM'))).toBeUndefined()
    expect(upgradeRefuses(action, now('UPGRADING'))).toBe('gw-paris is being upgraded.')
    expect(upgradeRefuses(action, now('ACTIVE', 'ready'))).toContain('has no upgrade to')
  })
})

const printed = examples.filter(({ operation, kind }) => operation === 'createVgw' && kind === 'request')
test('the printed create requests break no rule', ({ skip }) => {
  skip(printed.length === 0, absence)
  for (const { body } of printed) {
    // The examples are requests of this operation.
    expect(gatewayCreateProblems((body as CreateVgwRequestBody).vpn_gateway)).toEqual([])
  }
})
