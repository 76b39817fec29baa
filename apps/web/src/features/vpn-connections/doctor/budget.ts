import type { VpnConnection } from '@vpn-console/api-client'
import { policyRulesOf } from '../connection-words.ts'

/** Tunnels that a policy connection costs: one for each source with each of its destinations; one in every other mode. */
export const tunnelsOf = (connection: VpnConnection): number =>
  connection.style === 'POLICY'
    ? policyRulesOf(connection).reduce((sum, { destination = [] }) => sum + destination.length, 0)
    : 1

/** Tunnels on one address of a gateway, by connection, the costliest first. */
export const tunnelsOn = (connections: readonly VpnConnection[], vgwIp: string) => {
  const shares = connections
    .filter(({ vgw_ip }) => vgw_ip === vgwIp)
    .map((connection) => ({ name: connection.name, tunnels: tunnelsOf(connection) }))
    .toSorted((a, b) => b.tunnels - a.tunnels)
  return { shares, total: shares.reduce((sum, { tunnels }) => sum + tunnels, 0) }
}
