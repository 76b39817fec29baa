import type { IkePolicy, IpsecPolicy } from '@vpn-console/api-client'
import { gatewayAddress, peerAddress } from '../addresses.ts'
import { pairsOf, type Pair } from '../subnet-pairs.ts'
import type { Connection, Project } from '../project-state.ts'

/** A connection as its other end sees it: what is local there is remote here. */
export type PeerView = {
  name: string
  /** Which of the gateway's two addresses, from 1: both tunnels of a pair get names of their own. */
  number: 1 | 2
  mode: 'STATIC' | 'BGP' | 'POLICY'
  ownAddress: string
  isBehindNat: boolean
  gatewayAddress: string
  ownTunnelAddress: string
  gatewayTunnelAddress: string
  ownAsn: number | undefined
  gatewayAsn: number
  /** Networks behind the gateway. */
  gatewaySubnets: string[]
  /** Of policies: from the device's side. */
  flows: Pair[]
  isNqaOn: boolean
  ike: IkePolicy
  ipsec: IpsecPolicy
}

const bare = (withMask: string) => withMask.replace(/\/\d+$/, '')

export const peerViewOf = (project: Project, connection: Connection): PeerView => {
  const gateway = project.gateways.get(connection.vgw_id)
  const own = peerAddress(project, connection)
  const second = gateway?.network_type === 'private' ? gateway.access_private_ip_2 : gateway?.eips[1]
  const { style } = connection
  return {
    name: connection.name,
    number: connection.vgw_ip === second ? 2 : 1,
    mode: style === 'POLICY-TEMPLATE' ? 'POLICY' : style,
    ownAddress: own.address,
    isBehindNat: own.isBehindNat,
    gatewayAddress: gatewayAddress(project, connection),
    ownTunnelAddress: bare(connection.tunnel_peer_address),
    gatewayTunnelAddress: bare(connection.tunnel_local_address),
    ownAsn: project.customerGateways.get(connection.cgw_id)?.bgp_asn,
    gatewayAsn: gateway?.bgp_asn ?? 64_512,
    gatewaySubnets: [...(gateway?.local_subnets ?? []), ...(gateway?.local_subnets_v6 ?? [])],
    flows: pairsOf(project, connection).map(({ source, destination }) => ({
      source: destination,
      destination: source,
    })),
    isNqaOn: connection.enable_nqa,
    ike: connection.ikepolicy,
    ipsec: connection.ipsecpolicy,
  }
}
