import type { Route } from '@vpn-console/api-client'
import { insideAddress } from './addresses.ts'
import { learnedRoutes } from './bgp.ts'
import { connectionsOf, type Connection, type Gateway, type Project } from './project-state.ts'
import { hash } from './random.ts'
import { isUp } from './tunnel.ts'

const address = (withMask: string) => withMask.replace(/\/\d+$/, '')

const configuredRoutes = (connection: Connection): Route[] => {
  if (connection.style === 'BGP' || !isUp(connection.tunnel)) return []
  const ofRules = [...connection.policy_rules, ...connection.policy_rules_v6].flatMap((rule) => rule.destination ?? [])
  const ofPeer = [...(connection.peer_subnets ?? []), ...(connection.peer_subnets_v6 ?? [])]
  const destinations = new Set(connection.style === 'POLICY' ? ofRules : ofPeer)
  return [...destinations].map((destination) => ({
    destination,
    nexthop: address(connection.tunnel_peer_address),
    outbound_interface_ip: address(connection.tunnel_local_address),
    origin: 'igp',
    as_path: '',
    med: 0,
    nexthop_resource: { id: connection.id, type: 'vpn_connection' },
  }))
}

const cloudRoutes = (project: Project, gateway: Gateway): Route[] => {
  const inside = insideAddress(project, gateway)
  const common = { nexthop: inside, outbound_interface_ip: inside, origin: 'igp' as const, med: 0 }
  if (gateway.attachment_type === 'er') {
    // The enterprise router announces what is attached to it.
    const asn = project.neighbours.routers.get(gateway.er_id ?? '')?.asn ?? 64512
    return [0, 1, 2].map((index) => ({
      ...common,
      destination: `10.${32 + (hash(gateway.er_id ?? '') % 64)}.${index * 16}.0/20`,
      as_path: String(asn),
      nexthop_resource: { id: gateway.er_id ?? '', type: 'er' },
    }))
  }
  return [...(gateway.local_subnets ?? []), ...(gateway.local_subnets_v6 ?? [])].map((destination) => ({
    ...common,
    destination,
    as_path: '',
    nexthop_resource: { id: gateway.id, type: 'vpn_gateway' },
  }))
}

/** Stands for one route: two connections of a pair have the same destination, but not the same next hop. */
export const routeKey = ({ destination, nexthop }: Route): string => `${destination} ${nexthop}`

/** All routes that a gateway knows at this moment, in an order that stays. */
export const routesOf = (project: Project, gateway: Gateway, now: number): Route[] => {
  const routes = connectionsOf(project, gateway.id).flatMap((connection) =>
    connection.life === 'PENDING_CREATE' || connection.life === 'FREEZED'
      ? []
      : [...configuredRoutes(connection), ...learnedRoutes(project, connection, now)],
  )
  if (gateway.isBuilt) routes.unshift(...cloudRoutes(project, gateway))
  return routes.toSorted((a, b) => (routeKey(a) < routeKey(b) ? -1 : 1))
}
