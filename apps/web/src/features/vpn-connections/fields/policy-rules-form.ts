import type { VpnConnection } from '@vpn-console/api-client'
import { blockLines, blocksOf } from './block-lines.ts'

/** One rule as it is typed: a block, and blocks one a line. */
export type PolicyRuleFormValues = { source: string; destination: string }

export const emptyPolicyRule: PolicyRuleFormValues = { source: '', destination: '' }

/** Most rules of a connection, and most tunnels that one address of a gateway carries. */
export const mostPolicyRules = 5
export const tunnelBudget = 300

export const policyRuleFormValues = (
  rules: readonly { source?: string | undefined; destination?: string[] | undefined }[] | undefined,
): PolicyRuleFormValues[] =>
  (rules ?? []).map(({ source = '', destination }) => ({ source, destination: blockLines(destination) }))

/** Rules of a request, row by row, so that a problem of a rule has the number of its row. */
export const toPolicyRules = (rules: readonly PolicyRuleFormValues[]): { source: string; destination: string[] }[] =>
  rules.map(({ source, destination }) => ({ source: source.trim(), destination: blocksOf(destination) }))

/** How many tunnels rules make: one for each pair of a source and a destination. */
export const tunnelCount = (rules: readonly PolicyRuleFormValues[]): number =>
  toPolicyRules(rules).reduce((sum, { destination }) => sum + destination.length, 0)

const tunnelsOf = ({ policy_rules, policy_rules_v6 }: VpnConnection) =>
  [...(policy_rules ?? []), ...(policy_rules_v6 ?? [])].reduce((sum, rule) => sum + (rule.destination?.length ?? 0), 0)

/** Tunnels that the policy connections on one gateway address already make; `except` is a connection being edited. */
export const tunnelsOnAddress = (connections: readonly VpnConnection[], vgwIp: string, except?: string): number =>
  connections
    .filter(({ id, vgw_ip, style }) => vgw_ip === vgwIp && style === 'POLICY' && id !== except)
    .reduce((sum, connection) => sum + tunnelsOf(connection), 0)

/** One rule for each local subnet, as many as there may be, to every subnet of the peer. */
export const rulesBetween = (localSubnets: readonly string[], peerSubnets: readonly string[]): PolicyRuleFormValues[] =>
  localSubnets.slice(0, mostPolicyRules).map((source) => ({ source, destination: blockLines(peerSubnets) }))
