import type { VpnConnection } from '@vpn-console/api-client'

type Ends = Pick<
  VpnConnection,
  | 'id'
  | 'vgw_id'
  | 'vgw_ip'
  | 'cgw_id'
  | 'style'
  | 'peer_subnets'
  | 'peer_subnets_v6'
  | 'policy_rules'
  | 'policy_rules_v6'
>

export const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

const sorted = (items: readonly string[] = []) => [...items].toSorted()

/** What a tunnel carries; the two of a pair carry the same. */
const trafficOf = (connection: Ends): string =>
  JSON.stringify([
    connection.style,
    sorted(connection.peer_subnets),
    sorted(connection.peer_subnets_v6),
    ...[connection.policy_rules ?? [], connection.policy_rules_v6 ?? []].map((rules) =>
      sorted(rules.map(({ source, destination }) => JSON.stringify([source, sorted(destination)]))),
    ),
  ])

/** Two on different addresses are a pair; with more of them nobody could say which belong together. */
const isPair = (group: readonly Ends[]): group is [Ends, Ends] =>
  group.length === 2 && group[0]?.vgw_ip !== group[1]?.vgw_ip

/** The pairs in a group that is no pair itself: by mode, and where that does not tell, by traffic. */
const pairsIn = (group: readonly Ends[], keys: readonly ((connection: Ends) => string)[]): [Ends, Ends][] => {
  if (isPair(group)) return [group]
  const [key, ...rest] = keys
  return key ? [...groupBy(group, key).values()].flatMap((part) => pairsIn(part, rest)) : []
}

/** The same for connections that join the same two. */
export const endsKey = ({ vgw_id, cgw_id }: Pick<VpnConnection, 'vgw_id' | 'cgw_id'>): string =>
  JSON.stringify([vgw_id, cgw_id])

/**
 * The other tunnel of each connection, by id. A pair joins one gateway and one customer gateway over both addresses
 * of the gateway. The cloud does not name pairs; where two ends are joined more than twice, mode and traffic tell.
 */
export const findPairs = (connections: readonly Ends[]): ReadonlyMap<string, string> => {
  const others = new Map<string, string>()
  for (const group of groupBy(connections, endsKey).values()) {
    for (const [first, second] of pairsIn(group, [({ style }) => style, trafficOf])) {
      others.set(first.id, second.id)
      others.set(second.id, first.id)
    }
  }
  return others
}
