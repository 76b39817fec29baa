import type { Route, VpnConnection } from '@vpn-console/api-client'
import type { Connection, Project } from './project-state.ts'
import { hash } from './random.ts'
import { currentPhase, isUp } from './tunnel.ts'

const minuteMs = 60_000
/** How often a peer takes back or announces one of its networks. */
const changeEveryMs = 7 * minuteMs

const address = (withMask: string) => withMask.replace(/\/\d+$/, '')
const two = (value: number) => String(value).padStart(2, '0')

/** `3d01h34m24s`, as the service writes how long a state has lasted. */
export const durationText = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const days = Math.floor(seconds / 86_400)
  const rest = `${two(Math.floor(seconds / 3600) % 24)}h${two(Math.floor(seconds / 60) % 60)}m${two(seconds % 60)}s`
  return days > 0 ? `${days}d${rest}` : rest
}

/** Networks that the peer announces at this moment; some come and go. */
const announced = (project: Project, connection: Connection, now: number): string[] => {
  const named = connection.peer_subnets ?? connection.peer_subnets_v6 ?? []
  const turn = Math.floor(now / Math.max(project.clock.takes(changeEveryMs), 2_000))
  const second = 16 + (hash(connection.cgw_id) % 16)
  const more = [0, 1, 2, 3].filter((index) => index < 2 || hash(`${connection.id} ${turn} ${index}`) % 2 === 0)
  return [...named, ...more.map((index) => `172.${second}.${index * 16}.0/20`)]
}

const peerAsn = (project: Project, connection: Connection) => project.customerGateways.get(connection.cgw_id)?.bgp_asn

/** Routes learned from the peer of a BGP connection: none while the tunnel is down or the peer has no ASN. */
export const learnedRoutes = (project: Project, connection: Connection, now: number): Route[] => {
  const asn = peerAsn(project, connection)
  if (connection.style !== 'BGP' || !isUp(connection.tunnel) || asn === undefined) return []
  return announced(project, connection, now).map((destination, index) => ({
    destination,
    nexthop: address(connection.tunnel_peer_address),
    outbound_interface_ip: address(connection.tunnel_local_address),
    origin: index === 0 ? 'igp' : 'incomplete',
    as_path: String(asn),
    med: 0,
    nexthop_resource: { id: connection.id, type: 'vpn_connection' },
  }))
}

/** What the gateway says of its BGP neighbour: `established` only over a tunnel that is up. */
export const bgpPeerOf = (project: Project, connection: Connection, now: number): VpnConnection['bgp_peer'] => {
  if (connection.style !== 'BGP') return undefined
  const asn = peerAsn(project, connection)
  const phase = currentPhase(connection.tunnel)
  const lasted = now - (phase?.at ?? connection.created_at)
  const established = phase?.up === true && asn !== undefined
  const messages = established ? Math.floor(lasted / 17_000) + 3 : 0
  return {
    peer_ip_address: address(connection.tunnel_peer_address),
    peer_asn: asn,
    state: established ? 'established' : asn === undefined ? 'idle' : 'active',
    state_duration: durationText(lasted),
    num_received_routes: learnedRoutes(project, connection, now).length,
    num_message_received: messages,
    num_message_sent: Math.max(0, messages - (messages > 100 ? 25 : 0)),
  }
}
