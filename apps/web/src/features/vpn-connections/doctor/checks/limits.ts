import { gatewayEnd } from '../../../../ui/connections/gateway-end.ts'
import { tunnelBudget } from '../../fields/policy-rules-form.ts'
import { tunnelsOn } from '../budget.ts'
import { atConnection, atGateway, checkOf, countWords, type Check } from '../check.ts'
import { known, otherTunnel } from '../doctor-facts.ts'

/** From here on the budget is worth a word. */
const nearly = 0.8

/** Whether the gateway address has tunnels left. */
export const tunnelBudgetKept: Check = ({ connection, connections, gateway }) => {
  const { passed, failed, note, unknown } = checkOf('tunnel-budget', 'The gateway address has tunnels to spare')
  if ('why' in connections) return unknown(connections.why)
  const { shares, total } = tunnelsOn(connections.value, connection.vgw_ip)
  const address = gatewayEnd(connection, known(gateway)).address ?? connection.vgw_ip
  const sum = `${countWords(total, 'tunnel')} of ${tunnelBudget} on ${address}`
  const details = shares.slice(0, 10).map(({ name, tunnels }) => `${name}: ${countWords(tunnels, 'tunnel')}`)
  const fixes = [
    {
      text: 'Merge subnets in the rules of the costliest connections, or let routes decide instead of policies.',
      at: atConnection(connection, 'policy_rules'),
    },
  ]
  if (total > tunnelBudget) {
    return failed(`${sum}: each source with each destination of a policy costs one, and that is too many.`, {
      details,
      fixes,
    })
  }
  if (total >= tunnelBudget * nearly) return note(`${sum}: nearly used up.`, { details, fixes })
  return passed(`${sum}.`)
}

/** Whether another connection could be made, as a pair or a detour would need. */
export const quotaLeft: Check = (facts) => {
  const { connection, gateway, quotas } = facts
  const { passed, note, unknown } = checkOf('quota', 'The quota has room for another connection')
  if ('why' in quotas) return unknown(quotas.why)
  const project = quotas.value.find(({ type }) => type === 'vpn_connection')
  const here = known(gateway)
  const full: string[] = []
  if (project && project.used >= project.quota) {
    full.push(`The project has ${project.used} of ${project.quota} connections.`)
  }
  const { connection_number: most, used_connection_number: used = 0 } = here ?? {}
  if (here && most !== undefined && used >= most) full.push(`${here.name} has ${used} of ${most} connections.`)
  if (full.length > 0) {
    const consequence = otherTunnel(facts)
      ? 'Another cannot be made.'
      : `${connection.name} cannot get a second tunnel.`
    return note(`${full.join(' ')} ${consequence}`, {
      fixes: [
        {
          text: 'Ask the cloud for a higher quota, or delete connections that nobody uses.',
          ...(here && { at: atGateway(here) }),
        },
      ],
    })
  }
  if (!project) return unknown('The cloud does not tell a quota of connections.')
  return passed(`The project has ${project.used} of ${project.quota} connections.`)
}
