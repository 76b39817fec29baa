import { blockHolds, blockVersion, type Route, type VpnConnection, type VpnGateway } from '@vpn-console/api-client'

const origins: Record<string, string> = { igp: 'IGP', egp: 'EGP', incomplete: 'Incomplete' }

/** How BGP came to know a route, as network people write it. */
export const originWords = (origin: string | undefined): string => (origin ? (origins[origin] ?? origin) : '')

/** Stands for one route: the two tunnels of a pair lead to the same destination by different next hops. */
export const routeKey = ({ destination, nexthop = '', nexthop_resource }: Route): string =>
  `${destination} ${nexthop} ${nexthop_resource?.id ?? ''}`

const prefixLength = ({ destination }: Route) => Number(destination.split('/')[1] ?? 0)

/** Whether a text is a whole address, IPv4 or IPv6. */
export const isAddress = (text: string): boolean =>
  blockVersion(`${text}/32`) === 'ipv4' || blockVersion(`${text}/128`) === 'ipv6'

/** Routes that an address takes, the most particular first, which is the one that wins. */
export const routesTo = (routes: readonly Route[], address: string): Route[] =>
  isAddress(address)
    ? routes
        .filter(({ destination }) => blockHolds(destination, address))
        .toSorted((a, b) => prefixLength(b) - prefixLength(a))
    : []

export type NextHop =
  | { kind: 'connection'; id: string; name: string }
  | { kind: 'gateway'; id: string; name: string }
  | { kind: 'other'; name: string }

/** What a route leads to, by name where the name is known. */
export const nextHopOf = (
  { nexthop_resource }: Route,
  gateway: Pick<VpnGateway, 'id' | 'name'>,
  connections: readonly Pick<VpnConnection, 'id' | 'name'>[],
): NextHop | undefined => {
  if (!nexthop_resource) return undefined
  const { id, type } = nexthop_resource
  if (type === 'vpn_connection') {
    return { kind: 'connection', id, name: connections.find((connection) => connection.id === id)?.name ?? id }
  }
  if (type === 'vpn_gateway') return { kind: 'gateway', id, name: id === gateway.id ? gateway.name : id }
  return { kind: 'other', name: type === 'er' ? `Enterprise router ${id}` : id }
}
