import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { blocksOf } from '../fields/block-lines.ts'
import { tunnelBudget, tunnelCount, tunnelsOnAddress } from '../fields/policy-rules-form.ts'
import { laterWords } from '../fields/effects.ts'
import { PolicyRulesEditor } from '../fields/PolicyRulesEditor.tsx'
import { chosenIps, shownIp } from './connection-form.ts'
import { CreatePeerSubnets } from './CreatePeerSubnets.tsx'
import { useConnectionForm } from './use-connection-form.ts'

export const PolicyFields = () => {
  const { values, facts, gateway, warnings } = useConnectionForm()
  const isIpv6 = gateway?.ip_version === 'ipv6'
  const more = tunnelCount(values.policy_rules)
  const used = (gateway ? chosenIps(values, gateway) : [])
    .filter(Boolean)
    .map((ip) => `${tunnelsOnAddress(facts.connections, ip) + more} on ${gateway ? shownIp(gateway, ip) : ip}`)
  return (
    <SpaceBetween size="l">
      <Box color="text-body-secondary">
        Rules say which traffic goes through the tunnel. Nothing is routed, so devices without tunnel interfaces can do
        it.
      </Box>
      <CreatePeerSubnets />
      <PolicyRulesEditor
        isIpv6={isIpv6}
        localSubnets={(isIpv6 ? gateway?.local_subnets_v6 : gateway?.local_subnets) ?? []}
        peerSubnets={blocksOf(values.peer_subnets)}
        warning={warnings['policy_rules']}
      />
      <Box fontSize="body-s" color="text-body-secondary">
        {laterWords('policy_rules')}
      </Box>
      <Box color="text-body-secondary">
        <output>
          Each pair of source and destination is a tunnel of its own: these rules make {more}
          {used.length > 0 && `. An address carries ${tunnelBudget}; with this connection it is ${used.join(' and ')}`}.
        </output>
      </Box>
    </SpaceBetween>
  )
}
