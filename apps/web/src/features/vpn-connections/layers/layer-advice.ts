import type { VpnConnection } from '@vpn-console/api-client'
import { hasSetting } from '../explain/explanation.ts'
import type { ReasonWords } from '../explain/reason-words.ts'
import type { Layer, LayerId } from './layers.ts'

export type LayerAdvice = ReasonWords & { fields: readonly string[] }

const silent: LayerAdvice = {
  plain: 'Neither end has begun to negotiate.',
  cause: 'The customer device is not set up yet, or there was no traffic that would make an end begin.',
  fix: 'Send a ping to an address on the other side. If nothing appears in the log, check that the customer gateway has the device’s public address.',
  peer: 'Whether the tunnel is set up and switched on. The tab “Peer configuration” has its settings ready.',
  fields: ['cgw_id'],
}

const noTraffic: LayerAdvice = {
  plain: 'The tunnel is negotiated, but it carries nothing both ways.',
  cause: 'The networks are not mirrored, a firewall behind the tunnel drops the packets, or answers go another way.',
  fix: 'Compare the networks of both ends, and look at the tab “Subnet pairs” for those that only send.',
  peer: 'Its routes back into the tunnel, its firewall rules for the networks of the cloud, and NAT that must leave them alone.',
  fields: ['policy_rules', 'policy_rules_v6', 'peer_subnets', 'peer_subnets_v6'],
}

const advice: Partial<Record<LayerId, LayerAdvice>> = {
  ike: silent,
  ipsec: noTraffic,
  bgp: {
    plain: 'The tunnel stands, but the BGP session inside it does not, so no routes are exchanged.',
    cause:
      'The AS numbers or the addresses inside the tunnel are not mirrored, or the device does not let TCP port 179 through the tunnel.',
    fix: 'Compare the tunnel addresses, and the ASN of the customer gateway with that of the device. For another ASN choose another customer gateway.',
    peer: 'Its BGP neighbour: the local tunnel address of this connection with the ASN of the gateway; its own ASN; the address of its tunnel interface.',
    fields: ['tunnel_local_address', 'tunnel_peer_address', 'cgw_id'],
  },
  nqa: {
    plain: 'The tunnel stands, but the probes inside it are not answered.',
    cause:
      'The addresses inside the tunnel are not mirrored, or the device does not answer ICMP on its tunnel interface.',
    fix: 'Compare the tunnel addresses of both ends.',
    peer: 'The address of its tunnel interface, and that it answers a ping from the local tunnel address of this connection.',
    fields: ['tunnel_local_address', 'tunnel_peer_address'],
  },
  routes: {
    plain: 'The gateway sends nothing into the tunnel, or not everything.',
    cause: 'Networks of the other side are not named here, or the peer does not announce them.',
    fix: 'Name every network behind the customer device. With BGP it announces them itself.',
    peer: 'With BGP, which networks it announces. Otherwise nothing.',
    fields: ['peer_subnets', 'peer_subnets_v6', 'policy_rules', 'policy_rules_v6'],
  },
}

/** What to do about a layer that fails although the log names no reason. */
export const adviceOf = ({ id }: Layer, connection: VpnConnection): LayerAdvice => {
  const found = advice[id] ?? silent
  return { ...found, fields: found.fields.filter((path) => hasSetting(connection, path)) }
}
