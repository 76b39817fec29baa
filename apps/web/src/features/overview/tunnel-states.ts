import type { VpnConnection } from '@vpn-console/api-client'
import { isAlone, statusRank, statusText, type ContextOf } from '../../ui/connections/connection-rows.ts'
import { statusWords, type StatusKind } from '../../ui/status-words.ts'

/** How many tunnels are in a state, in the words of the list of connections. */
export type TunnelState = { words: string; kind: StatusKind; count: number }

/** What a tunnel that is down means for its site. */
export type Impact = 'cut off' | 'carried by the other' | 'not known'

export type FailingTunnel = { connection: VpnConnection; other: VpnConnection | undefined; impact: Impact }

const failing = new Set(['DOWN', 'ERROR'])

/** The states that there are, worst first. */
export const tunnelStates = (connections: readonly VpnConnection[], contextOf: ContextOf): TunnelState[] => {
  const byWords = new Map<string, TunnelState & { rank: number }>()
  for (const connection of connections) {
    const { other } = contextOf(connection)
    const words = statusText(connection, other)
    const kind = isAlone(connection, other) ? 'warning' : statusWords('connection', connection.status).kind
    const found = byWords.get(words)
    if (found) found.count += 1
    else byWords.set(words, { words, kind, count: 1, rank: statusRank(connection, other) })
  }
  return [...byWords.values()]
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ words, kind, count }) => ({ words, kind, count }))
}

const impactOf = (other: VpnConnection | undefined, beside: readonly VpnConnection[]): Impact => {
  if (other?.status === 'ACTIVE') return 'carried by the other'
  if (other) return failing.has(other.status) ? 'cut off' : 'not known'
  // More than two between the same ends are no pair, and one of them may carry what this one does not.
  return beside.some(({ status }) => status === 'ACTIVE') ? 'not known' : 'cut off'
}

const impactRanks: Record<Impact, number> = { 'cut off': 0, 'not known': 1, 'carried by the other': 2 }

/** The tunnels that do not work: first those whose site is cut off. */
export const failingTunnels = (connections: readonly VpnConnection[], contextOf: ContextOf): FailingTunnel[] =>
  connections
    .filter(({ status }) => failing.has(status))
    .map((connection) => {
      const { other, beside = [] } = contextOf(connection)
      return { connection, other, impact: impactOf(other, beside) }
    })
    .toSorted(
      (a, b) =>
        impactRanks[a.impact] - impactRanks[b.impact] ||
        a.connection.name.localeCompare(b.connection.name, undefined, { numeric: true }),
    )
