import { catalogue, type VpnConnectionCreate } from '@vpn-console/api-client'
import * as z from 'zod'
import { addConnection, finishConnection } from '../connections.ts'
import { seedCertificate } from '../gateway-certificates.ts'
import { addGateway, finishGateway } from '../gateways.ts'
import { addCustomerGateway } from '../handlers/customer-gateways.ts'
import type { Gateway, Project } from '../project-state.ts'
import { p2cGatewaySeed, seedP2cGateway } from './p2c-seed.ts'
import { orderTunnel, tunnelOrderSchema } from '../tunnel-orders.ts'
import { tellingOf } from '../tunnel-trouble.ts'
import { goDown, goUp } from '../tunnel.ts'

const gatewayFields = catalogue.createVgw.body.shape.vpn_gateway
const customerFields = catalogue.createCgw.body.shape.customer_gateway
const connectionFields = catalogue.createVpnConnection.body.shape.vpn_connection

const id = z.string().min(1).optional()

const gatewaySeed = gatewayFields.partial().extend({
  id,
  status: z.string().optional(),
  certificate_id: z.string().optional(),
  /** When its certificate ends, in milliseconds since 1970. */
  certificate_ends: z.number().optional(),
  upgrade_info: z.enum(['ready', 'expiring soon', 'unready']).optional(),
  /** Milliseconds since 1970. */
  at: z.number().optional(),
})
const customerSeed = customerFields.partial().extend({ id, at: z.number().optional() })
const connectionSeed = connectionFields.partial().extend({
  id,
  /** Name or id of a gateway and of a customer gateway that are there or in the same seed. */
  gateway: z.string(),
  customer_gateway: z.string(),
  /** Which of the gateway's two addresses, unless `vgw_ip` says it. */
  eip: z.union([z.literal(1), z.literal(2)]).optional(),
  tunnel: tunnelOrderSchema.optional(),
  /** How long it has been so, in milliseconds. */
  for_ms: z.number().optional(),
  /** Times in the past when it was down for a while. */
  outages: z.array(z.strictObject({ at: z.number(), for_ms: z.number(), reason: z.string() })).optional(),
  /** How the lines of its log are spelt. */
  log_spelling: z.enum(['documented', 'mixed']).optional(),
  /** How long it has had a connection monitor, in milliseconds. */
  monitored_for_ms: z.number().optional(),
  at: z.number().optional(),
})

export const seedSchema = z.strictObject({
  gateways: z.array(gatewaySeed).optional(),
  customer_gateways: z.array(customerSeed).optional(),
  connections: z.array(connectionSeed).optional(),
  p2c_gateways: z.array(p2cGatewaySeed).optional(),
})

/** Objects that are simply there, past their creation: nothing of them is checked or waited for. */
export type Seed = z.input<typeof seedSchema>
export type GatewaySeed = z.input<typeof gatewaySeed>
export type CustomerGatewaySeed = z.input<typeof customerSeed>
export type ConnectionSeed = z.input<typeof connectionSeed>

export type SeededIds = {
  gateways: string[]
  customer_gateways: string[]
  connections: string[]
  p2c_gateways: string[]
  /** Of those that have one, in the order of their gateways. */
  vpn_servers: string[]
}

const newEip = { type: '5_bgp', bandwidth_size: 100 } as const

export const seedGateway = (project: Project, seed: GatewaySeed): Gateway => {
  const { id, status, certificate_id, certificate_ends, upgrade_info, at = project.clock.now(), ...given } = seed
  const isOnRouter = given.attachment_type === 'er'
  const isPublic = given.network_type !== 'private'
  const subnet = given.connect_subnet ?? project.neighbours.subnets.keys().next().value
  const vpc = given.vpc_id ?? project.neighbours.subnets.get(subnet ?? '')?.vpc_id
  const ordered = { ...newEip, bandwidth_size: given.flavor === 'Basic' ? 50 : 100 }
  const gateway = addGateway(
    project,
    {
      vpc_id: vpc,
      connect_subnet: subnet,
      ...(isOnRouter ? { er_id: project.neighbours.routers.keys().next().value } : {}),
      ...(isPublic ? { eip1: ordered, eip2: ordered } : {}),
      ...(isOnRouter || given.ip_version === 'ipv6' ? {} : { local_subnets: ['192.168.0.0/24'] }),
      ...given,
    },
    id === undefined ? { at } : { id, at },
  )
  if (certificate_id !== undefined) seedCertificate(project, gateway, certificate_id, certificate_ends)
  if (upgrade_info !== undefined) gateway.upgradeInfo = upgrade_info
  if (status !== 'PENDING_CREATE') finishGateway(gateway, gateway.created_at)
  if (status !== undefined) gateway.status = status
  return gateway
}

const byNameOrId = <T extends { id: string; name: string }>(
  all: ReadonlyMap<string, T>,
  key: string,
  what: string,
): T => {
  const found = all.get(key) ?? [...all.values()].find(({ name }) => name === key)
  if (!found) throw new Error(`The seed names a ${what} that is not there: ${key}.`)
  return found
}

export const seedConnection = (project: Project, seed: ConnectionSeed) => {
  const now = project.clock.now()
  const {
    id,
    gateway: gatewayKey,
    customer_gateway,
    eip = 1,
    tunnel,
    for_ms,
    outages = [],
    log_spelling = 'documented',
    monitored_for_ms,
    at = now - (for_ms ?? 0),
    ...given
  } = seed
  const gateway = byNameOrId(project.gateways, gatewayKey, 'gateway')
  const customer = byNameOrId(project.customerGateways, customer_gateway, 'customer gateway')
  const isPublic = gateway.network_type === 'public'
  const slots = isPublic ? gateway.eips : [gateway.access_private_ip_1, gateway.access_private_ip_2]
  const isIpv6 = gateway.ip_version === 'ipv6'
  const body: VpnConnectionCreate = {
    peer_subnets: isIpv6 ? undefined : ['10.10.0.0/16'],
    psk: gateway.flavor === 'GM' ? undefined : 'Seeded-key-1',
    ...given,
    vgw_id: gateway.id,
    vgw_ip: given.vgw_ip ?? slots[eip - 1] ?? '',
    cgw_id: customer.id,
  }
  const connection = addConnection(project, gateway, body, id === undefined ? { at } : { id, at })
  const { created_at } = connection
  // A trouble without a beginning has been there from the first negotiation on.
  const cameUp = tunnel?.state !== 'down' || for_ms !== undefined
  if (tunnel && !cameUp) orderTunnel(project, connection, tunnel, created_at)
  finishConnection(connection, created_at)
  connection.tunnel.spelling = log_spelling
  if (monitored_for_ms !== undefined) {
    const created = project.stamp(now - monitored_for_ms)
    connection.monitor = { id: project.random.uuid(), status: 'ACTIVE', created_at: created }
  }
  for (const outage of outages) {
    const { teardown, reason } = tellingOf(outage.reason)
    if (outage.at < created_at) continue
    goDown(connection.tunnel, outage.at, teardown, reason)
    goUp(connection.tunnel, outage.at + outage.for_ms)
  }
  if (tunnel && cameUp) orderTunnel(project, connection, tunnel, Math.max(now - (for_ms ?? 0), created_at))
  return connection
}

/** Puts everything of a seed into the project. */
export const seedProject = (project: Project, seed: Seed): SeededIds => {
  const gateways = (seed.gateways ?? []).map((one) => seedGateway(project, one).id)
  const customer_gateways = (seed.customer_gateways ?? []).map(({ id: given, at = project.clock.now(), ...body }) => {
    const place = given === undefined ? { at } : { id: given, at }
    return addCustomerGateway(project, { id_value: '203.0.113.10', ...body }, place).id
  })
  const connections = (seed.connections ?? []).map((one) => seedConnection(project, one).id)
  const p2c = (seed.p2c_gateways ?? []).map((one) => seedP2cGateway(project, one))
  return {
    gateways,
    customer_gateways,
    connections,
    p2c_gateways: p2c.map(({ gateway }) => gateway.id),
    vpn_servers: p2c.flatMap(({ server }) => (server ? [server.id] : [])),
  }
}
