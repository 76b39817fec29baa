import * as z from 'zod'
import { anyText, list, oneOf, openEnum, plainName, resourceId, resourceName, text, whole } from './fields.ts'
import { eip, pageInfo, resourceRef, vpnResourceTag, vpnResourceTagInput } from './shared.ts'

export const p2cEipCreate = z.strictObject({
  /** Existing EIP only. */
  id: resourceId.optional(),
  /** New EIP only. */
  type: text(0, 36).optional(),
  /** New EIP without shared bandwidth. */
  charge_mode: oneOf(['bandwidth', 'traffic']).optional().meta({ default: 'bandwidth' }),
  /** Required for a new EIP. */
  bandwidth_size: whole(1, 300).optional(),
  /** New EIP only. */
  bandwidth_name: resourceName.optional(),
})
export type P2cEipCreate = z.infer<typeof p2cEipCreate>

export const p2cVpnGatewayCreate = z.strictObject({
  name: plainName.optional(),
  vpc_id: resourceId,
  connect_subnet: resourceId,
  flavor: oneOf(['Professional1']).optional().meta({ default: 'Professional1' }),
  availability_zone_ids: list(anyText, 0, 2).optional(),
  eip: p2cEipCreate,
  max_connection_number: whole(1, 500).optional(),
  enterprise_project_id: anyText.optional(),
  tags: list(vpnResourceTagInput, 0, 20).optional(),
})
export type P2cVpnGatewayCreate = z.infer<typeof p2cVpnGatewayCreate>

export const createP2cVgwRequestBody = z.strictObject({
  p2c_vpn_gateway: p2cVpnGatewayCreate,
})
export type CreateP2cVgwRequestBody = z.infer<typeof createP2cVgwRequestBody>

export const p2cVpnGatewayRefResponse = z.object({
  p2c_vpn_gateway: resourceRef,
  request_id: z.string().optional(),
})
export type P2cVpnGatewayRefResponse = z.infer<typeof p2cVpnGatewayRefResponse>

export const p2cVpnGateway = z.object({
  id: z.string(),
  name: z.string(),
  status: openEnum([
    'PENDING_CREATE',
    'PENDING_UPDATE',
    'PENDING_DELETE',
    'UPGRADING',
    'ROLLING_BACK',
    'PENDING_UPGRADE_CONFIRM',
    'ACTIVE',
    'FAULT',
    'FROZEN',
  ]),
  vpc_id: z.string().optional(),
  connect_subnet: z.string().optional(),
  flavor: openEnum(['Professional1']).optional(),
  availability_zone_ids: z.array(z.string()).optional(),
  eip: eip.optional(),
  max_connection_number: z.number().optional(),
  current_connection_number: z.number().optional(),
  enterprise_project_id: z.string().optional(),
  tags: z.array(vpnResourceTag).optional(),
  /** Yearly/monthly. */
  order_id: z.string().optional(),
  admin_state_up: z.boolean().optional(),
  frozen_effect: z.number().optional(),
  version: z.string().optional(),
  upgrade_info: openEnum(['ready', 'expiring soon', 'unready']).optional(),
  created_at: z.string().optional(),
  applied_at: z.string().optional(),
  updated_at: z.string().optional(),
})
export type P2cVpnGateway = z.infer<typeof p2cVpnGateway>

export const showP2cVgwResponse = z.object({
  p2c_vpn_gateway: p2cVpnGateway,
  request_id: z.string().optional(),
})
export type ShowP2cVgwResponse = z.infer<typeof showP2cVgwResponse>

export const listP2cVgwsResponse = z.object({
  p2c_vpn_gateways: z.array(p2cVpnGateway),
  total_count: z.number().optional(),
  page_info: pageInfo.optional(),
  request_id: z.string().optional(),
})
export type ListP2cVgwsResponse = z.infer<typeof listP2cVgwsResponse>

export const p2cVpnGatewayUpdate = z.strictObject({
  name: plainName.optional(),
  /** After the old EIP was unbound. */
  eip_id: resourceId.optional(),
})
export type P2cVpnGatewayUpdate = z.infer<typeof p2cVpnGatewayUpdate>

export const updateP2cVgwRequestBody = z.strictObject({
  p2c_vpn_gateway: p2cVpnGatewayUpdate,
})
export type UpdateP2cVgwRequestBody = z.infer<typeof updateP2cVgwRequestBody>

export const listP2cVgwAvailabilityZonesResponse = z.object({
  availability_zones: z.array(z.string()).optional(),
  request_id: z.string().optional(),
})
export type ListP2cVgwAvailabilityZonesResponse = z.infer<typeof listP2cVgwAvailabilityZonesResponse>

export const p2cConnection = z.object({
  connection_id: z.string().optional(),
  client_virtual_ip: z.string().optional(),
  client_ip: z.string().optional(),
  client_user_name: z.string().optional(),
  inbound_packets: z.number().optional(),
  outbound_packets: z.number().optional(),
  inbound_bytes: z.number().optional(),
  outbound_bytes: z.number().optional(),
  connection_established_time: z.string().optional(),
  timestamp: z.string().optional(),
})
export type P2cConnection = z.infer<typeof p2cConnection>

export const listP2cVgwConnectionsResponse = z.object({
  connections: z.array(p2cConnection),
  total_count: z.number().optional(),
  request_id: z.string().optional(),
})
export type ListP2cVgwConnectionsResponse = z.infer<typeof listP2cVgwConnectionsResponse>
