import type { CustomerGateway, P2cVpnGateway, VpnConnection, VpnGateway, VpnServer } from '@vpn-console/api-client'
import { paths } from '../paths.ts'

export type Findable = {
  kind: string
  name: string
  to: string
  /** Everything it can be found by beside its name. */
  facts: readonly string[]
}

export type Found = Findable & {
  /** The fact that matched, or the most telling one. */
  hint: string
}

const present = (values: readonly (string | undefined)[]) => values.filter((value) => value !== undefined)

type Lists = {
  gateways?: readonly VpnGateway[] | undefined
  customerGateways?: readonly CustomerGateway[] | undefined
  connections?: readonly VpnConnection[] | undefined
  p2cGateways?: readonly P2cVpnGateway[] | undefined
  servers?: readonly VpnServer[] | undefined
}

export const findable = (
  cloudId: string,
  { gateways = [], customerGateways = [], connections = [], p2cGateways = [], servers = [] }: Lists,
): Findable[] => [
  ...gateways.map((gateway) => ({
    kind: 'VPN gateway',
    name: gateway.name,
    to: paths.vpnGateway({ cloudId, gatewayId: gateway.id }),
    facts: present([
      gateway.eip1?.ip_address,
      gateway.eip2?.ip_address,
      gateway.access_private_ip_1,
      gateway.access_private_ip_2,
      gateway.id,
      ...(gateway.local_subnets ?? []),
      ...(gateway.local_subnets_v6 ?? []),
    ]),
  })),
  ...customerGateways.map((gateway) => ({
    kind: 'Customer gateway',
    name: gateway.name,
    to: paths.customerGateway({ cloudId, customerGatewayId: gateway.id }),
    facts: [gateway.id_value, gateway.id],
  })),
  ...connections.map((connection) => ({
    kind: 'Connection',
    name: connection.name,
    to: paths.vpnConnection({ cloudId, connectionId: connection.id }),
    facts: present([
      connection.id,
      connection.tunnel_local_address,
      connection.tunnel_peer_address,
      ...(connection.peer_subnets ?? []),
      ...(connection.peer_subnets_v6 ?? []),
    ]),
  })),
  ...p2cGateways.map((gateway) => ({
    kind: 'Point-to-Cloud gateway',
    name: gateway.name,
    to: paths.p2cGateway({ cloudId, p2cGatewayId: gateway.id }),
    facts: present([gateway.eip?.ip_address, gateway.id]),
  })),
  // A server has no name of its own: it goes by that of its gateway.
  ...servers.map((server) => ({
    kind: 'VPN server',
    name: p2cGateways.find(({ id }) => id === server.p2c_vgw_id)?.name ?? server.id,
    to: paths.vpnServer({ cloudId, serverId: server.id }),
    facts: present([server.client_cidr, server.id, ...(server.local_subnets ?? [])]),
  })),
]

const mostResults = 50

/** What matches a text: names that start with it first, then names that hold it, then everything else by its facts. */
export const findAnything = (items: readonly Findable[], text: string): Found[] => {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return []
  const ranked = items.flatMap((item) => {
    const name = item.name.toLowerCase()
    const fact = item.facts.find((fact) => fact.toLowerCase().includes(wanted))
    const rank = name.startsWith(wanted) ? 0 : name.includes(wanted) ? 1 : fact === undefined ? undefined : 2
    return rank === undefined ? [] : [{ rank, found: { ...item, hint: fact ?? item.facts[0] ?? '' } }]
  })
  return ranked
    .toSorted((a, b) => a.rank - b.rank || a.found.name.localeCompare(b.found.name))
    .slice(0, mostResults)
    .map(({ found }) => found)
}
