import { placeholders, type PeerId, type PeerSide, type PeerTunnel } from '../peer-side.ts'
import {
  dpdOrderRemarks,
  ipv6Remarks,
  isCounterMode,
  lifetimeRemarks,
  missingAlgorithms,
  securityOf,
  within,
  type AlgorithmWords,
  type PeerDevice,
} from './device.ts'
import { headOf, isIpv4Pair, namesOf, onlyIpv4, quoted, toText } from './text.ts'

const encryption = {
  'aes-256-gcm-16': 'aes-256-gcm',
  'aes-128-gcm-16': 'aes-128-gcm',
  'aes-256': 'aes-256-cbc',
  'aes-192': 'aes-192-cbc',
  'aes-128': 'aes-128-cbc',
  '3des': '3des-cbc',
}
const groups = Object.fromEntries([1, 2, 5, 14, 15, 16, 19, 20, 21].map((group) => [`group${group}`, `group${group}`]))

const words: AlgorithmWords = {
  ike: {
    encryption,
    authentication: { 'sha2-512': 'sha-512', 'sha2-384': 'sha-384', 'sha2-256': 'sha-256', sha1: 'sha1', md5: 'md5' },
    dhGroup: groups,
  },
  ipsec: {
    encryption,
    authentication: {
      'sha2-512': 'hmac-sha-512',
      'sha2-384': 'hmac-sha-384',
      'sha2-256': 'hmac-sha-256-128',
      sha1: 'hmac-sha1-96',
      md5: 'hmac-md5-96',
    },
    pfs: groups,
  },
}

const lifetimes = [180, 86_400] as const
const dpdIntervals = [2, 60] as const

const identity = ({ type, value }: PeerId) => `${type === 'fqdn' ? 'hostname' : 'inet'} ${value}`

const toHex = (text: string) =>
  [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** A text that begins like an encrypted one would be read as one: that key is given in hexadecimal. */
const keyText = (psk: string | undefined) =>
  psk?.startsWith('$9$') || psk?.startsWith('$8$')
    ? `hexadecimal ${quoted(toHex(psk))}`
    : `ascii-text ${quoted(psk ?? placeholders.psk)}`

const ike = (peer: PeerSide, tunnel: PeerTunnel, name: string) => {
  const security = securityOf(words, tunnel).ike
  const proposal = `set security ike proposal ${name}`
  const policy = `set security ike policy ${name}`
  const gateway = `set security ike gateway ${name}`
  const { version, isAggressive, dpd, lifetimeSeconds } = tunnel.ike
  return [
    `${proposal} authentication-method pre-shared-keys`,
    `${proposal} dh-group ${security.dhGroup}`,
    !isCounterMode(tunnel.ike.encryption) && `${proposal} authentication-algorithm ${security.authentication}`,
    `${proposal} encryption-algorithm ${security.encryption}`,
    `${proposal} lifetime-seconds ${within(lifetimeSeconds, lifetimes)}`,
    version === 1 && `${policy} mode ${isAggressive ? 'aggressive' : 'main'}`,
    `${policy} proposals ${name}`,
    `${policy} pre-shared-key ${keyText(tunnel.psk)}`,
    `${gateway} ike-policy ${name}`,
    `${gateway} address ${tunnel.gatewayAddress}`,
    `${gateway} dead-peer-detection always-send`,
    `${gateway} dead-peer-detection interval ${within(dpd.intervalSeconds, dpdIntervals)}`,
    `${gateway} dead-peer-detection threshold 3`,
    `${gateway} local-identity ${identity(tunnel.localId)}`,
    tunnel.remoteId.type !== 'any' && `${gateway} remote-identity ${identity(tunnel.remoteId)}`,
    `${gateway} external-interface ${placeholders.wan}`,
    !peer.isBehindNat && tunnel.ownAddress !== undefined && `${gateway} local-address ${tunnel.ownAddress}`,
    `${gateway} version ${version === 1 ? 'v1-only' : 'v2-only'}`,
  ]
}

const ipsec = (peer: PeerSide, tunnel: PeerTunnel, name: string) => {
  const security = securityOf(words, tunnel).ipsec
  const proposal = `set security ipsec proposal ${name}`
  const policy = `set security ipsec policy ${name}`
  const vpn = `set security ipsec vpn ${name}`
  const unit = `st0.${tunnel.interfaceNumber}`
  return [
    `${proposal} protocol esp`,
    security.authentication !== undefined && `${proposal} authentication-algorithm ${security.authentication}`,
    `${proposal} encryption-algorithm ${security.encryption}`,
    `${proposal} lifetime-seconds ${within(tunnel.ipsec.lifetimeSeconds, lifetimes)}`,
    security.pfs !== undefined && `${policy} perfect-forward-secrecy keys ${security.pfs}`,
    `${policy} proposals ${name}`,
    `${vpn} bind-interface ${unit}`,
    `${vpn} ike gateway ${name}`,
    `${vpn} ike ipsec-policy ${name}`,
    ...(peer.mode === 'policy'
      ? peer.pairs
          .filter(isIpv4Pair)
          .flatMap(({ local, remote }, index) => [
            `${vpn} traffic-selector ts${index + 1} local-ip ${local}`,
            `${vpn} traffic-selector ts${index + 1} remote-ip ${remote}`,
          ])
      : []),
    `${vpn} establish-tunnels immediately`,
    `set interfaces st0 unit ${tunnel.interfaceNumber} description ${quoted(`${tunnel.name} on ${peer.gatewayName}`)}`,
    `set interfaces st0 unit ${tunnel.interfaceNumber} family inet mtu 1400`,
    tunnel.inside && `set interfaces st0 unit ${tunnel.interfaceNumber} family inet address ${tunnel.inside.own}`,
    `set security zones security-zone vpn interfaces ${unit}`,
  ]
}

const traffic = (peer: PeerSide) => {
  const zone = 'set security zones security-zone vpn host-inbound-traffic'
  if (peer.bgp) {
    const { ownAsn, gatewayAsn } = peer.bgp
    const group = 'set protocols bgp group cloud'
    const statement = 'set policy-options policy-statement to-cloud'
    return [
      `${zone} protocols bgp`,
      `set routing-options autonomous-system ${ownAsn}`,
      `${group} type external`,
      `${group} peer-as ${gatewayAsn}`,
      `${group} export to-cloud`,
      ...peer.tunnels.map(({ inside }) => inside && `${group} neighbor ${inside.gateway}`),
      ...onlyIpv4(peer.ownSubnets).map((subnet) => `${statement} term own from route-filter ${subnet} exact`),
      `${statement} term own then accept`,
      `${statement} term rest then reject`,
    ]
  }
  if (peer.mode === 'policy') return []
  return onlyIpv4(peer.cloudSubnets).flatMap((subnet) =>
    peer.tunnels.map(
      ({ interfaceNumber }, index) =>
        `set routing-options static route ${subnet} qualified-next-hop st0.${interfaceNumber} preference ${index === 0 ? 5 : 10}`,
    ),
  )
}

const between = (from: string, to: string) => {
  const policy = `set security policies from-zone ${from} to-zone ${to} policy cloud`
  return [
    `${policy} match source-address any`,
    `${policy} match destination-address any`,
    `${policy} match application any`,
    `${policy} then permit`,
  ]
}

const generate = (peer: PeerSide): string => {
  const names = namesOf(peer, 31)
  return toText([
    ...headOf(peer, '#'),
    ...peer.tunnels.flatMap((tunnel, index) => [
      ...ike(peer, tunnel, names[index] ?? ''),
      ...ipsec(peer, tunnel, names[index] ?? ''),
    ]),
    'set security flow tcp-mss ipsec-vpn mss 1350',
    'set security zones security-zone untrust host-inbound-traffic system-services ike',
    'set security zones security-zone vpn host-inbound-traffic system-services ping',
    ...traffic(peer),
    ...between('trust', 'vpn'),
    ...between('vpn', 'trust'),
  ])
}

/** The key derivation that Junos ties to a cipher in counter mode. */
const impliedPrf: Record<string, string> = { 'aes-256-gcm-16': 'sha2-384', 'aes-128-gcm-16': 'sha2-256' }

const remarks = (peer: PeerSide): string[] => [
  ...missingAlgorithms(words, peer, 'Junos'),
  ...new Set(
    peer.tunnels.flatMap(({ ike: { encryption: cipher, authentication } }) =>
      isCounterMode(cipher) && impliedPrf[cipher] !== authentication
        ? [
            `With ${cipher} Junos derives IKE keys by ${impliedPrf[cipher] ?? 'a fixed hash'}, and the connection by ${authentication}: set ${impliedPrf[cipher] ?? 'that'} as its IKE authentication.`,
          ]
        : [],
    ),
  ),
  ...lifetimeRemarks(peer, 'Junos', { ike: lifetimes, ipsec: lifetimes }),
  ...(peer.tunnels.some(({ ike: { dpd } }) => within(dpd.intervalSeconds, dpdIntervals) !== dpd.intervalSeconds)
    ? ['Junos asks for signs of life every 60 s at the longest: the text has 60 s. Each end asks by its own clock.']
    : []),
  ...ipv6Remarks(peer, 'SRX'),
  ...dpdOrderRemarks(peer, 'Junos'),
  'The zones are called trust, untrust and vpn: change them to yours. The policies let everything through the tunnel.',
]

export const juniper: PeerDevice = {
  id: 'juniper-srx',
  label: 'Juniper SRX',
  description: 'Junos 20.2 or later',
  extension: 'txt',
  generate,
  remarks,
  steps: () => [
    'Paste the text in configuration mode (configure), check it with commit check, and commit.',
    'show security ike security-associations says UP, and show security ipsec security-associations lists both directions, when it is up.',
  ],
}
