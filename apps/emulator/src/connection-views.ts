import type { VpnConnection, VpnConnectionCreated } from '@vpn-console/api-client'
import { bgpPeerOf } from './bgp.ts'
import { timeText, type Connection, type Project } from './project-state.ts'
import { isUp } from './tunnel.ts'

/** The status as an answer shows it: of its life, or while it simply lives, of its tunnel. */
export const statusOf = ({ life, tunnel }: Connection): VpnConnection['status'] =>
  life === 'LIVE' ? (isUp(tunnel) ? 'ACTIVE' : 'DOWN') : life

const subnets = (project: Project, connection: Connection) => {
  const attachment = project.gateways.get(connection.vgw_id)?.attachment_type
  const { style, peer_subnets, peer_subnets_v6 } = connection
  const hidden = attachment === 'er' && (style === 'POLICY' || style === 'BGP')
  return hidden ? {} : { peer_subnets, peer_subnets_v6 }
}

const ends = ({ vgw_id, vgw_ip, style, cgw_id }: Connection) => ({ vgw_id, vgw_ip, style, cgw_id })

const options = ({ style, enable_nqa, enable_hub }: Connection) => ({
  ...(style === 'STATIC' ? { enable_nqa } : {}),
  ...(style === 'BGP' ? { enable_hub } : {}),
})

const tunnelAddresses = ({ tunnel_local_address, tunnel_peer_address }: Connection) => ({
  tunnel_local_address,
  tunnel_peer_address,
})

const settings = (project: Project, connection: Connection) => ({
  policy_rules: connection.policy_rules,
  ikepolicy: connection.ikepolicy,
  ipsecpolicy: connection.ipsecpolicy,
  created_at: timeText(connection.created_at),
  updated_at: timeText(connection.updated_at),
  enterprise_project_id: project.gateways.get(connection.vgw_id)?.enterprise_project_id ?? '0',
  connection_monitor_id: connection.monitor?.id,
  ha_role: connection.ha_role,
  tags: connection.tags,
  policy_rules_v6: connection.policy_rules_v6,
})

/** A connection in the answer to its creation: no status yet, and never its key. */
export const createdConnection = (project: Project, connection: Connection): VpnConnectionCreated => ({
  id: connection.id,
  name: connection.name,
  ...ends(connection),
  ...subnets(project, connection),
  ...tunnelAddresses(connection),
  ...options(connection),
  enable_health_check: connection.enable_health_check,
  ...settings(project, connection),
})

/** A connection in the answer to a change: no status. */
export const updatedConnection = (project: Project, connection: Connection) => ({
  id: connection.id,
  name: connection.name,
  ...ends(connection),
  ...subnets(project, connection),
  ...tunnelAddresses(connection),
  ...options(connection),
  ...settings(project, connection),
})

/** A connection as it is looked up. */
export const shownConnection = (project: Project, connection: Connection): VpnConnection => {
  const isPublic = project.gateways.get(connection.vgw_id)?.network_type !== 'private'
  const isPolicy = connection.style === 'POLICY' || connection.style === 'POLICY-TEMPLATE'
  return {
    id: connection.id,
    name: connection.name,
    status: statusOf(connection),
    ...ends(connection),
    ...subnets(project, connection),
    ...tunnelAddresses(connection),
    ...options(connection),
    ...settings(project, connection),
    bgp_peer: bgpPeerOf(project, connection, project.clock.now()),
    eip_id: isPublic ? connection.vgw_ip : undefined,
    type: isPolicy ? 'POLICY' : 'ROUTE',
    route_mode: isPolicy ? undefined : connection.style,
  }
}
