import type { P2cVpnGateway, VpnServer } from '@vpn-console/api-client'

/** A gateway of remote access with its server, as far as each may be seen. */
export type RemoteAccess = {
  id: string
  name: string
  gateway: P2cVpnGateway | undefined
  server: VpnServer | undefined
}

/** One for each gateway; where only servers may be listed, one for each of these. The fullest comes first. */
export const remoteAccess = (
  gateways: readonly P2cVpnGateway[] | undefined,
  servers: readonly VpnServer[] | undefined,
): RemoteAccess[] => {
  if (!gateways) {
    return (servers ?? []).map((server) => ({
      id: server.id,
      name: server.client_cidr ?? server.id,
      gateway: undefined,
      server,
    }))
  }
  const byGateway = new Map(servers?.map((server) => [server.p2c_vgw_id, server]))
  return gateways
    .map((gateway) => ({ id: gateway.id, name: gateway.name, gateway, server: byGateway.get(gateway.id) }))
    .toSorted(
      (a, b) => fullness(b.gateway) - fullness(a.gateway) || a.name.localeCompare(b.name, undefined, { numeric: true }),
    )
}

/** What part of its clients is connected, from 0 to 1; 0 where the gateway does not say. */
export const fullness = ({ current_connection_number: now = 0, max_connection_number: most }: P2cVpnGateway): number =>
  most ? now / most : 0

/** `12 of 50 clients connected`; nothing where the gateway does not say. */
export const clientWords = ({
  current_connection_number: now,
  max_connection_number: most,
}: P2cVpnGateway): string | undefined => {
  if (now === undefined) return undefined
  const clients = (count: number) => (count === 1 ? '1 client' : `${count} clients`)
  return most === undefined ? `${clients(now)} connected` : `${now} of ${clients(most)} connected`
}
