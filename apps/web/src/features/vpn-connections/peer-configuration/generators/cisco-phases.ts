import { placeholders, type PeerId, type PeerSide, type PeerTunnel } from '../peer-side.ts'
import { isCounterMode, securityOf, within, type AlgorithmWords } from './device.ts'

const groups = Object.fromEntries([1, 2, 5, 14, 15, 16, 19, 20, 21].map((group) => [`group${group}`, String(group)]))

const ikeV2: AlgorithmWords['ike'] = {
  encryption: {
    'aes-256-gcm-16': 'aes-gcm-256',
    'aes-128-gcm-16': 'aes-gcm-128',
    'aes-256': 'aes-cbc-256',
    'aes-192': 'aes-cbc-192',
    'aes-128': 'aes-cbc-128',
    '3des': '3des',
  },
  authentication: { 'sha2-512': 'sha512', 'sha2-384': 'sha384', 'sha2-256': 'sha256', sha1: 'sha1', md5: 'md5' },
  dhGroup: groups,
}

const ikeV1: AlgorithmWords['ike'] = {
  encryption: { 'aes-256': 'aes 256', 'aes-192': 'aes 192', 'aes-128': 'aes', '3des': '3des' },
  authentication: { 'sha2-512': 'sha512', 'sha2-384': 'sha384', 'sha2-256': 'sha256', sha1: 'sha', md5: 'md5' },
  dhGroup: groups,
}

const ipsec: AlgorithmWords['ipsec'] = {
  encryption: {
    'aes-256-gcm-16': 'esp-gcm 256',
    'aes-128-gcm-16': 'esp-gcm 128',
    'aes-256': 'esp-aes 256',
    'aes-192': 'esp-aes 192',
    'aes-128': 'esp-aes',
    '3des': 'esp-3des',
  },
  authentication: {
    'sha2-512': 'esp-sha512-hmac',
    'sha2-384': 'esp-sha384-hmac',
    'sha2-256': 'esp-sha256-hmac',
    sha1: 'esp-sha-hmac',
    md5: 'esp-md5-hmac',
  },
  pfs: Object.fromEntries(Object.keys(groups).map((group) => [group, group])),
}

export const wordsFor = (tunnel: PeerTunnel): AlgorithmWords => ({
  ike: tunnel.ike.version === 1 ? ikeV1 : ikeV2,
  ipsec,
})

export const ikeLifetimes = [120, 86_400] as const
export const ipsecLifetimes = [120, 2_592_000] as const

export const remoteIdentity = ({ type, value }: PeerId, gatewayAddress: string) =>
  type === 'fqdn' ? `fqdn ${value}` : `address ${type === 'any' ? gatewayAddress : value} 255.255.255.255`

/** Of the policies that fit a router uses one only: it has the proposals of both tunnels. */
const policyV2 = (peer: PeerSide, names: readonly string[]) => [
  `crypto ikev2 policy ${names[0] ?? ''}`,
  !peer.isBehindNat &&
    peer.tunnels[0]?.ownAddress !== undefined &&
    ` match address local ${peer.tunnels[0].ownAddress}`,
  ...names.map((name) => ` proposal ${name}`),
  '!',
]

/** Proposals and their policies, of both tunnels. */
export const proposals = (peer: PeerSide, names: readonly string[]) => {
  const isV2 = peer.tunnels.some(({ ike }) => ike.version === 2)
  const each = peer.tunnels.flatMap((tunnel, index) => {
    const { ike } = tunnel
    const { encryption, authentication, dhGroup } = securityOf(wordsFor(tunnel), tunnel).ike
    if (ike.version === 1) {
      return [
        `crypto isakmp policy ${100 + tunnel.number}`,
        ` encryption ${encryption}`,
        ` hash ${authentication}`,
        ' authentication pre-share',
        ` group ${dhGroup}`,
        ` lifetime ${within(ike.lifetimeSeconds, ikeLifetimes)}`,
        '!',
      ]
    }
    return [
      `crypto ikev2 proposal ${names[index] ?? ''}`,
      ` encryption ${encryption}`,
      isCounterMode(ike.encryption) ? ` prf ${authentication}` : ` integrity ${authentication}`,
      ` group ${dhGroup}`,
      '!',
    ]
  })
  const ofV2 = names.filter((_, index) => peer.tunnels[index]?.ike.version === 2)
  return isV2 ? [...each, ...policyV2(peer, ofV2)] : each
}

/** Key and profile: who the two ends are. */
export const profileV2 = (tunnel: PeerTunnel, name: string) => {
  const { ike, gatewayAddress, localId, remoteId, psk } = tunnel
  return [
    `crypto ikev2 keyring ${name}`,
    ` peer ${name}`,
    `  address ${gatewayAddress}`,
    `  pre-shared-key ${psk ?? placeholders.psk}`,
    '!',
    `crypto ikev2 profile ${name}`,
    ` match identity remote ${remoteIdentity(remoteId, gatewayAddress)}`,
    ` identity local ${localId.type === 'fqdn' ? 'fqdn' : 'address'} ${localId.value}`,
    ' authentication remote pre-share',
    ' authentication local pre-share',
    ` keyring local ${name}`,
    ` lifetime ${within(ike.lifetimeSeconds, ikeLifetimes)}`,
    ` dpd ${ike.dpd.intervalSeconds} ${ike.dpd.timeoutSeconds} periodic`,
    '!',
  ]
}

/** The same by IKEv1. */
export const profileV1 = (tunnel: PeerTunnel, name: string) => {
  const { ike, gatewayAddress, localId, remoteId, psk } = tunnel
  return [
    `crypto keyring ${name}`,
    ` pre-shared-key address ${gatewayAddress} key ${psk ?? placeholders.psk}`,
    '!',
    `crypto isakmp profile ${name}`,
    ` keyring ${name}`,
    localId.type === 'fqdn' ? ' self-identity fqdn' : ' self-identity address',
    remoteId.type === 'fqdn'
      ? ` match identity host ${remoteId.value}`
      : ` match identity ${remoteIdentity(remoteId, gatewayAddress)}`,
    ` keepalive ${ike.dpd.intervalSeconds} retry ${ike.dpd.timeoutSeconds}`,
    ike.isAggressive && ' initiate mode aggressive',
    '!',
  ]
}

export const transformSet = (tunnel: PeerTunnel, name: string) => {
  const { encryption, authentication } = securityOf(wordsFor(tunnel), tunnel).ipsec
  return [
    `crypto ipsec transform-set ${name} ${[encryption, authentication].filter(Boolean).join(' ')}`,
    ' mode tunnel',
    '!',
  ]
}

export const phase2Settings = (tunnel: PeerTunnel) => {
  const { pfs } = securityOf(wordsFor(tunnel), tunnel).ipsec
  return [
    ` set security-association lifetime seconds ${within(tunnel.ipsec.lifetimeSeconds, ipsecLifetimes)}`,
    pfs !== undefined && ` set pfs ${pfs}`,
  ]
}
