import { weakAuthentication, weakDhGroups, weakEncryption } from '../schemas/algorithms.ts'
import type { IkePolicyCreate, IpsecPolicyCreate } from '../schemas/ipsec-policies.ts'
import { isIpv4 } from './cidr.ts'
import { problem, type Problem } from './problem.ts'

/** Both policies of a connection as a request gives them. */
export type SecurityPolicies = {
  ikepolicy?: Partial<IkePolicyCreate> | undefined
  ipsecpolicy?: Partial<IpsecPolicyCreate> | undefined
}

const idProblem = (type: string, id: string | undefined, path: string): Problem | undefined => {
  if (type === 'ip') {
    if (id === undefined || id === '' || isIpv4(id)) return undefined
    return problem('ike.id.ip', path, 'Enter an IPv4 address, or leave it empty for the gateway’s own.')
  }
  if (!id) return problem('ike.id.fqdn', path, 'Enter the name that the two ends know each other by.')
  if (id.length > 255) return problem('ike.id.fqdn', path, 'Use at most 255 characters.')
  return /[\s&<>[\]\\]/.test(id)
    ? problem('ike.id.fqdn', path, String.raw`Spaces and the characters & < > [ ] \ are not allowed.`)
    : undefined
}

const gmProblems = ({ ikepolicy = {}, ipsecpolicy = {} }: SecurityPolicies): Problem[] => {
  const wanted = [
    ['ikepolicy.ike_version', ikepolicy.ike_version, 'v1', 'ike.version'],
    ['ikepolicy.phase1_negotiation_mode', ikepolicy.phase1_negotiation_mode, 'main', 'ike.phase1-mode'],
    ['ikepolicy.authentication_algorithm', ikepolicy.authentication_algorithm, 'sm3', 'ike.gm'],
    ['ikepolicy.encryption_algorithm', ikepolicy.encryption_algorithm, 'sm4', 'ike.gm'],
    ['ikepolicy.authentication_method', ikepolicy.authentication_method, 'digital-envelope-v2', 'ike.gm'],
    ['ipsecpolicy.authentication_algorithm', ipsecpolicy.authentication_algorithm, 'sm3', 'ike.gm'],
    ['ipsecpolicy.encryption_algorithm', ipsecpolicy.encryption_algorithm, 'sm4', 'ike.gm'],
  ] as const
  const unset = [
    ['ikepolicy.dh_group', ikepolicy.dh_group],
    ['ikepolicy.local_id', ikepolicy.local_id],
    ['ikepolicy.peer_id', ikepolicy.peer_id],
    ['ipsecpolicy.pfs', ipsecpolicy.pfs],
  ] as const
  return [
    ...wanted
      .filter(([, value, only]) => value !== undefined && value !== only)
      .map(([path, , only, rule]) => problem(rule, path, `A GM gateway takes ${only} only.`)),
    ...unset
      .filter(([, value]) => value !== undefined)
      .map(([path]) => problem('ike.gm', path, 'A GM gateway does not take this setting.')),
  ]
}

const smProblems = ({ ikepolicy = {}, ipsecpolicy = {} }: SecurityPolicies): Problem[] => {
  const given = [
    ['ikepolicy.authentication_algorithm', ikepolicy.authentication_algorithm],
    ['ikepolicy.encryption_algorithm', ikepolicy.encryption_algorithm],
    ['ikepolicy.authentication_method', ikepolicy.authentication_method],
    ['ipsecpolicy.authentication_algorithm', ipsecpolicy.authentication_algorithm],
    ['ipsecpolicy.encryption_algorithm', ipsecpolicy.encryption_algorithm],
  ] as const
  const ofGm = new Set<string | undefined>(['sm3', 'sm4', 'digital-envelope-v2'])
  return given
    .filter(([, value]) => ofGm.has(value))
    .map(([path, value]) => problem('ike.gm', path, `Only a GM gateway takes ${value}.`))
}

/** What is wrong with the IKE and IPsec policies of a connection on a GM gateway or on any other. */
export const securityProblems = (policies: SecurityPolicies, isGm: boolean): Problem[] => {
  if (isGm) return gmProblems(policies)
  const { ikepolicy = {} } = policies
  const { local_id_type = 'ip', local_id, peer_id_type = 'ip', peer_id } = ikepolicy
  const ids = [
    idProblem(local_id_type, local_id, 'ikepolicy.local_id'),
    idProblem(peer_id_type, peer_id, 'ikepolicy.peer_id'),
  ].filter((found) => found !== undefined)
  return [...smProblems(policies), ...ids]
}

export type Weakness = { path: string; value: string; message: string }

const includes = (values: readonly string[], value: string | undefined): value is string =>
  value !== undefined && values.includes(value)

/** Choices that the reference calls weak: allowed, but worth a word. */
export const weaknesses = ({ ikepolicy = {}, ipsecpolicy = {} }: SecurityPolicies): Weakness[] => {
  const checks = [
    [
      'ikepolicy.authentication_algorithm',
      ikepolicy.authentication_algorithm,
      weakAuthentication,
      'sha2-256 or longer',
    ],
    ['ikepolicy.encryption_algorithm', ikepolicy.encryption_algorithm, weakEncryption, 'aes-256-gcm-16'],
    ['ikepolicy.dh_group', ikepolicy.dh_group, weakDhGroups, 'group15 or higher'],
    [
      'ipsecpolicy.authentication_algorithm',
      ipsecpolicy.authentication_algorithm,
      weakAuthentication,
      'sha2-256 or longer',
    ],
    ['ipsecpolicy.encryption_algorithm', ipsecpolicy.encryption_algorithm, weakEncryption, 'aes-256-gcm-16'],
    ['ipsecpolicy.pfs', ipsecpolicy.pfs, weakDhGroups, 'group15 or higher'],
  ] as const
  const found: Weakness[] = checks.flatMap(([path, value, weak, better]) =>
    includes(weak, value)
      ? [{ path, value, message: `${value} counts as weak. Choose ${better} where the peer can.` }]
      : [],
  )
  if (ikepolicy.phase1_negotiation_mode === 'aggressive' && ikepolicy.ike_version === 'v1') {
    const message = 'Aggressive mode sends the identities in the clear. Choose main where the peer can.'
    found.push({ path: 'ikepolicy.phase1_negotiation_mode', value: 'aggressive', message })
  }
  if (ipsecpolicy.pfs === 'disable') {
    const message = 'Without PFS a stolen key opens earlier traffic too.'
    found.push({ path: 'ipsecpolicy.pfs', value: 'disable', message })
  }
  return found
}
