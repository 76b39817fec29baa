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
import { addressOf, headOf, isIpv4Pair, namesOf, onlyIpv4, quoted, toText, withMask } from './text.ts'

const authentication = { 'sha2-512': 'sha512', 'sha2-384': 'sha384', 'sha2-256': 'sha256', sha1: 'sha1', md5: 'md5' }
const encryption = {
  'aes-256-gcm-16': 'aes256gcm',
  'aes-128-gcm-16': 'aes128gcm',
  'aes-256': 'aes256',
  'aes-192': 'aes192',
  'aes-128': 'aes128',
  '3des': '3des',
}
const groups = Object.fromEntries([1, 2, 5, 14, 15, 16, 19, 20, 21].map((group) => [`group${group}`, String(group)]))

const words: AlgorithmWords = {
  ike: { encryption, authentication, dhGroup: groups },
  ipsec: { encryption, authentication, pfs: groups },
}

const lifetimes = [120, 172_800] as const

const peerId = ({ type, value }: PeerId) =>
  type === 'fqdn' ? ['        set peertype one', `        set peerid ${quoted(value)}`] : ['        set peertype any']

const phase1 = (tunnel: PeerTunnel, name: string) => {
  const { ike, gatewayAddress, localId, remoteId, psk } = tunnel
  const security = securityOf(words, tunnel).ike
  // Phase 1 in counter mode derives its keys with the hash, which the name of the proposal carries.
  const prf =
    isCounterMode(ike.encryption) && ike.authentication === 'md5' ? '<md5-NOT-ON-THIS-DEVICE>' : security.authentication
  const proposal = `${security.encryption}-${isCounterMode(ike.encryption) ? `prf${prf}` : security.authentication}`
  return [
    `    edit ${quoted(name)}`,
    `        set interface ${quoted(placeholders.wan)}`,
    `        set ike-version ${ike.version}`,
    ike.version === 1 && `        set mode ${ike.isAggressive ? 'aggressive' : 'main'}`,
    '        set net-device disable',
    ...peerId(remoteId),
    `        set proposal ${proposal}`,
    `        set dhgrp ${security.dhGroup}`,
    `        set keylife ${within(ike.lifetimeSeconds, lifetimes)}`,
    `        set localid-type ${localId.type === 'fqdn' ? 'fqdn' : 'address'}`,
    `        set localid ${quoted(localId.value)}`,
    '        set nattraversal enable',
    '        set dpd on-idle',
    `        set dpd-retryinterval ${ike.dpd.intervalSeconds}`,
    '        set dpd-retrycount 3',
    `        set remote-gw ${gatewayAddress}`,
    `        set psksecret ${quoted(psk ?? placeholders.psk)}`,
    '    next',
  ]
}

const phase2 = (tunnel: PeerTunnel, name: string, phase1Name: string, selectors: readonly string[]) => {
  const security = securityOf(words, tunnel).ipsec
  return [
    `    edit ${quoted(name)}`,
    `        set phase1name ${quoted(phase1Name)}`,
    `        set proposal ${[security.encryption, security.authentication].filter(Boolean).join('-')}`,
    `        set pfs ${security.pfs === undefined ? 'disable' : 'enable'}`,
    security.pfs !== undefined && `        set dhgrp ${security.pfs}`,
    `        set keylifeseconds ${within(tunnel.ipsec.lifetimeSeconds, lifetimes)}`,
    '        set auto-negotiate enable',
    ...selectors.map((line) => `        ${line}`),
    '    next',
  ]
}

const phase2OfTunnel = (peer: PeerSide, tunnel: PeerTunnel, name: string) => {
  if (peer.mode !== 'policy') {
    return phase2(tunnel, name, name, ['set src-subnet 0.0.0.0 0.0.0.0', 'set dst-subnet 0.0.0.0 0.0.0.0'])
  }
  return peer.pairs
    .filter(isIpv4Pair)
    .flatMap(({ local, remote }, index) =>
      phase2(tunnel, `${name}-${index + 1}`, name, [
        `set src-subnet ${withMask(local)}`,
        `set dst-subnet ${withMask(remote)}`,
      ]),
    )
}

const insideAddress = ({ inside }: PeerTunnel, name: string) =>
  inside
    ? [
        `    edit ${quoted(name)}`,
        `        set ip ${addressOf(inside.own)} 255.255.255.255`,
        `        set remote-ip ${inside.gateway} 255.255.255.252`,
        '        set allowaccess ping',
        '    next',
      ]
    : []

const routes = (peer: PeerSide, names: readonly string[]) =>
  onlyIpv4(peer.cloudSubnets).flatMap((subnet) =>
    names.flatMap((name, index) => [
      '    edit 0',
      `        set dst ${withMask(subnet)}`,
      `        set device ${quoted(name)}`,
      `        set distance ${index === 0 ? 10 : 20}`,
      '    next',
    ]),
  )

const bgp = ({ bgp: asns, tunnels, ownSubnets }: PeerSide) =>
  asns
    ? [
        'config router bgp',
        `    set as ${asns.ownAsn}`,
        '    config neighbor',
        ...tunnels.flatMap(({ inside }) =>
          inside
            ? [`        edit ${quoted(inside.gateway)}`, `            set remote-as ${asns.gatewayAsn}`, '        next']
            : [],
        ),
        '    end',
        '    config network',
        ...onlyIpv4(ownSubnets).flatMap((subnet) => [
          '        edit 0',
          `            set prefix ${withMask(subnet)}`,
          '        next',
        ]),
        '    end',
        'end',
      ]
    : []

const policy = (name: string, from: string, to: string) => [
  '    edit 0',
  `        set name ${quoted(name)}`,
  `        set srcintf ${quoted(from)}`,
  `        set dstintf ${quoted(to)}`,
  '        set srcaddr "all"',
  '        set dstaddr "all"',
  '        set action accept',
  '        set schedule "always"',
  '        set service "ALL"',
  '    next',
]

const generate = (peer: PeerSide): string => {
  // A tunnel is an interface too, and names of interfaces are short.
  const names = namesOf(peer, 15)
  const each = (part: (tunnel: PeerTunnel, name: string) => readonly (string | false)[]) =>
    peer.tunnels.flatMap((tunnel, index) => part(tunnel, names[index] ?? ''))
  return toText([
    ...headOf(peer, '#'),
    'config vpn ipsec phase1-interface',
    ...each(phase1),
    'end',
    'config vpn ipsec phase2-interface',
    ...each((tunnel, name) => phase2OfTunnel(peer, tunnel, name)),
    'end',
    ...(peer.mode === 'policy' ? [] : ['config system interface', ...each(insideAddress), 'end']),
    ...(peer.mode === 'bgp' ? bgp(peer) : ['config router static', ...routes(peer, names), 'end']),
    'config firewall policy',
    ...names.flatMap((name) => [
      ...policy(`${name}-out`, placeholders.lan, name),
      ...policy(`${name}-in`, name, placeholders.lan),
    ]),
    'end',
  ])
}

export const fortigate: PeerDevice = {
  id: 'fortigate',
  label: 'Fortinet FortiGate',
  description: 'FortiOS 6.4 or later',
  extension: 'txt',
  generate,
  remarks: (peer) => [
    ...missingAlgorithms(words, peer, 'FortiOS'),
    ...(peer.tunnels.some(({ ike }) => isCounterMode(ike.encryption) && ike.authentication === 'md5')
      ? [
          'FortiOS has no md5 to derive keys with in counter mode. The text shows the gap; choose another on the connection.',
        ]
      : []),
    ...lifetimeRemarks(peer, 'FortiOS', { ike: lifetimes, ipsec: lifetimes }),
    ...ipv6Remarks(peer, 'FortiGate'),
    ...dpdOrderRemarks(peer, 'FortiOS'),
    ...(peer.mode === 'policy' && peer.tunnels.length > 1
      ? ['The second tunnel is a backup: its routes count only while the first one is down.']
      : []),
    'The firewall policies let everything through the tunnel: narrow them to what you want.',
  ],
  steps: () => [
    'Paste the text into the CLI console; each block is saved at its end.',
    'get vpn ipsec tunnel summary shows selectors 1/1 up, and diagnose vpn ike gateway list the IKE SA, when it is up.',
  ],
}
