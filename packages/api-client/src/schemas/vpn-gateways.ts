import * as z from 'zod'
import { flavors, knownFlavors } from './algorithms.ts'
import { anyText, cidr4, cidr6, ipv4, list, oneOf, openEnum, resourceId, resourceName, whole } from './fields.ts'
import { policyTemplate, policyTemplateInput } from './ipsec-policies.ts'
import { eip, vpnResourceTag, vpnResourceTagInput } from './shared.ts'

export const eipCreate = z.strictObject({
  /** Existing EIP only. */
  id: resourceId.optional(),
  /** Required for a new EIP. */
  type: oneOf(['5_bgp', '5_sbgp', '5_youxuanbgp']).optional(),
  /** New EIP without shared bandwidth. */
  charge_mode: oneOf(['bandwidth', 'traffic']).optional().meta({ default: 'bandwidth' }),
  /** Required for a new EIP without shared bandwidth. */
  bandwidth_size: whole(1, 1000).optional(),
  /** New EIP without shared bandwidth. */
  bandwidth_name: resourceName.optional(),
  /** Required to join a shared bandwidth. */
  bandwidth_id: resourceId.optional(),
})
export type EipCreate = z.infer<typeof eipCreate>

export const vpnGatewayCreate = z.strictObject({
  name: resourceName.optional(),
  network_type: oneOf(['public', 'private']).optional().meta({ default: 'public' }),
  attachment_type: oneOf(['vpc', 'er']).optional().meta({ default: 'vpc' }),
  ip_version: oneOf(['ipv4', 'ipv6']).optional().meta({ default: 'ipv4' }),
  /** Only with attachment_type er. */
  er_id: resourceId.optional(),
  /** Required with attachment_type vpc, optional with er. */
  vpc_id: resourceId.optional(),
  /** Required with attachment_type vpc and ip_version ipv4. */
  local_subnets: list(cidr4, 0, 50).optional(),
  /** Required with attachment_type vpc and ip_version ipv6. */
  local_subnets_v6: list(cidr6, 0, 50).optional(),
  /** Required with attachment_type vpc, optional with er. */
  connect_subnet: resourceId.optional(),
  bgp_asn: whole(1, 4294967295).optional().meta({ default: 64512 }),
  flavor: oneOf(flavors).optional().meta({ default: 'Professional1' }),
  availability_zone_ids: list(anyText, 0, 2).optional(),
  enterprise_project_id: resourceId.optional().meta({ default: '0' }),
  /** Only with network_type public. */
  eip1: eipCreate.optional(),
  /** Only with network_type public. */
  eip2: eipCreate.optional(),
  access_vpc_id: resourceId.optional(),
  access_subnet_id: resourceId.optional(),
  ha_mode: oneOf(['active-active', 'active-standby']).optional().meta({ default: 'active-active' }),
  /** Only with network_type private, together with access_private_ip_2. */
  access_private_ip_1: ipv4.optional(),
  /** Only with network_type private, together with access_private_ip_1. */
  access_private_ip_2: ipv4.optional(),
  tags: list(vpnResourceTagInput, 0, 20).optional(),
})
export type VpnGatewayCreate = z.infer<typeof vpnGatewayCreate>

export const createVgwRequestBody = z.strictObject({
  vpn_gateway: vpnGatewayCreate,
})
export type CreateVgwRequestBody = z.infer<typeof createVgwRequestBody>

export const vpnGatewayCreated = z.object({
  id: z.string(),
  name: z.string(),
  network_type: openEnum(['public', 'private']).optional(),
  attachment_type: openEnum(['vpc', 'er']).optional(),
  ip_version: openEnum(['ipv4', 'ipv6']).optional(),
  /** GM flavor. */
  certificate_id: z.string().optional(),
  /** Attachment_type er. */
  er_id: z.string().optional(),
  /** Attachment_type vpc. */
  vpc_id: z.string().optional(),
  /** Attachment_type vpc and ip_version ipv4. */
  local_subnets: z.array(z.string()).optional(),
  /** Attachment_type vpc and ip_version ipv6. */
  local_subnets_v6: z.array(z.string()).optional(),
  connect_subnet: z.string().optional(),
  bgp_asn: z.number().optional(),
  flavor: openEnum(knownFlavors).optional(),
  connection_number: z.number().optional(),
  used_connection_number: z.number().optional(),
  used_connection_group: z.number().optional(),
  enterprise_project_id: z.string().optional(),
  access_vpc_id: z.string().optional(),
  access_subnet_id: z.string().optional(),
  ha_mode: openEnum(['active-active', 'active-standby']).optional(),
  /** NonFixedIP flavor. */
  policy_template: policyTemplate.optional(),
  tags: z.array(vpnResourceTag).optional(),
})
export type VpnGatewayCreated = z.infer<typeof vpnGatewayCreated>

export const vpnGateway = z.object({
  id: z.string(),
  name: z.string(),
  network_type: openEnum(['public', 'private']),
  status: openEnum([
    'PENDING_CREATE',
    'PENDING_UPDATE',
    'PENDING_DELETE',
    'UPGRADING',
    'ROLLING_BACK',
    'PENDING_UPGRADE_CONFIRM',
    'ACTIVE',
    'FAULT',
    'FREEZED',
  ]),
  attachment_type: openEnum(['vpc', 'er']),
  ip_version: openEnum(['ipv4', 'ipv6']).optional(),
  /** GM flavor. */
  certificate_id: z.string().optional(),
  /** Attachment_type er. */
  er_id: z.string().optional(),
  er_attachment_id: z.string().optional(),
  /** Attachment_type vpc. */
  vpc_id: z.string().optional(),
  /** Attachment_type vpc and ip_version ipv4. */
  local_subnets: z.array(z.string()).optional(),
  /** Attachment_type vpc and ip_version ipv6. */
  local_subnets_v6: z.array(z.string()).optional(),
  connect_subnet: z.string().optional(),
  bgp_asn: z.number().optional(),
  flavor: openEnum(knownFlavors),
  /** Given at creation, or ACTIVE. */
  availability_zone_ids: z.array(z.string()).optional(),
  public_border_group: z.string().optional(),
  connection_number: z.number().optional(),
  used_connection_number: z.number().optional(),
  used_connection_group: z.number().optional(),
  enterprise_project_id: z.string().optional(),
  /** ACTIVE. */
  eip1: eip.optional(),
  /** ACTIVE. */
  eip2: eip.optional(),
  /** ACTIVE. */
  created_at: z.string().optional(),
  /** ACTIVE. */
  applied_at: z.string().optional(),
  /** ACTIVE. */
  updated_at: z.string().optional(),
  access_vpc_id: z.string().optional(),
  access_subnet_id: z.string().optional(),
  /** Network_type private. */
  access_private_ip_1: z.string().optional(),
  /** Network_type private. */
  access_private_ip_2: z.string().optional(),
  ha_mode: openEnum(['active-active', 'active-standby']).optional(),
  /** NonFixedIP flavor. */
  policy_template: policyTemplate.optional(),
  supported_flavors: z.array(z.string()).optional(),
  supported_features: z.array(z.string()).optional(),
  tags: z.array(vpnResourceTag).optional(),
  /** Not in the list table, the SDK has it for both. */
  upgrade_info: openEnum(['ready', 'expiring soon', 'unready']).optional(),
})
export type VpnGateway = z.infer<typeof vpnGateway>

export const vpnGatewayUpdated = z.object({
  id: z.string(),
  name: z.string(),
  network_type: openEnum(['public', 'private']).optional(),
  attachment_type: openEnum(['vpc', 'er']).optional(),
  ip_version: openEnum(['ipv4', 'ipv6']).optional(),
  /** GM flavor. */
  certificate_id: z.string().optional(),
  /** Attachment_type er. */
  er_id: z.string().optional(),
  /** Attachment_type vpc. */
  vpc_id: z.string().optional(),
  /** Attachment_type vpc and ip_version ipv4. */
  local_subnets: z.array(z.string()).optional(),
  /** Attachment_type vpc and ip_version ipv6. */
  local_subnets_v6: z.array(z.string()).optional(),
  connect_subnet: z.string().optional(),
  bgp_asn: z.number().optional(),
  flavor: openEnum(knownFlavors).optional(),
  /** Given at creation, or ACTIVE. */
  availability_zone_ids: z.array(z.string()).optional(),
  connection_number: z.number().optional(),
  used_connection_number: z.number().optional(),
  used_connection_group: z.number().optional(),
  enterprise_project_id: z.string().optional(),
  /** ACTIVE. */
  eip1: eip.optional(),
  /** ACTIVE. */
  eip2: eip.optional(),
  /** ACTIVE. */
  created_at: z.string().optional(),
  /** ACTIVE. */
  updated_at: z.string().optional(),
  access_vpc_id: z.string().optional(),
  access_subnet_id: z.string().optional(),
  /** Network_type private. */
  access_private_ip_1: z.string().optional(),
  /** Network_type private. */
  access_private_ip_2: z.string().optional(),
  ha_mode: openEnum(['active-active', 'active-standby']).optional(),
  /** NonFixedIP flavor. */
  policy_template: policyTemplate.optional(),
  tags: z.array(vpnResourceTag).optional(),
})
export type VpnGatewayUpdated = z.infer<typeof vpnGatewayUpdated>

export const createVgwResponse = z.object({
  vpn_gateway: vpnGatewayCreated,
  request_id: z.string().optional(),
})
export type CreateVgwResponse = z.infer<typeof createVgwResponse>

export const showVgwResponse = z.object({
  vpn_gateway: vpnGateway,
  request_id: z.string().optional(),
})
export type ShowVgwResponse = z.infer<typeof showVgwResponse>

export const listVgwsResponse = z.object({
  vpn_gateways: z.array(vpnGateway),
  request_id: z.string().optional(),
})
export type ListVgwsResponse = z.infer<typeof listVgwsResponse>

export const vpnGatewayUpdate = z.strictObject({
  name: resourceName.optional(),
  /** Attachment_type vpc and ip_version ipv4. */
  local_subnets: list(cidr4, 0, 50).optional(),
  /** Attachment_type vpc and ip_version ipv6. */
  local_subnets_v6: list(cidr6, 0, 50).optional(),
  /** Network_type public, after the old EIP was unbound. */
  eip_id_1: resourceId.optional(),
  /** Network_type public, after the old EIP was unbound. */
  eip_id_2: resourceId.optional(),
  /** NonFixedIP flavor. */
  policy_template: policyTemplateInput.optional(),
})
export type VpnGatewayUpdate = z.infer<typeof vpnGatewayUpdate>

export const updateVgwRequestBody = z.strictObject({
  vpn_gateway: vpnGatewayUpdate,
})
export type UpdateVgwRequestBody = z.infer<typeof updateVgwRequestBody>

export const updateVgwResponse = z.object({
  vpn_gateway: vpnGatewayUpdated,
  request_id: z.string().optional(),
})
export type UpdateVgwResponse = z.infer<typeof updateVgwResponse>

export const vpnGatewaySpecificationUpdate = z.strictObject({
  flavor: oneOf(flavors),
})
export type VpnGatewaySpecificationUpdate = z.infer<typeof vpnGatewaySpecificationUpdate>

export const updateVgwSpecificationRequestBody = z.strictObject({
  vpn_gateway: vpnGatewaySpecificationUpdate,
})
export type UpdateVgwSpecificationRequestBody = z.infer<typeof updateVgwSpecificationRequestBody>
