import { findReason, type Reason, type VpnConnection } from '@vpn-console/api-client'
import { reasonWords, unknownWords, type ReasonWords } from './reason-words.ts'

export type Explanation = ReasonWords & {
  /** As the log names it. */
  raw: string
  known: Reason | undefined
  /** Dotted paths of the settings that the connection has and that may mend it, the likeliest first. */
  fields: readonly string[]
  /** What happens once it is mended. */
  after: string
}

/** Whether a connection of its mode has a setting; one and the same is kept in either of two lists. */
export const hasSetting = (connection: VpnConnection, path: string): boolean => {
  const isPolicy = connection.style === 'POLICY'
  const isGm = connection.ikepolicy?.authentication_method === 'digital-envelope-v2'
  if (path === 'psk') return !isGm
  if (path === 'policy_rules') return isPolicy && (connection.policy_rules_v6 ?? []).length === 0
  if (path === 'policy_rules_v6') return isPolicy && (connection.policy_rules_v6 ?? []).length > 0
  if (path === 'peer_subnets') return (connection.peer_subnets ?? []).length > 0
  if (path === 'peer_subnets_v6') return (connection.peer_subnets_v6 ?? []).length > 0
  if (path === 'ikepolicy.phase1_negotiation_mode') return connection.ikepolicy?.ike_version === 'v1'
  // On a GM gateway the algorithms are fixed.
  if (isGm) return !/algorithm|dh_group|pfs|_id|ike_version/.test(path)
  return true
}

const afterWords = (reason: Reason | undefined, fields: readonly string[]): string => {
  if (reason?.weight === 'normal') return 'The tunnel comes back by itself within seconds.'
  if (fields.length > 0)
    return 'When a change acts is told beside each field. A reset begins the next negotiation at once.'
  return 'The gateway goes on trying: once the cause is mended the tunnel comes up by itself. A reset tries at once.'
}

/** What a reason of the log means for a connection, and what to do; also of one that nobody documented. */
export const explain = (raw: string, connection: VpnConnection): Explanation => {
  const known = findReason(raw)
  const words = (known && reasonWords[known.name]) ?? unknownWords
  const fields = (known?.fields ?? []).filter((path) => hasSetting(connection, path))
  return { ...words, raw, known, fields, after: afterWords(known, fields) }
}
