import type { EnterpriseRouter, Route, VpnConnection, VpnGateway } from '@vpn-console/api-client'

const origins: Record<string, string> = { igp: 'IGP', egp: 'EGP', incomplete: 'Incomplete' }

/** How BGP came to know a route, as network people write it. */
export const originWords = (origin: string | undefined): string => (origin ? (origins[origin] ?? origin) : '')

/** Stands for one route: the two tunnels of a pair lead to the same destination by different next hops. */
export const routeKey = ({ destination, nexthop = '', nexthop_resource }: Route): string =>
  `${destination} ${nexthop} ${nexthop_resource?.id ?? ''}`

export type NextHop =
  | { kind: 'connection'; id: string; name: string }
  | { kind: 'gateway'; id: string; name: string }
  | { kind: 'router'; id: string; name: string }
  | { kind: 'other'; name: string }

type Named = { id: string; name?: string | undefined }

/** What is known by name around a gateway. */
export type HopNames = {
  gateway: Pick<VpnGateway, 'id' | 'name'>
  connections: readonly Pick<VpnConnection, 'id' | 'name'>[]
  routers: readonly Pick<EnterpriseRouter, 'id' | 'name'>[]
}

const nameIn = (all: readonly Named[], id: string) => all.find((one) => one.id === id)?.name ?? id

/** What a route leads to, by name where the name is known. */
export const nextHopOf = (
  { nexthop_resource }: Route,
  { gateway, connections, routers }: HopNames,
): NextHop | undefined => {
  if (!nexthop_resource) return undefined
  const { id, type } = nexthop_resource
  if (type === 'vpn_connection') return { kind: 'connection', id, name: nameIn(connections, id) }
  if (type === 'vpn_gateway') return { kind: 'gateway', id, name: nameIn([gateway], id) }
  if (type === 'er') return { kind: 'router', id, name: nameIn(routers, id) }
  return { kind: 'other', name: id }
}
