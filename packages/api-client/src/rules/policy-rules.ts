import type { PolicyRuleInput } from '../schemas/vpn-connections.ts'
import { blockVersion, networkOf } from './cidr.ts'
import { problem, type Problem } from './problem.ts'

/** What is wrong with the rules of a policy-based connection; paths begin with the name of the list. */
export const policyRuleProblems = (
  rules: readonly PolicyRuleInput[],
  list: 'policy_rules' | 'policy_rules_v6',
): Problem[] => {
  const version = list === 'policy_rules' ? 'ipv4' : 'ipv6'
  const example = version === 'ipv4' ? '10.0.0.0/24' : '2001:db8:1::/64'
  const problems: Problem[] = []
  const sources = new Set<string>()
  if (rules.length > 5) problems.push(problem('conn.policy.max', list, 'Give at most 5 rules.'))
  rules.forEach(({ source = '', destination = [] }, index) => {
    const path = `${list}.${index}`
    const wrong = `Enter an ${version === 'ipv4' ? 'IPv4' : 'IPv6'} block, for example ${example}.`
    if (blockVersion(source) !== version) problems.push(problem('conn.policy.version', `${path}.source`, wrong))
    const network = networkOf(source) ?? source
    if (sources.has(network)) {
      const message = 'Another rule has this source: put the destinations there.'
      problems.push(problem('conn.policy.source-unique', `${path}.source`, message))
    }
    sources.add(network)
    if (destination.length === 0) {
      problems.push(problem('conn.policy.required', `${path}.destination`, 'Give at least one destination.'))
    }
    if (destination.length > 50) {
      problems.push(problem('conn.policy.max', `${path}.destination`, 'Give at most 50 destinations.'))
    }
    destination.forEach((block, at) => {
      if (blockVersion(block) === version) return
      problems.push(problem('conn.policy.version', `${path}.destination.${at}`, wrong))
    })
  })
  return problems
}
