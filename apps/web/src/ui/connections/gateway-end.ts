import { gatewayIps, type VpnConnection, type VpnGateway } from '@vpn-console/api-client'

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
