import { placeholders, type PeerId, type PeerSide, type PeerTunnel } from '../peer-side.ts'
import { dpdOrderRemarks, missingAlgorithms, securityOf, type AlgorithmWords, type PeerDevice } from './device.ts'
import { headOf, namesOf, quoted, toText } from './text.ts'

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
  ike: {
    encryption: { 'aes-256': 'aes-256', 'aes-192': 'aes-192', 'aes-128': 'aes-128', '3des': '3des' },
    authentication: { 'sha2-512': 'sha512', 'sha2-384': 'sha384', 'sha2-256': 'sha256', sha1: 'sha1', md5: 'md5' },
    dhGroup: groups,
  },
  ipsec: {
    encryption: {
      'aes-256-gcm-16': 'aes-256-gcm',
      'aes-128-gcm-16': 'aes-128-gcm',
      'aes-256': 'aes-256-cbc',
      'aes-192': 'aes-192-cbc',
      'aes-128': 'aes-128-cbc',
      '3des': '3des',
    },
    authentication: { 'sha2-512': 'sha512', 'sha2-256': 'sha256', sha1: 'sha1', md5: 'md5' },
    pfs: groups,
  },
}

// RouterOS reads `$` as a variable and, typed by hand, `?` as a call for help.
const text = (value: string) => quoted(value, /["\\$?]/g)

const id = ({ type, value }: PeerId) =>
  type === 'any' ? 'ignore' : text(`${type === 'fqdn' ? 'fqdn' : 'address'}:${value}`)

const host = (address: string) => (/^[\d.]+$/.test(address) ? `${address}/32` : address)

const tunnelLines = (peer: PeerSide, tunnel: PeerTunnel, name: string) => {
  const { ike, ipsec } = securityOf(words, tunnel)
  const exchange = tunnel.ike.version === 2 ? 'ike2' : tunnel.ike.isAggressive ? 'aggressive' : 'main'
  const own = peer.isBehindNat || tunnel.ownAddress === undefined ? '' : ` local-address=${tunnel.ownAddress}`
  return [
    '/ip ipsec profile',
    `add name=${text(name)} enc-algorithm=${ike.encryption} hash-algorithm=${ike.authentication} dh-group=${ike.dhGroup} lifetime=${tunnel.ike.lifetimeSeconds}s dpd-interval=${tunnel.ike.dpd.intervalSeconds}s dpd-maximum-failures=3 nat-traversal=yes proposal-check=obey`,
    '/ip ipsec proposal',
    `add name=${text(name)} enc-algorithms=${ipsec.encryption} auth-algorithms=${ipsec.authentication ?? '""'} pfs-group=${ipsec.pfs ?? 'none'} lifetime=${tunnel.ipsec.lifetimeSeconds}s`,
    '/ip ipsec peer',
    `add name=${text(name)} address=${host(tunnel.gatewayAddress)}${own} exchange-mode=${exchange} profile=${text(name)}`,
    '/ip ipsec identity',
    `add peer=${text(name)} auth-method=pre-shared-key secret=${text(tunnel.psk ?? placeholders.psk)} my-id=${id(tunnel.localId)} remote-id=${id(tunnel.remoteId)}`,
  ]
}

/** Of policies that ask for the same subnets only one is used: it names both peers, the first one first. */
const policies = (peer: PeerSide, names: readonly string[]) => {
  const pairs =
    peer.mode === 'policy'
      ? peer.pairs
      : peer.ownSubnets.flatMap((local) => peer.cloudSubnets.map((remote) => ({ local, remote })))
  const peers = names.join(',')
  return [
    '/ip ipsec policy',
    ...pairs.map(
      ({ local, remote }) =>
        `add peer=${text(peers)} tunnel=yes src-address=${local} dst-address=${remote} proposal=${text(names[0] ?? '')} level=unique`,
    ),
    '/ip firewall nat',
    ...pairs
      .filter(({ local }) => !local.includes(':'))
      .map(
        ({ local, remote }) =>
          `add chain=srcnat action=accept src-address=${local} dst-address=${remote} place-before=0 comment=${text(`${names[0] ?? ''}: not translated`)}`,
      ),
  ]
}

const generate = (peer: PeerSide): string => {
  const names = namesOf(peer)
  if (peer.mode === 'bgp') {
    return toText([
      ...headOf(peer, '#'),
      '# RouterOS has no tunnel interface for IPsec, and BGP needs one: there is no text for this mode.',
      '# Make the connection in policy mode, or put another device there.',
    ])
  }
  return toText([
    ...headOf(peer, '#'),
    ...peer.tunnels.flatMap((tunnel, index) => tunnelLines(peer, tunnel, names[index] ?? '')),
    ...policies(peer, names),
  ])
}

const remarks = (peer: PeerSide): string[] => {
  if (peer.mode === 'bgp') {
    return ['RouterOS has no tunnel interface for IPsec, and BGP needs one: use policy mode, or another device.']
  }
  return [
    ...missingAlgorithms(words, peer, 'RouterOS'),
    ...(peer.mode === 'static'
      ? [
          'RouterOS has no tunnel interface for IPsec. The text asks for the subnets pair by pair, and the gateway offers all networks in this mode: where the log says flow mismatch, use policy mode.',
        ]
      : []),
    ...(peer.tunnels.length > 1
      ? [
          'The second gateway address is a backup: RouterOS turns to it when the first is dead, with the IPsec settings of the first.',
        ]
      : []),
    ...dpdOrderRemarks(peer, 'RouterOS'),
  ]
}

export const mikrotik: PeerDevice = {
  id: 'mikrotik',
  label: 'MikroTik RouterOS',
  description: 'RouterOS 7',
  extension: 'rsc',
  generate,
  remarks,
  steps: () => [
    'Paste the text into a terminal, or upload the file and run /import file-name=<its name>.',
    '/ip ipsec active-peers print says established, and /ip ipsec policy print has the flag A (active), when it is up.',
  ],
}
