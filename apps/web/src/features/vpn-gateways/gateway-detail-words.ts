import type { VpnGateway } from '@vpn-console/api-client'

/** What the two addresses are called: in active-standby the first carries the traffic. */
export const slotNames = ({
  network_type,
  ha_mode,
}: Pick<VpnGateway, 'network_type' | 'ha_mode'>): readonly [string, string] => {
  const noun = network_type === 'private' ? 'private address' : 'EIP'
  if (ha_mode === 'active-standby') return [`Active ${noun}`, `Standby ${noun}`]
  return network_type === 'private' ? ['Private address 1', 'Private address 2'] : ['EIP 1', 'EIP 2']
}

/** `4 of 200 connections, to 2 customer gateways` */
export const connectionUse = (gateway: VpnGateway): string => {
  const { used_connection_number: used = 0, connection_number: most, used_connection_group: groups } = gateway
  const count = most === undefined ? `${used}` : `${used} of ${most}`
  const to = groups === undefined || groups === 0 ? '' : `, in ${groups} ${groups === 1 ? 'group' : 'groups'}`
  return `${count} ${(most ?? used) === 1 ? 'connection' : 'connections'}${to}`
}

/** How many more connections the gateway takes; nothing where it does not say. */
export const freeConnections = ({ used_connection_number: used = 0, connection_number: most }: VpnGateway): string => {
  if (most === undefined) return ''
  const free = Math.max(0, most - used)
  return free === 0 ? 'No more fit: delete one, or use another gateway' : `${free} more fit`
}

const attachmentWords: Record<string, string> = { vpc: 'VPC', er: 'Enterprise router' }
export const attachmentTypeWords = ({ attachment_type }: VpnGateway): string =>
  attachmentWords[attachment_type] ?? attachment_type

const versionWords: Record<string, string> = { ipv4: 'IPv4', ipv6: 'IPv6' }
export const ipVersionWords = ({ ip_version = 'ipv4' }: VpnGateway): string => versionWords[ip_version] ?? ip_version

/** Local subnets of either IP version. */
export const localSubnetsOf = ({ local_subnets = [], local_subnets_v6 = [] }: VpnGateway): string[] => [
  ...local_subnets,
  ...local_subnets_v6,
]
