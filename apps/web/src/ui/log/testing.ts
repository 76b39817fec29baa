import { liveEntries, type LogEntry } from './log-entry.ts'

/** A line as the gateway writes it, some milliseconds after a second. */
export const rawLine = (at: number, event: string, values: string, node = '192.0.2.1'): string =>
  `${new Date(at).toISOString().replace('Z', '275+00:00')} host-${node.replaceAll('.', '-')} ipsec_ike[30085]: [${node}] ${event}. (IfIndex=[207], ${values})`

export const fails = (at: number, reason: string, peer = '198.51.100.7') =>
  rawLine(at, 'IPsec tunnel negotiation fails', `PeerAddress=[${peer}], Reason=[${reason}]`)

export const established = (at: number) =>
  rawLine(at, 'IPsec tunnel is established', 'PeerAddress=[198.51.100.7], Role=[Initiator]')

export const deleted = (at: number, reason: string) =>
  rawLine(at, 'IPsec tunnel is deleted', `PeerAddress=[198.51.100.7], OfflineReason=[${reason}]`)

export const logOf = (raw_message: string, at: number) => ({ time: Math.floor(at / 1000), raw_message })

/** Lines of a connection as the cloud answers with them. */
export const entriesOf = (connectionId: string, lines: readonly (readonly [at: number, raw: string])[]): LogEntry[] => [
  ...liveEntries(
    connectionId,
    lines.map(([at, raw]) => logOf(raw, at)),
  ),
]
