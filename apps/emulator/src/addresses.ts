import type { Connection, Gateway, Project } from './project-state.ts'
import { hash } from './random.ts'

/** Address that an IP slot of a gateway stands for: an EIP id is looked up, a private address is itself. */
export const addressOf = (project: Project, vgwIp: string): string =>
  project.neighbours.eips.get(vgwIp)?.public_ip_address ?? vgwIp

/** Address at which the gateway's end of a connection is reached. */
export const gatewayAddress = (project: Project, connection: Pick<Connection, 'vgw_ip'>): string =>
  addressOf(project, connection.vgw_ip)

/** Address that the customer's end calls from; one known by name has one all the same, behind NAT. */
export const peerAddress = (
  project: Project,
  connection: Pick<Connection, 'cgw_id'>,
): { address: string; isBehindNat: boolean } => {
  const customer = project.customerGateways.get(connection.cgw_id)
  if (customer?.id_type === 'ip') return { address: customer.id_value, isBehindNat: false }
  return { address: `203.0.113.${1 + (hash(connection.cgw_id) % 254)}`, isBehindNat: true }
}

/** The gateway's own address inside its VPC, as next hop of its local subnets. */
export const insideAddress = (project: Project, gateway: Gateway): string => {
  if (gateway.access_private_ip_1) return gateway.access_private_ip_1
  const cidr = project.neighbours.subnets.get(gateway.connect_subnet ?? '')?.cidr ?? '192.168.0.0/24'
  return cidr.replace(/\d+\/\d+$/, String(200 + (hash(gateway.id) % 50)))
}
