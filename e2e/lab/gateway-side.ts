import type { VpnConnection } from '@vpn-console/api-client'

// The cloud's end of a connection, read from the API's own fields. It shares nothing with what the console writes for
// customer devices: the two are only worth something against each other as long as they were made apart.

type Section = { [key: string]: string | Section }

const print = (section: Section, depth = 0): string =>
  Object.entries(section)
    .map(([key, value]) => {
      const space = '\t'.repeat(depth)
      return typeof value === 'string'
        ? `${space}${key} = ${value}\n`
        : `${space}${key} {\n${print(value, depth + 1)}${space}}\n`
    })
    .join('')

const bits = (group: string | undefined) => {
  const known = new Map([
    ['group1', 'modp768'],
    ['group2', 'modp1024'],
    ['group5', 'modp1536'],
    ['group14', 'modp2048'],
    ['group15', 'modp3072'],
    ['group16', 'modp4096'],
    ['group19', 'ecp256'],
    ['group20', 'ecp384'],
    ['group21', 'ecp521'],
  ])
  const found = known.get(group ?? '')
  if (!found) throw new Error(`No such group: ${group}`)
  return found
}

const cipher = (name = '') => name.replaceAll('-', '')
const hash = (name = '') => name.replace('sha2-', 'sha')

const ikeProposal = ({ ikepolicy: ike }: VpnConnection) =>
  `${cipher(ike?.encryption_algorithm)}-${ike?.encryption_algorithm?.includes('gcm') ? 'prf' : ''}${hash(ike?.authentication_algorithm)}-${bits(ike?.dh_group)}`

const espProposal = ({ ipsecpolicy: ipsec }: VpnConnection) =>
  [
    cipher(ipsec?.encryption_algorithm),
    ...(ipsec?.encryption_algorithm?.includes('gcm') ? [] : [hash(ipsec?.authentication_algorithm)]),
    ...(ipsec?.pfs === 'disable' ? [] : [bits(ipsec?.pfs)]),
  ].join('-')

const selectors = ({ style, policy_rules = [] }: VpnConnection): [local: string, remote: string][] =>
  style === 'POLICY'
    ? policy_rules.flatMap(({ source = '', destination = [] }) =>
        destination.map((network): [string, string] => [source, network]),
      )
    : [['0.0.0.0/0', '0.0.0.0/0']]

const identity = (type: string | undefined, value: string | undefined) =>
  type === 'fqdn' ? `@${value}` : (value ?? '%any')

/** What the gateway would hold of a connection, as a swanctl.conf that only answers. */
export const gatewayConfiguration = (connection: VpnConnection, gatewayAddress: string, psk: string): string => {
  const { ikepolicy: ike } = connection
  const children = Object.fromEntries(
    selectors(connection).map(([local_ts, remote_ts], index): [string, Section] => [
      `child${index}`,
      { local_ts, remote_ts, esp_proposals: espProposal(connection) },
    ]),
  )
  return print({
    connections: {
      cloud: {
        version: ike?.ike_version === 'v1' ? '1' : '2',
        local_addrs: gatewayAddress,
        remote_addrs: '%any',
        proposals: ikeProposal(connection),
        local: { auth: 'psk', id: identity(ike?.local_id_type, ike?.local_id) },
        remote: { auth: 'psk', id: identity(ike?.peer_id_type, ike?.peer_id) },
        children,
      },
    },
    // Given in base64, so that no character of it can mean anything.
    secrets: { 'ike-cloud': { secret: `0s${Buffer.from(psk).toString('base64')}` } },
  })
}
