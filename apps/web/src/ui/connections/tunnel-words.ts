import type { VpnConnection } from '@vpn-console/api-client'

export const isRouteBased = ({ style }: Pick<VpnConnection, 'style'>): boolean => style === 'STATIC' || style === 'BGP'

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
