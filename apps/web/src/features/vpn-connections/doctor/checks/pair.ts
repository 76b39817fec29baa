import type { VpnConnection } from '@vpn-console/api-client'
import { modeText, peerSubnetsOf } from '../../../../ui/connection-words.ts'
import { policyRulesOf } from '../../connection-words.ts'
import { atConnection, checkOf, wordList, type Check } from '../check.ts'
import { otherTunnel } from '../doctor-facts.ts'

/** A setting that both tunnels of a pair should have alike: its name, where it is edited, and its value in words. */
type Setting = { words: string; field: string; value: (connection: VpnConnection) => string }

const listed = (values: readonly string[]) => (values.length === 0 ? 'none' : values.toSorted().join(', '))

const ruleWords = (connection: VpnConnection) =>
  listed(policyRulesOf(connection).map(({ source = '?', destination = [] }) => `${source} → ${listed(destination)}`))

const traffic: readonly Setting[] = [
  { words: 'Mode', field: 'style', value: modeText },
  { words: 'Peer subnets', field: 'peer_subnets', value: (connection) => listed(peerSubnetsOf(connection)) },
  { words: 'Policy rules', field: 'policy_rules', value: ruleWords },
]

const ike = ['ike_version', 'authentication_algorithm', 'encryption_algorithm', 'dh_group'] as const
const ipsec = ['authentication_algorithm', 'encryption_algorithm', 'pfs'] as const

const names: Record<string, string> = {
  ike_version: 'IKE version',
  authentication_algorithm: 'authentication',
  encryption_algorithm: 'encryption',
  dh_group: 'DH group',
  pfs: 'PFS group',
}

const security: readonly Setting[] = [
  ...ike.map((field) => ({
    words: `IKE ${names[field] ?? field}`.replace('IKE IKE', 'IKE'),
    field: `ikepolicy.${field}`,
    value: ({ ikepolicy }: VpnConnection) => ikepolicy?.[field] ?? 'not given',
  })),
  ...ipsec.map((field) => ({
    words: `IPsec ${names[field] ?? field}`,
    field: `ipsecpolicy.${field}`,
    value: ({ ipsecpolicy }: VpnConnection) => ipsecpolicy?.[field] ?? 'not given',
  })),
]

/** The settings in which two tunnels differ. */
export const differences = (settings: readonly Setting[], one: VpnConnection, two: VpnConnection) =>
  settings.filter(({ value }) => value(one) !== value(two))

const inWords = (one: VpnConnection, two: VpnConnection) => (setting: Setting) =>
  `${setting.words}: ${setting.value(one)} on ${one.name}, ${setting.value(two)} on ${two.name}`

const fixesFor = (connection: VpnConnection, found: readonly Setting[]) =>
  found.map(({ words, field }) => ({ text: `Make it the same: ${words}.`, at: atConnection(connection, field) }))

/** Whether both tunnels of a pair carry the same, so that one can stand in for the other. */
export const pairCarriesSame: Check = (facts) => {
  const { connection, connections } = facts
  const { passed, failed, unknown } = checkOf('pair-traffic', 'Both tunnels carry the same subnets')
  if ('why' in connections) return unknown(connections.why)
  const other = otherTunnel(facts)
  if (!other) return undefined
  const found = differences(traffic, connection, other)
  if (found.length === 0) return passed(`${connection.name} and ${other.name} carry the same in the same mode.`)
  const words = wordList(found.map((setting) => setting.words.toLowerCase()))
  return failed(
    `${connection.name} and ${other.name} differ: ${words}. What only one carries is lost when it goes down.`,
    {
      details: found.map(inWords(connection, other)),
      fixes: fixesFor(
        connection,
        found.filter(({ field }) => field !== 'style'),
      ),
    },
  )
}

/** Whether both tunnels of a pair are secured alike: one device usually has one proposal for both. */
export const pairSecuredSame: Check = (facts) => {
  const { connection, connections } = facts
  const { passed, note, unknown } = checkOf('pair-security', 'Both tunnels use the same algorithms')
  if ('why' in connections) return unknown(connections.why)
  const other = otherTunnel(facts)
  if (!other) return undefined
  const found = differences(security, connection, other)
  if (found.length === 0) return passed(`${connection.name} and ${other.name} use the same algorithms.`)
  return note(
    `${connection.name} and ${other.name} use mixed algorithms. A device that has one proposal for both agrees with one of them only.`,
    { details: found.map(inWords(connection, other)), fixes: fixesFor(connection, found) },
  )
}
