import { gatewayIps, type VpnConnection, type VpnGateway } from '@vpn-console/api-client'

export const isRouteBased = ({ style }: Pick<VpnConnection, 'style'>): boolean => style === 'STATIC' || style === 'BGP'

export const policyRulesOf = ({ policy_rules = [], policy_rules_v6 = [] }: VpnConnection) => [
  ...policy_rules,
  ...policy_rules_v6,
]

/** Both ends of the tunnel inside; the answer carries them for policy connections too, where they mean nothing. */
export const tunnelAddressesOf = (connection: VpnConnection): string[] =>
  isRouteBased(connection)
    ? [connection.tunnel_local_address, connection.tunnel_peer_address].filter((address) => address !== undefined)
    : []

/** What looks after the tunnel beside the negotiation itself. */
export const healthCheckText = ({ connection_monitor_id, enable_nqa }: VpnConnection): string => {
  const checks = [...(connection_monitor_id ? ['Monitor'] : []), ...(enable_nqa ? ['NQA'] : [])]
  return checks.length > 0 ? checks.join(' and ') : 'Off'
}

export type GatewayEnd = {
  /** The address that the peer talks to, where the gateway can be seen. */
  address: string | undefined
  /** Which of the gateway's two: `1 (active)`. */
  place: string | undefined
}

/** The gateway's end of a connection: the cloud names it by the id of the EIP or by the private address. */
export const gatewayEnd = ({ vgw_ip }: Pick<VpnConnection, 'vgw_ip'>, gateway: VpnGateway | undefined): GatewayEnd => {
  const index = gateway ? gatewayIps(gateway).indexOf(vgw_ip) : -1
  if (!gateway || index === -1) return { address: undefined, place: undefined }
  const eip = index === 0 ? gateway.eip1 : gateway.eip2
  const role = gateway.ha_mode === 'active-standby' && index === 1 ? 'standby' : 'active'
  return {
    address: gateway.network_type === 'public' ? eip?.ip_address : vgw_ip,
    place: `${index + 1} (${role})`,
  }
}
