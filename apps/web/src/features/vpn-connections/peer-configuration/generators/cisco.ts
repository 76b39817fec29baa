import { placeholders, type PeerSide, type PeerTunnel } from '../peer-side.ts'
import {
  ikeLifetimes,
  ipsecLifetimes,
  phase2Settings,
  profileV1,
  profileV2,
  proposals,
  remoteIdentity,
  transformSet,
  wordsFor,
} from './cisco-phases.ts'
import { dpdOrderRemarks, ipv6Remarks, lifetimeRemarks, missingAlgorithms, type PeerDevice } from './device.ts'
import { addressOf, headOf, isIpv4Pair, maskOf, namesOf, onlyIpv4, toText, withMask, withWildcard } from './text.ts'

const profileLine = ({ ike }: PeerTunnel, name: string) =>
  ` set ${ike.version === 1 ? 'isakmp-profile' : 'ikev2-profile'} ${name}`

const tunnelInterface = (peer: PeerSide, tunnel: PeerTunnel, name: string) => [
  `crypto ipsec profile ${name}`,
  ...phase2Settings(tunnel),
  ` set transform-set ${name}`,
  profileLine(tunnel, name),
  '!',
  `interface Tunnel${tunnel.interfaceNumber}`,
  ` description ${tunnel.name} on ${peer.gatewayName}`,
  tunnel.inside && ` ip address ${addressOf(tunnel.inside.own)} ${maskOf(tunnel.inside.own)}`,
  ' ip mtu 1400',
  ' ip tcp adjust-mss 1360',
  ` tunnel source ${peer.isBehindNat || tunnel.ownAddress === undefined ? placeholders.wan : tunnel.ownAddress}`,
  ' tunnel mode ipsec ipv4',
  ` tunnel destination ${tunnel.gatewayAddress}`,
  ` tunnel protection ipsec profile ${name}`,
  '!',
  ...(peer.mode === 'static'
    ? [
        ...onlyIpv4(peer.cloudSubnets).map(
          (subnet) =>
            `ip route ${withMask(subnet)} Tunnel${tunnel.interfaceNumber}${tunnel === peer.tunnels[0] ? '' : ' 10'}`,
        ),
        '!',
      ]
    : []),
]

const bgp = ({ bgp: asns, tunnels, ownSubnets }: PeerSide) =>
  asns
    ? [
        `router bgp ${asns.ownAsn}`,
        ...tunnels.map(({ inside }) => inside && ` neighbor ${inside.gateway} remote-as ${asns.gatewayAsn}`),
        ' address-family ipv4',
        ...tunnels.map(({ inside }) => inside && `  neighbor ${inside.gateway} activate`),
        ...onlyIpv4(ownSubnets).map((subnet) =>
          subnet.includes('/') ? `  network ${addressOf(subnet)} mask ${maskOf(subnet)}` : `  network ${subnet}`,
        ),
        ' exit-address-family',
        '!',
      ]
    : []

/** One entry with both gateways as peers: of two entries with the same access list only the first would ever be used. */
const cryptoMap = (peer: PeerSide, names: readonly string[]) => {
  const [tunnel] = peer.tunnels
  const [name = ''] = names
  if (!tunnel) return []
  return [
    `ip access-list extended ${name}-subnets`,
    ...peer.pairs
      .filter(isIpv4Pair)
      .map(({ local, remote }) => ` permit ip ${withWildcard(local)} ${withWildcard(remote)}`),
    '!',
    `crypto map ${name} 10 ipsec-isakmp`,
    ...peer.tunnels.map(
      ({ gatewayAddress }, index) =>
        ` set peer ${gatewayAddress}${index === 0 && peer.tunnels.length > 1 ? ' default' : ''}`,
    ),
    ...phase2Settings(tunnel),
    ` set transform-set ${names.join(' ')}`,
    profileLine(tunnel, name),
    ` match address ${name}-subnets`,
    '!',
    `interface ${placeholders.wan}`,
    ` crypto map ${name}`,
    '!',
  ]
}

/** A crypto map names one profile, which then knows both gateways. */
const profileForMap = (peer: PeerSide, names: readonly string[]) => {
  const [first, second] = peer.tunnels
  const [name = '', other = ''] = names
  if (!first) return []
  const phase1 = first.ike.version === 1 ? profileV1 : profileV2
  const lines = phase1(first, name)
  if (!second) return lines
  const { gatewayAddress, psk = placeholders.psk, remoteId } = second
  const matched = remoteIdentity(remoteId, gatewayAddress)
  const added =
    first.ike.version === 1
      ? [
          `crypto keyring ${name}`,
          ` pre-shared-key address ${gatewayAddress} key ${psk}`,
          '!',
          `crypto isakmp profile ${name}`,
          ` match identity ${remoteId.type === 'fqdn' ? `host ${remoteId.value}` : matched}`,
          '!',
        ]
      : [
          `crypto ikev2 keyring ${name}`,
          ` peer ${other}`,
          `  address ${gatewayAddress}`,
          `  pre-shared-key ${psk}`,
          '!',
          `crypto ikev2 profile ${name}`,
          ` match identity remote ${matched}`,
          '!',
        ]
  return [...lines, ...added]
}

const generate = (peer: PeerSide): string => {
  const names = namesOf(peer)
  const nameOf = (index: number) => names[index] ?? ''
  const sets = peer.tunnels.flatMap((tunnel, index) => transformSet(tunnel, nameOf(index)))
  if (peer.mode === 'policy') {
    return toText([
      ...headOf(peer, '!'),
      ...proposals(peer, names),
      ...profileForMap(peer, names),
      ...sets,
      ...cryptoMap(peer, names),
      'end',
    ])
  }
  return toText([
    ...headOf(peer, '!'),
    ...proposals(peer, names),
    ...peer.tunnels.flatMap((tunnel, index) =>
      tunnel.ike.version === 1 ? profileV1(tunnel, nameOf(index)) : profileV2(tunnel, nameOf(index)),
    ),
    ...sets,
    ...peer.tunnels.flatMap((tunnel, index) => tunnelInterface(peer, tunnel, nameOf(index))),
    ...bgp(peer),
    'end',
  ])
}

const isWeak = ({ ike, ipsec: { encryption, authentication, pfs } }: PeerTunnel) =>
  [ike.encryption, encryption].includes('3des') ||
  [ike.authentication, authentication].includes('md5') ||
  [ike.dhGroup, pfs].some((group) => ['group1', 'group2', 'group5'].includes(group))

/** What the second tunnel would have to share with the first to be in the same crypto map entry. */
const differs = ([first, second]: PeerSide['tunnels']) =>
  first !== undefined &&
  second !== undefined &&
  JSON.stringify([first.ike, first.ipsec]) !== JSON.stringify([second.ike, second.ipsec])

const remarks = (peer: PeerSide): string[] => [
  ...new Set(
    peer.tunnels.flatMap((tunnel) => missingAlgorithms(wordsFor(tunnel), { ...peer, tunnels: [tunnel] }, 'IOS-XE')),
  ),
  ...lifetimeRemarks(peer, 'IOS-XE', { ike: ikeLifetimes, ipsec: ipsecLifetimes }),
  ...ipv6Remarks(peer, 'IOS-XE'),
  ...dpdOrderRemarks(peer, 'IOS-XE'),
  ...(peer.tunnels.some(isWeak)
    ? [
        'Newer releases of IOS-XE (17.11 and later) refuse MD5, 3DES and the groups 1, 2 and 5 until weak cryptography is allowed.',
      ]
    : []),
  ...(peer.tunnels.some(({ ike, localId }) => ike.version === 1 && localId.type === 'fqdn')
    ? [
        'With IKEv1 the router’s id is its own host name with domain: both must give the id that the connection expects.',
      ]
    : []),
  ...(peer.mode === 'policy' && peer.tunnels.length > 1
    ? ['In policy mode the second gateway address is a backup: the router turns to it when the first is dead.']
    : []),
  ...(peer.mode === 'policy' && differs(peer.tunnels)
    ? [
        'The two tunnels are secured differently, and a crypto map entry takes one set: the text follows the first tunnel.',
      ]
    : []),
]

export const cisco: PeerDevice = {
  id: 'cisco-ios-xe',
  label: 'Cisco IOS-XE',
  description: 'ISR, ASR and Catalyst routers',
  extension: 'txt',
  generate,
  remarks,
  steps: (peer) => [
    'Paste the text in configuration mode (configure terminal), then save with copy running-config startup-config.',
    ...(peer.mode === 'policy'
      ? ['See to it that traffic between the subnets is not translated (NAT); the first of it starts the tunnel.']
      : []),
    `${peer.tunnels[0]?.ike.version === 1 ? 'show crypto isakmp sa says QM_IDLE' : 'show crypto ikev2 sa says READY'}, and show crypto ipsec sa counts packets, when it is up.`,
  ],
}
