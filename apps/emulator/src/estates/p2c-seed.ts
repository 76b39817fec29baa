import { catalogue } from '@vpn-console/api-client'
import * as z from 'zod'
import { addP2cGateway, finishP2cGateway } from '../p2c/gateways.ts'
import { hashPassword } from '../p2c/passwords.ts'
import { addGroup, addPolicy, addUser } from '../p2c/people.ts'
import { addServer } from '../p2c/servers.ts'
import { peopleOf, type P2cGateway, type Server } from '../p2c/state.ts'
import type { Project } from '../project-state.ts'

const gatewayFields = catalogue.createP2cVgw.body.shape.p2c_vpn_gateway
const serverFields = catalogue.createVpnServer.body.shape.vpn_server

const id = z.string().min(1).optional()

const userSeed = z.strictObject({
  name: z.string(),
  /** Left out, nobody knows it. */
  password: z.string().optional(),
  description: z.string().optional(),
  /** Name of a group of the same seed, or `default`. */
  group: z.string().optional(),
  static_ip: z.string().optional(),
})

const serverSeed = serverFields.partial().extend({
  id,
  users: z.array(userSeed).optional(),
  groups: z.array(z.strictObject({ name: z.string(), description: z.string().optional() })).optional(),
  policies: z
    .array(z.strictObject({ name: z.string(), group: z.string(), dest_ip_cidrs: z.array(z.string()) }))
    .optional(),
})

export const p2cGatewaySeed = gatewayFields.partial().extend({
  id,
  status: z.string().optional(),
  upgrade_info: z.enum(['ready', 'expiring soon', 'unready']).optional(),
  server: serverSeed.optional(),
  /** Milliseconds since 1970. */
  at: z.number().optional(),
})

export type P2cGatewaySeed = z.input<typeof p2cGatewaySeed>
type ServerSeed = NonNullable<P2cGatewaySeed['server']>

const seedPeople = (project: Project, server: Server, { users = [], groups = [], policies = [] }: ServerSeed) => {
  const people = peopleOf(server)
  const at = project.clock.now()
  for (const group of groups) addGroup(project, people, group, at)
  const ids = new Map([...people.groups.values()].map((group) => [group.name, group.id]))
  const groupId = (name: string) => {
    const found = ids.get(name)
    if (found === undefined) throw new Error(`The seed names a group that is not there: ${name}.`)
    return found
  }
  for (const { group, ...policy } of policies) {
    addPolicy(project, people, { ...policy, user_group_id: groupId(group) }, at)
  }
  for (const { name, password, group, description = '', static_ip = 'disable' } of users) {
    const passwords = password === undefined ? [] : [hashPassword(password)]
    const member = group === undefined ? {} : { user_group_id: groupId(group) }
    addUser(project, people, { name, description, static_ip, passwords, ...member }, at)
  }
}

const seedServer = (project: Project, gateway: P2cGateway, seed: ServerSeed): Server => {
  const { id: given, ...body } = seed
  const place = { at: project.clock.now() }
  const server = addServer(
    project,
    gateway,
    {
      client_cidr: '172.16.0.0/21',
      local_subnets: ['10.16.0.0/24'],
      server_certificate: { source: 'SERVICE_SIGN' },
      ssl_options: {},
      ...body,
    },
    given === undefined ? place : { id: given, ...place },
  )
  server.status = 'ACTIVE'
  seedPeople(project, server, seed)
  return server
}

/** A gateway that is simply there, with its server and the people on it where the seed has them. */
export const seedP2cGateway = (project: Project, seed: P2cGatewaySeed): { gateway: P2cGateway; server?: Server } => {
  const { id: given, status, upgrade_info, server, at = project.clock.now(), ...body } = seed
  const gateway = addP2cGateway(
    project,
    {
      vpc_id: 'd9d85143-e1e1-427a-9994-d8b8fd9ebe3f',
      connect_subnet: '2d1da07b-861d-447d-8233-1aff4d767825',
      eip: { type: '5_bgp', bandwidth_size: 20 },
      ...body,
    },
    given === undefined ? { at } : { id: given, at },
  )
  if (status !== 'PENDING_CREATE') finishP2cGateway(gateway, gateway.created_at)
  if (upgrade_info !== undefined) gateway.upgradeInfo = upgrade_info
  const made = server && seedServer(project, gateway, server)
  if (status !== undefined) gateway.status = status
  return made ? { gateway, server: made } : { gateway }
}
