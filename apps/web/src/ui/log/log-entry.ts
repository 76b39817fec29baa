import {
  findReason,
  readLogLine,
  type KeptLogLine,
  type Log,
  type NegotiationLine,
  type Reason,
} from '@vpn-console/api-client'

/** One line of a connection's log, wherever it came from. */
export type LogEntry = {
  /** The same for the same line in every browser: it is what a link to the line has. */
  id: string
  connectionId: string
  line: NegotiationLine
  /** What is known of its reason; undefined where nobody documented it, or it has none. */
  known: Reason | undefined
  /** The reason under one name for all its spellings. */
  reason: string | undefined
  /** What a search looks through. */
  text: string
}

// The console keeps no more of a line.
const mostCharacters = 4_000

/** A short fingerprint of a text: two rounds of FNV-1a that begin apart. */
const fingerprint = (text: string): string => {
  let [a, b] = [0x811c9dc5, 0x5bd1e995]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x85ebca6b)
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36)
}

const entryOf = (connectionId: string, log: Log): LogEntry => {
  const line = readLogLine({ time: log.time, raw_message: log.raw_message.slice(0, mostCharacters) })
  const known = line.reason === undefined ? undefined : findReason(line.reason)
  return {
    id: `${log.time.toString(36)}-${fingerprint(`${connectionId} ${line.raw}`)}`,
    connectionId,
    line,
    known,
    reason: known?.name ?? line.reason,
    text: line.raw.toLowerCase(),
  }
}

// Lines do not change, and the answers that hold them are the same objects from poll to poll.
const knownAnswers = new WeakMap<object, readonly LogEntry[]>()

const remembered = <T extends object>(answer: T, read: (answer: T) => LogEntry[]): readonly LogEntry[] => {
  const entries = knownAnswers.get(answer) ?? read(answer)
  knownAnswers.set(answer, entries)
  return entries
}

/** The lines as the cloud gives them. */
export const liveEntries = (connectionId: string, logs: readonly Log[]): readonly LogEntry[] =>
  remembered(logs, (all) => all.map((log) => entryOf(connectionId, log)))

/** The lines that the console has kept. */
export const keptEntries = (lines: readonly KeptLogLine[]): readonly LogEntry[] =>
  remembered(lines, (all) =>
    all.map(({ connection_id, time, raw_message }) =>
      entryOf(connection_id, { time: Math.floor(time / 1000), raw_message }),
    ),
  )

const order = (a: LogEntry, b: LogEntry) =>
  b.line.time - a.line.time ||
  // Finer than a millisecond, where the lines tell.
  (b.line.fraction ?? '').localeCompare(a.line.fraction ?? '') ||
  (a.id < b.id ? -1 : 1)

/** All lines once, newest first. */
export const mergeEntries = (...lists: readonly (readonly LogEntry[])[]): LogEntry[] => {
  const byId = new Map<string, LogEntry>()
  for (const list of lists) for (const entry of list) byId.set(entry.id, entry)
  return [...byId.values()].toSorted(order)
}

/** When a line was written, by its id alone: how far back to look for it. Undefined for what is no id of ours. */
export const timeOfId = (id: string): number | undefined => {
  const [, seconds] = /^([0-9a-z]{1,8})-[0-9a-z]{2,14}$/.exec(id) ?? []
  return seconds === undefined ? undefined : Number.parseInt(seconds, 36) * 1000
}
