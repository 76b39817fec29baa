import type { SummaryLine } from '../../../ui/form/wizard-steps.ts'
import { blocksOf } from '../fields/block-lines.ts'
import { keyStrength } from '../fields/key-checks.ts'
import { tunnelCount } from '../fields/policy-rules-form.ts'
import { presetOf } from '../fields/security-presets.ts'
import { secondsWords, securityWords } from '../fields/security-words.ts'
import { gatewayOf, peerOf, type ConnectionFacts } from './connection-facts.ts'
import { asksPeerSubnets, chosenIps, shownIp, type ConnectionFormValues } from './connection-form.ts'
import { styleWords } from './style-words.ts'

type Summary = (values: ConnectionFormValues, facts: ConnectionFacts) => SummaryLine[]

const mono = (texts: readonly string[]) =>
  texts.length === 0 ? undefined : <span className="mono">{texts.filter(Boolean).join(', ') || '–'}</span>

export const endsSummary: Summary = (values, facts) => {
  const gateway = gatewayOf(facts, values)
  const peer = peerOf(facts, values)
  const addresses = gateway ? chosenIps(values, gateway).map((ip) => shownIp(gateway, ip)) : []
  return [
    { label: 'VPN gateway', value: gateway?.name ?? values.vgw_id },
    {
      label: 'Customer gateway',
      value: values.customerGateway === 'new' && peer.name ? `${peer.name} (new)` : peer.name,
    },
    ...(peer.address === '' ? [] : [{ label: 'Its address', value: mono([peer.address]) }]),
    { label: 'Tunnels', value: values.extent === 'pair' ? 'A pair' : 'A single tunnel' },
    { label: 'Gateway addresses', value: mono(addresses) },
  ]
}

const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`

const addressesOf = ({ tunnels, extent }: ConnectionFormValues) =>
  tunnels
    .slice(0, extent === 'pair' ? 2 : 1)
    .map(({ tunnel_local_address: local, tunnel_peer_address: peer }) => [local, peer].filter(Boolean).join(' – '))
    .filter(Boolean)

const routed: Summary = (values) => [
  { label: 'Tunnel addresses', value: mono(addressesOf(values)) ?? 'Chosen by the cloud' },
  values.style === 'static'
    ? { label: 'Probing (NQA)', value: values.enable_nqa ? 'On' : 'Off' }
    : { label: 'Branch interconnection', value: values.enable_hub ? 'On' : 'Off' },
]

export const trafficSummary: Summary = (values, facts) => {
  const gateway = gatewayOf(facts, values)
  const { style } = values
  return [
    { label: 'Mode', value: styleWords(style) },
    ...(gateway && !asksPeerSubnets(gateway, style)
      ? []
      : [{ label: 'Peer subnets', value: mono(blocksOf(values.peer_subnets)) }]),
    ...(style === 'static' || style === 'bgp' ? routed(values, facts) : []),
    ...(style === 'policy'
      ? [
          {
            label: 'Policy rules',
            value: `${count(values.policy_rules.length, 'rule')}: ${count(tunnelCount(values.policy_rules), 'tunnel')} on each address`,
          },
        ]
      : []),
  ]
}

const keyWords = ({ psk = '' }: { psk?: string }) =>
  psk === '' ? 'Not entered yet' : `*** (${keyStrength(psk)?.words.toLowerCase() ?? ''})`

const presetWords = { recommended: 'Recommended', compatible: 'Compatible with old devices', custom: 'Custom' }

export const securitySummary: Summary = (values, facts) => {
  const { ikepolicy: ike, ipsecpolicy: ipsec } = values
  const lifetimes = {
    label: 'Lifetimes',
    value: `IKE ${secondsWords(ike.lifetime_seconds)}, IPsec ${secondsWords(ipsec.lifetime_seconds)}`,
  }
  const dpd = { label: 'DPD', value: `Asks after ${ike.dpd.interval} s, waits ${ike.dpd.timeout} s` }
  if (gatewayOf(facts, values)?.flavor === 'GM') {
    return [{ label: 'Algorithms', value: 'SM4, SM3, certificates' }, lifetimes, dpd]
  }
  const words = (algorithms: string[]) => algorithms.map(securityWords).join(', ')
  const [first, second] = values.tunnels
  const idOf = (id: string, other: string) => (id.trim() === '' ? other : id.trim())
  return [
    ...(values.extent === 'pair' && !values.isSameKey
      ? [
          { label: 'Pre-shared key of tunnel 1', value: keyWords(first) },
          { label: 'Pre-shared key of tunnel 2', value: keyWords(second) },
        ]
      : [{ label: 'Pre-shared key', value: keyWords(first) }]),
    { label: 'Algorithms', value: presetWords[presetOf(values)] },
    {
      label: 'IKE',
      value: words([ike.ike_version, ike.encryption_algorithm, ike.authentication_algorithm, ike.dh_group]),
    },
    {
      label: 'IPsec',
      value: `${words([ipsec.encryption_algorithm, ipsec.authentication_algorithm])}, PFS ${securityWords(ipsec.pfs)}`,
    },
    lifetimes,
    { label: 'Local ID', value: idOf(ike.local_id, 'The gateway’s address') },
    { label: 'Peer ID', value: idOf(ike.peer_id, 'The customer gateway’s address') },
    dpd,
  ]
}

export const nameSummary: Summary = (values) => [
  values.extent === 'pair'
    ? {
        label: 'Names',
        value: values.tunnels
          .map(({ name }) => name)
          .filter(Boolean)
          .join(', '),
      }
    : { label: 'Name', value: values.name },
  { label: 'Tags', value: values.tags.map(({ key, value }) => (value === '' ? key : `${key} = ${value}`)).join(', ') },
]
