import type { VpnConnection, VpnGateway } from '@vpn-console/api-client'
import { policyRulesOf } from '../connection-words.ts'
import { peerSubnetsOf } from '../../../ui/connection-words.ts'

export type SubnetPair = { source: string; destination: string }

const cross = (sources: readonly string[], destinations: readonly string[]): SubnetPair[] =>
  sources.flatMap((source) => destinations.map((destination) => ({ source, destination })))

/** The same for the same pair, however the blocks are written. */
export const pairKey = ({ source, destination }: SubnetPair): string =>
  `${source.toLowerCase()} ${destination.toLowerCase()}`

const isVersion6 = (block: string) => block.includes(':')

/**
 * The pairs of subnets that the two ends should have agreed on: each source with each destination of the rules, or
 * where routes decide, everything with everything. Undefined where that cannot be said without the gateway.
 */
export const expectedPairs = (
  connection: VpnConnection,
  gateway: Pick<VpnGateway, 'local_subnets' | 'local_subnets_v6' | 'ip_version'> | undefined,
): SubnetPair[] | undefined => {
  if (connection.style === 'POLICY') {
    return policyRulesOf(connection).flatMap(({ source = '', destination = [] }) => cross([source], destination))
  }
  if (connection.style === 'POLICY-TEMPLATE') {
    if (!gateway) return undefined
    const local = [...(gateway.local_subnets ?? []), ...(gateway.local_subnets_v6 ?? [])]
    const peer = peerSubnetsOf(connection)
    return local.flatMap((source) =>
      cross(
        [source],
        peer.filter((destination) => isVersion6(destination) === isVersion6(source)),
      ),
    )
  }
  const hasVersion6 = gateway?.ip_version === 'ipv6' || (connection.peer_subnets_v6 ?? []).length > 0
  const everything = hasVersion6 ? '::/0' : '0.0.0.0/0'
  return [{ source: everything, destination: everything }]
}

/** Why these pairs are expected, in one sentence. */
export const expectationWords = ({ style }: Pick<VpnConnection, 'style'>): string => {
  if (style === 'POLICY') return 'One pair for each source of the policy rules with each of its destinations.'
  if (style === 'POLICY-TEMPLATE') return 'One pair for each local subnet of the gateway with each peer subnet.'
  return 'Routes decide what enters the tunnel, so the two ends agree on one pair that holds every address.'
}
