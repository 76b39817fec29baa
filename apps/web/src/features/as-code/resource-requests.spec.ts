// @vitest-environment node
import { catalogue, type CustomerGateway, type VpnConnection, type VpnGateway } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { bodyOf, toRequestJson } from '../../ui/code/code-request.ts'
import { toCurlScript } from '../../ui/code/curl.ts'
import { toHcloudScript } from '../../ui/code/hcloud.ts'
import { withoutSecrets } from '../../ui/code/secrets.ts'
import type { CodeResource } from './code-resource.ts'
import { createRequest, readRequest, resourcesAsJson } from './resource-requests.ts'
import { toTerraform } from './terraform.ts'

const gateway: VpnGateway = {
  id: 'gw-1',
  name: 'gw-paris',
  status: 'ACTIVE',
  network_type: 'public',
  attachment_type: 'vpc',
  vpc_id: 'vpc-1',
  local_subnets: ['192.168.0.0/24'],
  connect_subnet: 'subnet-1',
  flavor: 'Professional1',
  eip1: { id: 'eip-1', ip_address: '192.0.2.1', type: '5_bgp', bandwidth_size: 5 },
  eip2: { id: 'eip-2', ip_address: '192.0.2.2' },
  used_connection_number: 3,
  tags: [
    { key: 'env', value: 'prod' },
    { key: '_sys_x', value: '1' },
  ],
}
const customer: CustomerGateway = {
  id: 'cgw-1',
  name: 'cgw-lyon',
  id_type: 'ip',
  id_value: '198.51.100.7',
  bgp_asn: 65010,
  ca_certificate: { id: 'ca-1', subject: 'CN=lyon' },
}
const connection: VpnConnection = {
  id: 'vpn-1',
  name: 'paris-lyon',
  status: 'ACTIVE',
  vgw_id: 'gw-1',
  vgw_ip: 'eip-1',
  style: 'STATIC',
  cgw_id: 'cgw-1',
  peer_subnets: ['172.16.0.0/16'],
  ikepolicy: { ike_version: 'v2', dpd: { timeout: 15 } },
}
const all: CodeResource[] = [
  { type: 'vpn-gateway', value: gateway },
  { type: 'customer-gateway', value: customer },
  { type: 'vpn-connection', value: connection },
]

test('what is sent to make another one is what the call takes', () => {
  for (const resource of all) {
    const request = createRequest(resource)
    const row = catalogue[request.name]
    const body: unknown = JSON.parse(JSON.stringify(bodyOf(request)).replace('"$PSK"', '"a-key-12345"'))
    expect('body' in row && row.body.safeParse(body).error).toBeUndefined()
  }
  expect(bodyOf(createRequest({ type: 'vpn-gateway', value: gateway }))).toEqual({
    vpn_gateway: {
      name: 'gw-paris',
      network_type: 'public',
      attachment_type: 'vpc',
      vpc_id: 'vpc-1',
      local_subnets: ['192.168.0.0/24'],
      connect_subnet: 'subnet-1',
      flavor: 'Professional1',
      eip1: { id: 'eip-1' },
      eip2: { id: 'eip-2' },
      tags: [{ key: 'env', value: 'prod' }],
    },
  })
})

test('a connection of a GM gateway has no key', () => {
  const gm = { ...connection, ikepolicy: { authentication_method: 'digital-envelope-v2' } }
  expect(bodyOf(createRequest({ type: 'vpn-connection', value: gm }))).not.toHaveProperty('vpn_connection.psk')
  expect(bodyOf(createRequest({ type: 'vpn-connection', value: connection }))).toHaveProperty('vpn_connection.psk')
})

test('one resource is read by its own call', () => {
  expect(all.map((one) => readRequest(one)).map(({ name, input }) => [name, input])).toEqual([
    ['showVgw', { params: { vgw_id: 'gw-1' } }],
    ['showCgw', { params: { customer_gateway_id: 'cgw-1' } }],
    ['showVpnConnection', { params: { vpn_connection_id: 'vpn-1' } }],
  ])
})

test('one is told as it is, several by their kind', () => {
  expect(resourcesAsJson(all.slice(0, 1))).toBe(gateway)
  expect(resourcesAsJson(all)).toEqual({
    vpn_gateways: [gateway],
    customer_gateways: [customer],
    vpn_connections: [connection],
  })
})

test('a secret that an answer should not have had is in no form of it', () => {
  const leaky = { ...connection, psk: 'PLANTED', ikepolicy: { ...connection.ikepolicy, private_key: 'PLANTED' } }
  const resources: CodeResource[] = [{ type: 'vpn-connection', value: leaky }]
  const cloud = { vendor: 'huawei', region: 'eu-west-101', project_id: 'p-1' } as const
  const requests = [...resources.map(createRequest), ...resources.map(readRequest)]
  const texts = [
    toTerraform(cloud, resources),
    toCurlScript(cloud, requests),
    toHcloudScript(cloud, requests),
    toRequestJson(requests),
    JSON.stringify(withoutSecrets([], resourcesAsJson(resources))),
  ]
  expect(texts.filter((text) => text.includes('PLANTED'))).toEqual([])
})
