import type { VpnConnection } from '@vpn-console/api-client'

const modes: Record<string, string> = {
  STATIC: 'Static',
  BGP: 'BGP',
  POLICY: 'Policy',
  'POLICY-TEMPLATE': 'Policy template',
}

/** The mode under the name of its tab in the wizard. */
export const modeText = ({ style }: Pick<VpnConnection, 'style'>): string => modes[style] ?? style

export const peerSubnetsOf = ({ peer_subnets = [], peer_subnets_v6 = [] }: VpnConnection): string[] => [
  ...peer_subnets,
  ...peer_subnets_v6,
]
