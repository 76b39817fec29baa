import { freeStaticIp, type P2cVpnGatewayCreate, type VpnServerCreate } from '@vpn-console/api-client'
import { seedJob, startUpgrade } from '../gateway-upgrades.ts'
import { endText } from '../certificates.ts'
import { p2cUpgradesOf } from '../handlers/p2c-upgrades.ts'
import { addP2cGateway, finishP2cGateway } from '../p2c/gateways.ts'
import { enliven } from '../p2c/liveliness.ts'
import { addGroup, addPolicy, addUser } from '../p2c/people.ts'
import { addServer } from '../p2c/servers.ts'
import { startSession } from '../p2c/sessions.ts'
import { emptyPeople, peopleOf, type ClientCa, type P2cGateway, type Server } from '../p2c/state.ts'
import type { Project } from '../project-state.ts'
import { createRandom, noise } from '../random.ts'

const minuteMs = 60_000
const dayMs = 86_400_000

type GatewaySeed = P2cVpnGatewayCreate & { id?: string; age: number }

const seedGateway = (project: Project, { id, age, ...body }: GatewaySeed): P2cGateway => {
  const at = project.clock.now() - age * dayMs
  const gateway = addP2cGateway(project, body, id === undefined ? { at } : { id, at })
  finishP2cGateway(gateway, gateway.created_at)
  return gateway
}

const plain = {
  server_certificate: { id: 'scs1717051012106', source: 'CCM' },
  ssl_options: {},
} satisfies Partial<VpnServerCreate>

const seedServer = (
  project: Project,
  gateway: P2cGateway,
  body: Pick<VpnServerCreate, 'client_cidr' | 'local_subnets'> & Partial<VpnServerCreate>,
  id: string,
): Server => {
  const server = addServer(project, gateway, { ...plain, ...body }, { id, at: gateway.created_at + 10 * minuteMs })
  server.status = 'ACTIVE'
  return server
}

const places = ['lyon', 'nantes', 'lille', 'metz', 'nice', 'brest', 'dijon', 'tours', 'reims', 'angers'] as const
const groupRows: [name: string, description: string, share: number, blocks: string[]][] = [
  ['network', 'Runs the network', 0.06, ['10.50.0.0/16', '192.168.0.0/16']],
  ['finance', 'Books and invoices', 0.16, ['10.50.0.64/26', '10.50.0.128/27']],
  ['sales', 'On the road', 0.3, ['10.50.0.0/26']],
  ['suppliers', 'Others, for their own machines', 0.12, ['10.50.0.240/28']],
]

/** Some 240 users by place, in groups that may reach different things. */
const seedPeople = (project: Project, server: Server, count: number) => {
  const people = peopleOf(server)
  const random = createRandom('people of the demo')
  const at = server.created_at + minuteMs
  const groups = groupRows.map(([name, description]) => addGroup(project, people, { name, description }, at))
  groupRows.forEach(([name, , , dest_ip_cidrs], index) => {
    const group = groups[index]
    if (!group) return
    addPolicy(project, people, { name: `${name}-access`, user_group_id: group.id, dest_ip_cidrs }, at)
  })
  const taken = new Set<string>()
  for (let index = 0; index < count; index++) {
    const place = places[index % places.length] ?? 'lyon'
    const draw = random.next()
    let before = 0
    const found = groupRows.findIndex(([, , share]) => (before += share) > draw)
    const group = groups[found]
    const static_ip = index % 30 === 7 ? freeStaticIp(server.client_cidr, taken) : undefined
    if (static_ip !== undefined) taken.add(static_ip)
    addUser(
      project,
      people,
      {
        id: random.uuid(),
        name: `${place}.${String(Math.floor(index / places.length) + 1).padStart(2, '0')}`,
        description: index % 4 === 0 ? `Office_${place}` : '',
        ...(group ? { user_group_id: group.id } : {}),
        ...(static_ip === undefined ? {} : { static_ip }),
      },
      at + index * 7 * minuteMs,
    )
  }
}

/** A client CA of former days; its text was never needed, only what is told of it. */
const oldCa = (project: Project, name: string, days: number): ClientCa => {
  const subject = `C=CN,O=example,CN=${name}`
  const created_at = project.stamp(project.clock.now() - 90 * dayMs)
  return {
    id: project.random.uuid(),
    name,
    issuer: subject,
    subject,
    serial_number: String(2 ** 52 + Math.floor(noise(name) * 1e15)),
    expiration_time: endText(new Date(project.clock.now() + days * dayMs)),
    signature_algorithm: 'SHA256WITHRSA',
    fingerprint: name,
    created_at,
    updated_at: created_at,
  }
}

const seedParis = (project: Project) => {
  const now = project.clock.now()
  const gateway = seedGateway(project, {
    id: '10d176c7-aed8-4766-9180-a47e536c64d0',
    name: 'p2c-paris',
    vpc_id: '01ffa178-9be5-4457-ba5b-874c01cfc872',
    connect_subnet: 'be0d53dd-55a1-4e73-9002-54297e1a4c43',
    eip: { id: '106a269c-c8c1-425e-9f92-f6abcb4dc7b1' },
    max_connection_number: 500,
    tags: [{ key: 'site', value: 'paris' }],
    age: 140,
  })
  gateway.logConfig = {
    log_group_id: '05c4052d-8d14-488f-aa00-19fea5a25fdd',
    log_stream_id: 'd9d85143-e1e1-427a-9994-d8b8fd9ebe3f',
  }
  const local_subnets = ['10.50.0.0/24', '192.168.0.0/24']
  const server = seedServer(
    project,
    gateway,
    { client_cidr: '172.20.0.0/20', local_subnets, dns_servers: ['10.50.0.2', '10.50.0.3'] },
    '3f7e48ca-cd3c-4ce2-a277-674382ce44ea',
  )
  seedPeople(project, server, 240)
  const users = [...peopleOf(server).users.values()]
  for (let index = 0; index < 38; index++) {
    const user = users[(index * 37) % users.length]
    if (user) startSession(project, server, user.name, now - (180 + 3 * (38 - index)) * minuteMs)
  }
  enliven(project, server, 40, now - 180 * minuteMs)
  seedJob(project, p2cUpgradesOf(project), gateway.id, 'success', now - 33 * dayMs)
}

const seedLyon = (project: Project) => {
  const now = project.clock.now()
  const gateway = seedGateway(project, {
    id: '6d526e5f-a0c6-44b6-a785-7e0ef7c9eb76',
    name: 'p2c-lyon',
    vpc_id: '05b9d7de-9acd-4a05-b497-1a3c75afaa0a',
    connect_subnet: '1948ce22-ddc5-4fb6-87b8-dfcc9b176b51',
    eip: { id: 'f0bac06a-88a7-4d37-8e2e-c37691ee4ba2' },
    max_connection_number: 20,
    age: 95,
  })
  gateway.order_id = 'CS2406141822JWT1O'
  const eip = project.neighbours.eips.get(gateway.eip ?? '')
  if (eip) eip.billing_info = `${gateway.order_id}:OFFI0001:cn-south-1:0605768`
  const server_certificate = { id: 'scs1698803781642', source: 'CCM' } as const
  const server = seedServer(
    project,
    gateway,
    { client_cidr: '172.21.0.0/24', local_subnets: ['10.40.0.0/24'], server_certificate },
    '2407a20d-0bf7-4530-ba9a-7ffa0cedfa3b',
  )
  // It began without, as it needs a CA before it can ask for certificates.
  server.client_auth_type = 'CERT'
  server.people = emptyPeople()
  for (const ca of [oldCa(project, 'ca-laptops', 410), oldCa(project, 'ca-tablets', 21)])
    server.clientCas.set(ca.id, ca)
  for (const [index, name] of ['CN=laptop-1', 'CN=laptop-7', 'CN=tablet-2'].entries()) {
    startSession(project, server, name, now - (20 + 31 * index) * minuteMs)
  }
}

const seedOthers = (project: Project) => {
  const now = project.clock.now()
  const remote = {
    vpc_id: 'd9d85143-e1e1-427a-9994-d8b8fd9ebe3f',
    connect_subnet: '2d1da07b-861d-447d-8233-1aff4d767825',
  }
  const eip = { type: '5_bgp', bandwidth_size: 20 } as const
  const geneva = seedGateway(project, { name: 'p2c-geneva', ...remote, eip, max_connection_number: 50, age: 40 })
  geneva.upgradeInfo = 'ready'
  seedServer(
    project,
    geneva,
    {
      client_cidr: '172.22.0.0/23',
      local_subnets: ['10.16.0.0/24', '10.16.1.0/24'],
      client_auth_type: 'FEDERATED',
      idp_name: 'idp1',
      server_certificate: { source: 'SERVICE_SIGN' },
    },
    '0e325fb6-83b9-4004-a343-8b6fc714a5d9',
  )
  const basel = seedGateway(project, { name: 'p2c-basel', ...remote, eip, age: 6 })
  basel.upgradeInfo = 'expiring soon'
  startUpgrade(project, p2cUpgradesOf(project), basel, now - 40 * minuteMs)
}

/** Four gateways: with passwords and many people, with certificates, with an identity provider, and still without a server. */
export const fillP2cDemo = (project: Project): void => {
  seedParis(project)
  seedLyon(project)
  seedOthers(project)
}
