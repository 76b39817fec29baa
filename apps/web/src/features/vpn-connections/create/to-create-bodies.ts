import {
  gatewayIps,
  type CustomerGatewayCreate,
  type VpnConnectionCreate,
  type VpnGateway,
} from '@vpn-console/api-client'
import { blocksOf } from '../fields/block-lines.ts'
import { wholeOf } from '../fields/form-numbers.ts'
import { toPolicyRules } from '../fields/policy-rules-form.ts'
import {
  gmIkePolicy,
  gmIpsecPolicy,
  toGmIkeChoices,
  toGmIpsecChoices,
  toIkePolicy,
  toIpsecPolicy,
} from '../fields/security-form.ts'
import {
  asksPeerSubnets,
  chosenIps,
  emptyTunnel,
  type ConnectionFormValues,
  type NewCustomerGatewayValues,
} from './connection-form.ts'

/** Where and what: the fields of the chosen mode, and of no other, in the IP version of the gateway. */
const trafficOf = (values: ConnectionFormValues, gateway: VpnGateway): Partial<VpnConnectionCreate> => {
  const { style } = values
  const isIpv6 = gateway.ip_version === 'ipv6'
  const blocks = asksPeerSubnets(gateway, style) ? blocksOf(values.peer_subnets) : []
  const subnets = blocks.length === 0 ? {} : isIpv6 ? { peer_subnets_v6: blocks } : { peer_subnets: blocks }
  if (style === 'static') return { ...subnets, enable_nqa: values.enable_nqa }
  if (style === 'bgp') return { ...subnets, enable_hub: values.enable_hub }
  if (style === 'policy-template') return subnets
  const rules = toPolicyRules(values.policy_rules)
  return { ...subnets, ...(isIpv6 ? { policy_rules_v6: rules } : { policy_rules: rules }) }
}

const addressesOf = (values: ConnectionFormValues, index: number): Partial<VpnConnectionCreate> => {
  if (values.style !== 'static' && values.style !== 'bgp') return {}
  const { tunnel_local_address: local, tunnel_peer_address: peer } = values.tunnels[index] ?? emptyTunnel
  return {
    ...(local.trim() !== '' && { tunnel_local_address: local.trim() }),
    ...(peer.trim() !== '' && { tunnel_peer_address: peer.trim() }),
  }
}

const keyOf = (values: ConnectionFormValues, index: number): Partial<VpnConnectionCreate> => {
  const psk = values.tunnels[values.isSameKey ? 0 : index]?.psk
  return psk ? { psk } : {}
}

const securityOf = (values: ConnectionFormValues, isGm: boolean): Partial<VpnConnectionCreate> => {
  const { ikepolicy, ipsecpolicy } = values
  if (!isGm) return { ikepolicy: toIkePolicy(ikepolicy), ipsecpolicy: toIpsecPolicy(ipsecpolicy) }
  return {
    ikepolicy: { ...gmIkePolicy, ...toGmIkeChoices(ikepolicy) },
    ipsecpolicy: { ...gmIpsecPolicy, ...toGmIpsecChoices(ipsecpolicy) },
  }
}

/** Active-standby gateways have roles, which follow from the address; active-active ones have none to give. */
const roleOf = (gateway: VpnGateway, vgwIp: string): Partial<VpnConnectionCreate> => {
  if (gateway.ha_mode !== 'active-standby') return {}
  return { ha_role: vgwIp === gatewayIps(gateway)[1] ? 'slave' : 'master' }
}

/** The connections to ask the cloud for: two of a pair, or one. */
export const toCreateBodies = (
  values: ConnectionFormValues,
  gateway: VpnGateway,
  cgwId: string,
): VpnConnectionCreate[] => {
  const isGm = gateway.flavor === 'GM'
  const isPair = values.extent === 'pair'
  const tags = values.tags.map(({ key, value }) => ({ key, value }))
  return chosenIps(values, gateway).map((vgw_ip, index) => ({
    name: (isPair ? values.tunnels[index]?.name : values.name)?.trim() ?? '',
    vgw_id: gateway.id,
    vgw_ip,
    style: values.style,
    cgw_id: cgwId,
    ...trafficOf(values, gateway),
    ...addressesOf(values, index),
    ...(isGm ? {} : keyOf(values, index)),
    ...securityOf(values, isGm),
    ...roleOf(gateway, vgw_ip),
    ...(tags.length > 0 && { tags }),
  }))
}

/** A customer gateway that is made with the connection; its certificate is for GM gateways only. */
export const toCustomerGatewayBody = (values: NewCustomerGatewayValues, isGm: boolean): CustomerGatewayCreate => {
  const { name, id_type, id_value, bgp_asn, ca_certificate } = values
  const content = ca_certificate.trim()
  return {
    name: name.trim(),
    id_type,
    id_value: id_value.trim(),
    ...(id_type === 'ip' && bgp_asn.trim() !== '' && { bgp_asn: wholeOf(bgp_asn) }),
    ...(isGm && content !== '' && { ca_certificate: { content } }),
  }
}
