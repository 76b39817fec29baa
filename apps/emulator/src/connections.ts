import {
  suggestTunnelAddresses,
  type PolicyRule,
  type VpnConnectionCreate,
  type VpnConnectionUpdate,
} from '@vpn-console/api-client'
import { addressOf } from './addresses.ts'
import { changedIkePolicy, ikePolicyOf, ipsecPolicyOf, type Ends } from './connection-policies.ts'
import { connectionsOf, type Connection, type ConnectionStyle, type Gateway, type Project } from './project-state.ts'
import { settingsOf } from './tunnel-trouble.ts'
import { createTunnel, isUp, negotiate, renegotiate } from './tunnel.ts'

const createMs = 30_000
const updateMs = 10_000
const deleteMs = 15_000

const styles = {
  static: 'STATIC',
  bgp: 'BGP',
  policy: 'POLICY',
  'policy-template': 'POLICY-TEMPLATE',
} as const satisfies Record<string, ConnectionStyle>

const endsOf = (project: Project, vgwIp: string, cgwId: string): Ends => {
  const customer = project.customerGateways.get(cgwId)
  return {
    local: addressOf(project, vgwIp),
    peer: { type: customer?.id_type ?? 'ip', value: customer?.id_value ?? '' },
  }
}

/** Rules as they are kept: numbered, since the service numbers those that come without. */
const numbered = (rules: readonly PolicyRule[] | undefined): PolicyRule[] =>
  (rules ?? []).map(({ source, destination }, index) => ({ rule_index: index + 1, source, destination }))

const madeUpAddresses = (project: Project, gatewayId: string) => {
  const used = connectionsOf(project, gatewayId).map(({ tunnel_local_address }) => tunnel_local_address)
  return suggestTunnelAddresses(used, project.random.whole(0, 16_000))
}

/** Puts a connection into the project, PENDING_CREATE; the request has been checked. */
export const addConnection = (
  project: Project,
  gateway: Gateway,
  body: VpnConnectionCreate,
  given: { id?: string; at: number },
): Connection => {
  const isGm = gateway.flavor === 'GM'
  const style = styles[body.style ?? 'static']
  const second = gateway.network_type === 'public' ? gateway.eips[1] : gateway.access_private_ip_2
  const addresses =
    body.tunnel_local_address && body.tunnel_peer_address
      ? { tunnel_local_address: body.tunnel_local_address, tunnel_peer_address: body.tunnel_peer_address }
      : madeUpAddresses(project, gateway.id)
  const at = project.stamp(given.at)
  const connection: Connection = {
    id: given.id ?? project.random.uuid(),
    name: body.name ?? `vpn-${project.random.hex(4)}`,
    vgw_id: gateway.id,
    vgw_ip: body.vgw_ip,
    style,
    cgw_id: body.cgw_id,
    peer_subnets: body.peer_subnets,
    peer_subnets_v6: body.peer_subnets_v6,
    ...addresses,
    enable_nqa: body.enable_nqa ?? false,
    enable_hub: body.enable_hub ?? false,
    enable_health_check: body.enable_health_check,
    psk: isGm ? undefined : body.psk,
    policy_rules: style === 'POLICY' ? numbered(body.policy_rules) : [],
    policy_rules_v6: style === 'POLICY' ? numbered(body.policy_rules_v6) : [],
    ikepolicy: ikePolicyOf(body.ikepolicy, isGm, endsOf(project, body.vgw_ip, body.cgw_id)),
    ipsecpolicy: ipsecPolicyOf(body.ipsecpolicy, isGm),
    ha_role: body.ha_role ?? (gateway.ha_mode === 'active-standby' && body.vgw_ip === second ? 'slave' : 'master'),
    tags: body.tags ?? [],
    created_at: at,
    updated_at: at,
    life: 'PENDING_CREATE',
    tunnel: createTunnel(),
    monitor: undefined,
  }
  project.connections.set(connection.id, connection)
  return connection
}

const later = (project: Project, connection: Connection, ms: number, run: (at: number) => void) => {
  const { life } = connection
  project.schedule.add(project.clock.now() + project.clock.takes(ms), (at) => {
    // Somebody may have frozen or deleted it meanwhile.
    if (project.connections.get(connection.id) === connection && connection.life === life) run(at)
  })
}

/** The connection is there, and its ends negotiate for the first time. */
export const finishConnection = (connection: Connection, at: number): void => {
  connection.life = 'LIVE'
  negotiate(connection, at)
}

export const buildLater = (project: Project, connection: Connection): void =>
  later(project, connection, createMs, (at) => finishConnection(connection, at))

export const removeLater = (project: Project, connection: Connection): void => {
  connection.life = 'PENDING_DELETE'
  if (connection.monitor) connection.monitor.status = 'PENDING_DELETE'
  later(project, connection, deleteMs, () => project.connections.delete(connection.id))
}

const change = (project: Project, connection: Connection, update: VpnConnectionUpdate) => {
  const { policy_rules, policy_rules_v6, ikepolicy, ipsecpolicy, ...plain } = update
  Object.assign(connection, plain)
  if (connection.style === 'POLICY') {
    if (policy_rules) connection.policy_rules = numbered(policy_rules)
    if (policy_rules_v6) connection.policy_rules_v6 = numbered(policy_rules_v6)
  }
  const ends = endsOf(project, connection.vgw_ip, connection.cgw_id)
  if (ikepolicy) connection.ikepolicy = changedIkePolicy(connection.ikepolicy, ikepolicy, ends)
  if (ipsecpolicy) connection.ipsecpolicy = { ...connection.ipsecpolicy, ...ipsecpolicy }
}

// A new IKE version, other ends or other flows act at once; the rest waits for the next negotiation.
const actsAtOnce = (field: string) => !/^(?:psk$|ipsecpolicy\.|ikepolicy\.(?!ike_version$))/.test(field)

/** Lets a change act when the service says it does. A new key alone does nothing with IKE v2 until a reset. */
const applyChange = (project: Project, connection: Connection, at: number) => {
  const { tunnel, ikepolicy, ipsecpolicy } = connection
  const wanted = settingsOf(connection)
  const fields = Object.keys({ ...tunnel.inUse, ...wanted })
  const changed = fields.filter((field) => tunnel.inUse[field] !== wanted[field])
  const onlyKey = changed.length === 1 && changed[0] === 'psk' && ikepolicy.ike_version === 'v2'
  if (changed.length === 0 || onlyKey) return
  if (changed.some(actsAtOnce)) return renegotiate(project, connection, at, 'config modify or manual offline')
  // A tunnel that is down tries again all the time; one that is up goes on until its keys are worn out.
  if (!isUp(tunnel)) return renegotiate(project, connection, at, 'config modify or manual offline')
  const { order } = tunnel
  const lifetimeMs = (ipsecpolicy.lifetime_seconds ?? 3_600) * 1_000
  project.schedule.add(at + project.clock.takes(lifetimeMs), (then) => {
    if (tunnel.order === order && project.connections.has(connection.id)) negotiate(connection, then)
  })
}

/** Makes a change: it shows at once, and PENDING_UPDATE until it has been carried out. */
export const updateConnection = (project: Project, connection: Connection, update: VpnConnectionUpdate): void => {
  change(project, connection, update)
  connection.updated_at = project.clock.now()
  connection.life = 'PENDING_UPDATE'
  later(project, connection, updateMs, (at) => {
    connection.life = 'LIVE'
    applyChange(project, connection, at)
  })
}

/** Tears the tunnel down and negotiates with the settings as they are now. */
export const resetConnection = (project: Project, connection: Connection): void =>
  renegotiate(project, connection, project.clock.now(), 'reset sa by ike user')
