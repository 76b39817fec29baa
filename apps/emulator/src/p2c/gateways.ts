import type { P2cVpnGateway, P2cVpnGatewayCreate } from '@vpn-console/api-client'
import { orderEip, releaseEip } from '../eips.ts'
import { freeEip } from '../gateway-checks.ts'
import { eipView } from '../gateway-views.ts'
import { timeText, type Project } from '../project-state.ts'
import { invalid, refusal, Refusal } from '../refusal.ts'
import { endSessions } from './sessions.ts'
import { serverOf, type P2cGateway } from './state.ts'

const buildMs = { min: 60_000, max: 90_000 }
const updateMs = 10_000
const deleteMs = 30_000
/** Addresses of its subnet that a gateway takes. */
const addressCount = 4
const usualConnections = 10

/** Where a gateway may stand. */
export const p2cZones = ['cn-south-1f', 'cn-south-1e', 'cn-north-7a', 'cn-north-7b'] as const

const takeAddresses = (project: Project, { connect_subnet }: P2cGateway, sign: 1 | -1) => {
  const subnet = project.neighbours.subnets.get(connect_subnet)
  if (subnet) subnet.available_ip_address_count -= sign * addressCount
}

/** An EIP that such a gateway may take: free, and with a bandwidth of its own. */
export const checkFreeEip = (project: Project, id: string): void => {
  const eip = freeEip(project, id)
  if (project.neighbours.bandwidths.get(eip.bandwidth_id)?.share_type === 'WHOLE') throw refusal('VPN.0554', id)
}

export const bindP2cEip = (project: Project, gateway: P2cGateway, id: string): void => {
  const eip = project.neighbours.eips.get(id)
  if (!eip) return
  eip.status = 'VPN'
  eip.bound_to = { type: 'VPN', id: gateway.id }
  gateway.eip = id
}

const eipTypes = new Set(['5_bgp', '5_sbgp', '5_youxuanbgp'])

/** Refuses a gateway that names something that is not there, or not free. */
export const checkP2cWorld = (project: Project, body: P2cVpnGatewayCreate): void => {
  const { vpc_id, connect_subnet, eip, enterprise_project_id } = body
  const { vpcs, subnets, enterpriseProjects } = project.neighbours
  if (project.p2c.gateways.size >= project.quotas.p2c_vpn_gateway) throw refusal('VPN.0513')
  if (!vpcs.has(vpc_id)) throw refusal('VPN.0500', vpc_id)
  const subnet = subnets.get(connect_subnet)
  if (!subnet) throw refusal('VPN.0501', connect_subnet)
  if (subnet.vpc_id !== vpc_id) {
    throw new Refusal('VPN.0503', `Interconnection subnet ${connect_subnet} does not belong to the VPC ${vpc_id}.`)
  }
  if (subnet.available_ip_address_count < addressCount) throw refusal('VPN.0502', connect_subnet)
  if (eip.id !== undefined) checkFreeEip(project, eip.id)
  if (eip.type !== undefined && !eipTypes.has(eip.type)) throw refusal('VPN.0556', eip.type)
  if (enterprise_project_id && !enterpriseProjects.some(({ id }) => id === enterprise_project_id)) {
    throw invalid(`enterprise project ${enterprise_project_id} is not found`)
  }
}

/** Puts a gateway into the project, PENDING_CREATE, with everything it takes; the request has been checked. */
export const addP2cGateway = (
  project: Project,
  body: P2cVpnGatewayCreate,
  given: { id?: string; at: number },
): P2cGateway => {
  const zones = body.availability_zone_ids ?? []
  const at = project.stamp(given.at)
  const gateway: P2cGateway = {
    id: given.id ?? project.random.uuid(),
    name: body.name ?? `p2c-vpngw-${project.random.hex(4)}`,
    status: 'PENDING_CREATE',
    vpc_id: body.vpc_id,
    connect_subnet: body.connect_subnet,
    availability_zone_ids: zones.length > 0 ? zones : p2cZones.slice(0, 2),
    eip: undefined,
    max_connection_number: body.max_connection_number ?? usualConnections,
    enterprise_project_id: body.enterprise_project_id ?? '0',
    tags: body.tags ?? [],
    order_id: undefined,
    frozen_effect: 1,
    version: '1.0.5',
    upgradeInfo: 'unready',
    isBuilt: false,
    logConfig: undefined,
    created_at: at,
    applied_at: at,
    updated_at: at,
  }
  project.p2c.gateways.set(gateway.id, gateway)
  takeAddresses(project, gateway, 1)
  const { id, ...order } = body.eip
  bindP2cEip(project, gateway, id ?? orderEip(project, order, gateway.enterprise_project_id).id)
  return gateway
}

const later = (project: Project, gateway: P2cGateway, ms: number, run: (at: number) => void) => {
  const { status } = gateway
  project.schedule.add(project.clock.now() + project.clock.takes(ms), (at) => {
    // Somebody may have frozen or deleted it meanwhile.
    if (project.p2c.gateways.get(gateway.id) === gateway && gateway.status === status) run(at)
  })
}

export const finishP2cGateway = (gateway: P2cGateway, at: number): void => {
  gateway.status = 'ACTIVE'
  gateway.isBuilt = true
  gateway.applied_at = at
}

export const buildP2cLater = (project: Project, gateway: P2cGateway): void =>
  later(project, gateway, project.random.whole(buildMs.min, buildMs.max), (at) => finishP2cGateway(gateway, at))

export const settleP2cLater = (project: Project, gateway: P2cGateway): void => {
  gateway.status = 'PENDING_UPDATE'
  gateway.updated_at = project.clock.now()
  later(project, gateway, updateMs, () => {
    gateway.status = 'ACTIVE'
  })
}

export const removeP2cLater = (project: Project, gateway: P2cGateway): void => {
  gateway.status = 'PENDING_DELETE'
  later(project, gateway, deleteMs, (at) => {
    const server = serverOf(project.p2c, gateway.id)
    if (server) {
      endSessions(project, server, at)
      project.p2c.servers.delete(server.id)
    }
    if (gateway.eip !== undefined) releaseEip(project, gateway.eip)
    takeAddresses(project, gateway, -1)
    project.p2c.gateways.delete(gateway.id)
  })
}

/** A gateway as an answer shows it. */
export const shownP2cGateway = (project: Project, gateway: P2cGateway): P2cVpnGateway => {
  const { id, name, status, vpc_id, connect_subnet, availability_zone_ids, isBuilt, order_id } = gateway
  const online = serverOf(project.p2c, id)?.sessions.length ?? 0
  return {
    id,
    name,
    status,
    vpc_id,
    connect_subnet,
    flavor: 'Professional1',
    availability_zone_ids,
    eip: isBuilt ? eipView(project, gateway.eip) : undefined,
    max_connection_number: gateway.max_connection_number,
    current_connection_number: online,
    enterprise_project_id: gateway.enterprise_project_id,
    tags: gateway.tags,
    ...(order_id === undefined ? {} : { order_id }),
    admin_state_up: status !== 'FROZEN',
    frozen_effect: status === 'FROZEN' ? gateway.frozen_effect : 0,
    version: gateway.version,
    upgrade_info: gateway.upgradeInfo,
    created_at: timeText(gateway.created_at),
    ...(isBuilt ? { applied_at: timeText(gateway.applied_at) } : {}),
    updated_at: timeText(gateway.updated_at),
  }
}
