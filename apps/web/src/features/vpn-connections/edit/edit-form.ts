import type { CustomerGateway, VpnConnection, VpnConnectionUpdate, VpnGateway } from '@vpn-console/api-client'
import { policyRulesOf } from '../connection-words.ts'
import { gatewayEnd } from '../../../ui/connections/gateway-end.ts'
import { isRouteBased } from '../../../ui/connections/tunnel-words.ts'
import { peerSubnetsOf } from '../../../ui/connection-words.ts'
import { blockLines, blocksOf } from '../fields/block-lines.ts'
import { policyRuleFormValues, toPolicyRules, type PolicyRuleFormValues } from '../fields/policy-rules-form.ts'
import {
  ikeFormValues,
  ipsecFormValues,
  toGmIkeChoices,
  toGmIpsecChoices,
  toIkePolicy,
  toIpsecPolicy,
  type IkeFormValues,
  type SecurityFormValues,
} from '../fields/security-form.ts'

/** The form of an existing connection, under the cloud's own names where a request has them. */
export type ConnectionEditValues = SecurityFormValues & {
  name: string
  cgw_id: string
  peer_subnets: string
  policy_rules: PolicyRuleFormValues[]
  tunnel_local_address: string
  tunnel_peer_address: string
  enable_hub: boolean
  psk: string
  resetsAfterwards: boolean
}

/** Which settings a connection has: those of its mode, on its gateway. */
export type EditScope = {
  isIpv6: boolean
  isGm: boolean
  hasPeerSubnets: boolean
  hasPolicyRules: boolean
  hasTunnelAddresses: boolean
  hasHub: boolean
}

/** The addresses that stand for an id of the kind "IP address" where none is given. */
export type EndAddresses = { local: string | undefined; peer: string | undefined }

/** Without a view of the gateway, the connection itself tells what kind of gateway it is on. */
export const scopeOf = (connection: VpnConnection, gateway: VpnGateway | undefined): EditScope => {
  const { style, peer_subnets_v6 = [], policy_rules_v6 = [], ikepolicy } = connection
  const isOnRouter = gateway ? gateway.attachment_type === 'er' : peerSubnetsOf(connection).length === 0
  return {
    isIpv6: gateway ? gateway.ip_version === 'ipv6' : peer_subnets_v6.length + policy_rules_v6.length > 0,
    isGm: gateway ? gateway.flavor === 'GM' : ikepolicy?.authentication_method === 'digital-envelope-v2',
    // An enterprise router learns them from policies and by BGP.
    hasPeerSubnets: !(isOnRouter && (style === 'POLICY' || style === 'BGP')),
    hasPolicyRules: style === 'POLICY',
    hasTunnelAddresses: isRouteBased(connection),
    hasHub: style === 'BGP',
  }
}

const addressOf = (customerGateway: CustomerGateway | undefined): string | undefined =>
  customerGateway?.id_type === 'ip' ? customerGateway.id_value : undefined

export const endAddresses = (
  connection: VpnConnection,
  gateway: VpnGateway | undefined,
  customerGateway: CustomerGateway | undefined,
): EndAddresses => ({ local: gatewayEnd(connection, gateway).address, peer: addressOf(customerGateway) })

export const editValuesOf = (connection: VpnConnection): ConnectionEditValues => ({
  name: connection.name,
  cgw_id: connection.cgw_id,
  peer_subnets: blockLines(peerSubnetsOf(connection)),
  policy_rules: policyRuleFormValues(policyRulesOf(connection)),
  tunnel_local_address: connection.tunnel_local_address ?? '',
  tunnel_peer_address: connection.tunnel_peer_address ?? '',
  enable_hub: connection.enable_hub ?? false,
  ikepolicy: ikeFormValues(connection.ikepolicy),
  ipsecpolicy: ipsecFormValues(connection.ipsecpolicy),
  psk: '',
  resetsAfterwards: false,
})

/** An empty address means the end's own, which has to be named: the cloud would keep the one from before. */
const withOwnAddresses = (ike: IkeFormValues, { local, peer }: EndAddresses): IkeFormValues => ({
  ...ike,
  local_id: ike.local_id.trim() || (ike.local_id_type === 'ip' ? (local ?? '') : ''),
  peer_id: ike.peer_id.trim() || (ike.peer_id_type === 'ip' ? (peer ?? '') : ''),
})

const addressField = <K extends string>(key: K, text: string) =>
  // The one key it may have is the one given.
  (text.trim() === '' ? {} : { [key]: text.trim() }) as Partial<Record<K, string>>

/** All settings of the form as a request names them; which of them are sent is for the comparison to say. */
export const toSettings = (values: ConnectionEditValues, scope: EditScope, ends: EndAddresses): VpnConnectionUpdate => {
  const { isGm, isIpv6 } = scope
  const { ikepolicy, ipsecpolicy, psk } = values
  return {
    name: values.name.trim(),
    cgw_id: values.cgw_id.trim(),
    ...(scope.hasPeerSubnets && { [isIpv6 ? 'peer_subnets_v6' : 'peer_subnets']: blocksOf(values.peer_subnets) }),
    ...(scope.hasPolicyRules && { [isIpv6 ? 'policy_rules_v6' : 'policy_rules']: toPolicyRules(values.policy_rules) }),
    ...(scope.hasTunnelAddresses && addressField('tunnel_local_address', values.tunnel_local_address)),
    ...(scope.hasTunnelAddresses && addressField('tunnel_peer_address', values.tunnel_peer_address)),
    ...(scope.hasHub && { enable_hub: values.enable_hub }),
    ...(!isGm && psk !== '' && { psk }),
    ikepolicy: isGm ? toGmIkeChoices(ikepolicy) : toIkePolicy(withOwnAddresses(ikepolicy, ends)),
    ipsecpolicy: isGm ? toGmIpsecChoices(ipsecpolicy) : toIpsecPolicy(ipsecpolicy),
  }
}

/** The peer ID after another customer gateway was chosen: what was the old one's address or name becomes the new one's. */
export const peerIdAfter = (
  { peer_id_type: type, peer_id: id }: Pick<IkeFormValues, 'peer_id_type' | 'peer_id'>,
  from: CustomerGateway | undefined,
  to: CustomerGateway | undefined,
): { type: string; id: string } =>
  to && from && id.trim() === from.id_value ? { type: to.id_type, id: to.id_value } : { type, id }
