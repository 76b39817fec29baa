import * as z from 'zod'
import { openEnum } from './fields.ts'
import { pageInfo } from './shared.ts'

export const nexthopResource = z.object({
  id: z.string(),
  type: openEnum(['er', 'vpn_gateway', 'vpn_connection']).optional(),
})
export type NexthopResource = z.infer<typeof nexthopResource>

export const route = z.object({
  destination: z.string(),
  nexthop: z.string().optional(),
  outbound_interface_ip: z.string().optional(),
  origin: openEnum(['igp', 'egp', 'incomplete']).optional(),
  as_path: z.string().optional(),
  med: z.number().optional(),
  nexthop_resource: nexthopResource.optional(),
})
export type Route = z.infer<typeof route>

export const showVpnGatewayRoutingTableResponse = z.object({
  routing_table: z.array(route),
  total_count: z.number().optional(),
  page_info: pageInfo.optional(),
})
export type ShowVpnGatewayRoutingTableResponse = z.infer<typeof showVpnGatewayRoutingTableResponse>
