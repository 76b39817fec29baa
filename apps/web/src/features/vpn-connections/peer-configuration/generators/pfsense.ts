import { placeholders, type PeerId, type PeerSide, type PeerTunnel } from '../peer-side.ts'
import {
  dpdOrderRemarks,
  isCounterMode,
  missingAlgorithms,
  securityOf,
  type AlgorithmWords,
  type PeerDevice,
} from './device.ts'
import { headOf, namesOf, toText } from './text.ts'

/** Fields of one page of the firewall's own forms. */
export type SettingsPage = { title: string; settings: [field: string, value: string][] }

const authentication = {
  'sha2-512': 'SHA512',
  'sha2-384': 'SHA384',
  'sha2-256': 'SHA256',
  sha1: 'SHA1',
}
const encryption = {
  'aes-256-gcm-16': 'AES256-GCM, 128 bits (16-byte check value)',
  'aes-128-gcm-16': 'AES128-GCM, 128 bits (16-byte check value)',
  'aes-256': 'AES, 256 bits',
  'aes-192': 'AES, 192 bits',
  'aes-128': 'AES, 128 bits',
}
const groups = {
  group1: '1 (768 bit)',
  group2: '2 (1024 bit)',
  group5: '5 (1536 bit)',
  group14: '14 (2048 bit)',
  group15: '15 (3072 bit)',
  group16: '16 (4096 bit)',
  group19: '19 (nist ecp256)',
  group20: '20 (nist ecp384)',
  group21: '21 (nist ecp521)',
}

const words: AlgorithmWords = {
  ike: { encryption, authentication, dhGroup: groups },
  ipsec: { encryption, authentication, pfs: groups },
}

const idText = ({ type, value }: PeerId, own: string) =>
  type === 'any' ? 'Any' : type === 'fqdn' ? `Distinguished name (FQDN): ${value}` : `${own}: ${value}`

const phase1 = (peer: PeerSide, tunnel: PeerTunnel, name: string): SettingsPage => {
  const { ike } = tunnel
  const security = securityOf(words, tunnel).ike
  const hash = isCounterMode(ike.encryption) ? 'Pseudo-random function (PRF)' : 'Hash algorithm'
  return {
    title: `Phase 1 of ${name}`,
    settings: [
      ['Description', `${tunnel.name} on ${peer.gatewayName}`],
      ['Key exchange version', `IKEv${ike.version}`],
      ...(ike.version === 1
        ? [['Negotiation mode', ike.isAggressive ? 'Aggressive' : 'Main'] satisfies [string, string]]
        : []),
      ['Internet protocol', 'IPv4'],
      ['Interface', placeholders.wan],
      ['Remote gateway', tunnel.gatewayAddress],
      ['Authentication method', 'Mutual PSK'],
      ['My identifier', idText(tunnel.localId, 'IP address')],
      ['Peer identifier', idText(tunnel.remoteId, 'IP address')],
      ['Pre-shared key', tunnel.psk ?? placeholders.psk],
      ['Encryption algorithm', security.encryption],
      [hash, security.authentication],
      ['DH group', security.dhGroup],
      ['Life time', `${ike.lifetimeSeconds} s`],
      ['NAT traversal', peer.isBehindNat ? 'Force' : 'Auto'],
      ['Dead peer detection', 'Enabled'],
      ['DPD delay', `${ike.dpd.intervalSeconds} s`],
      ['DPD max failures', '3'],
    ],
  }
}

const selectors = (peer: PeerSide, { inside }: PeerTunnel): [string, string][][] => {
  if (peer.mode !== 'policy') {
    return [
      [
        ['Mode', 'Routed (VTI)'],
        ['Local network', inside ? inside.own : '<DEVICE-TUNNEL-ADDRESS>'],
        ['Remote network', inside ? inside.gateway : '<GATEWAY-TUNNEL-ADDRESS>'],
      ],
    ]
  }
  return peer.pairs.map(({ local, remote }) => [
    ['Mode', local.includes(':') ? 'Tunnel IPv6' : 'Tunnel IPv4'],
    ['Local network', local],
    ['NAT/BINAT translation', 'None'],
    ['Remote network', remote],
  ])
}

const phase2 = (peer: PeerSide, tunnel: PeerTunnel, name: string): SettingsPage[] => {
  const security = securityOf(words, tunnel).ipsec
  const all = selectors(peer, tunnel)
  return all.map((own, index) => ({
    title: all.length === 1 ? `Phase 2 of ${name}` : `Phase 2 of ${name}, ${index + 1} of ${all.length}`,
    settings: [
      ...own,
      ['Protocol', 'ESP'],
      ['Encryption algorithm', security.encryption],
      ['Hash algorithm', security.authentication ?? 'None: the cipher authenticates'],
      ['PFS key group', security.pfs ?? 'Off'],
      ['Life time', `${tunnel.ipsec.lifetimeSeconds} s`],
    ],
  }))
}

const after = (peer: PeerSide, names: readonly string[]): SettingsPage[] => {
  const { tunnels, bgp, cloudSubnets, ownSubnets } = peer
  if (bgp) {
    return [
      {
        title: 'BGP (package FRR)',
        settings: [
          ['Local AS', bgp.ownAsn],
          ...tunnels.map(({ inside }, index): [string, string] => [
            `Neighbor over ${names[index] ?? ''}`,
            `${inside?.gateway ?? '<GATEWAY-TUNNEL-ADDRESS>'}, remote AS ${bgp.gatewayAsn}`,
          ]),
          ['Networks to distribute', ownSubnets.join(', ')],
        ],
      },
    ]
  }
  if (peer.mode !== 'static') return []
  return [
    {
      title: 'Static routes',
      settings: cloudSubnets.map((subnet) => [
        subnet,
        `by the gateway of the interface of ${names.join(', and as its backup of ')}`,
      ]),
    },
  ]
}

/** What to set on each page of the firewall, in the order of its menus. */
export const pfsenseSettings = (peer: PeerSide): SettingsPage[] => {
  const names = namesOf(peer)
  return [
    ...peer.tunnels.flatMap((tunnel, index) => {
      const name = names[index] ?? ''
      return [phase1(peer, tunnel, name), ...phase2(peer, tunnel, name)]
    }),
    ...after(peer, names),
    {
      title: 'Firewall rules',
      settings: [['IPsec', `Pass from ${peer.cloudSubnets.join(', ')} to ${peer.ownSubnets.join(', ')}`]],
    },
  ]
}

const generate = (peer: PeerSide): string =>
  toText([
    ...headOf(peer, '#'),
    ...pfsenseSettings(peer).flatMap(({ title, settings }) => [
      '',
      `[${title}]`,
      ...settings.map(([field, value]) => `${field.padEnd(30)} ${value}`),
    ]),
  ])

export const pfsense: PeerDevice = {
  id: 'pfsense-opnsense',
  label: 'pfSense / OPNsense',
  description: 'A table of settings; field names as in pfSense',
  extension: 'txt',
  generate,
  remarks: (peer) => [
    ...missingAlgorithms(words, peer, 'A current pfSense'),
    ...dpdOrderRemarks(peer, 'pfSense'),
    ...(peer.mode === 'policy' && peer.tunnels.length > 1
      ? ['Both tunnels carry the same subnets: what leaves the firewall takes the one that came up last.']
      : []),
    ...(peer.mode === 'policy'
      ? []
      : ['OPNsense calls routed mode “Route-based” and takes the tunnel addresses there.']),
  ],
  steps: (peer) => [
    'Open VPN > IPsec > Tunnels, add phase 1 and below it phase 2 with these values, save and apply.',
    ...(peer.mode === 'policy'
      ? []
      : ['Assign the new ipsec interface in Interfaces > Assignments and enable it, then set routes or BGP.']),
    'Status > IPsec says Established, with Installed beneath it, when it is up.',
  ],
}
