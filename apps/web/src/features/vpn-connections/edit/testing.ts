import type { CustomerGateway, VpnConnection, VpnGateway } from '@vpn-console/api-client'

/** A gateway, customer gateways and a connection for the tests of this folder. */
export const paris: VpnGateway = {
  id: 'vgw-1',
  name: 'gw-paris',
  status: 'ACTIVE',
  network_type: 'public',
  attachment_type: 'vpc',
  ip_version: 'ipv4',
  flavor: 'Professional1',
  bgp_asn: 64512,
  eip1: { id: 'eip-1', ip_address: '192.0.2.1' },
  eip2: { id: 'eip-2', ip_address: '192.0.2.2' },
}

export const lyon: CustomerGateway = {
  id: 'cgw-1',
  name: 'cgw-lyon',
  id_type: 'ip',
  id_value: '198.51.100.7',
  bgp_asn: 65010,
}

export const nice: CustomerGateway = { id: 'cgw-2', name: 'cgw-nice', id_type: 'ip', id_value: '198.51.100.8' }

export const connection: VpnConnection = {
  id: 'vpn-1',
  name: 'vpn-lyon',
  status: 'ACTIVE',
  vgw_id: 'vgw-1',
  vgw_ip: 'eip-1',
  style: 'STATIC',
  cgw_id: 'cgw-1',
  peer_subnets: ['192.168.0.0/24', '192.168.1.0/24'],
  tunnel_local_address: '169.254.70.1/30',
  tunnel_peer_address: '169.254.70.2/30',
  ikepolicy: {
    ike_version: 'v2',
    authentication_algorithm: 'sha2-256',
    encryption_algorithm: 'aes-128',
    dh_group: 'group15',
    authentication_method: 'pre-share',
    lifetime_seconds: 86_400,
    local_id_type: 'ip',
    local_id: '192.0.2.1',
    peer_id_type: 'ip',
    peer_id: '198.51.100.7',
    dpd: { timeout: 15, interval: 30, msg: 'seq-hash-notify' },
  },
  ipsecpolicy: {
    authentication_algorithm: 'sha2-256',
    encryption_algorithm: 'aes-128',
    pfs: 'group15',
    transform_protocol: 'esp',
    lifetime_seconds: 3_600,
    encapsulation_mode: 'tunnel',
  },
}

export const bgpConnection: VpnConnection = { ...connection, style: 'BGP', enable_hub: false }

export const policyConnection: VpnConnection = {
  ...connection,
  style: 'POLICY',
  policy_rules: [
    { rule_index: 1, source: '10.0.0.0/24', destination: ['192.168.0.0/24', '192.168.1.0/24'] },
    { rule_index: 2, source: '10.0.1.0/24', destination: ['192.168.0.0/24'] },
  ],
}

export const facts = { connection, gateway: paris, customerGateways: [lyon, nice] }
