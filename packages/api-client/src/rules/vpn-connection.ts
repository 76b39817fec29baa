import type { VpnConnection, VpnConnectionCreate, VpnConnectionUpdate } from '../schemas/vpn-connections.ts'
import type { VpnGateway } from '../schemas/vpn-gateways.ts'
import { blockContains, reservedPeerBlocks } from './cidr.ts'
import { securityProblems } from './ike-policy.ts'
import { policyRuleProblems } from './policy-rules.ts'
import { preSharedKeyProblems } from './pre-shared-key.ts'
import { problem, type Problem } from './problem.ts'
import { isSettling, statusReason } from './status.ts'
import { tagProblems } from './tags.ts'
import { tunnelProblems } from './tunnel-address.ts'
import { takesPolicyTemplate } from './vpn-gateway.ts'

/** What the rules of a connection need to know of its gateway. */
export type GatewayEnds = Pick<
  VpnGateway,
  | 'network_type'
  | 'attachment_type'
  | 'ip_version'
  | 'flavor'
  | 'ha_mode'
  | 'eip1'
  | 'eip2'
  | 'access_private_ip_1'
  | 'access_private_ip_2'
>

/** The two values of `vgw_ip` that a gateway offers: EIP ids, or private addresses; the first is the active one. */
export const gatewayIps = (gateway: GatewayEnds): [first: string | undefined, second: string | undefined] =>
  gateway.network_type === 'public'
    ? [gateway.eip1?.id, gateway.eip2?.id]
    : [gateway.access_private_ip_1, gateway.access_private_ip_2]

const peerSubnetProblems = (subnets: readonly string[], path: string): Problem[] =>
  subnets.flatMap((subnet, index) => {
    const reserved = reservedPeerBlocks.find((block) => blockContains(block, subnet))
    const message = `${subnet} lies in ${reserved}, which the cloud keeps for itself.`
    return reserved ? [problem('conn.peer-subnets.reserved', `${path}.${index}`, message)] : []
  })

const endProblems = (connection: VpnConnectionCreate, gateway: GatewayEnds): Problem[] => {
  const [first, second] = gatewayIps(gateway)
  const problems: Problem[] = []
  const known = first !== undefined || second !== undefined
  if (known && connection.vgw_ip !== first && connection.vgw_ip !== second) {
    const what = gateway.network_type === 'public' ? 'EIP' : 'private address'
    problems.push(problem('conn.vgw-ip', 'vgw_ip', `Choose one of the two ${what}s of the gateway.`))
  }
  const { ha_role } = connection
  if (gateway.ha_mode === 'active-standby') {
    const fits = connection.vgw_ip === second ? 'slave' : 'master'
    if (known && ha_role !== undefined && ha_role !== fits) {
      problems.push(problem('conn.ha-role', 'ha_role', `On this address the role is ${fits}.`))
    }
  } else if (ha_role === 'slave') {
    problems.push(problem('conn.ha-role', 'ha_role', 'Both tunnels of an active-active gateway are master.'))
  }
  return problems
}

const styleProblems = (connection: VpnConnectionCreate, gateway: GatewayEnds): Problem[] => {
  const { style = 'static', enable_nqa, enable_hub } = connection
  const isIpv6 = gateway.ip_version === 'ipv6'
  const problems: Problem[] = []
  const subnets = isIpv6 ? 'peer_subnets_v6' : 'peer_subnets'
  const exempt = gateway.attachment_type === 'er' && (style === 'policy' || style === 'bgp')
  if (!exempt && !connection[subnets]?.length) {
    problems.push(problem('conn.peer-subnets.required', subnets, 'Give at least one peer subnet.'))
  }
  problems.push(...peerSubnetProblems(connection.peer_subnets ?? [], 'peer_subnets'))
  // The service refuses the field itself, whatever its value, where probing does not apply.
  if (enable_nqa !== undefined && style !== 'static') {
    problems.push(problem('conn.nqa.static', 'enable_nqa', 'enable_nqa must not be given unless style is static.'))
  }
  if (enable_hub === true && style !== 'bgp') {
    problems.push(problem('conn.hub.bgp', 'enable_hub', 'Branch interconnection needs style bgp.'))
  }
  if (style === 'policy-template' && !takesPolicyTemplate(gateway.flavor)) {
    problems.push(problem('vgw.update.template', 'style', 'Policy templates need a NonFixedIP gateway.'))
  }
  if (style === 'policy') {
    const list = isIpv6 ? 'policy_rules_v6' : 'policy_rules'
    const rules = connection[list] ?? []
    if (rules.length === 0) problems.push(problem('conn.policy.required', list, 'Give at least one policy rule.'))
    problems.push(...policyRuleProblems(rules, list))
  }
  if (style === 'static' || style === 'bgp') problems.push(...tunnelProblems(connection))
  return problems
}

/** What is wrong with a connection that is to be created on a gateway. */
export const connectionCreateProblems = (connection: VpnConnectionCreate, gateway: GatewayEnds): Problem[] => {
  const isGm = gateway.flavor === 'GM'
  const { psk } = connection
  const keyProblems =
    psk === undefined ? [problem('conn.psk.required', 'psk', 'Give a pre-shared key.')] : preSharedKeyProblems(psk)
  return [
    ...endProblems(connection, gateway),
    ...styleProblems(connection, gateway),
    ...(isGm ? [] : keyProblems),
    ...securityProblems(connection, isGm),
    ...tagProblems(connection.tags),
  ]
}

/** What is wrong with one or two connections created in one call; paths begin with the index. */
export const connectionBatchProblems = (
  connections: readonly VpnConnectionCreate[],
  gateway: GatewayEnds,
): Problem[] => {
  const problems = connections.flatMap((connection, index) =>
    connectionCreateProblems(connection, gateway).map((found) => ({ ...found, path: `${index}.${found.path}` })),
  )
  const [first, second] = connections
  if (first && second) {
    if (first.vgw_id !== second.vgw_id) {
      problems.push(problem('conn.batch.count', '1.vgw_id', 'Both connections belong to the same gateway.'))
    } else if (first.vgw_ip === second.vgw_ip) {
      problems.push(problem('conn.batch.count', '1.vgw_ip', 'The two connections use different gateway addresses.'))
    }
  }
  return problems
}

/** What is wrong with a change of a connection. */
export const connectionUpdateProblems = (
  update: VpnConnectionUpdate,
  connection: Pick<VpnConnection, 'style' | 'tunnel_local_address' | 'tunnel_peer_address' | 'ikepolicy'>,
  gateway: GatewayEnds,
): Problem[] => {
  const isGm = gateway.flavor === 'GM'
  const problems = peerSubnetProblems(update.peer_subnets ?? [], 'peer_subnets')
  if (update.enable_hub === true && connection.style !== 'BGP') {
    problems.push(problem('conn.hub.bgp', 'enable_hub', 'Branch interconnection needs style bgp.'))
  }
  if (update.psk !== undefined) {
    if (isGm) problems.push(problem('conn.psk.update', 'psk', 'A GM gateway uses certificates, not a pre-shared key.'))
    else problems.push(...preSharedKeyProblems(update.psk))
  }
  if (update.tunnel_local_address !== undefined || update.tunnel_peer_address !== undefined) {
    problems.push(
      ...tunnelProblems({
        tunnel_local_address: update.tunnel_local_address ?? connection.tunnel_local_address,
        tunnel_peer_address: update.tunnel_peer_address ?? connection.tunnel_peer_address,
      }),
    )
  }
  for (const list of ['policy_rules', 'policy_rules_v6'] as const) {
    const rules = update[list]
    if (rules === undefined || connection.style !== 'POLICY') continue
    if (rules.length === 0) problems.push(problem('conn.policy.required', list, 'Keep at least one policy rule.'))
    problems.push(...policyRuleProblems(rules, list))
  }
  const { ikepolicy: given } = update
  const kept = connection.ikepolicy
  const idsKept = {
    ...(given?.local_id_type === 'fqdn' && given.local_id === undefined ? { local_id: kept?.local_id } : {}),
    ...(given?.peer_id_type === 'fqdn' && given.peer_id === undefined ? { peer_id: kept?.peer_id } : {}),
  }
  const policies = { ikepolicy: given && { ...given, ...idsKept }, ipsecpolicy: update.ipsecpolicy }
  return [...problems, ...securityProblems(policies, isGm)]
}

export type ConnectionAction = 'update' | 'delete' | 'reset'

/** Why a connection does not take an action now, in one sentence; undefined where it does. */
export const connectionRefuses = (
  action: ConnectionAction,
  connection: Pick<VpnConnection, 'name' | 'status'>,
): string | undefined => {
  const { name, status } = connection
  if (isSettling(status) || status === 'FREEZED') return statusReason(name, status)
  return action === 'delete' || status !== 'ERROR' ? undefined : statusReason(name, status)
}
