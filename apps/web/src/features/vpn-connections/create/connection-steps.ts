import type { WizardStep } from '../../../ui/form/wizard-steps.ts'
import type { ConnectionFacts } from './connection-facts.ts'
import type { ConnectionFormValues } from './connection-form.ts'
import { endsSummary, nameSummary, securitySummary, trafficSummary } from './connection-summary.tsx'
import { EndsStep } from './EndsStep.tsx'
import { NameStep } from './NameStep.tsx'
import { SecurityStep } from './SecurityStep.tsx'
import { TrafficStep } from './TrafficStep.tsx'

/** The wizard, step by step; the summaries name things as they are known now. */
export const connectionSteps = (facts: ConnectionFacts): WizardStep<ConnectionFormValues>[] => [
  {
    id: 'ends',
    title: 'Ends',
    description: 'From which gateway to which customer device, and by how many tunnels.',
    fields: ['vgw_id', 'customerGateway', 'cgw_id', 'newCustomerGateway', 'extent', 'vgw_ip', 'unanswered'],
    Content: EndsStep,
    summary: (values) => endsSummary(values, facts),
  },
  {
    id: 'traffic',
    title: 'Traffic',
    description: 'What goes through the tunnels, and how the two ends know.',
    fields: [
      'style',
      'peer_subnets',
      'enable_nqa',
      'enable_hub',
      'policy_rules',
      'tunnels.0.tunnel_local_address',
      'tunnels.0.tunnel_peer_address',
      'tunnels.1.tunnel_local_address',
      'tunnels.1.tunnel_peer_address',
    ],
    Content: TrafficStep,
    summary: (values) => trafficSummary(values, facts),
  },
  {
    id: 'security',
    title: 'Security',
    description: 'How the ends know each other, and how they encrypt. Both need the same settings.',
    fields: ['tunnels.0.psk', 'tunnels.1.psk', 'isSameKey', 'ikepolicy', 'ipsecpolicy'],
    Content: SecurityStep,
    summary: (values) => securitySummary(values, facts),
  },
  {
    id: 'name',
    title: 'Name and tags',
    fields: ['name', 'tunnels.0.name', 'tunnels.1.name', 'tags'],
    Content: NameStep,
    summary: (values) => nameSummary(values, facts),
  },
]
