import { placeholders, type PeerId, type PeerSide, type PeerTunnel } from '../peer-side.ts'
import {
  ipv6Remarks,
  isCounterMode,
  lifetimeRemarks,
  missingAlgorithms,
  securityOf,
  within,
  type AlgorithmWords,
  type PeerDevice,
} from './device.ts'
import { addressOf, headOf, isIpv4Pair, maskOf, namesOf, onlyIpv4, toText, withMask, withWildcard } from './text.ts'

type Family = 'ar' | 'usg'

const authentication = {
  'sha2-512': 'sha2-512',
  'sha2-384': 'sha2-384',
  'sha2-256': 'sha2-256',
  sha1: 'sha1',
  md5: 'md5',
}
const blockCiphers = { 'aes-256': 'aes-256', 'aes-192': 'aes-192', 'aes-128': 'aes-128', '3des': '3des' }
// Their names count the check value in bits, the connection's in bytes.
const counterModes = { 'aes-256-gcm-16': 'aes-256-gcm-128', 'aes-128-gcm-16': 'aes-128-gcm-128' }
const groups = (prefix: string) =>
  Object.fromEntries([1, 2, 5, 14, 15, 16, 19, 20, 21].map((group) => [`group${group}`, `${prefix}group${group}`]))

const wordsOf = (family: Family): AlgorithmWords => {
  const encryption = family === 'usg' ? { ...blockCiphers, ...counterModes } : blockCiphers
  return {
    ike: { encryption, authentication, dhGroup: groups('') },
    ipsec: { encryption: { ...blockCiphers, ...counterModes }, authentication, pfs: groups('dh-') },
  }
}

const ikeLifetimes = [60, 604_800] as const
const ipsecLifetimes = [30, 604_800] as const

const idLines = (whose: 'local' | 'remote', { type, value }: PeerId) =>
  type === 'any' ? [] : [` ${whose}-id-type ${type}`, ` ${whose}-id ${value}`]

const phase1 = (tunnel: PeerTunnel, name: string, family: Family) => {
  const { ike, number, gatewayAddress, localId, remoteId, psk } = tunnel
  const security = securityOf(wordsOf(family), tunnel).ike
  const key = psk ?? placeholders.psk
  return [
    `ike proposal 9${number}`,
    ` encryption-algorithm ${security.encryption}`,
    ` dh ${security.dhGroup}`,
    ` authentication-algorithm ${security.authentication}`,
    ' authentication-method pre-share',
    ike.version === 2 && !isCounterMode(ike.encryption) && ` integrity-algorithm hmac-${security.authentication}`,
    ike.version === 2 && ` prf hmac-${security.authentication}`,
    ` sa duration ${within(ike.lifetimeSeconds, ikeLifetimes)}`,
    '#',
    `ike peer ${name}`,
    ike.version === 1 ? ' undo version 2' : ' undo version 1',
    ike.version === 1 && ` exchange-mode ${ike.isAggressive ? 'aggressive' : 'main'}`,
    family === 'ar' ? ` pre-shared-key cipher ${key}` : ` pre-shared-key ${key}`,
    ` ike-proposal 9${number}`,
    ...idLines('local', localId),
    ...idLines('remote', remoteId),
    ' dpd type periodic',
    ` dpd idle-time ${ike.dpd.intervalSeconds}`,
    ` dpd retransmit-interval ${ike.dpd.timeoutSeconds}`,
    ike.version === 1 && ` dpd msg ${ike.dpd.isNotifyFirst ? 'seq-notify-hash' : 'seq-hash-notify'}`,
    ' nat traversal',
    ` remote-address ${gatewayAddress}`,
    '#',
  ]
}

const proposal = (tunnel: PeerTunnel, name: string, family: Family) => {
  const security = securityOf(wordsOf(family), tunnel).ipsec
  return [
    `ipsec proposal ${name}`,
    ' encapsulation-mode tunnel',
    ' transform esp',
    security.authentication !== undefined && ` esp authentication-algorithm ${security.authentication}`,
    ` esp encryption-algorithm ${security.encryption}`,
    '#',
  ]
}

const phase2Lines = (tunnel: PeerTunnel, name: string, family: Family) => {
  const { pfs } = securityOf(wordsOf(family), tunnel).ipsec
  return [
    ` ike-peer ${name}`,
    ` proposal ${name}`,
    pfs !== undefined && ` pfs ${pfs}`,
    ` sa duration time-based ${within(tunnel.ipsec.lifetimeSeconds, ipsecLifetimes)}`,
    '#',
  ]
}

const routed = (peer: PeerSide, tunnel: PeerTunnel, name: string, family: Family) => {
  const unit = `Tunnel0/0/${tunnel.number}`
  const own = peer.isBehindNat ? undefined : tunnel.ownAddress
  return [
    `ipsec profile ${name}`,
    ...phase2Lines(tunnel, name, family),
    `interface ${unit}`,
    ` description ${tunnel.name} on ${peer.gatewayName}`,
    tunnel.inside && ` ip address ${addressOf(tunnel.inside.own)} ${maskOf(tunnel.inside.own)}`,
    ' tcp adjust-mss 1300',
    ' tunnel-protocol ipsec',
    ` source ${own ?? placeholders.wan}`,
    ` destination ${tunnel.gatewayAddress}`,
    ` ipsec profile ${name}`,
    '#',
    ...(peer.mode === 'static'
      ? onlyIpv4(peer.cloudSubnets).map(
          (subnet) =>
            `ip route-static ${withMask(subnet)} ${unit}${tunnel === peer.tunnels[0] ? '' : ' preference 80'}`,
        )
      : []),
    family === 'usg' && 'firewall zone untrust',
    family === 'usg' && ` add interface ${unit}`,
    '#',
  ]
}

const bgp = ({ bgp: asns, tunnels, ownSubnets }: PeerSide) => {
  if (!asns) return []
  const gateways = tunnels.flatMap(({ inside }) => (inside ? [inside.gateway] : []))
  return [
    `bgp ${asns.ownAsn}`,
    ...gateways.map((gateway) => ` peer ${gateway} as-number ${asns.gatewayAsn}`),
    ' ipv4-family unicast',
    ...gateways.map((gateway) => `  peer ${gateway} enable`),
    ...onlyIpv4(ownSubnets).map((subnet) => `  network ${withMask(subnet)}`),
    '#',
  ]
}

/** Rules of a policy on one interface may not overlap: both gateways are peers of one entry where that can be. */
const policy = (peer: PeerSide, tunnel: PeerTunnel, name: string, family: Family) => [
  `acl number ${3100 + tunnel.number}`,
  ...peer.pairs
    .filter(isIpv4Pair)
    .map(
      ({ local, remote }, index) =>
        ` rule ${(index + 1) * 5} permit ip source ${withWildcard(local)} destination ${withWildcard(remote)}`,
    ),
  '#',
  `ipsec policy ${name} 10 isakmp`,
  ` security acl ${3100 + tunnel.number}`,
  ...phase2Lines(tunnel, name, family),
  `interface ${placeholders.wan}${peer.tunnels.length > 1 ? `-${tunnel.number}` : ''}`,
  ` ipsec policy ${name}`,
  '#',
]

const rules = ({ cloudSubnets, ownSubnets }: PeerSide) => {
  const cloud = onlyIpv4(cloudSubnets)
  const own = onlyIpv4(ownSubnets)
  const from = (blocks: readonly string[], word: string) =>
    blocks.map(
      (block) => `  ${word}-address ${block.includes('/') ? `${addressOf(block)} mask ${maskOf(block)}` : block}`,
    )
  const rule = (name: string, source: readonly string[], destination: readonly string[]) => [
    ` rule name ${name}`,
    ...from(source, 'source'),
    ...from(destination, 'destination'),
    '  action permit',
  ]
  return [
    'security-policy',
    ' rule name cloud-ike',
    '  source-zone local',
    '  source-zone untrust',
    '  destination-zone local',
    '  destination-zone untrust',
    '  service protocol udp destination-port 500 4500',
    '  service esp',
    '  action permit',
    ...rule('cloud-out', own, cloud),
    ...rule('cloud-in', cloud, own),
    '#',
  ]
}

const generate = (peer: PeerSide, family: Family): string => {
  // Names of IKE peers are short.
  const names = namesOf(peer, 15)
  const each = (part: (tunnel: PeerTunnel, name: string) => (string | false | undefined)[]) =>
    peer.tunnels.flatMap((tunnel, index) => part(tunnel, names[index] ?? ''))
  return toText([
    ...headOf(peer, '#'),
    ...each((tunnel, name) => [...phase1(tunnel, name, family), ...proposal(tunnel, name, family)]),
    ...each((tunnel, name) =>
      peer.mode === 'policy' ? policy(peer, tunnel, name, family) : routed(peer, tunnel, name, family),
    ),
    ...bgp(peer),
    ...(family === 'usg' ? rules(peer) : []),
    'return',
  ])
}

const remarks = (peer: PeerSide, family: Family): string[] => [
  ...missingAlgorithms(wordsOf(family), peer, family === 'usg' ? 'A USG' : 'An AR router'),
  ...lifetimeRemarks(peer, 'The device', { ike: ikeLifetimes, ipsec: ipsecLifetimes }),
  ...ipv6Remarks(peer, 'Huawei devices'),
  ...(peer.mode === 'policy' && peer.tunnels.length > 1
    ? ['Two policies with the same subnets need two outside interfaces. With one, set up the first tunnel only.']
    : []),
  ...(family === 'usg' && peer.tunnels.some(({ ike }) => isCounterMode(ike.encryption))
    ? ['Only recent releases of USG have counter modes in IKE: see whether encryption-algorithm ? lists them.']
    : []),
  'The numbers of proposals, access lists and tunnel interfaces are ours: change those that are taken.',
]

const steps = [
  'See to it that traffic between the subnets is not translated (NAT policy or NAT outbound).',
  'Paste the text in the system view (system-view), then save.',
  'display ike sa shows both phases with the flag RD, and display ipsec statistics counts packets, when it is up.',
]

export const huaweiAr: PeerDevice = {
  id: 'huawei-ar',
  label: 'Huawei AR',
  description: 'AR routers, V200R010 or later',
  extension: 'txt',
  generate: (peer) => generate(peer, 'ar'),
  remarks: (peer) => remarks(peer, 'ar'),
  steps: () => steps,
}

export const huaweiUsg: PeerDevice = {
  id: 'huawei-usg',
  label: 'Huawei USG',
  description: 'USG6000 firewalls, V600R007 or later',
  extension: 'txt',
  generate: (peer) => generate(peer, 'usg'),
  remarks: (peer) => remarks(peer, 'usg'),
  steps: () => steps,
}
