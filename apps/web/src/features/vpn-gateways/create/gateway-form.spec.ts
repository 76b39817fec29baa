import { vpnGatewayCreate } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blocksOf, emptyGateway, toCreateBody, type GatewayFormValues } from './gateway-form.ts'

const filled: GatewayFormValues = {
  ...emptyGateway,
  name: 'gw-paris',
  vpcId: 'vpc-1',
  connectSubnetId: 'subnet-1',
  localSubnets: ['192.168.0.0/24'],
  zones: ['eu-west-101a', 'eu-west-101b'],
}

const bodyOf = (change: Partial<GatewayFormValues> = {}) => toCreateBody({ ...filled, ...change }).vpn_gateway

test('a public gateway on a VPC with two new EIPs', () => {
  expect(toCreateBody(filled)).toEqual({
    vpn_gateway: {
      name: 'gw-paris',
      network_type: 'public',
      attachment_type: 'vpc',
      ip_version: 'ipv4',
      vpc_id: 'vpc-1',
      connect_subnet: 'subnet-1',
      local_subnets: ['192.168.0.0/24'],
      bgp_asn: 64512,
      flavor: 'Professional1',
      availability_zone_ids: ['eu-west-101a', 'eu-west-101b'],
      ha_mode: 'active-active',
      eip1: { type: '5_bgp', charge_mode: 'bandwidth', bandwidth_size: 10 },
      eip2: { type: '5_bgp', charge_mode: 'bandwidth', bandwidth_size: 10 },
      enterprise_project_id: '0',
    },
  })
})

describe('the ends', () => {
  test('an existing EIP is sent by its id alone', () => {
    expect(bodyOf({ eip1: { ...emptyGateway.eip1, source: 'existing', eipId: 'eip-1' } }).eip1).toEqual({ id: 'eip-1' })
  })

  test('a new EIP on a shared bandwidth takes size, mode and name from there', () => {
    const eip2 = {
      ...emptyGateway.eip2,
      bandwidth: 'shared' as const,
      bandwidthId: 'shared-1',
      bandwidthName: 'unused',
    }
    expect(bodyOf({ eip2 }).eip2).toEqual({ type: '5_bgp', bandwidth_id: 'shared-1' })
  })

  test('a private gateway has no EIPs, and addresses only where they were chosen', () => {
    const automatic = bodyOf({ networkType: 'private', privateIp1: '192.168.0.10', privateIp2: '192.168.0.11' })
    expect(automatic).not.toHaveProperty('eip1')
    expect(automatic).not.toHaveProperty('access_private_ip_1')
    const chosen = { privateAddresses: 'chosen' as const, privateIp1: ' 192.168.0.10', privateIp2: '192.168.0.11' }
    expect(bodyOf({ networkType: 'private', ...chosen })).toMatchObject({
      access_private_ip_1: '192.168.0.10',
      access_private_ip_2: '192.168.0.11',
    })
  })
})

describe('the attachment', () => {
  test('an enterprise router knows the subnets itself', () => {
    const body = bodyOf({ attachmentType: 'er', erId: 'er-1' })
    expect(body).toMatchObject({ attachment_type: 'er', er_id: 'er-1' })
    expect(body).not.toHaveProperty('vpc_id')
    expect(body).not.toHaveProperty('local_subnets')
    expect(body).not.toHaveProperty('access_vpc_id')
  })

  test('an access VPC is sent only while it is asked for', () => {
    const access = { accessVpcId: 'vpc-2', accessSubnetId: 'subnet-2' }
    expect(bodyOf(access)).not.toHaveProperty('access_vpc_id')
    const sent = { access_vpc_id: 'vpc-2', access_subnet_id: 'subnet-2' }
    expect(bodyOf({ ...access, hasOwnAccess: true })).toMatchObject(sent)
    expect(bodyOf({ ...access, hasOwnAccess: true, attachmentType: 'er', erId: 'er-1' })).toMatchObject(sent)
  })

  test('subnets go into the field of their IP version', () => {
    const body = bodyOf({ ipVersion: 'ipv6', localSubnets: [], otherSubnets: '2001:db8::/64' })
    expect(body.local_subnets_v6).toEqual(['2001:db8::/64'])
    expect(body).not.toHaveProperty('local_subnets')
  })

  test('picked and typed subnets are one list without repetition', () => {
    const body = bodyOf({ otherSubnets: '10.0.0.0/16, 192.168.0.0/24\n10.1.0.0/16' })
    expect(body.local_subnets).toEqual(['192.168.0.0/24', '10.0.0.0/16', '10.1.0.0/16'])
  })
})

test('blocks come out of any separation people paste', () => {
  const separator = fc.constantFrom('\n', ', ', ';', ' ', '\r\n', '\n\n')
  fc.assert(
    fc.property(fc.array(fc.nat(255)), separator, (thirds, between) => {
      const blocks = thirds.map((third) => `10.0.${third}.0/24`)
      expect(blocksOf(blocks.join(between))).toEqual(blocks)
    }),
  )
})

test('zones are left to the service where none is chosen, and tags where there are none', () => {
  const body = bodyOf({ zones: [] })
  expect(body).not.toHaveProperty('availability_zone_ids')
  expect(body).not.toHaveProperty('tags')
  expect(bodyOf({ tags: [{ key: 'site', value: 'paris' }] }).tags).toEqual([{ key: 'site', value: 'paris' }])
})

test('a text that is no number is refused by the request’s schema instead of becoming one', () => {
  for (const bgpAsn of ['', '64512x', '1e3', '-1', '6 4']) {
    expect(vpnGatewayCreate.safeParse(bodyOf({ bgpAsn })).success, bgpAsn).toBe(false)
  }
  expect(vpnGatewayCreate.safeParse(bodyOf({ bgpAsn: ' 65001 ' })).data?.bgp_asn).toBe(65001)
})
