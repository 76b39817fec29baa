// @vitest-environment node
import { parse } from '@cdktf/hcl2json'
import type { CustomerGateway, VpnConnection, VpnGateway } from '@vpn-console/api-client'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { awkwardText } from '../../testing/arbitrary-text.ts'
import type { CodeResource } from './code-resource.ts'
import { toTerraform } from './terraform.ts'

const huawei = { vendor: 'huawei', region: 'eu-west-101', project_id: 'p-1' } as const
const otc = { vendor: 'otc', region: 'eu-de', project_id: 'p-2' } as const

type Body = Record<string, unknown>
type File = {
  import?: { to: string; id: string }[]
  resource?: Record<string, Record<string, Body[]>>
  variable?: Record<string, Body[]>
  provider: Record<string, Body[]>
}

// The parser's answer has what the file has; a test reads of it what it wrote.
const read = async (text: string) => (await parse('main.tf', text)) as File

const paris: VpnGateway = {
  id: 'gw-1',
  name: 'gw-paris',
  status: 'ACTIVE',
  network_type: 'public',
  attachment_type: 'vpc',
  vpc_id: 'vpc-1',
  local_subnets: ['192.168.0.0/24'],
  connect_subnet: 'subnet-1',
  bgp_asn: 64512,
  flavor: 'Professional1',
  availability_zone_ids: ['a', 'b'],
  enterprise_project_id: '0',
  eip1: { id: 'eip-1', ip_address: '192.0.2.1' },
  eip2: { id: 'eip-2', ip_address: '192.0.2.2' },
  ha_mode: 'active-active',
  tags: [
    { key: 'cost center', value: '' },
    { key: '_sys_enterprise_project_id', value: '0' },
  ],
}
const lyon: CustomerGateway = { id: 'cgw-1', name: 'cgw-lyon', id_type: 'fqdn', id_value: 'lyon.example' }
const tunnel: VpnConnection = {
  id: 'vpn-1',
  name: '1-paris-lyon',
  status: 'ACTIVE',
  vgw_id: 'gw-1',
  vgw_ip: 'eip-2',
  style: 'BGP',
  cgw_id: 'cgw-1',
  enable_hub: true,
  ikepolicy: { ike_version: 'v1', phase1_negotiation_mode: 'main', dpd: { timeout: 15, msg: 'seq-hash-notify' } },
  ipsecpolicy: { pfs: 'group20' },
  connection_monitor_id: 'mon-1',
}
const all: CodeResource[] = [
  { type: 'vpn-connection', value: tunnel },
  { type: 'customer-gateway', value: lyon },
  { type: 'vpn-gateway', value: paris },
]

describe('a selection', () => {
  test('refers to each other instead of ids, and is imported', async () => {
    const file = await read(toTerraform(huawei, all))
    expect(file.resource?.['huaweicloud_vpn_connection']).toEqual({
      connection_1_paris_lyon: [
        {
          name: '1-paris-lyon',
          vpn_type: 'bgp',
          gateway_id: '${huaweicloud_vpn_gateway.gw_paris.id}',
          gateway_ip: '${huaweicloud_vpn_gateway.gw_paris.eip2[0].id}',
          customer_gateway_id: '${huaweicloud_vpn_customer_gateway.cgw_lyon.id}',
          psk: '${var.connection_1_paris_lyon_psk}',
          ikepolicy: [
            {
              ike_version: 'v1',
              phase1_negotiation_mode: 'main',
              dpd: [{ timeout: 15, msg: 'seq-hash-notify' }],
            },
          ],
          ipsecpolicy: [{ pfs: 'group20' }],
        },
      ],
    })
    expect(file.variable).toEqual({
      connection_1_paris_lyon_psk: [
        { description: 'Pre-shared key of 1-paris-lyon', type: '${string}', sensitive: true },
      ],
    })
    expect(file.import).toEqual([
      { to: '${huaweicloud_vpn_gateway.gw_paris}', id: 'gw-1' },
      { to: '${huaweicloud_vpn_customer_gateway.cgw_lyon}', id: 'cgw-1' },
      { to: '${huaweicloud_vpn_connection.connection_1_paris_lyon}', id: 'vpn-1' },
      { to: '${huaweicloud_vpn_connection_health_check.connection_1_paris_lyon}', id: 'mon-1' },
    ])
    expect(file.resource?.['huaweicloud_vpn_connection_health_check']).toEqual({
      connection_1_paris_lyon: [{ connection_id: '${huaweicloud_vpn_connection.connection_1_paris_lyon.id}' }],
    })
  })

  test('alone, a connection names its ends by their ids', async () => {
    const file = await read(toTerraform(huawei, all.slice(0, 1)))
    expect(file.resource?.['huaweicloud_vpn_connection']?.['connection_1_paris_lyon']?.[0]).toMatchObject({
      gateway_id: 'gw-1',
      gateway_ip: 'eip-2',
      customer_gateway_id: 'cgw-1',
    })
  })

  test('what the provider cannot say is named beside it', () => {
    expect(toTerraform(huawei, all)).toContain('# Not in the provider, so not written here: enable_hub.')
    const template: VpnConnection = { ...tunnel, style: 'POLICY-TEMPLATE' }
    const text = toTerraform(huawei, [{ type: 'vpn-connection', value: template }])
    expect(text).toContain('# connection_1_paris_lyon: The provider makes no connections of this mode')
    expect(text).not.toContain('resource "')
  })
})

test('gateways keep their tags but not the cloud’s own, and what an import would change is left alone', async () => {
  const { resource, provider } = await read(toTerraform(huawei, all))
  expect(provider).toEqual({ huaweicloud: [{ region: 'eu-west-101' }] })
  expect(resource?.['huaweicloud_vpn_gateway']?.['gw_paris']?.[0]).toMatchObject({
    tags: { 'cost center': '' },
    asn: 64512,
    eip1: [{ id: 'eip-1' }],
    lifecycle: [{ ignore_changes: ['${delete_eip_on_termination}'] }],
  })
  expect(resource?.['huaweicloud_vpn_customer_gateway']?.['cgw_lyon']).toEqual([
    { name: 'cgw-lyon', id_type: 'fqdn', id_value: 'lyon.example', asn: 0 },
  ])
})

test('Open Telekom Cloud has a provider of its own, with names of its own', async () => {
  const file = await read(toTerraform(otc, all))
  expect(Object.keys(file.resource ?? {}).toSorted()).toEqual([
    'opentelekomcloud_enterprise_vpn_connection_monitor_v5',
    'opentelekomcloud_enterprise_vpn_connection_v5',
    'opentelekomcloud_enterprise_vpn_customer_gateway_v5',
    'opentelekomcloud_enterprise_vpn_gateway_v5',
  ])
  expect(file.provider['opentelekomcloud']).toEqual([
    { auth_url: 'https://iam.eu-de.otc.t-systems.com/v3', region: 'eu-de' },
  ])
  const connection = file.resource?.['opentelekomcloud_enterprise_vpn_connection_v5']?.['connection_1_paris_lyon']?.[0]
  expect(connection?.['ikepolicy']).toMatchObject([{ phase_one_negotiation_mode: 'main' }])
  const gateway = file.resource?.['opentelekomcloud_enterprise_vpn_gateway_v5']?.['gw_paris']?.[0]
  expect(gateway).not.toHaveProperty('enterprise_project_id')
  expect(gateway).not.toHaveProperty('lifecycle')
})

const tags = fc.uniqueArray(fc.record({ key: awkwardText, value: awkwardText }), {
  selector: ({ key }) => key.normalize('NFC'),
  maxLength: 4,
})
const id = fc.uuid()
const gateways = fc.uniqueArray(
  fc.record({ id, name: awkwardText, vpc_id: awkwardText, tags, eip: id, local_subnets: fc.array(awkwardText) }),
  { selector: (one) => one.id, maxLength: 3 },
)

/** As the parser tells it: composed, with the signs of templates escaped. */
const told = (text: string) => text.normalize('NFC').replaceAll(/[$%](?=\{)/g, (sign) => sign + sign)

test('whatever things are called, the file parses, each is there once, and the values come back', async () => {
  await fc.assert(
    fc.asyncProperty(gateways, fc.array(awkwardText, { maxLength: 4 }), async (made, names) => {
      const resources: CodeResource[] = [
        ...made.map(({ eip, ...one }) => ({
          type: 'vpn-gateway' as const,
          value: { ...paris, ...one, eip1: { id: eip } },
        })),
        ...names.map((name, index) => ({
          type: 'vpn-connection' as const,
          value: { ...tunnel, id: `vpn-${index}`, name, peer_subnets: [name], ikepolicy: { peer_id: name } },
        })),
      ]
      const file = await read(toTerraform(huawei, resources))
      const imports = (file.import ?? []).map((one) => one.id)
      expect(imports.filter((one) => one !== 'mon-1')).toEqual(resources.map(({ value }) => value.id))
      const written = Object.values(file.resource?.['huaweicloud_vpn_gateway'] ?? {}).map(([body]) => body)
      expect(written).toHaveLength(made.length)
      for (const { name, vpc_id, tags, local_subnets } of made) {
        const own = tags.filter(({ key }) => !key.startsWith('_sys_'))
        expect(written).toContainEqual(
          expect.objectContaining({
            name: told(name),
            vpc_id: told(vpc_id),
            ...(own.length > 0 && {
              tags: Object.fromEntries(own.map(({ key, value }) => [told(key), told(value)])),
            }),
            ...(local_subnets.length > 0 && { local_subnets: local_subnets.map(told) }),
          }),
        )
      }
      const connections = Object.values(file.resource?.['huaweicloud_vpn_connection'] ?? {}).map(([body]) => body)
      expect(connections.map((body) => body?.['peer_subnets'])).toEqual(
        expect.arrayContaining(names.map((name) => [told(name)])),
      )
      expect(Object.keys(file.variable ?? {})).toHaveLength(names.length)
    }),
    { numRuns: 100 },
  )
})
