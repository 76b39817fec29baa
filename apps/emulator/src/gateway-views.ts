import type { Eip, Flavor, VpnGateway, VpnGatewayCreated } from '@vpn-console/api-client'
import { connectionsOf, timeText, type Gateway, type Project } from './project-state.ts'

// The order of the fields is that of the printed answers.

const identity = ({ id, name, network_type }: Gateway) => ({ id, name, network_type })

const placement = (gateway: Gateway) => {
  const { attachment_type, ip_version, certificate_id, er_id, vpc_id, local_subnets, local_subnets_v6 } = gateway
  const { connect_subnet, bgp_asn, flavor } = gateway
  const subnets = attachment_type === 'er' ? {} : { vpc_id, local_subnets, local_subnets_v6, connect_subnet }
  return { attachment_type, ip_version, certificate_id, er_id, ...subnets, bgp_asn, flavor }
}

const use = (project: Project, gateway: Gateway) => {
  const connections = connectionsOf(project, gateway.id)
  return {
    connection_number: gateway.connection_number,
    used_connection_number: connections.length,
    // Connections to the same customer gateway count as one group.
    used_connection_group: new Set(connections.map(({ cgw_id }) => cgw_id)).size,
    enterprise_project_id: gateway.enterprise_project_id,
  }
}

const access = ({ access_vpc_id, access_subnet_id }: Gateway) => ({ access_vpc_id, access_subnet_id })

const privateAddresses = ({ access_private_ip_1, access_private_ip_2 }: Gateway) => ({
  access_private_ip_1,
  access_private_ip_2,
})

const rest = ({ ha_mode, policy_template, tags }: Gateway) => ({ ha_mode, policy_template, tags })

/** An EIP as an answer shows it beside what it is bound to. */
export const eipView = (project: Project, id: string | undefined): Eip | undefined => {
  const eip = project.neighbours.eips.get(id ?? '')
  if (!eip) return undefined
  const bandwidth = project.neighbours.bandwidths.get(eip.bandwidth_id)
  return {
    id: eip.id,
    ip_version: 4,
    ip_billing_info: eip.billing_info,
    type: eip.type,
    ip_address: eip.public_ip_address,
    charge_mode: bandwidth?.charge_mode,
    bandwidth_id: eip.bandwidth_id,
    bandwidth_size: bandwidth?.size,
    bandwidth_name: bandwidth?.name,
    bandwidth_billing_info: eip.billing_info,
    share_type: bandwidth?.share_type,
  }
}

/** EIPs and times are known once the gateway has been built. */
const built = (project: Project, gateway: Gateway) =>
  gateway.isBuilt
    ? {
        eip1: eipView(project, gateway.eips[0]),
        eip2: eipView(project, gateway.eips[1]),
        created_at: timeText(gateway.created_at),
        applied_at: timeText(gateway.applied_at),
        updated_at: timeText(gateway.updated_at),
      }
    : {}

const zones = ({ availability_zone_ids, zonesGiven, isBuilt }: Gateway) =>
  zonesGiven || isBuilt ? { availability_zone_ids } : {}

const changes: Record<Flavor, Flavor[]> = {
  Basic: ['Professional1', 'Professional2'],
  Professional1: ['Basic', 'Professional2'],
  Professional2: ['Basic', 'Professional1'],
  GM: [],
  'Professional1-NonFixedIP': ['Professional2-NonFixedIP'],
  'Professional2-NonFixedIP': ['Professional1-NonFixedIP'],
}

/** Specifications that the gateway can be changed to: Basic is for public gateways attached to a VPC. */
export const supportedFlavors = ({ flavor, network_type, attachment_type, ip_version }: Gateway): string[] => {
  const known: Partial<Record<string, Flavor[]>> = changes
  const takesBasic = network_type === 'public' && attachment_type === 'vpc' && ip_version === 'ipv4'
  return (known[flavor] ?? []).filter((other) => other !== 'Basic' || takesBasic)
}

/** A gateway in the answer to its creation: no status, EIPs or times yet. */
export const createdGateway = (project: Project, gateway: Gateway): VpnGatewayCreated => ({
  ...identity(gateway),
  ...placement(gateway),
  ...use(project, gateway),
  ...access(gateway),
  ...rest(gateway),
})

/** A gateway in the answer to a change: no status. */
export const updatedGateway = (project: Project, gateway: Gateway) => ({
  ...identity(gateway),
  ...placement(gateway),
  ...zones(gateway),
  ...use(project, gateway),
  ...built(project, gateway),
  ...access(gateway),
  ...privateAddresses(gateway),
  ...rest(gateway),
})

/** A gateway as it is looked up. */
export const shownGateway = (project: Project, gateway: Gateway): VpnGateway => {
  const { id, name, network_type, status, er_attachment_id, isBuilt, upgradeInfo } = gateway
  return {
    id,
    name,
    network_type,
    status,
    ...placement(gateway),
    er_attachment_id: isBuilt ? er_attachment_id : undefined,
    ...zones(gateway),
    public_border_group: 'center',
    ...use(project, gateway),
    ...built(project, gateway),
    ...access(gateway),
    ...privateAddresses(gateway),
    ...rest(gateway),
    supported_flavors: supportedFlavors(gateway),
    supported_features: ['vpn-connection-reset', 'vpn-connection-log'],
    upgrade_info: upgradeInfo,
  }
}
