import { ApiError, type Subnet } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import {
  fieldOf,
  fieldOfRefusal,
  gatewayFindings,
  gatewayFormSchema,
  type GatewayFacts,
} from './gateway-form-schema.ts'
import { emptyGateway, type GatewayFormValues } from './gateway-form.ts'

const subnets: Subnet[] = [
  {
    id: 'subnet-1',
    name: 'subnet-lyon',
    cidr: '192.168.0.0/24',
    gateway_ip: '192.168.0.1',
    available_ip_address_count: 4,
  },
  { id: 'subnet-2', name: 'subnet-nice', cidr: '192.168.1.0/24', available_ip_address_count: 2 },
]
const available_specs = ['Professional1', 'Basic'].map((flavor) => ({
  flavor,
  attachment_type: 'vpc',
  ip_version: 'ipv4',
}))
const zones = ['zone-a', 'zone-b'].map((name) => ({ name, available_specs }))
const facts: GatewayFacts = { zones, subnets }

const good: GatewayFormValues = {
  ...emptyGateway,
  name: 'gw-paris',
  vpcId: 'vpc-1',
  connectSubnetId: 'subnet-1',
  localSubnets: ['192.168.0.0/24'],
  zones: ['zone-a', 'zone-b'],
}

/** Messages by field. */
const check = (change: Partial<GatewayFormValues>) =>
  Object.fromEntries(gatewayFindings({ ...good, ...change }, facts).map(({ field, message }) => [field, message]))

test('a form that is right has nothing to say', () => {
  expect(check({})).toEqual({})
  expect(gatewayFormSchema(() => facts).safeParse(good).success).toBe(true)
})

test('findings arrive at the form as issues of the field they belong to', () => {
  const result = gatewayFormSchema(() => facts).safeParse({
    ...good,
    eip1: { ...good.eip1, bandwidthSize: '301' },
  })
  expect(result.error?.issues).toEqual([
    expect.objectContaining({
      path: ['eip1', 'bandwidthSize'],
      message: 'Professional1 takes at most 300 Mbit/s.',
    }),
  ])
})

describe('the network', () => {
  test('missing choices are asked for in words', () => {
    expect(check({ vpcId: '', connectSubnetId: '', localSubnets: [] })).toEqual({
      vpcId: 'Choose the VPC.',
      connectSubnetId: 'Choose the interconnection subnet.',
      localSubnets: 'Give at least one local subnet.',
    })
    expect(check({ attachmentType: 'er', zones: [] })).toHaveProperty('erId', 'Choose the enterprise router.')
    expect(check({ hasOwnAccess: true })).toEqual({
      accessVpcId: 'Choose the access VPC.',
      accessSubnetId: 'Choose the access subnet.',
    })
  })

  test('a subnet with too few free addresses is refused, with both numbers', () => {
    expect(check({ connectSubnetId: 'subnet-2' })).toEqual({
      connectSubnetId: 'subnet-nice has 2 free, and the gateway takes 4.',
    })
    expect(check({ hasOwnAccess: true, accessVpcId: 'vpc-2', accessSubnetId: 'subnet-2' })).toEqual({})
  })

  test('a typed block that is none is named', () => {
    expect(check({ otherSubnets: '10.0.0.0/16\n10.1.0.0' })).toEqual({
      otherSubnets: '10.1.0.0: Enter an IPv4 block, for example 192.168.0.0/24.',
    })
  })

  test('a private gateway on an enterprise router needs somewhere to be reached', () => {
    expect(check({ attachmentType: 'er', erId: 'er-1', networkType: 'private', zones: [] })).toHaveProperty(
      'hasOwnAccess',
    )
  })
})

describe('capacity', () => {
  test('a specification that the attachment does not take is refused at the specification', () => {
    expect(check({ flavor: 'Basic', networkType: 'private' })).toEqual({
      flavor: 'Basic is for public gateways attached to a VPC only.',
    })
  })

  test('zones follow the documented rule', () => {
    expect(Object.keys(check({ zones: ['zone-a'] }))).toEqual(['zones.0'])
    expect(check({ zones: ['zone-a', 'zone-a'] })).toEqual({ 'zones.1': 'Choose two different zones.' })
    expect(Object.keys(check({ flavor: 'GM', zones: [] }))).toEqual(['flavor'])
    expect(check({ zones: [] })).toEqual({})
  })
})

describe('addresses', () => {
  const existing = (eipId: string) => ({ ...good.eip1, source: 'existing' as const, eipId })

  test('an EIP has to be chosen, and not the same one twice', () => {
    expect(check({ eip1: existing(''), eip2: existing('') })).toEqual({
      'eip1.eipId': 'Choose an EIP.',
      'eip2.eipId': 'Choose an EIP.',
    })
    expect(check({ eip1: existing('eip-1'), eip2: existing('eip-1') })).toEqual({
      'eip2.eipId': 'Choose two different EIPs.',
    })
  })

  test('a shared bandwidth has to be chosen', () => {
    expect(check({ eip2: { ...good.eip2, bandwidth: 'shared' } })).toEqual({
      'eip2.bandwidthId': 'Choose the shared bandwidth.',
    })
  })

  test('private addresses come in pairs, differ, and lie in the access subnet', () => {
    const chosen = { networkType: 'private', privateAddresses: 'chosen' } as const
    expect(check({ ...chosen, privateIp1: '192.168.0.7', privateIp2: '' })).toHaveProperty('privateIp2')
    expect(check({ ...chosen, privateIp1: '192.168.0.7', privateIp2: '192.168.0.7' })).toHaveProperty('privateIp2')
    expect(check({ ...chosen, privateIp1: '192.168.9.7', privateIp2: '192.168.0.1' })).toEqual({
      privateIp1: '192.168.9.7 is not in subnet-lyon (192.168.0.0/24).',
      privateIp2: '192.168.0.1 is the gateway address of subnet-lyon (192.168.0.0/24).',
    })
    expect(check({ ...chosen, privateIp1: '192.168.0.7', privateIp2: '192.168.0.8' })).toEqual({})
  })
})

test('name, ASN and tags are held to their documented limits', () => {
  expect(check({ name: 'gw paris' })).toHaveProperty('name')
  expect(check({ name: '' })).toHaveProperty('name')
  expect(check({ bgpAsn: '4294967296' })).toHaveProperty('bgpAsn', 'Enter a whole number from 1 to 4294967295.')
  const tags = [
    { key: 'site', value: 'paris' },
    { key: 'site', value: 'lyon' },
    { key: 'a', value: '<' },
  ]
  expect(Object.keys(check({ tags }))).toEqual(['tags.1.key', 'tags.2.value'])
})

test('paths of the request lead to fields of the form', () => {
  expect(fieldOf('eip2.bandwidth_size')).toBe('eip2.bandwidthSize')
  expect(fieldOf('eip1')).toBe('eip1.source')
  expect(fieldOf('local_subnets_v6.3')).toBe('otherSubnets')
  expect(fieldOf('something_new')).toBeUndefined()
})

describe('a refusal of the cloud', () => {
  const refusal = (code: string, message: string, fields?: Record<string, string>) =>
    fieldOfRefusal(new ApiError({ status: 400, code, message, fields }), {
      ...good,
      eip2: { ...good.eip2, source: 'existing', eipId: 'eip-2' },
    })

  test('lands on the field whose id it names, the subnet before its VPC', () => {
    expect(refusal('VPN.0553', 'EIP eip-2 has been bound to an instance.')).toBe('eip2.eipId')
    expect(refusal('VPN.0503', 'Interconnection subnet subnet-1 does not belong to the VPC vpc-1.')).toBe(
      'connectSubnetId',
    )
  })

  test('lands on the field of its code, or of the path that the console named', () => {
    expect(refusal('VPN.0514', 'Two AZs must be specified.')).toBe('zones.0')
    expect(refusal('CONSOLE.INVALID_INPUT', 'No.', { 'vpn_gateway.bgp_asn': 'No.' })).toBe('bgpAsn')
  })

  test('belongs to no field where it names none', () => {
    expect(refusal('VPN.0513', 'Insufficient gateway quota.')).toBeUndefined()
  })
})
