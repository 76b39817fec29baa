import type { Subnet } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { allBlocks, blocksInVersion, demandOf, placeIn, proposedVpc, roomiestSubnet } from './gateway-network.ts'

const subnets: Subnet[] = [
  {
    id: 'subnet-1',
    name: 'subnet-lyon',
    cidr: '192.168.0.0/24',
    cidr_v6: '2001:db8::/64',
    available_ip_address_count: 9,
  },
  { id: 'subnet-2', name: 'subnet-nice', cidr: '192.168.1.0/24', available_ip_address_count: 200 },
  { id: 'subnet-3', name: 'subnet-metz', cidr: '192.168.2.0/24', cidr_v6: null },
]

describe('what is proposed', () => {
  test('the subnet with the most free addresses', () => {
    expect(roomiestSubnet(subnets)).toBe('subnet-2')
    expect(roomiestSubnet([])).toBe('')
  })

  test('all subnets of the VPC, in the IP version of the gateway', () => {
    expect(allBlocks(subnets, 'ipv4')).toEqual(['192.168.0.0/24', '192.168.1.0/24', '192.168.2.0/24'])
    expect(allBlocks(subnets, 'ipv6')).toEqual(['2001:db8::/64'])
  })

  test('never more subnets than a gateway takes', () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ id: String(index), cidr: `10.0.${index}.0/24` }))
    expect(allBlocks(many, 'ipv4')).toHaveLength(50)
  })

  test('the VPC with the most subnets, or the first by name', () => {
    const vpcs = [
      { id: 'b', name: 'vpc-10' },
      { id: 'a', name: 'vpc-9' },
    ]
    expect(proposedVpc(vpcs, [])).toBe('a')
    expect(proposedVpc(vpcs, [{ id: 'subnet-1', vpc_id: 'b' }])).toBe('b')
    expect(proposedVpc([], [])).toBe('')
  })
})

test('another VPC brings its own subnets, and nothing of the one before stays', () => {
  expect(placeIn('vpc-2', subnets.slice(0, 1), 'ipv4')).toEqual({
    vpcId: 'vpc-2',
    connectSubnetId: 'subnet-1',
    localSubnets: ['192.168.0.0/24'],
    otherSubnets: '',
  })
  expect(placeIn('vpc-3', [], 'ipv4')).toMatchObject({ connectSubnetId: '', localSubnets: [] })
})

test('another IP version keeps of the typed blocks those that fit', () => {
  const typed = { otherSubnets: '10.0.0.0/8\n2001:db8:7::/48' }
  expect(blocksInVersion(typed, subnets, 'ipv6')).toEqual({
    localSubnets: ['2001:db8::/64'],
    otherSubnets: '2001:db8:7::/48',
  })
})

describe('addresses the gateway takes', () => {
  const values = { attachmentType: 'vpc', connectSubnetId: 'a', hasOwnAccess: false, accessSubnetId: 'b' } as const
  const counts = (change: Partial<Parameters<typeof demandOf>[0]>) =>
    demandOf({ ...values, ...change }).map(({ subnet_id, count }) => [subnet_id, count])

  test('four in one subnet, or two in each of two', () => {
    expect(counts({})).toEqual([['a', 4]])
    expect(counts({ hasOwnAccess: true })).toEqual([
      ['a', 2],
      ['b', 2],
    ])
    expect(counts({ hasOwnAccess: true, accessSubnetId: 'a' })).toEqual([['a', 4]])
  })

  test('two in the access subnet of a gateway on an enterprise router', () => {
    expect(counts({ attachmentType: 'er', hasOwnAccess: true })).toEqual([['b', 2]])
    expect(counts({ attachmentType: 'er' })).toEqual([])
  })
})
