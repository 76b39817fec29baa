import type { IkePolicy, IpsecPolicy, VpnConnection } from '@vpn-console/api-client'
import { attributes, block, comment, type HclPart, type HclValue } from './hcl.ts'
import { leftOut, listOf, tagMap } from './terraform-gateways.ts'
import type { Provider } from './terraform-providers.ts'

/** Where a connection's parts are found: a resource of the same file, or an id. */
export type ConnectionReferences = {
  gateway_id: HclValue
  gateway_ip: HclValue
  customer_gateway_id: HclValue
  psk: HclValue
}

const filled = (type: string, parts: readonly HclPart[]): HclPart[] =>
  parts.length === 0 ? [] : [block(type, [], parts)]

const ikeParts = (policy: IkePolicy, provider: Provider): HclPart[] =>
  filled('ikepolicy', [
    ...attributes({
      ike_version: policy.ike_version,
      [provider.negotiationMode]: policy.phase1_negotiation_mode,
      authentication_algorithm: policy.authentication_algorithm,
      encryption_algorithm: policy.encryption_algorithm,
      dh_group: policy.dh_group,
      authentication_method: policy.authentication_method,
      lifetime_seconds: policy.lifetime_seconds,
      local_id_type: policy.local_id_type,
      local_id: policy.local_id,
      peer_id_type: policy.peer_id_type,
      peer_id: policy.peer_id,
    }),
    ...filled('dpd', attributes({ ...pick(policy.dpd, ['timeout', 'interval', 'msg']) })),
  ])

const pick = <T extends object, K extends keyof T>(from: T | undefined, keys: readonly K[]): Partial<Pick<T, K>> => {
  const picked: Partial<Pick<T, K>> = {}
  for (const key of keys) if (from?.[key] !== undefined) picked[key] = from[key]
  return picked
}

const ipsecParts = (policy: IpsecPolicy): HclPart[] =>
  filled(
    'ipsecpolicy',
    attributes({
      ...pick(policy, [
        'authentication_algorithm',
        'encryption_algorithm',
        'pfs',
        'transform_protocol',
        'encapsulation_mode',
        'lifetime_seconds',
      ]),
    }),
  )

/** Why a provider has no resource for a connection, or undefined where it has. */
export const connectionRefusal = ({ style }: VpnConnection, provider: Provider): string | undefined =>
  provider.styles.includes(style.toLowerCase())
    ? undefined
    : 'The provider makes no connections of this mode, so this one is not written here.'

export const connectionParts = (
  connection: VpnConnection,
  { gateway_id, gateway_ip, customer_gateway_id, psk }: ConnectionReferences,
  provider: Provider,
): HclPart[] => {
  const { ikepolicy, ipsecpolicy, policy_rules = [], peer_subnets } = connection
  return [
    ...leftOut([
      connection.enable_hub !== undefined && 'enable_hub',
      listOf(connection.peer_subnets_v6) && 'peer_subnets_v6',
      listOf(connection.policy_rules_v6) && 'policy_rules_v6',
    ]),
    comment('An import does not bring the key: give the one that the tunnel has now.'),
    ...attributes({
      name: connection.name,
      vpn_type: connection.style.toLowerCase(),
      gateway_id,
      gateway_ip,
      customer_gateway_id,
      psk,
      ha_role: connection.ha_role,
      enable_nqa: connection.enable_nqa,
      tunnel_local_address: connection.tunnel_local_address,
      tunnel_peer_address: connection.tunnel_peer_address,
      peer_subnets: listOf(peer_subnets),
      tags: tagMap(connection.tags),
    }),
    ...(ikepolicy ? ikeParts(ikepolicy, provider) : []),
    ...(ipsecpolicy ? ipsecParts(ipsecpolicy) : []),
    ...policy_rules.flatMap((rule) =>
      filled('policy_rules', attributes({ ...pick(rule, ['rule_index', 'source', 'destination']) })),
    ),
  ]
}
