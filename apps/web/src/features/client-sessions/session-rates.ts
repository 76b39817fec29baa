import type { P2cConnection } from '@vpn-console/api-client'

const counters = ['inbound_bytes', 'outbound_bytes', 'inbound_packets', 'outbound_packets'] as const
type Counter = (typeof counters)[number]

/** Per second; a rate that could not be measured is not there. */
export type Rates = { readonly [C in Counter]?: number | undefined }

/** A session with how fast its counters move, and when they were last seen to be measured anew. */
export type LiveSession = { connection: P2cConnection; id: string; rates: Rates; measuredAt: number }

/** Closer readings say more about rounding than about traffic, as when somebody comes back to the window. */
const leastMs = 1_000
/** The rate over a longer time is not that of now. */
const mostMs = 90_000

/** What tells a session apart, also where the cloud gives it no id. */
export const sessionId = ({ connection_id, ...connection }: P2cConnection): string =>
  connection_id ??
  [connection.client_user_name, connection.client_virtual_ip, connection.connection_established_time].join(' ')

const perSecond = (before: number | undefined, now: number | undefined, ms: number): number | undefined => {
  // A counter that went back began anew, at a moment that nobody knows.
  if (before === undefined || now === undefined || now < before) return undefined
  return ((now - before) * 1_000) / ms
}

const isSameSession = (a: P2cConnection, b: P2cConnection) =>
  a.connection_established_time === b.connection_established_time && a.client_user_name === b.client_user_name

const readOne = (before: LiveSession | undefined, connection: P2cConnection, at: number): LiveSession => {
  const id = sessionId(connection)
  const fresh = { connection, id, rates: {}, measuredAt: at }
  if (!before || !isSameSession(before.connection, connection)) return fresh
  const ms = at - before.measuredAt
  // The cloud stamps what it measured: the same stamp is the same measurement, whenever it was asked for.
  const isOld = connection.timestamp !== undefined && connection.timestamp === before.connection.timestamp
  if (ms < 0 || ms > mostMs) return fresh
  // Rates stay those of the last two measurements, and so do the counters that the next is compared with.
  if (isOld || ms < leastMs) return before
  const rates = Object.fromEntries(
    counters.map((counter) => [counter, perSecond(before.connection[counter], connection[counter], ms)]),
  )
  return { ...fresh, rates }
}

/**
 * The sessions of a list read at a moment, with rates against the list read before. A session that comes twice, as when
 * the list moved while its pages were read, is there once.
 */
export const readSessions = (
  before: readonly LiveSession[],
  connections: readonly P2cConnection[],
  at: number,
): LiveSession[] => {
  const known = new Map(before.map((session) => [session.id, session]))
  const read = new Map<string, LiveSession>()
  for (const connection of connections) {
    const id = sessionId(connection)
    if (!read.has(id)) read.set(id, readOne(known.get(id), connection, at))
  }
  return [...read.values()]
}
