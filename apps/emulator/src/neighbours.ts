import type { EnterpriseProject, EnterpriseRouter, RouteTable, Subnet, Vpc } from '@vpn-console/api-client'

export type BandwidthRecord = {
  id: string
  name: string
  size: number
  /** PER: one EIP has it to itself; WHOLE: several share it. */
  share_type: 'PER' | 'WHOLE'
  charge_mode: 'bandwidth' | 'traffic'
  enterprise_project_id: string
}

export type EipRecord = {
  id: string
  alias: string
  public_ip_address: string
  type: string
  /** DOWN is free. */
  status: 'DOWN' | 'VPN' | 'ACTIVE' | 'FREEZED'
  bandwidth_id: string
  enterprise_project_id: string
  bound_to: { type: string; id: string } | undefined
  /** Only of a yearly/monthly EIP. */
  billing_info: string | undefined
  /** Ordered with a gateway, so that it goes with it. */
  of_gateway: boolean
}

export type CertificateRecord = {
  id: string
  name: string
  domain: string
  type: string
  brand: string
  signature_algorithm: string
  status: string
  expire_time: string
  deploy_support: boolean
}

/** A line of a log stream; its number rises with time and is no other line's. */
export type LogLine = { at: number; number: string; content: string; labels: Record<string, string> }

export type LogStream = { id: string; name: string; lines: LogLine[] }

/** A route table and the subnets on it. */
export type RouteTableRecord = Omit<RouteTable, 'subnets'> & { subnets: string[] }

export type LogGroup = { id: string; name: string; ttl_in_days: number; streams: LogStream[] }

export type IdentityProvider = { id: string; sso_type: string; enabled: boolean; description: string }

/** What the other services know of a project and its account. */
export type Neighbours = {
  vpcs: Map<string, Required<Pick<Vpc, 'id' | 'name' | 'cidr' | 'status' | 'enterprise_project_id'>>>
  subnets: Map<string, Subnet & { cidr: string; vpc_id: string; available_ip_address_count: number }>
  routeTables: Map<string, RouteTableRecord>
  eips: Map<string, EipRecord>
  bandwidths: Map<string, BandwidthRecord>
  routers: Map<string, EnterpriseRouter>
  certificates: CertificateRecord[]
  logGroups: LogGroup[]
  identityProviders: IdentityProvider[]
  enterpriseProjects: EnterpriseProject[]
}

export const emptyNeighbours = (): Neighbours => ({
  vpcs: new Map(),
  subnets: new Map(),
  routeTables: new Map(),
  eips: new Map(),
  bandwidths: new Map(),
  routers: new Map(),
  certificates: [],
  logGroups: [],
  identityProviders: [],
  enterpriseProjects: [],
})
