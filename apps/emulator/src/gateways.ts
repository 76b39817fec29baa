import {
  addressesNeeded,
  eligibleZones,
  takesPolicyTemplate,
  type EipCreate,
  type VpnGatewayCreate,
} from '@vpn-console/api-client'
import { bindEip, orderEip, releaseEip } from './eips.ts'
import { zoneMatrix } from './estates/zones.ts'
import { accessOf, takenAddresses } from './gateway-checks.ts'
import type { Gateway, Project } from './project-state.ts'

/** Between these a gateway takes to be built. */
const buildMs = { min: 60_000, max: 90_000 }
const updateMs = 10_000
const deleteMs = 30_000

const defaultTemplate = {
  ike_policy: {
    encryption_algorithm: 'aes-128',
    dh_group: 'group20',
    authentication_algorithm: 'sha2-256',
    lifetime_seconds: 86_400,
  },
  ipsec_policy: {
    authentication_algorithm: 'sha2-256',
    encryption_algorithm: 'aes-128',
    pfs: 'group20',
    lifetime_seconds: 3_600,
  },
}

const takeAddresses = (project: Project, addresses: Gateway['addresses'], sign: 1 | -1) => {
  for (const { subnet_id, count } of addresses) {
    const found = project.neighbours.subnets.get(subnet_id)
    if (found) found.available_ip_address_count -= sign * count
  }
}

const pickPrivateAddresses = (project: Project, body: VpnGatewayCreate): [string, string] | undefined => {
  const subnet = project.neighbours.subnets.get(accessOf(body).access_subnet_id ?? '')
  if (body.network_type !== 'private' || !subnet) return undefined
  if (body.access_private_ip_1 && body.access_private_ip_2) return [body.access_private_ip_1, body.access_private_ip_2]
  const taken = takenAddresses(project)
  const base = subnet.cidr.replace(/\d+\/\d+$/, '')
  const free = Array.from({ length: 220 }, (_, index) => `${base}${index + 20}`).filter((ip) => !taken.has(ip))
  const first = free[project.random.whole(0, 100)] ?? `${base}20`
  return [first, free[project.random.whole(101, free.length - 1)] ?? `${base}21`]
}

const takeEip = (project: Project, gateway: Gateway, slot: 0 | 1, eip: EipCreate | undefined) => {
  if (!eip) return
  bindEip(project, gateway, slot, eip.id ?? orderEip(project, eip, gateway.enterprise_project_id).id)
}

/** Puts a gateway into the project, PENDING_CREATE, with everything it takes; the request has been checked. */
export const addGateway = (project: Project, body: VpnGatewayCreate, given: { id?: string; at: number }): Gateway => {
  const { attachment_type = 'vpc', ip_version = 'ipv4', flavor = 'Professional1' } = body
  const zones = body.availability_zone_ids ?? []
  const eligible = eligibleZones(zoneMatrix, { flavor, attachment_type, ip_version })
  const addresses = addressesNeeded(body)
  const privateAddresses = pickPrivateAddresses(project, body)
  const at = project.stamp(given.at)
  const gateway: Gateway = {
    id: given.id ?? project.random.uuid(),
    name: body.name ?? `vpngw-${project.random.hex(4)}`,
    network_type: body.network_type ?? 'public',
    attachment_type,
    status: 'PENDING_CREATE',
    flavor,
    ip_version,
    er_id: attachment_type === 'er' ? body.er_id : undefined,
    er_attachment_id: attachment_type === 'er' ? project.random.uuid() : undefined,
    vpc_id: body.vpc_id,
    local_subnets: body.local_subnets,
    local_subnets_v6: body.local_subnets_v6,
    connect_subnet: body.connect_subnet,
    bgp_asn: body.bgp_asn ?? 64_512,
    ...accessOf(body),
    access_private_ip_1: privateAddresses?.[0],
    access_private_ip_2: privateAddresses?.[1],
    policy_template: takesPolicyTemplate(flavor) ? defaultTemplate : undefined,
    availability_zone_ids: zones.length > 0 ? zones : eligible.slice(0, 2),
    zonesGiven: zones.length > 0,
    connection_number: 200,
    enterprise_project_id: body.enterprise_project_id ?? '0',
    ha_mode: body.ha_mode ?? 'active-active',
    tags: body.tags ?? [],
    created_at: at,
    applied_at: at,
    updated_at: at,
    eips: [undefined, undefined],
    formerEips: [undefined, undefined],
    isBuilt: false,
    upgradeInfo: 'unready',
    addresses,
  }
  project.gateways.set(gateway.id, gateway)
  takeAddresses(project, addresses, 1)
  takeEip(project, gateway, 0, body.eip1)
  takeEip(project, gateway, 1, body.eip2)
  return gateway
}

/** The gateway is there: ACTIVE, with EIPs and times. */
export const finishGateway = (gateway: Gateway, at: number): void => {
  gateway.status = 'ACTIVE'
  gateway.isBuilt = true
  gateway.applied_at = at
}

const later = (
  project: Project,
  gateway: Gateway,
  ms: number,
  status: Gateway['status'],
  run: (at: number) => void,
) => {
  project.schedule.add(project.clock.now() + project.clock.takes(ms), (at) => {
    // Somebody may have frozen, deleted or reset it meanwhile.
    if (project.gateways.get(gateway.id) === gateway && gateway.status === status) run(at)
  })
}

export const buildLater = (project: Project, gateway: Gateway): void =>
  later(project, gateway, project.random.whole(buildMs.min, buildMs.max), 'PENDING_CREATE', (at) =>
    finishGateway(gateway, at),
  )

export const settleUpdateLater = (project: Project, gateway: Gateway): void => {
  gateway.status = 'PENDING_UPDATE'
  gateway.updated_at = project.clock.now()
  later(project, gateway, updateMs, 'PENDING_UPDATE', () => {
    gateway.status = 'ACTIVE'
  })
}

/** Takes the gateway out of the project, and gives back what it took. */
export const removeGateway = (project: Project, gateway: Gateway): void => {
  for (const id of gateway.eips) if (id) releaseEip(project, id)
  takeAddresses(project, gateway.addresses, -1)
  project.gatewayCertificates.delete(gateway.id)
  project.gateways.delete(gateway.id)
}

export const removeLater = (project: Project, gateway: Gateway): void => {
  gateway.status = 'PENDING_DELETE'
  later(project, gateway, deleteMs, 'PENDING_DELETE', () => removeGateway(project, gateway))
}
