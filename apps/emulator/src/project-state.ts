import type {
  CustomerGateway,
  IkePolicy,
  IpsecPolicy,
  PolicyRule,
  VpnGateway,
  VpnResourceTag,
} from '@vpn-console/api-client'
import type { Clock } from './clock.ts'
import type { GatewayCertificate } from './gateway-certificates.ts'
import type { GatewayJob, UpgradeStep } from './gateway-upgrades.ts'
import { emptyNeighbours, type Neighbours } from './neighbours.ts'
import { emptyP2c, type P2cState } from './p2c/state.ts'
import { createRandom, type Random } from './random.ts'
import { createSchedule, type Schedule } from './schedule.ts'
import type { Tunnel } from './tunnel.ts'

/** A gateway as the service keeps it; what an answer shows of it is in `gateway-views.ts`. */
export type Gateway = Required<
  Pick<VpnGateway, 'id' | 'name' | 'network_type' | 'attachment_type' | 'status' | 'flavor'>
> &
  Pick<
    VpnGateway,
    | 'certificate_id'
    | 'er_id'
    | 'er_attachment_id'
    | 'vpc_id'
    | 'local_subnets'
    | 'local_subnets_v6'
    | 'connect_subnet'
    | 'access_vpc_id'
    | 'access_subnet_id'
    | 'access_private_ip_1'
    | 'access_private_ip_2'
    | 'policy_template'
  > & {
    ip_version: 'ipv4' | 'ipv6'
    bgp_asn: number
    availability_zone_ids: string[]
    connection_number: number
    enterprise_project_id: string
    ha_mode: 'active-active' | 'active-standby'
    tags: VpnResourceTag[]
    created_at: number
    applied_at: number
    updated_at: number
    /** EIP ids; undefined after one was unbound. */
    eips: [string | undefined, string | undefined]
    /** The EIPs that were unbound: connections still name them until others take their places. */
    formerEips: [string | undefined, string | undefined]
    /** The request named its zones. */
    zonesGiven: boolean
    /** It has been ACTIVE, so that its EIPs and times are known. */
    isBuilt: boolean
    /** Whether a newer version waits for it. */
    upgradeInfo: 'ready' | 'expiring soon' | 'unready'
    /** Addresses that it takes in each subnet. */
    addresses: readonly { subnet_id: string; count: number }[]
  }

export type CustomerGatewayRecord = Omit<CustomerGateway, 'created_at' | 'updated_at' | 'tags' | 'id_type'> & {
  id_type: 'ip' | 'fqdn'
  tags: VpnResourceTag[]
  created_at: number
  updated_at: number
}

export type ConnectionStyle = 'STATIC' | 'BGP' | 'POLICY' | 'POLICY-TEMPLATE'

/** Probes the way from the gateway to the customer gateway, outside the tunnel. */
export type Monitor = { id: string; status: 'PENDING_CREATE' | 'ACTIVE' | 'PENDING_DELETE'; created_at: number }

export type Connection = {
  id: string
  name: string
  vgw_id: string
  vgw_ip: string
  style: ConnectionStyle
  cgw_id: string
  peer_subnets: string[] | undefined
  peer_subnets_v6: string[] | undefined
  tunnel_local_address: string
  tunnel_peer_address: string
  enable_nqa: boolean
  enable_hub: boolean
  enable_health_check: boolean | undefined
  psk: string | undefined
  policy_rules: PolicyRule[]
  policy_rules_v6: PolicyRule[]
  ikepolicy: IkePolicy
  ipsecpolicy: IpsecPolicy
  ha_role: 'master' | 'slave'
  tags: VpnResourceTag[]
  created_at: number
  updated_at: number
  /** LIVE: its status is that of the tunnel. */
  life: 'PENDING_CREATE' | 'PENDING_UPDATE' | 'PENDING_DELETE' | 'FREEZED' | 'ERROR' | 'UNKNOWN' | 'LIVE'
  tunnel: Tunnel
  /** A connection has one at most, and it goes when the connection does. */
  monitor: Monitor | undefined
}

export type Quotas = {
  customer_gateway: number
  vpn_connection: number
  vpn_gateway: number
  /** Not told by the quota call, but there all the same. */
  p2c_vpn_gateway: number
}

/** The world of one project. */
export type Project = {
  readonly id: string
  readonly domainId: string
  readonly region: string
  readonly clock: Clock
  readonly schedule: Schedule
  readonly random: Random
  readonly quotas: Quotas
  readonly gateways: Map<string, Gateway>
  /** Of GM gateways, by the id of the gateway: each has at most one. */
  readonly gatewayCertificates: Map<string, GatewayCertificate>
  readonly gatewayJobs: Map<string, GatewayJob>
  /** Upgrades that were ordered to fail, by the id of the gateway. */
  readonly upgradeFaults: Map<string, UpgradeStep>
  readonly customerGateways: Map<string, CustomerGatewayRecord>
  readonly connections: Map<string, Connection>
  readonly neighbours: Neighbours
  readonly p2c: P2cState
  /** A creation time that no other object of the project has: lists are paged by it. */
  readonly stamp: (at: number) => number
}

export const createProject = (given: Pick<Project, 'id' | 'domainId' | 'region' | 'clock'>, seed: string): Project => {
  const stamps = new Set<number>()
  return {
    ...given,
    schedule: createSchedule(),
    random: createRandom(seed),
    quotas: { customer_gateway: 100, vpn_connection: 5000, vpn_gateway: 50, p2c_vpn_gateway: 50 },
    gateways: new Map(),
    gatewayCertificates: new Map(),
    gatewayJobs: new Map(),
    upgradeFaults: new Map(),
    customerGateways: new Map(),
    connections: new Map(),
    neighbours: emptyNeighbours(),
    p2c: emptyP2c(),
    stamp: (at) => {
      let stamp = Math.floor(at)
      while (stamps.has(stamp)) stamp++
      stamps.add(stamp)
      return stamp
    },
  }
}

/** Connections of a gateway, those that are being deleted included. */
export const connectionsOf = (project: Project, gatewayId: string): Connection[] => {
  // Asked for often, also with thousands of connections: no copy of them all is made.
  const found: Connection[] = []
  for (const connection of project.connections.values()) if (connection.vgw_id === gatewayId) found.push(connection)
  return found
}

/** Time as an answer shows it. */
export const timeText = (ms: number) => new Date(ms).toISOString()
