import * as z from 'zod'
import { openEnum } from './fields.ts'

export const vpnGatewayAvailabilityZones = z.object({
  vpc: z.array(z.string()).optional(),
  er: z.array(z.string()).optional(),
})
export type VpnGatewayAvailabilityZones = z.infer<typeof vpnGatewayAvailabilityZones>

export const availabilityZones = z.object({
  basic: vpnGatewayAvailabilityZones.optional(),
  professional1: vpnGatewayAvailabilityZones.optional(),
  'Professional1-NonFixedIP': vpnGatewayAvailabilityZones.optional(),
  professional2: vpnGatewayAvailabilityZones.optional(),
  'Professional2-NonFixedIP': vpnGatewayAvailabilityZones.optional(),
  gm: vpnGatewayAvailabilityZones.optional(),
})
export type AvailabilityZones = z.infer<typeof availabilityZones>

export const listAvailabilityZonesResponse = z.object({
  availability_zones: availabilityZones,
  request_id: z.string().optional(),
})
export type ListAvailabilityZonesResponse = z.infer<typeof listAvailabilityZonesResponse>

export const availableSpec = z.object({
  flavor: z.string(),
  attachment_type: openEnum(['vpc', 'er']),
  ip_version: openEnum(['ipv4', 'ipv6']),
})
export type AvailableSpec = z.infer<typeof availableSpec>

export const extendedAvailabilityZone = z.object({
  name: z.string(),
  public_border_group: z.string().optional(),
  available_specs: z.array(availableSpec),
})
export type ExtendedAvailabilityZone = z.infer<typeof extendedAvailabilityZone>

export const listExtendedAvailabilityZonesResponse = z.object({
  availability_zones: z.array(extendedAvailabilityZone),
  request_id: z.string().optional(),
})
export type ListExtendedAvailabilityZonesResponse = z.infer<typeof listExtendedAvailabilityZonesResponse>
