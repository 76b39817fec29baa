import {
  blockVersion,
  isIpv4,
  type CustomerGateway,
  type IkePolicy,
  type IpsecPolicy,
  type VpnConnection,
  type VpnGateway,
} from '@vpn-console/api-client'
import { policyRulesOf } from '../connection-words.ts'
import { gatewayEnd } from '../../../ui/connections/gateway-end.ts'
import { isRouteBased } from '../../../ui/connections/tunnel-words.ts'

/** Stand where a value belongs that the console cannot see; they look the same on every device. */
export const placeholders = {
  psk: '<PRE-SHARED-KEY>',
  gatewayAddress: '<GATEWAY-ADDRESS>',
  ownAddress: '<DEVICE-ADDRESS>',
  cloudSubnet: '<CLOUD-SUBNET>',
  ownSubnet: '<LOCAL-SUBNET>',
  asn: '<DEVICE-ASN>',
  wan: '<WAN-INTERFACE>',
  lan: '<LAN-INTERFACE>',
} as const

export type PeerId = { type: 'ip' | 'fqdn' | 'any'; value: string }

/** Networks that one child SA joins, as the device sees them. */
export type SubnetPair = { local: string; remote: string }

export type PeerTunnel = {
  /** The connection's name. */
  name: string
  /** Which of the gateway's two addresses it ends on. */
  number: 1 | 2
  /** The same for no two tunnels of a device, since it comes from the tunnel's own /30. */
  interfaceNumber: number
  gatewayAddress: string
  /** The device's public address; undefined where only its name is known. */
  ownAddress: string | undefined
  localId: PeerId
  remoteId: PeerId
  /** Tunnel interface addresses, route based only: of the device with its mask, of the gateway without. */
  inside: { own: string; gateway: string } | undefined
  ike: {
    version: 1 | 2
    isAggressive: boolean
    encryption: string
    authentication: string
    dhGroup: string
    lifetimeSeconds: number
    dpd: { intervalSeconds: number; timeoutSeconds: number; isNotifyFirst: boolean }
  }
  ipsec: { encryption: string; authentication: string; pfs: string; lifetimeSeconds: number }
  /** Only while somebody has typed it. */
  psk: string | undefined
}

/** A connection, or both of a pair, as the device at its other end must be set up. */
export type PeerSide = {
  mode: 'static' | 'bgp' | 'policy'
  /** The gateway takes what the device asks for, within its policy template; the device begins. */
  isTemplate: boolean
  gatewayName: string
  deviceName: string
  isBehindNat: boolean
  /** Networks behind the device. */
  ownSubnets: string[]
  /** Networks in the cloud. */
  cloudSubnets: string[]
  /** Of policy mode: one child SA each. */
  pairs: SubnetPair[]
  bgp: { ownAsn: string; gatewayAsn: string } | undefined
  tunnels: PeerTunnel[]
}

export type PeerOptions = {
  /** Of the tunnels in their order. */
  psks: readonly (string | undefined)[]
  isBehindNat: boolean
}

type Ends = { gateway: VpnGateway | undefined; customerGateway: CustomerGateway | undefined }

const withoutMask = (address: string) => address.replace(/\/\d+$/, '')

const idOf = (type: string | undefined, value: string | undefined, own: string | undefined): PeerId => {
  if (type === 'any') return { type: 'any', value: '' }
  if (type === 'fqdn' && value) return { type: 'fqdn', value }
  return { type: 'ip', value: value || own || placeholders.ownAddress }
}

const blockNumber = (address: string | undefined, fallback: number): number => {
  const [, third, fourth] = /^169\.254\.(\d+)\.(\d+)/.exec(address ?? '') ?? []
  return third === undefined ? fallback : Number(third) * 64 + Math.floor(Number(fourth) / 4)
}

const ikeOf = (
  ike: IkePolicy,
  template: NonNullable<VpnGateway['policy_template']>['ike_policy'],
): PeerTunnel['ike'] => {
  const { ike_version, phase1_negotiation_mode, dpd } = ike
  const version = ike_version === 'v1' ? 1 : 2
  return {
    version,
    isAggressive: version === 1 && phase1_negotiation_mode === 'aggressive',
    encryption: template?.encryption_algorithm ?? ike.encryption_algorithm ?? 'aes-128',
    authentication: template?.authentication_algorithm ?? ike.authentication_algorithm ?? 'sha2-256',
    dhGroup: template?.dh_group ?? ike.dh_group ?? 'group15',
    lifetimeSeconds: template?.lifetime_seconds ?? ike.lifetime_seconds ?? 86_400,
    dpd: {
      intervalSeconds: dpd?.interval ?? 30,
      timeoutSeconds: dpd?.timeout ?? 15,
      isNotifyFirst: dpd?.msg === 'seq-notify-hash',
    },
  }
}

const ipsecOf = (
  ipsec: IpsecPolicy,
  template: NonNullable<VpnGateway['policy_template']>['ipsec_policy'],
): PeerTunnel['ipsec'] => ({
  encryption: template?.encryption_algorithm ?? ipsec.encryption_algorithm ?? 'aes-128',
  authentication: template?.authentication_algorithm ?? ipsec.authentication_algorithm ?? 'sha2-256',
  pfs: template?.pfs ?? ipsec.pfs ?? 'group15',
  lifetimeSeconds: template?.lifetime_seconds ?? ipsec.lifetime_seconds ?? 3_600,
})

const insideOf = (connection: VpnConnection): PeerTunnel['inside'] => {
  const { tunnel_local_address: gateway, tunnel_peer_address: own } = connection
  if (!isRouteBased(connection) || !gateway || !own) return undefined
  // What is local to the gateway is remote here.
  return { own: own.includes('/') ? own : `${own}/30`, gateway: withoutMask(gateway) }
}

const tunnelOf = (
  connection: VpnConnection,
  { gateway, customerGateway }: Ends,
  index: number,
  psk: string | undefined,
): PeerTunnel => {
  const { address, place } = gatewayEnd(connection, gateway)
  const { ikepolicy = {}, ipsecpolicy = {} } = connection
  const number = place === undefined ? (index === 1 ? 2 : 1) : place.startsWith('2') ? 2 : 1
  const template = connection.style === 'POLICY-TEMPLATE' ? gateway?.policy_template : undefined
  const ownAddress = customerGateway?.id_type === 'ip' ? customerGateway.id_value : undefined
  const gatewayAddress =
    address ?? (isIpv4(connection.vgw_ip) ? connection.vgw_ip : undefined) ?? placeholders.gatewayAddress
  const ownId = customerGateway?.id_type === 'fqdn' ? 'fqdn' : 'ip'
  return {
    name: connection.name,
    number,
    interfaceNumber: blockNumber(connection.tunnel_peer_address, number),
    gatewayAddress,
    ownAddress,
    localId:
      ikepolicy.peer_id_type === 'any' || (!ikepolicy.peer_id && ikepolicy.peer_id_type !== 'ip')
        ? idOf(ownId, customerGateway?.id_value, ownAddress)
        : idOf(ikepolicy.peer_id_type, ikepolicy.peer_id, ownAddress),
    remoteId: idOf(ikepolicy.local_id_type, ikepolicy.local_id, gatewayAddress),
    inside: insideOf(connection),
    ike: ikeOf(ikepolicy, template?.ike_policy),
    ipsec: ipsecOf(ipsecpolicy, template?.ipsec_policy),
    psk: psk || undefined,
  }
}

const orPlaceholder = (subnets: string[], placeholder: string) => (subnets.length > 0 ? subnets : [placeholder])

const modeOf = ({ style }: VpnConnection): PeerSide['mode'] =>
  style === 'BGP' ? 'bgp' : style === 'STATIC' ? 'static' : 'policy'

/** The device's side of a connection, or of both tunnels of a pair: local and remote change places. */
export const peerSideOf = (
  connections: readonly [VpnConnection, ...VpnConnection[]],
  ends: Ends,
  { psks, isBehindNat }: PeerOptions,
): PeerSide => {
  const [connection] = connections
  const { gateway, customerGateway } = ends
  const mode = modeOf(connection)
  const ruled = connection.style === 'POLICY' ? policyRulesOf(connection) : []
  const given = {
    own: [...(connection.peer_subnets ?? []), ...(connection.peer_subnets_v6 ?? [])],
    cloud: [...(gateway?.local_subnets ?? []), ...(gateway?.local_subnets_v6 ?? [])],
  }
  const rulePairs = ruled.flatMap(({ source = '', destination = [] }) =>
    destination.map((local) => ({ local, remote: source })),
  )
  const ownSubnets = orPlaceholder(
    given.own.length > 0 ? given.own : [...new Set(rulePairs.map(({ local }) => local))],
    placeholders.ownSubnet,
  )
  const cloudSubnets = orPlaceholder(
    rulePairs.length > 0 ? [...new Set(rulePairs.map(({ remote }) => remote))] : given.cloud,
    placeholders.cloudSubnet,
  )
  const everyPair = ownSubnets.flatMap((local) => cloudSubnets.map((remote) => ({ local, remote })))
  const sameVersion = everyPair.filter(({ local, remote }) => blockVersion(local) === blockVersion(remote))
  return {
    mode,
    isTemplate: connection.style === 'POLICY-TEMPLATE',
    gatewayName: gateway?.name ?? connection.vgw_id,
    deviceName: customerGateway?.name ?? connection.cgw_id,
    isBehindNat,
    ownSubnets,
    cloudSubnets,
    pairs: mode !== 'policy' ? [] : rulePairs.length > 0 ? rulePairs : sameVersion.length > 0 ? sameVersion : everyPair,
    bgp:
      mode === 'bgp'
        ? {
            ownAsn: String(customerGateway?.bgp_asn ?? placeholders.asn),
            gatewayAsn: String(gateway?.bgp_asn ?? 64_512),
          }
        : undefined,
    tunnels: connections.map((each, index) => tunnelOf(each, ends, index, psks[index])),
  }
}
