import type { Log } from '../schemas/vpn-connections.ts'

/** One line of a connection's log, taken apart as far as it can be. */
export type NegotiationLine = {
  /** Milliseconds; the line's own stamp where it agrees with the seconds that came with it. */
  time: number
  /** The digits after the seconds, as they were written: finer than `time` can hold. */
  fraction?: string
  /** Address of the node that wrote it. */
  node?: string
  process?: string
  pid?: number
  /** The gateway address the line is about. */
  ip?: string
  event: string
  /** What the line gives as `Key=[value]`, by the key in lower case: devices differ in its spelling. */
  values: Readonly<Record<string, string>>
  peer?: string
  reason?: string
  kind: 'established' | 'failed' | 'deleted' | 'other'
  raw: string
}

// <time> <host> <process>[<process id>]: the rest is the event. The sample of the reference breaks the line after the colon.
const header = /^(\S+)\s+(\S+)\s+([\w./-]+)\[(\d{1,10})\]:\s*/
const stamp = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:[.,](\d{1,12}))?(Z|[+-]\d\d:?\d\d)/
// The reference names a log level that its own sample does not have.
const level = /^<?(?:emerg|alert|crit|critical|err|error|warn|warning|notice|info|debug)[>:]*\s+/i
const address = /^\[([^\]]{0,100})\]\s*/
// Bounded and begun at a word: a long line of nonsense is read as fast as a good one.
const keyValue = /\b(\w{1,64})=\[([^\]]{0,2000})\]/g
const listStart = /\s*\(\s*\w{1,64}=\[/

const readStamp = (raw: string, seconds: number): { time: number; fraction?: string } => {
  const [, upToSeconds, fraction, zone = ''] = stamp.exec(raw) ?? []
  if (upToSeconds === undefined) return { time: seconds * 1000 }
  const ms = (fraction ?? '').slice(0, 3).padEnd(3, '0')
  const exact = Date.parse(`${upToSeconds}.${ms}${zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`)
  // A clock that is wrong is not believed.
  if (!(Math.abs(exact - seconds * 1000) < 1000)) return { time: seconds * 1000 }
  return { time: exact, ...(fraction !== undefined && { fraction }) }
}

const nodeOf = (host: string): string => {
  const name = host.replace(/^host-/i, '')
  return /^(?:\w+-){3}\w+$/.test(name) ? name.replaceAll('-', '.') : name
}

const kindOf = (event: string): NegotiationLine['kind'] => {
  if (/\bfail/i.test(event)) return 'failed'
  if (/\b(?:deleted?|deletion|tear(?:ed|s)?[ -]?down|torn[ -]down)\b/i.test(event)) return 'deleted'
  if (/\b(?:established|establishes|succeeds|succeeded)\b/i.test(event)) return 'established'
  return 'other'
}

const valuesOf = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(keyValue)].map(([, key = '', value = '']) => [key.toLowerCase(), value.trim()]))

/** Reads one line of the log. What fits no format is kept whole, with kind `other`; it never throws. */
export const readLogLine = ({ time, raw_message }: Log): NegotiationLine => {
  const raw = raw_message.trim()
  const values = valuesOf(raw)
  const read = readStamp(raw, time)
  const reason = values['offlinereason'] || values['reason']
  const peer = values['peeraddress'] || values['peerip'] || values['remoteaddress']
  const told = { ...(reason && { reason }), ...(peer && { peer }), values, raw }
  const [head, , host = '', process = '', pid] = header.exec(raw) ?? []
  if (head === undefined) return { ...read, event: raw, kind: 'other', ...told }

  const rest = raw.slice(head.length).replace(level, '')
  const [bracketed = '', ip] = address.exec(rest) ?? []
  const message = rest.slice(bracketed.length).replace(level, '')
  const list = listStart.exec(message)
  const event = (list ? message.slice(0, list.index) : message).trim().replace(/\.$/, '')
  return {
    ...read,
    node: nodeOf(host),
    process,
    pid: Number(pid),
    ...(ip && { ip }),
    event,
    kind: kindOf(event),
    ...told,
  }
}
