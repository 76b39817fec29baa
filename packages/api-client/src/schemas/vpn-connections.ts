import * as z from 'zod'
import {
  anyText,
  cidr4,
  cidr6,
  list,
  oneOf,
  openEnum,
  preSharedKey,
  resourceId,
  resourceName,
  whole,
} from './fields.ts'
import {
  ikePolicy,
  ikePolicyCreate,
  ikePolicyUpdate,
  ipsecPolicy,
  ipsecPolicyCreate,
  ipsecPolicyUpdate,
} from './ipsec-policies.ts'
import { pageInfo, vpnResourceTag, vpnResourceTagInput } from './shared.ts'

export const policyRuleInput = z.strictObject({
  rule_index: whole(0, 50).optional().meta({ deprecated: true }),
  source: anyText.optional(),
  destination: list(anyText, 0, 50).optional(),
})
export type PolicyRuleInput = z.infer<typeof policyRuleInput>

export const vpnConnectionCreate = z.strictObject({
  name: resourceName.optional(),
  vgw_id: resourceId,
  vgw_ip: anyText,
  style: oneOf(['policy', 'static', 'bgp', 'policy-template']).optional().meta({ default: 'static' }),
  cgw_id: resourceId,
  /** Required on an IPv4 gateway unless attached to an er with style policy or bgp. */
  peer_subnets: list(cidr4, 0, 50).optional(),
  /** Required on an IPv6 gateway unless attached to an er with style policy or bgp. */
  peer_subnets_v6: list(cidr6, 0, 50).optional(),
  /** Route-based styles. */
  tunnel_local_address: anyText.optional(),
  /** Route-based styles. */
  tunnel_peer_address: anyText.optional(),
  /** Style static. */
  enable_nqa: z.boolean().optional().meta({ default: false }),
  /** Style bgp. */
  enable_hub: z.boolean().optional().meta({ default: false }),
  enable_health_check: z.boolean().optional(),
  /** Required unless the gateway is GM. */
  psk: preSharedKey.optional().meta({ secret: true }),
  /** Required with style policy on an IPv4 gateway. */
  policy_rules: list(policyRuleInput, 0, 5).optional(),
  /** Required with style policy on an IPv6 gateway. */
  policy_rules_v6: list(policyRuleInput, 0, 5).optional(),
  ikepolicy: ikePolicyCreate.optional(),
  ipsecpolicy: ipsecPolicyCreate.optional(),
  /** Active-standby gateway. */
  ha_role: oneOf(['master', 'slave']).optional().meta({ default: 'master' }),
  tags: list(vpnResourceTagInput, 0, 20).optional(),
})
export type VpnConnectionCreate = z.infer<typeof vpnConnectionCreate>

export const createVpnConnectionRequestBody = z.strictObject({
  vpn_connection: vpnConnectionCreate,
})
export type CreateVpnConnectionRequestBody = z.infer<typeof createVpnConnectionRequestBody>

export const batchCreateVpnConnectionRequestBody = z.strictObject({
  vpn_connections: list(vpnConnectionCreate, 1, 2),
})
export type BatchCreateVpnConnectionRequestBody = z.infer<typeof batchCreateVpnConnectionRequestBody>

export const policyRule = z.object({
  rule_index: z.number().optional(),
  source: z.string().optional(),
  destination: z.array(z.string()).optional(),
})
export type PolicyRule = z.infer<typeof policyRule>

export const vpnConnectionCreated = z.object({
  id: z.string(),
  name: z.string(),
  vgw_id: z.string(),
  vgw_ip: z.string(),
  style: openEnum(['POLICY', 'STATIC', 'BGP', 'POLICY-TEMPLATE']),
  cgw_id: z.string(),
  /** IPv4, and not er with POLICY or BGP. */
  peer_subnets: z.array(z.string()).optional(),
  /** IPv6, and not er with POLICY or BGP. */
  peer_subnets_v6: z.array(z.string()).optional(),
  /** STATIC or BGP (examples show it for POLICY too). */
  tunnel_local_address: z.string().optional(),
  /** STATIC or BGP (examples show it for POLICY too). */
  tunnel_peer_address: z.string().optional(),
  /** STATIC. */
  enable_nqa: z.boolean().optional(),
  /** BGP. */
  enable_hub: z.boolean().optional(),
  enable_health_check: z.boolean().optional(),
  /** POLICY on an IPv4 gateway. */
  policy_rules: z.array(policyRule).optional(),
  /** POLICY on an IPv6 gateway. */
  policy_rules_v6: z.array(policyRule).optional(),
  ikepolicy: ikePolicy.optional(),
  ipsecpolicy: ipsecPolicy.optional(),
  created_at: z.string().optional(),
  updated_at: z.string().optional(),
  enterprise_project_id: z.string().optional(),
  ha_role: openEnum(['master', 'slave']).optional(),
  tags: z.array(vpnResourceTag).optional(),
  /** Seen in an example of chapter 5 only. */
  eip_id: z.string().optional(),
  /** Seen in an example of chapter 5 only. */
  type: z.string().optional(),
  /** Seen in an example of chapter 5 only. */
  route_mode: z.string().optional(),
})
export type VpnConnectionCreated = z.infer<typeof vpnConnectionCreated>

export const bgpPeer = z.object({
  peer_ip_address: z.string().optional(),
  peer_asn: z.number().optional(),
  state: z.string().optional(),
  state_duration: z.string().optional(),
  num_received_routes: z.number().optional(),
  num_message_received: z.number().optional(),
  num_message_sent: z.number().optional(),
})
export type BgpPeer = z.infer<typeof bgpPeer>

export const vpnConnection = z.object({
  id: z.string(),
  name: z.string(),
  status: openEnum([
    'ERROR',
    'ACTIVE',
    'DOWN',
    'PENDING_CREATE',
    'PENDING_UPDATE',
    'PENDING_DELETE',
    'FREEZED',
    'UNKNOWN',
  ]),
  vgw_id: z.string(),
  vgw_ip: z.string(),
  style: openEnum(['POLICY', 'STATIC', 'BGP', 'POLICY-TEMPLATE']),
  cgw_id: z.string(),
  /** IPv4, and not er with POLICY or BGP. */
  peer_subnets: z.array(z.string()).optional(),
  /** IPv6, and not er with POLICY or BGP. */
  peer_subnets_v6: z.array(z.string()).optional(),
  /** STATIC or BGP (examples show it for POLICY too). */
  tunnel_local_address: z.string().optional(),
  /** STATIC or BGP (examples show it for POLICY too). */
  tunnel_peer_address: z.string().optional(),
  /** STATIC. */
  enable_nqa: z.boolean().optional(),
  /** BGP. */
  enable_hub: z.boolean().optional(),
  /** POLICY on an IPv4 gateway. */
  policy_rules: z.array(policyRule).optional(),
  /** POLICY on an IPv6 gateway. */
  policy_rules_v6: z.array(policyRule).optional(),
  ikepolicy: ikePolicy.optional(),
  ipsecpolicy: ipsecPolicy.optional(),
  created_at: z.string().optional(),
  updated_at: z.string().optional(),
  enterprise_project_id: z.string().optional(),
  /** A monitor exists. */
  connection_monitor_id: z.string().optional(),
  ha_role: openEnum(['master', 'slave']).optional(),
  tags: z.array(vpnResourceTag).optional(),
  /** BGP. */
  bgp_peer: bgpPeer.optional(),
  /** Seen in an example of chapter 5 only. */
  eip_id: z.string().optional(),
  /** Seen in an example of chapter 5 only. */
  type: z.string().optional(),
  /** Seen in an example of chapter 5 only. */
  route_mode: z.string().optional(),
})
export type VpnConnection = z.infer<typeof vpnConnection>

export const vpnConnectionUpdated = z.object({
  id: z.string(),
  name: z.string(),
  vgw_id: z.string(),
  vgw_ip: z.string(),
  style: openEnum(['POLICY', 'STATIC', 'BGP', 'POLICY-TEMPLATE']),
  cgw_id: z.string(),
  /** IPv4, and not er with POLICY or BGP. */
  peer_subnets: z.array(z.string()).optional(),
  /** IPv6, and not er with POLICY or BGP. */
  peer_subnets_v6: z.array(z.string()).optional(),
  /** STATIC or BGP (examples show it for POLICY too). */
  tunnel_local_address: z.string().optional(),
  /** STATIC or BGP (examples show it for POLICY too). */
  tunnel_peer_address: z.string().optional(),
  /** STATIC. */
  enable_nqa: z.boolean().optional(),
  /** BGP. */
  enable_hub: z.boolean().optional(),
  /** POLICY on an IPv4 gateway. */
  policy_rules: z.array(policyRule).optional(),
  /** POLICY on an IPv6 gateway. */
  policy_rules_v6: z.array(policyRule).optional(),
  ikepolicy: ikePolicy.optional(),
  ipsecpolicy: ipsecPolicy.optional(),
  created_at: z.string().optional(),
  updated_at: z.string().optional(),
  enterprise_project_id: z.string().optional(),
  /** A monitor exists. */
  connection_monitor_id: z.string().optional(),
  ha_role: openEnum(['master', 'slave']).optional(),
  tags: z.array(vpnResourceTag).optional(),
})
export type VpnConnectionUpdated = z.infer<typeof vpnConnectionUpdated>

export const createVpnConnectionResponse = z.object({
  vpn_connection: vpnConnectionCreated,
  request_id: z.string().optional(),
})
export type CreateVpnConnectionResponse = z.infer<typeof createVpnConnectionResponse>

export const batchCreateVpnConnectionResponse = z.object({
  vpn_connections: z.array(vpnConnectionCreated),
  request_id: z.string().optional(),
})
export type BatchCreateVpnConnectionResponse = z.infer<typeof batchCreateVpnConnectionResponse>

export const showVpnConnectionResponse = z.object({
  vpn_connection: vpnConnection,
  request_id: z.string().optional(),
})
export type ShowVpnConnectionResponse = z.infer<typeof showVpnConnectionResponse>

export const listVpnConnectionsResponse = z.object({
  vpn_connections: z.array(vpnConnection),
  page_info: pageInfo.optional(),
  request_id: z.string().optional(),
  total_count: z.number().optional(),
})
export type ListVpnConnectionsResponse = z.infer<typeof listVpnConnectionsResponse>

export const vpnConnectionUpdate = z.strictObject({
  name: resourceName.optional(),
  cgw_id: resourceId.optional(),
  /** Not needed for IPv6, nor er with policy or bgp. */
  peer_subnets: list(cidr4, 0, 50).optional(),
  /** Not needed for IPv4, nor er with policy or bgp. */
  peer_subnets_v6: list(cidr6, 0, 50).optional(),
  /** Route-based styles. */
  tunnel_local_address: anyText.optional(),
  /** Route-based styles. */
  tunnel_peer_address: anyText.optional(),
  /** Style bgp. */
  enable_hub: z.boolean().optional(),
  /** Not GM. */
  psk: preSharedKey.optional().meta({ secret: true }),
  /** Required with style policy on an IPv4 gateway. */
  policy_rules: list(policyRuleInput, 0, 5).optional(),
  /** Required with style policy on an IPv6 gateway. */
  policy_rules_v6: list(policyRuleInput, 0, 5).optional(),
  ikepolicy: ikePolicyUpdate.optional(),
  ipsecpolicy: ipsecPolicyUpdate.optional(),
})
export type VpnConnectionUpdate = z.infer<typeof vpnConnectionUpdate>

export const updateVpnConnectionRequestBody = z.strictObject({
  vpn_connection: vpnConnectionUpdate,
})
export type UpdateVpnConnectionRequestBody = z.infer<typeof updateVpnConnectionRequestBody>

export const updateVpnConnectionResponse = z.object({
  vpn_connection: vpnConnectionUpdated,
  request_id: z.string().optional(),
})
export type UpdateVpnConnectionResponse = z.infer<typeof updateVpnConnectionResponse>

export const log = z.object({
  time: z.number(),
  raw_message: z.string(),
})
export type Log = z.infer<typeof log>

export const showVpnConnectionLogResponse = z.object({
  logs: z.array(log),
  request_id: z.string().optional(),
})
export type ShowVpnConnectionLogResponse = z.infer<typeof showVpnConnectionLogResponse>
