import { findReason, readLogLine, type Log, type VpnConnection } from '@vpn-console/api-client'
import { reasonWords } from '../explain/reason-words.ts'
import { tunnelHistory, type LayerSince } from './tunnel-history.ts'

/** What stands beside the status of a tunnel: since when it is so and why, as far as the log tells. */
export type StatusCause = { since?: LayerSince; cause?: string }

const inSession: Record<string, string> = {
  BGP: 'IPsec is negotiated: look at BGP below.',
  STATIC: 'IPsec is negotiated: look at the layers above it.',
}

/** Reads the log for why a tunnel is as its status says; where the two disagree it is silent about the time. */
export const statusCause = (connection: Pick<VpnConnection, 'status' | 'style'>, logs: readonly Log[]): StatusCause => {
  const { status, style } = connection
  const history = tunnelHistory(logs.map(readLogLine).toSorted((a, b) => b.time - a.time))
  if (!history) return status === 'DOWN' ? { cause: 'Nothing has been negotiated yet.' } : {}
  const isUp = history.standing === 'established'
  if (status === 'ACTIVE') return isUp ? { since: history.since } : {}
  if (status !== 'DOWN') return {}
  if (isUp) return { cause: inSession[style] ?? 'The log says established: the status may follow in a moment.' }
  const { reason } = history.line
  const known = reason === undefined ? undefined : findReason(reason)
  const plain = known && reasonWords[known.name]?.plain
  const cause = plain ?? (reason === undefined ? undefined : `In the log: ${reason}`)
  return { since: history.since, ...(cause !== undefined && { cause }) }
}
