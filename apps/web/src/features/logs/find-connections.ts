import { blocksOverlap, blockVersion, type VpnConnection } from '@vpn-console/api-client'
import { peerSubnetsOf } from '../../ui/connection-words.ts'
import type { ConnectionContext } from '../../ui/connections/connection-rows.ts'
import type { LogScope } from '../../ui/log/use-kept-lines.ts'

type Known = Pick<ConnectionContext, 'gatewayName' | 'customerGatewayName' | 'end' | 'customerGateway'>

/** An address as the smallest block, so that both are compared alike. */
const blockOf = (text: string): string | undefined => {
  if (blockVersion(text) !== undefined) return text
  const whole = `${text}/${text.includes(':') ? 128 : 32}`
  return blockVersion(whole) === undefined ? undefined : whole
}

const networksOf = (connection: VpnConnection): string[] => [
  ...peerSubnetsOf(connection),
  ...(connection.policy_rules ?? []).flatMap(({ destination = [] }) => destination),
  ...(connection.policy_rules_v6 ?? []).flatMap(({ destination = [] }) => destination),
]

/**
 * The connections that somebody means by a name of theirs or of their ends, by an address of an end, or by an address
 * or a prefix of the networks behind them.
 */
export const findConnections = (
  find: string,
  connections: readonly VpnConnection[],
  contextOf: (connection: VpnConnection) => Known,
): ReadonlySet<string> => {
  const wanted = find.trim().toLowerCase()
  if (wanted === '') return new Set()
  const block = blockOf(wanted)
  const isMeant = (connection: VpnConnection): boolean => {
    const { gatewayName, customerGatewayName, end, customerGateway } = contextOf(connection)
    const names = [connection.name, connection.id, gatewayName, customerGatewayName, customerGateway?.id_value ?? '']
    if (names.some((name) => name.toLowerCase().includes(wanted))) return true
    if (block === undefined) return false
    const ends = [end.address, customerGateway?.id_value].flatMap((address) => blockOf(address ?? '') ?? [])
    return [...ends, ...networksOf(connection)].some((one) => blocksOverlap(one, block))
  }
  return new Set(connections.filter(isMeant).map(({ id }) => id))
}

/** As many as can be asked for at once. */
const mostIds = 20
const shortestText = 3

/** What to ask the console for: the lines of few connections, or those with a text; otherwise what is loaded is searched. */
export const scopeOf = (find: string, named: ReadonlySet<string>): LogScope => {
  const text = find.trim()
  if (named.size > 0 && named.size <= mostIds) return { connection_id: [...named].toSorted().join(',') }
  // A prefix stands in no line; the addresses within it do.
  return named.size === 0 && text.length >= shortestText && !text.includes('/') ? { text } : {}
}
