import type { VpnConnection } from '@vpn-console/api-client'

export const policyRulesOf = ({ policy_rules = [], policy_rules_v6 = [] }: VpnConnection) => [
  ...policy_rules,
  ...policy_rules_v6,
]
