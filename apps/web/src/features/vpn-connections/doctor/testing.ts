import {
  readLogLine,
  type CustomerGateway,
  type NegotiationLine,
  type VpnConnection,
  type VpnGateway,
} from '@vpn-console/api-client'
import type { DoctorFacts } from './doctor-facts.ts'

// A tunnel with which nothing is wrong, for tests to spoil.

export const now = Date.parse('2026-03-01T12:00:00Z')

export const gateway: VpnGateway = {
  id: 'gw-1',
  name: 'gw-paris',
  network_type: 'public',
  status: 'ACTIVE',
  attachment_type: 'vpc',
  flavor: 'Professional1',
  ha_mode: 'active-active',
  vpc_id: 'vpc-1',
  local_subnets: ['192.168.0.0/24'],
  bgp_asn: 64_512,
  connection_number: 10,
  used_connection_number: 2,
  eip1: { id: 'eip-1', ip_address: '198.51.100.1' },
  eip2: { id: 'eip-2', ip_address: '198.51.100.2' },
}

export const customerGateway: CustomerGateway = {
  id: 'cgw-1',
  name: 'cgw-lyon',
  id_type: 'ip',
  id_value: '203.0.113.9',
  bgp_asn: 65_010,
}

export const connection: VpnConnection = {
  id: 'c-1',
  name: 'paris-lyon-1',
  status: 'ACTIVE',
  vgw_id: 'gw-1',
  vgw_ip: 'eip-1',
  style: 'STATIC',
  cgw_id: 'cgw-1',
  peer_subnets: ['10.1.0.0/16'],
  tunnel_local_address: '169.254.70.1/30',
  tunnel_peer_address: '169.254.70.2/30',
  enable_nqa: true,
  ikepolicy: {
    ike_version: 'v2',
    authentication_algorithm: 'sha2-512',
    encryption_algorithm: 'aes-256-gcm-16',
    dh_group: 'group20',
    lifetime_seconds: 86_400,
    local_id_type: 'ip',
    local_id: '198.51.100.1',
    peer_id_type: 'ip',
    peer_id: '203.0.113.9',
    dpd: { timeout: 15, interval: 30, msg: 'seq-hash-notify' },
  },
  ipsecpolicy: {
    authentication_algorithm: 'sha2-512',
    encryption_algorithm: 'aes-256-gcm-16',
    pfs: 'group20',
    lifetime_seconds: 3_600,
  },
  created_at: '2026-02-01T12:00:00Z',
  updated_at: '2026-02-01T12:00:00Z',
}

export const other: VpnConnection = {
  ...connection,
  id: 'c-2',
  name: 'paris-lyon-2',
  vgw_ip: 'eip-2',
  tunnel_local_address: '169.254.71.1/30',
  tunnel_peer_address: '169.254.71.2/30',
}

/** A line of the log, so many minutes before now. */
export const line = (minutesAgo: number, event: string, values = ''): NegotiationLine => {
  const time = now - minutesAgo * 60_000
  const text = `${new Date(time).toISOString()} host-198-51-100-1 ipsec_ike[77]: [198.51.100.1] ${event}. (PeerAddress=[203.0.113.9], PeerPort=[500]${values})`
  return readLogLine({ time: Math.floor(time / 1000), raw_message: text })
}

export const established = (minutesAgo: number) => line(minutesAgo, 'IPsec tunnel is established')
export const failed = (minutesAgo: number, reason: string) =>
  line(minutesAgo, 'IPsec tunnel negotiation fails', `, Reason=[${reason}]`)
export const deleted = (minutesAgo: number, reason: string) =>
  line(minutesAgo, 'IPsec tunnel is deleted', `, OfflineReason=[${reason}]`)

/** The facts of that tunnel, with some of them otherwise; a changed connection is changed in the list as well. */
export const factsWith = (more: Partial<DoctorFacts> = {}): DoctorFacts => {
  const one = more.connection ?? connection
  return {
    now,
    connection: one,
    fresh: { value: true },
    gateway: { value: gateway },
    customerGateway: { value: customerGateway },
    customerGateways: { value: [customerGateway] },
    gateways: { value: [gateway] },
    connections: { value: [one, other] },
    log: { value: { lines: [established(60)], since: now - 86_400_000 } },
    otherLog: { value: { lines: [], since: undefined } },
    routes: {
      value: [
        {
          destination: '10.1.0.0/16',
          nexthop: '169.254.70.2',
          nexthop_resource: { id: 'c-1', type: 'vpn_connection' },
        },
      ],
    },
    pairs: {
      value: [{ id: 'sa', source_ip_cidr: '0.0.0.0/0', dest_ip_cidr: '0.0.0.0/0', packets_sent: 9, packets_recv: 9 }],
    },
    monitors: { value: [{ id: 'm-1', status: 'ACTIVE', vpn_connection_id: 'c-1' }] },
    eips: {
      value: [
        { id: 'eip-1', status: 'VPN' },
        { id: 'eip-2', status: 'VPN' },
      ],
    },
    quotas: { value: [{ type: 'vpn_connection', quota: 10, used: 2 }] },
    vpc: { value: { id: 'vpc-1', name: 'vpc-production' } },
    subnets: { value: [{ id: 'subnet-1', name: 'subnet-web', cidr: '192.168.0.0/24' }] },
    routeTables: { value: [{ id: 'rtb-1', name: 'rtb-default', default: true, subnets: [{ id: 'subnet-1' }] }] },
    ...more,
  }
}
