import { suggestTunnelAddresses, type TunnelAddresses, type VpnConnection } from '@vpn-console/api-client'

/** Every tunnel address in use on a gateway; `except` is a connection being edited. */
export const usedTunnelAddresses = (
  connections: readonly VpnConnection[],
  gatewayId: string,
  except?: string,
): string[] =>
  connections
    .filter(({ id, vgw_id }) => vgw_id === gatewayId && id !== except)
    .flatMap(({ tunnel_local_address, tunnel_peer_address }) => [tunnel_local_address, tunnel_peer_address])
    .filter((address) => address !== undefined)

/** A number that is always the same for a gateway, so that two gateways do not suggest the same blocks to one device. */
const seedOf = (gatewayId: string) => {
  let seed = 0
  for (const character of gatewayId) seed = (seed * 31 + (character.codePointAt(0) ?? 0)) % 16_381
  return seed
}

/** Free addresses for so many tunnels of a gateway; a higher `turn` gives others. */
export const suggestedTunnels = (
  used: readonly string[],
  gatewayId: string,
  count: number,
  turn = 0,
): TunnelAddresses[] => {
  const taken = [...used]
  return Array.from({ length: count }, (_, index) => {
    const found = suggestTunnelAddresses(taken, seedOf(gatewayId) + turn * 64 + index)
    taken.push(found.tunnel_local_address, found.tunnel_peer_address)
    return found
  })
}
