import * as z from 'zod'

const vpcRoute = z.object({
  type: z.string().optional(),
  destination: z.string().optional(),
  nexthop: z.string().optional(),
})

export const vpc = z.object({
  id: z.string(),
  name: z.string().optional(),
  cidr: z.string().optional(),
  status: z.string().optional(),
  enterprise_project_id: z.string().optional(),
  routes: z.array(vpcRoute).optional(),
})
export type Vpc = z.infer<typeof vpc>

export const listVpcsResponse = z.object({ vpcs: z.array(vpc) })

export const subnet = z.object({
  id: z.string(),
  name: z.string().optional(),
  cidr: z.string().optional(),
  cidr_v6: z.string().nullish(),
  gateway_ip: z.string().optional(),
  ipv6_enable: z.boolean().optional(),
  vpc_id: z.string().optional(),
  availability_zone: z.string().optional(),
  status: z.string().optional(),
  available_ip_address_count: z.number().optional(),
})
export type Subnet = z.infer<typeof subnet>

export const listSubnetsResponse = z.object({ subnets: z.array(subnet) })

export const routeTable = z.object({
  id: z.string(),
  name: z.string().optional(),
  default: z.boolean().optional(),
  vpc_id: z.string().optional(),
  routes: z.array(vpcRoute).optional(),
  /** Those that send by this table; each subnet has one. */
  subnets: z.array(z.object({ id: z.string() })).optional(),
})
export type RouteTable = z.infer<typeof routeTable>

export const listRouteTablesResponse = z.object({ routetables: z.array(routeTable) })
export const showRouteTableResponse = z.object({ routetable: routeTable })
