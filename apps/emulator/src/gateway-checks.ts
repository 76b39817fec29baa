import { addressesNeeded, blockHolds, type EipCreate, type VpnGatewayCreate } from '@vpn-console/api-client'
import type { EipRecord } from './neighbours.ts'
import type { Project } from './project-state.ts'
import { invalid, Refusal } from './refusal.ts'

/** An EIP that a gateway may take: it exists, is not frozen and not bound. */
export const freeEip = (project: Project, id: string): EipRecord => {
  const eip = project.neighbours.eips.get(id)
  if (!eip) throw new Refusal('VPN.0551', `EIP ${id} is not found.`)
  if (eip.status === 'FREEZED') throw new Refusal('VPN.0552', `EIP ${id} is frozen.`)
  if (eip.bound_to) throw new Refusal('VPN.0553', `EIP ${id} has been bound to an instance.`)
  return eip
}

const checkEip = (project: Project, eip: EipCreate | undefined) => {
  if (eip?.id !== undefined) freeEip(project, eip.id)
  if (eip?.bandwidth_id === undefined) return
  const shared = project.neighbours.bandwidths.get(eip.bandwidth_id)
  if (shared?.share_type !== 'WHOLE') throw invalid(`shared bandwidth ${eip.bandwidth_id} is not found`)
}

const knownVpc = (project: Project, id: string) => {
  if (!project.neighbours.vpcs.has(id)) throw new Refusal('VPN.0500', `VPC ${id} is not found.`)
}

const knownSubnet = (project: Project, id: string) => {
  const subnet = project.neighbours.subnets.get(id)
  if (!subnet) throw new Refusal('VPN.0501', `Interconnection subnet ${id} is not found.`)
  return subnet
}

/** Where a gateway reaches its VPC and where it is reached, with the documented defaults. */
export const accessOf = (gateway: VpnGatewayCreate) => ({
  access_vpc_id: gateway.access_vpc_id ?? gateway.vpc_id,
  access_subnet_id: gateway.access_subnet_id ?? gateway.connect_subnet,
})

const checkPlaces = (project: Project, gateway: VpnGatewayCreate) => {
  const { attachment_type = 'vpc', vpc_id, connect_subnet, er_id, network_type } = gateway
  const { access_vpc_id, access_subnet_id } = accessOf(gateway)
  for (const id of new Set([vpc_id, access_vpc_id])) if (id) knownVpc(project, id)
  for (const id of new Set([connect_subnet, access_subnet_id])) if (id) knownSubnet(project, id)
  if (er_id && !project.neighbours.routers.has(er_id)) throw invalid(`enterprise router ${er_id} is not found`)
  if (network_type === 'private' && !access_subnet_id) {
    throw invalid('a private gateway needs an access VPC and an access subnet')
  }
  // With an enterprise router the documented example pairs a subnet with another VPC, so only a VPC insists.
  if (attachment_type === 'vpc') {
    for (const [subnet, vpc] of [
      [connect_subnet, vpc_id],
      [access_subnet_id, access_vpc_id],
    ]) {
      if (subnet && vpc && knownSubnet(project, subnet).vpc_id !== vpc) {
        throw new Refusal('VPN.0503', `Interconnection subnet ${subnet} does not belong to the VPC ${vpc}.`)
      }
    }
  }
  for (const { subnet_id, count } of addressesNeeded(gateway)) {
    if (knownSubnet(project, subnet_id).available_ip_address_count >= count) continue
    throw new Refusal('VPN.0502', `Interconnection subnet ${subnet_id} has insufficient available IP addresses.`)
  }
}

/** Private addresses of gateways in a subnet. */
export const takenAddresses = (project: Project): Set<string | undefined> =>
  new Set([...project.gateways.values()].flatMap((other) => [other.access_private_ip_1, other.access_private_ip_2]))

const checkPrivateAddresses = (project: Project, gateway: VpnGatewayCreate) => {
  const subnet = project.neighbours.subnets.get(accessOf(gateway).access_subnet_id ?? '')
  const taken = takenAddresses(project)
  for (const address of [gateway.access_private_ip_1, gateway.access_private_ip_2]) {
    if (address === undefined) continue
    if (!subnet || !blockHolds(subnet.cidr, address)) throw invalid(`${address} is not in the access subnet`)
    if (taken.has(address) || address === subnet.gateway_ip) throw invalid(`${address} is in use`)
  }
}

/** Refuses a gateway that names something that is not there, or not free. */
export const checkWorld = (project: Project, gateway: VpnGatewayCreate): void => {
  const { enterprise_project_id } = gateway
  if (project.gateways.size >= project.quotas.vpn_gateway) throw new Refusal('VPN.0513')
  checkPlaces(project, gateway)
  checkPrivateAddresses(project, gateway)
  checkEip(project, gateway.eip1)
  checkEip(project, gateway.eip2)
  if (enterprise_project_id && !project.neighbours.enterpriseProjects.some(({ id }) => id === enterprise_project_id)) {
    throw invalid(`enterprise project ${enterprise_project_id} is not found`)
  }
}
