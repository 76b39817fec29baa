import type { VpnConnection } from '@vpn-console/api-client'
import type { ContextOf } from '../../../ui/connections/connection-rows.ts'

export type BatchAction = 'reset' | 'delete'

export const countOf = (count: number): string => (count === 1 ? '1 connection' : `${count} connections`)

/** Ends that have no connected tunnel left once those chosen are gone. */
const cutOff = (connections: readonly VpnConnection[], contextOf: ContextOf): string[] => {
  const chosen = new Set(connections.map(({ id }) => id))
  const lost = connections.filter((connection) => {
    const { other, beside = [] } = contextOf(connection)
    return [...(other ? [other] : []), ...beside].every(({ id, status }) => chosen.has(id) || status !== 'ACTIVE')
  })
  return [...new Set(lost.map((connection) => contextOf(connection).customerGatewayName))].toSorted()
}

const most = 4

const list = (items: readonly string[]) =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(
    items.length > most + 1 ? [...items.slice(0, most), `${items.length - most} more`] : items,
  )

/** What goes down with several connections. */
export const batchConsequence = (
  action: BatchAction,
  connections: readonly VpnConnection[],
  contextOf: ContextOf,
): string => {
  const lost = cutOff(connections, contextOf)
  if (action === 'reset') {
    const down = 'Each tunnel is taken down and negotiated again. The second one of a pair waits until the first is up.'
    const single = connections.filter((connection) => contextOf(connection).other?.status !== 'ACTIVE')
    return single.length > 0
      ? `${down} Traffic of ${list(single.map(({ name }) => name))} is interrupted until it is up again.`
      : down
  }
  const down = 'The tunnels are taken down for good, with their settings and pre-shared keys.'
  return lost.length > 0
    ? `${down} No connected tunnel is left to ${list(lost)}: its traffic stops.`
    : `${down} Each customer gateway keeps a connected tunnel.`
}

/** Why an action cannot be taken on what is chosen; undefined where it can. */
export const batchRefusal = (
  connections: readonly VpnConnection[],
  refusalOf: (connection: VpnConnection) => string | undefined,
): string | undefined => {
  if (connections.length === 0) return 'Choose connections first.'
  const refused = connections.flatMap((connection) => refusalOf(connection) ?? [])
  if (refused.length === 0) return undefined
  return refused.length === 1 ? refused[0] : `${refused[0]} So it is with ${refused.length - 1} more.`
}
