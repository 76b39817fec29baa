import type { Device } from './devices.ts'
import type { PeerView } from './peer-view.ts'

/** Stands where the key belongs: the service does not know who asks, and nobody needs the key in a text. */
export const keyPlaceholder = '<pre-shared-key>'

const maskOf = (prefix: number) =>
  [24, 16, 8, 0].map((shift) => ((prefix === 0 ? 0 : (0xffff_ffff << (32 - prefix)) >>> 0) >>> shift) & 255).join('.')

const wildcardOf = (prefix: number) =>
  maskOf(prefix)
    .split('.')
    .map((part) => 255 - Number(part))
    .join('.')

const split = (cidr: string): { address: string; prefix: number } => {
  const [address = '', prefix = '32'] = cidr.split('/')
  return { address, prefix: Number(prefix) }
}

// Counter modes are named with the length of their check value in bits here, in bytes there.
const encryption = (name = 'aes-128') => name.replace(/-gcm-16$/, '-gcm-128')
const isCounterMode = (name = '') => name.includes('-gcm-')

const section = (...lines: (string | false | undefined)[]) => ['#', ...lines.filter((line) => typeof line === 'string')]

const ikeProposal = ({ number, ike }: PeerView) => {
  const isGm = ike.authentication_method === 'digital-envelope-v2'
  return section(
    `ike proposal ${number}`,
    ` encryption-algorithm ${encryption(ike.encryption_algorithm)}`,
    !isGm && ` dh ${ike.dh_group ?? 'group15'}`,
    ` authentication-algorithm ${ike.authentication_algorithm}`,
    ` authentication-method ${isGm ? 'digital-envelope' : 'pre-share'}`,
    ike.ike_version === 'v2' && ` integrity-algorithm hmac-${ike.authentication_algorithm}`,
    ike.ike_version === 'v2' && ` prf hmac-${ike.authentication_algorithm}`,
    ` sa duration ${ike.lifetime_seconds ?? 86_400}`,
  )
}

const ikePeer = (view: PeerView) => {
  const { number, ike, gatewayAddress } = view
  const isGm = ike.authentication_method === 'digital-envelope-v2'
  const isV1 = ike.ike_version === 'v1'
  return section(
    `ike peer cloud${number}`,
    isV1 ? ' undo version 2' : ' undo version 1',
    isV1 && ` exchange-mode ${ike.phase1_negotiation_mode ?? 'main'}`,
    isGm ? ' certificate local-filename <local-certificate>' : ` pre-shared-key ${keyPlaceholder}`,
    ` ike-proposal ${number}`,
    ike.peer_id !== undefined && ` local-id-type ${ike.peer_id_type}`,
    ike.peer_id !== undefined && ` local-id ${ike.peer_id}`,
    ike.local_id !== undefined && ` remote-id-type ${ike.local_id_type}`,
    ike.local_id !== undefined && ` remote-id ${ike.local_id}`,
    ' dpd type periodic',
    ` dpd idle-time ${ike.dpd?.interval ?? 30}`,
    ` dpd retransmit-interval ${ike.dpd?.timeout ?? 15}`,
    isV1 && ` dpd msg ${ike.dpd?.msg ?? 'seq-hash-notify'}`,
    view.isBehindNat && ' nat traversal',
    ` remote-address ${gatewayAddress}`,
  )
}

const ipsecProposal = ({ number, ipsec }: PeerView) =>
  section(
    `ipsec proposal cloud${number}`,
    ' encapsulation-mode tunnel',
    ' transform esp',
    !isCounterMode(ipsec.encryption_algorithm) && ` esp authentication-algorithm ${ipsec.authentication_algorithm}`,
    ` esp encryption-algorithm ${encryption(ipsec.encryption_algorithm)}`,
  )

const pfsLine = ({ ipsec }: PeerView) => ipsec.pfs !== undefined && ipsec.pfs !== 'disable' && ` pfs dh-${ipsec.pfs}`

const routeBased = (view: PeerView): string[][] => {
  const { number, ipsec, mode, ownTunnelAddress, gatewayTunnelAddress } = view
  const tunnel = `Tunnel0/0/${number}`
  return [
    section(
      `ipsec profile cloud${number}`,
      ` ike-peer cloud${number}`,
      ` proposal cloud${number}`,
      pfsLine(view),
      ` sa duration time-based ${ipsec.lifetime_seconds ?? 3_600}`,
    ),
    section(
      `interface ${tunnel}`,
      ` description ${view.name}`,
      ` ip address ${ownTunnelAddress} 255.255.255.252`,
      ' tcp adjust-mss 1300',
      ' tunnel-protocol ipsec',
      ` source ${view.ownAddress}`,
      ` destination ${view.gatewayAddress}`,
      ` ipsec profile cloud${number}`,
    ),
    mode === 'BGP'
      ? section(
          `bgp ${view.ownAsn ?? '<own-asn>'}`,
          ` peer ${gatewayTunnelAddress} as-number ${view.gatewayAsn}`,
          ` peer ${gatewayTunnelAddress} connect-interface ${tunnel}`,
          ' ipv4-family unicast',
          `  peer ${gatewayTunnelAddress} enable`,
        )
      : section(
          ...view.gatewaySubnets.map((cidr) => {
            const { address, prefix } = split(cidr)
            const preference = number === 2 ? ' preference 80' : ''
            return cidr.includes(':')
              ? `ipv6 route-static ${address} ${prefix} ${tunnel}${preference}`
              : `ip route-static ${address} ${maskOf(prefix)} ${tunnel} ${gatewayTunnelAddress}${preference}`
          }),
        ),
  ]
}

const outside = { USG: 'GigabitEthernet0/0/1', AR: 'GigabitEthernet0/0/8' } as const

const ruleEnd = (word: 'source' | 'destination', cidr: string) => {
  const { address, prefix } = split(cidr)
  return cidr.includes(':') ? `${word} ${address} ${prefix}` : `${word} ${address} ${wildcardOf(prefix)}`
}

const policyBased = (view: PeerView, { type }: Device): string[][] => {
  const { number, ipsec, flows } = view
  const acl = 3_000 + number
  const isIpv6 = flows.some(({ source }) => source.includes(':'))
  return [
    section(
      `acl ${isIpv6 ? 'ipv6 ' : ''}number ${acl}`,
      ...flows.map(
        ({ source, destination }, index) =>
          ` rule ${(index + 1) * 5} permit ${isIpv6 ? 'ipv6' : 'ip'} ${ruleEnd('source', source)} ${ruleEnd('destination', destination)}`,
      ),
    ),
    section(
      `ipsec policy cloud ${number} isakmp`,
      ` security acl ${isIpv6 ? 'ipv6 ' : ''}${acl}`,
      ` ike-peer cloud${number}`,
      ` proposal cloud${number}`,
      pfsLine(view),
      ` sa duration time-based ${ipsec.lifetime_seconds ?? 3_600}`,
    ),
    section(`interface ${outside[type]}`, ' ipsec policy cloud'),
  ]
}

const firewall = (view: PeerView): string[][] => [
  ...(view.mode === 'POLICY' ? [] : [section('firewall zone untrust', ` add interface Tunnel0/0/${view.number}`)]),
  section(
    'security-policy',
    ` rule name cloud${view.number}-ike`,
    '  source-zone local untrust',
    '  destination-zone local untrust',
    '  service protocol udp destination-port 500 4500',
    '  action permit',
    ` rule name cloud${view.number}-traffic`,
    '  source-zone trust untrust',
    '  destination-zone trust untrust',
    '  action permit',
  ),
]

/** The device's side of a connection in the language of Huawei firewalls and routers. */
export const huaweiConfiguration = (view: PeerView, device: Device): string => {
  const { mode, ownAddress, gatewayAddress, number, isNqaOn } = view
  const head = [
    `# ${view.name}: ${device.vendor} ${device.type} ${device.model} ${device.version}`,
    `# ${mode.toLowerCase()} mode, tunnel ${number}, from ${ownAddress} to ${gatewayAddress}`,
    `# Put the key of the connection in the place of ${keyPlaceholder}.`,
    ...(isNqaOn ? ['# The gateway probes the tunnel: its interface must answer ICMP.'] : []),
  ]
  const sections = [
    ikeProposal(view),
    ikePeer(view),
    ipsecProposal(view),
    ...(mode === 'POLICY' ? policyBased(view, device) : routeBased(view)),
    ...(device.type === 'USG' ? firewall(view) : []),
    section('return'),
  ]
  return `${[...head, ...sections.flat()].join('\n')}\n`
}
