import { placeholders, type PeerId, type PeerSide, type PeerTunnel } from '../peer-side.ts'
import { isCounterMode, missingAlgorithms, securityOf, type AlgorithmWords, type PeerDevice } from './device.ts'
import { headOf, namesOf, quoted, toText } from './text.ts'

const encryption = {
  'aes-256-gcm-16': 'aes256gcm16',
  'aes-128-gcm-16': 'aes128gcm16',
  'aes-256': 'aes256',
  'aes-192': 'aes192',
  'aes-128': 'aes128',
  '3des': '3des',
}

const authentication = {
  'sha2-512': 'sha512',
  'sha2-384': 'sha384',
  'sha2-256': 'sha256',
  sha1: 'sha1',
  md5: 'md5',
}

const groups = {
  group1: 'modp768',
  group2: 'modp1024',
  group5: 'modp1536',
  group14: 'modp2048',
  group15: 'modp3072',
  group16: 'modp4096',
  group19: 'ecp256',
  group20: 'ecp384',
  group21: 'ecp521',
}

const words: AlgorithmWords = {
  ike: { encryption, authentication, dhGroup: groups },
  ipsec: { encryption, authentication, pfs: groups },
}

// The type before the value keeps a name that looks like an address or a DN a name.
const idText = ({ type, value }: PeerId) =>
  type === 'any' ? '%any' : type === 'fqdn' ? quoted(`fqdn:${value}`) : value

const toBase64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

/** A secret that begins like an encoded one would be decoded: that one is given encoded. */
const secretText = (psk: string | undefined) => {
  if (psk === undefined) return quoted(placeholders.psk)
  return /^0[xs]/i.test(psk) ? `0s${toBase64(psk)}` : quoted(psk)
}

const proposalsOf = (tunnel: PeerTunnel) => {
  const { ike, ipsec } = securityOf(words, tunnel)
  // In counter mode the cipher authenticates, and the hash is only left to derive keys.
  const prf = isCounterMode(tunnel.ike.encryption) ? `prf${ike.authentication}` : ike.authentication
  return {
    ike: [ike.encryption, prf, ike.dhGroup].join('-'),
    esp: [ipsec.encryption, ipsec.authentication, ipsec.pfs].filter((part) => part !== undefined).join('-'),
  }
}

const child = (tunnel: PeerTunnel, name: string, traffic: readonly string[]) => {
  const { lifetimeSeconds } = tunnel.ipsec
  return [
    `      ${name} {`,
    ...traffic.map((line) => `        ${line}`),
    `        esp_proposals = ${proposalsOf(tunnel).esp}`,
    `        life_time = ${lifetimeSeconds}s`,
    `        rekey_time = ${Math.floor(lifetimeSeconds * 0.9)}s`,
    '        mode = tunnel',
    '        start_action = start',
    '        close_action = start',
    '        dpd_action = restart',
    '      }',
  ]
}

const childrenOf = (peer: PeerSide, tunnel: PeerTunnel, name: string) => {
  if (peer.mode !== 'policy') {
    const selectors = ['local_ts = 0.0.0.0/0', 'remote_ts = 0.0.0.0/0']
    const interfaceIds = [`if_id_in = ${tunnel.interfaceNumber}`, `if_id_out = ${tunnel.interfaceNumber}`]
    return child(tunnel, name, [...selectors, ...interfaceIds])
  }
  return peer.pairs.flatMap(({ local, remote }, index) =>
    child(tunnel, peer.pairs.length === 1 ? name : `${name}-${index + 1}`, [
      `local_ts = ${local}`,
      `remote_ts = ${remote}`,
    ]),
  )
}

const connection = (peer: PeerSide, tunnel: PeerTunnel, name: string) => {
  const { ike, ownAddress, gatewayAddress, localId, remoteId } = tunnel
  const { intervalSeconds, timeoutSeconds } = ike.dpd
  const rekey = Math.floor(ike.lifetimeSeconds * 0.9)
  return [
    `  ${name} {`,
    `    version = ${ike.version}`,
    ike.isAggressive && '    aggressive = yes',
    `    local_addrs = ${peer.isBehindNat ? '%any' : (ownAddress ?? '%any')}`,
    `    remote_addrs = ${gatewayAddress}`,
    `    proposals = ${proposalsOf(tunnel).ike}`,
    `    rekey_time = ${rekey}s`,
    `    over_time = ${ike.lifetimeSeconds - rekey}s`,
    `    dpd_delay = ${intervalSeconds}s`,
    ike.version === 1 && `    dpd_timeout = ${intervalSeconds + 3 * timeoutSeconds}s`,
    '    keyingtries = 0',
    ike.version === 2 && '    mobike = no',
    peer.isBehindNat && '    encap = yes',
    '    local {',
    '      auth = psk',
    `      id = ${idText(localId)}`,
    '    }',
    '    remote {',
    '      auth = psk',
    `      id = ${idText(remoteId)}`,
    '    }',
    '    children {',
    ...childrenOf(peer, tunnel, name),
    '    }',
    '  }',
  ]
}

const secret = ({ localId, remoteId, psk }: PeerTunnel, name: string) => [
  `  ike-${name} {`,
  `    id-local = ${idText(localId)}`,
  remoteId.type !== 'any' && `    id-remote = ${idText(remoteId)}`,
  `    secret = ${secretText(psk)}`,
  '  }',
]

const interfaces = (peer: PeerSide) => [
  '#',
  '# The tunnel interfaces and routes, for a shell as root (Linux 4.19 or later; add them to your network settings to keep them):',
  ...peer.tunnels.flatMap(({ interfaceNumber, inside }, index) => [
    `#   ip link add ipsec${interfaceNumber} type xfrm dev ${placeholders.wan} if_id ${interfaceNumber}`,
    inside && `#   ip address add ${inside.own} dev ipsec${interfaceNumber}`,
    `#   ip link set ipsec${interfaceNumber} mtu 1400 up`,
    ...(peer.mode === 'static'
      ? peer.cloudSubnets.map(
          (subnet) =>
            `#   ip ${subnet.includes(':') ? '-6 ' : ''}route add ${subnet} dev ipsec${interfaceNumber} metric ${(index + 1) * 100}`,
        )
      : []),
  ]),
]

const bgp = ({ bgp: asns, tunnels, ownSubnets }: PeerSide) =>
  asns && [
    '#',
    '# The BGP speaker, here FRR (vtysh, configure terminal):',
    `#   router bgp ${asns.ownAsn}`,
    '#    no bgp ebgp-requires-policy',
    ...tunnels.map(({ inside }) => inside && `#    neighbor ${inside.gateway} remote-as ${asns.gatewayAsn}`),
    '#    address-family ipv4 unicast',
    ...ownSubnets.map((subnet) => `#     network ${subnet}`),
  ]

const generate = (peer: PeerSide): string => {
  const names = namesOf(peer, 48)
  const each = <T>(part: (tunnel: PeerTunnel, name: string) => T[]) =>
    peer.tunnels.flatMap((tunnel, index) => part(tunnel, names[index] ?? tunnel.name))
  return toText([
    ...headOf(peer, '#'),
    'connections {',
    ...each((tunnel, name) => connection(peer, tunnel, name)),
    '}',
    '',
    'secrets {',
    ...each(secret),
    '}',
    ...(peer.mode === 'policy' ? [] : interfaces(peer)),
    ...(bgp(peer) ?? []),
  ])
}

export const strongswan: PeerDevice = {
  id: 'strongswan',
  label: 'strongSwan',
  description: 'Linux with swanctl, version 5.8 or later',
  extension: 'conf',
  generate,
  remarks: (peer) => [
    ...missingAlgorithms(words, peer, 'strongSwan'),
    ...(peer.mode === 'policy'
      ? []
      : [
          'The tunnel interfaces and routes are made by the commands at the end of the text: swanctl does not make them.',
        ]),
    ...(peer.mode === 'policy' && peer.tunnels.length > 1
      ? ['Both tunnels carry the same subnets: what leaves the device takes the one that came up last.']
      : []),
  ],
  steps: (peer) => [
    'Save the text as a file in /etc/swanctl/conf.d/, readable by root only (chmod 600).',
    ...(peer.mode === 'policy' ? [] : ['Run the commands at its end, with the name of your outside interface.']),
    'Run swanctl --load-all; the tunnel starts by itself.',
    'swanctl --list-sas shows it ESTABLISHED, and its child INSTALLED, when it is up.',
  ],
}
