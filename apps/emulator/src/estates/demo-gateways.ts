import type { CustomerGatewaySeed, GatewaySeed } from './seed.ts'

const production = {
  vpc_id: 'cb4a631d-demo-a8df-va86-ca3fa348c36c',
  connect_subnet: 'f5741286-demo-a8df-va86-2c82bd9ee114',
}
const staging = {
  vpc_id: '91a74241-demo-a8df-va86-9b5f98c66c8c',
  connect_subnet: '2f3c0b8e-6a51-4d0c-9a70-0f6f2f6c1a06',
}
const access = {
  access_vpc_id: '0cf79a3f-demo-a8df-va86-d7ace626b0fa',
  access_subnet_id: '2f3c0b8e-6a51-4d0c-9a70-0f6f2f6c1a04',
}
const router = { attachment_type: 'er', er_id: 'c62fad0d-demo-a8df-va86-e06c4c351b9f' } as const
const eips = (first: string, second: string) => ({ eip1: { id: first }, eip2: { id: second } })
const eps = '7354dda9-demo-a8df-va86-a6b08fb92043'
const day = 86_400_000

/** The gateways, oldest last; `age` is in days. Those that the printed examples name have their ids. */
export const demoGateways: (Omit<GatewaySeed, 'at'> & { age: number; unbound?: true })[] = [
  {
    id: 'ff9bdca6-demo-a8df-va86-e4bcc1ea52bc',
    name: 'gw-dublin',
    ...staging,
    status: 'PENDING_CREATE',
    age: 10_000 / day,
  },
  {
    id: '620d99b8-demo-a8df-va86-200b868f2d7d',
    name: 'gw-lisbon',
    ...production,
    local_subnets: ['192.168.0.0/24', '192.168.1.0/24'],
    age: 12,
    unbound: true,
  },
  {
    id: 'b32d91a4-demo-a8df-va86-e907174eb11d',
    name: 'gw-paris',
    ...production,
    local_subnets: ['192.168.0.0/24', '192.168.1.0/24'],
    eip1: { id: '0c464dad-demo-a8df-va86-c22bb0eb0bde' },
    tags: [{ key: 'site', value: 'paris' }],
    age: 230,
  },
  {
    id: '8030f6d6-32a8-4d20-a7f8-50a7a826e2f8',
    name: 'gw-berlin',
    ...production,
    ...eips('0d0f4af1-42b9-41eb-97b9-b4d41a0bf9c4', '1fb97767-d780-4d8b-83bb-6f878f662005'),
    local_subnets: ['192.168.0.0/24'],
    enterprise_project_id: eps,
    tags: [
      { key: 'site', value: 'berlin' },
      { key: 'stage', value: 'production' },
    ],
    age: 201,
  },
  {
    id: '8030f6d6-demo-4d20-a7f8-50a7a826e2f8',
    name: 'gw-madrid',
    ...production,
    ...eips('e4d7930f-demo-4cbf-b78a-b004416c7485', '1fb97767-demo-4d8b-83bb-6f878f662005'),
    local_subnets: ['192.168.1.0/24'],
    upgrade_info: 'ready',
    age: 166,
  },
  {
    id: '768b2790-ccc9-4257-91b3-e008747db9e6',
    name: 'gw-shanghai',
    ...production,
    ...eips('da21634b-56bf-4137-bc80-b1a0937294ec', '36857950-95e2-4e57-9c53-da7fe0f9841b'),
    flavor: 'GM',
    certificate_id: '18b81966-demo-a8df-va86-51db2ae6cfbd',
    local_subnets: ['192.168.0.0/24'],
    age: 353,
  },
  {
    id: '66ddeacb-demo-a8df-va86-9a414b5bd7d5',
    name: 'gw-frankfurt',
    ...router,
    ...access,
    ...eips('0f6d1415-demo-a8df-va86-edb2ee97c9cc', '7b46b62f-demo-a8df-va86-6b8e44312416'),
    availability_zone_ids: ['cn-south-1f', 'cn-south-1e'],
    flavor: 'Professional2',
    tags: [
      { key: 'site', value: 'frankfurt' },
      { key: 'stage', value: 'production' },
      { key: 'owner', value: 'network' },
    ],
    age: 145,
  },
  {
    id: '8e1d0686-demo-a8df-va86-91f32fa1dfc8',
    name: 'gw-vienna',
    ...staging,
    ...eips('8ff5d6b5-demo-a8df-va86-b9d598033153', '08e7e927-demo-a8df-va86-26a6394021eb'),
    local_subnets: ['192.168.15.0/24'],
    enterprise_project_id: eps,
    tags: [{ key: 'stage', value: 'test' }],
    age: 120,
  },
  { name: 'gw-singapore', ...router, ...access, network_type: 'private', bgp_asn: 64_520, age: 98 },
  {
    name: 'gw-helsinki',
    vpc_id: 'c62fad0d-demo-a8df-va86-e06c4c351b9f',
    connect_subnet: 'fd75bf7b-demo-a8df-va86-db13f03e299a',
    flavor: 'Professional1-NonFixedIP',
    ha_mode: 'active-standby',
    local_subnets: ['10.20.0.0/16'],
    age: 77,
  },
  {
    name: 'gw-oslo',
    ...production,
    network_type: 'private',
    local_subnets: ['192.168.0.0/16'],
    upgrade_info: 'ready',
    age: 64,
  },
  {
    name: 'gw-cairo',
    ...staging,
    ha_mode: 'active-standby',
    local_subnets: ['192.168.15.0/24'],
    upgrade_info: 'expiring soon',
    age: 51,
  },
  { name: 'gw-lima', ...staging, flavor: 'Basic', local_subnets: ['192.168.15.0/24'], upgrade_info: 'ready', age: 33 },
  {
    name: 'gw-kyoto',
    ...production,
    flavor: 'Professional2',
    ip_version: 'ipv6',
    local_subnets_v6: ['2001:db8:a::/64'],
    upgrade_info: 'ready',
    age: 21,
  },
]

const tagsOf: Record<string, CustomerGatewaySeed['tags']> = {
  'cgw-lyon': [
    { key: 'site', value: 'lyon' },
    { key: 'owner', value: 'network' },
  ],
  'cgw-munich': [{ key: 'site', value: 'munich' }],
  'cgw-graz': [{ key: 'stage', value: 'test' }],
}

const customer = (name: string, id_value: string, bgp_asn?: number, id?: string): CustomerGatewaySeed => ({
  name,
  ...(tagsOf[name] ? { tags: tagsOf[name] } : {}),
  id_value,
  id_type: /^[\d.]+$/.test(id_value) ? 'ip' : 'fqdn',
  ...(bgp_asn === undefined ? {} : { bgp_asn }),
  ...(id === undefined ? {} : { id }),
})

/** The customer gateways, oldest first. */
export const demoCustomerGateways: CustomerGatewaySeed[] = [
  customer('cgw-suzhou', '203.0.113.81', 65_588, 'e67d6e27-demo-a8df-va86-be9a0f0168e9'),
  customer('cgw-hamburg', '2.1.1.2', 65_022, '12f3577a-cbd8-4602-b68c-ecbf792fcec5'),
  customer('cgw-lyon', '88.1.8.164', 65_010, '5247ae10-demo-a8df-va86-dd36659a7f5d'),
  customer('cgw-seville', '188.1.1.189', 65_033, '8916effb-demo-42d8-83d7-4517567d3d26'),
  customer('cgw-munich', '203.0.113.23', 65_023),
  customer('cgw-nantes', '203.0.113.44', 65_011),
  customer('cgw-bilbao', '203.0.113.34', undefined, '575c1722-demo-a8df-va86-dd7f41876332'),
  customer('cgw-johor', '10.31.0.7', 65_040),
  customer('cgw-malacca', '10.31.0.8', 65_041),
  customer('cgw-graz', '203.0.113.61', 65_051),
  customer('cgw-tampere', 'tampere.branches.example.com'),
  customer('cgw-turku', 'turku.branches.example.com'),
  customer('cgw-bergen', '172.16.9.4'),
  customer('cgw-giza', '203.0.113.70', 65_060),
  customer('cgw-cusco', '203.0.113.90'),
  customer('cgw-osaka', '203.0.113.95', 65_070),
  customer('cgw-verona', '10.1.1.21', 65_000, '03c0aa3d-demo-a8df-va86-9d82473765d4'),
]
