import type { Connection, Project } from './project-state.ts'

/** A source behind the gateway and a destination behind the peer that are to reach each other. */
export type Pair = { source: string; destination: string }

const cross = (sources: readonly string[], destinations: readonly string[]): Pair[] =>
  sources.flatMap((source) => destinations.map((destination) => ({ source, destination })))

/** What the ends agreed to carry: everything where routes decide, else each source with each destination. */
export const pairsOf = (project: Project, connection: Connection): Pair[] => {
  const { style, vgw_id, policy_rules, policy_rules_v6, peer_subnets = [], peer_subnets_v6 = [] } = connection
  if (style === 'POLICY') {
    return [...policy_rules, ...policy_rules_v6].flatMap(({ source = '', destination = [] }) =>
      cross([source], destination),
    )
  }
  const gateway = project.gateways.get(vgw_id)
  if (style === 'POLICY-TEMPLATE') {
    return [
      ...cross(gateway?.local_subnets ?? [], peer_subnets),
      ...cross(gateway?.local_subnets_v6 ?? [], peer_subnets_v6),
    ]
  }
  const everything = gateway?.ip_version === 'ipv6' ? '::/0' : '0.0.0.0/0'
  return [{ source: everything, destination: everything }]
}
