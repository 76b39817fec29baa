import type { CustomerGateway, VpnConnection, VpnGateway } from '@vpn-console/api-client'
import type { ConnectionFacts } from './connection-facts.ts'
import { connectionFormDefaults, type ConnectionFormValues } from './connection-form.ts'
import { afterGateway, afterPeer } from './form-changes.ts'

// A small account to try the form on.

export const paris: VpnGateway = {
  id: 'vgw-paris',
  name: 'gw-paris',
  status: 'ACTIVE',
  network_type: 'public',
  attachment_type: 'vpc',
  ip_version: 'ipv4',
  flavor: 'Professional1',
  ha_mode: 'active-active',
  bgp_asn: 64_512,
  local_subnets: ['10.0.0.0/24', '10.0.1.0/24'],
  eip1: { id: 'eip-1', ip_address: '198.51.100.1' },
  eip2: { id: 'eip-2', ip_address: '198.51.100.2' },
}

export const lyon: CustomerGateway = {
  id: 'cgw-lyon',
  name: 'cgw-lyon',
  id_type: 'ip',
  id_value: '192.0.2.10',
  bgp_asn: 65_010,
}

export const facts = (change: Partial<ConnectionFacts> = {}): ConnectionFacts => ({
  gateways: [paris],
  customerGateways: [lyon],
  connections: [],
  ...change,
})

export const connection = (change: Partial<VpnConnection> = {}): VpnConnection => ({
  id: 'conn-1',
  name: 'nice',
  status: 'ACTIVE',
  vgw_id: paris.id,
  vgw_ip: 'eip-1',
  style: 'STATIC',
  cgw_id: 'cgw-nice',
  ...change,
})

/** A form filled in as a person would: both ends chosen, peer subnets and a key given. */
export const filledIn = (known: ConnectionFacts, change: Partial<ConnectionFormValues> = {}): ConnectionFormValues => {
  let values = connectionFormDefaults()
  values = { ...values, ...afterGateway(values, known.gateways[0]?.id ?? '', known) }
  values = { ...values, ...afterPeer(values, { cgw_id: known.customerGateways[0]?.id ?? '' }, known) }
  const [first, second] = values.tunnels
  return { ...values, peer_subnets: '192.168.0.0/24', tunnels: [{ ...first, psk: 'abcdABCD1234' }, second], ...change }
}
