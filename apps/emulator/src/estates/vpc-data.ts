import type { Neighbours, RouteTableRecord } from '../neighbours.ts'
import { createRandom } from '../random.ts'

// The ids stand in the printed examples. The blocks are ours.
export const vpcs = [
  { id: 'cb4a631d-demo-a8df-va86-ca3fa348c36c', name: 'vpc-production', cidr: '192.168.0.0/16' },
  { id: '0cf79a3f-demo-a8df-va86-d7ace626b0fa', name: 'vpc-access', cidr: '172.16.0.0/16' },
  { id: '584a238f-demo-a8df-va86-edca746f6277', name: 'vpc-transit', cidr: '172.18.0.0/16' },
  { id: '91a74241-demo-a8df-va86-9b5f98c66c8c', name: 'vpc-staging', cidr: '192.168.0.0/16' },
  { id: 'c62fad0d-demo-a8df-va86-e06c4c351b9f', name: 'vpc-branches', cidr: '10.20.0.0/16' },
  { id: '4d03fe2d--demo-a8df-va86-6def96440f2b', name: 'vpc-edge', cidr: '10.30.0.0/16' },
  { id: 'd9d85143-e1e1-427a-9994-d8b8fd9ebe3f', name: 'vpc-remote-access', cidr: '10.16.0.0/16' },
  { id: '05b9d7de-9acd-4a05-b497-1a3c75afaa0a', name: 'vpc-office', cidr: '10.40.0.0/16' },
  { id: '01ffa178-9be5-4457-ba5b-874c01cfc872', name: 'vpc-laboratory', cidr: '10.50.0.0/16' },
] as const

type VpcName = (typeof vpcs)[number]['name']

// On a route table of its own, which gateways do not write their routes into.
const databases = '2f3c0b8e-6a51-4d0c-9a70-0f6f2f6c1a02'

const subnetRows: [id: string, vpc: VpcName, name: string, cidr: string, free: number, cidrV6?: string][] = [
  ['f5741286-demo-a8df-va86-2c82bd9ee114', 'vpc-production', 'subnet-interconnection', '192.168.146.0/24', 246],
  ['2f3c0b8e-6a51-4d0c-9a70-0f6f2f6c1a01', 'vpc-production', 'subnet-web', '192.168.0.0/24', 190, '2001:db8:a::/64'],
  [databases, 'vpc-production', 'subnet-databases', '192.168.1.0/24', 231],
  ['2f3c0b8e-6a51-4d0c-9a70-0f6f2f6c1a03', 'vpc-production', 'subnet-nearly-full', '192.168.200.0/28', 3],
  ['2f3c0b8e-6a51-4d0c-9a70-0f6f2f6c1a04', 'vpc-access', 'subnet-access', '172.16.0.0/24', 240],
  ['2f3c0b8e-6a51-4d0c-9a70-0f6f2f6c1a05', 'vpc-transit', 'subnet-transit', '172.18.0.0/24', 240],
  ['2f3c0b8e-6a51-4d0c-9a70-0f6f2f6c1a06', 'vpc-staging', 'subnet-staging', '192.168.15.0/24', 220],
  ['2f3c0b8e-6a51-4d0c-9a70-0f6f2f6c1a07', 'vpc-staging', 'subnet-staging-vpn', '192.168.16.0/26', 58],
  ['fd75bf7b-demo-a8df-va86-db13f03e299a', 'vpc-branches', 'subnet-branches', '10.20.1.0/24', 244],
  ['fd75bf7b--demo-a8df-va86-db13f03e299a', 'vpc-branches', 'subnet-branches-2', '10.20.2.0/24', 244],
  ['fd75bf7b--demo-a8df-va86-e-db13f03e299a', 'vpc-edge', 'subnet-edge', '10.30.1.0/24', 244],
  ['2d1da07b-861d-447d-8233-1aff4d767825', 'vpc-remote-access', 'subnet-remote-access', '10.16.0.0/24', 235],
  ['2f3c0b8e-6a51-4d0c-9a70-0f6f2f6c1a08', 'vpc-remote-access', 'subnet-files', '10.16.1.0/24', 201],
  ['1948ce22-ddc5-4fb6-87b8-dfcc9b176b51', 'vpc-office', 'subnet-office', '10.40.0.0/24', 230],
  ['be0d53dd-55a1-4e73-9002-54297e1a4c43', 'vpc-laboratory', 'subnet-laboratory', '10.50.0.0/24', 230],
]

const idOf = (name: VpcName): string => vpcs.find((vpc) => vpc.name === name)?.id ?? ''

type SubnetRecord = Neighbours['subnets'] extends Map<string, infer S> ? S : never

/** The subnets, new objects each time: gateways take addresses from them. */
export const subnets = (): SubnetRecord[] =>
  subnetRows.map(([id, vpc, name, cidr, available_ip_address_count, cidr_v6]) => ({
    id,
    name,
    cidr,
    cidr_v6: cidr_v6 ?? null,
    gateway_ip: cidr.replace(/0\/\d+$/, '1'),
    ipv6_enable: cidr_v6 !== undefined,
    vpc_id: idOf(vpc),
    availability_zone: '',
    status: 'ACTIVE',
    available_ip_address_count,
  }))

/** A default route table for each VPC; production has one of its own for the databases besides. */
export const routeTables = (): RouteTableRecord[] => {
  const random = createRandom('route tables')
  const defaults = vpcs.map(({ id, name, cidr }) => ({
    id: random.uuid(),
    name: `rtb-${name}`,
    default: true,
    vpc_id: id,
    subnets: subnetRows.filter(([own, vpc]) => vpc === name && own !== databases).map(([own]) => own),
    routes: [{ type: 'local', destination: cidr, nexthop: 'local' }],
  }))
  const custom = {
    id: random.uuid(),
    name: 'rtb-databases',
    default: false,
    vpc_id: idOf('vpc-production'),
    subnets: [databases],
    routes: [{ type: 'local', destination: '192.168.0.0/16', nexthop: 'local' }],
  }
  return [...defaults, custom]
}
