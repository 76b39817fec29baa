import { blockHolds, blockVersion } from '@vpn-console/api-client'
import type { LogEntry } from './log-entry.ts'

export const kinds = ['failed', 'deleted', 'established', 'other'] as const
export type Kind = (typeof kinds)[number]

export type Span = { from: number; to: number }

/** Which lines are shown; all of it is in the URL. Nothing chosen of a facet means all of it. */
export type LogFilter = {
  text: string
  kinds: readonly Kind[]
  reasons: readonly string[]
  /** Ids of connections. */
  tunnels: readonly string[]
  span: Span | undefined
}

const isKind = (text: string): text is Kind => kinds.some((kind) => kind === text)
const stampOf = (time: number) => new Date(time).toISOString().replace('.000Z', 'Z')

const spanOf = (search: URLSearchParams): Span | undefined => {
  const [from, to] = [Date.parse(search.get('from') ?? ''), Date.parse(search.get('to') ?? '')]
  return from <= to ? { from, to } : undefined
}

export const readLogFilter = (search: URLSearchParams): LogFilter => ({
  text: search.get('find') ?? '',
  kinds: search.getAll('event').filter(isKind),
  reasons: search.getAll('reason'),
  tunnels: search.getAll('tunnel'),
  span: spanOf(search),
})

/** The same URL with another filter, at its first page. */
export const writeLogFilter = (search: URLSearchParams, filter: LogFilter): URLSearchParams => {
  const next = new URLSearchParams(search)
  for (const key of ['find', 'event', 'reason', 'tunnel', 'from', 'to', 'page']) next.delete(key)
  if (filter.text !== '') next.set('find', filter.text)
  for (const kind of filter.kinds) next.append('event', kind)
  for (const reason of filter.reasons) next.append('reason', reason)
  for (const tunnel of filter.tunnels) next.append('tunnel', tunnel)
  if (filter.span) {
    next.set('from', stampOf(filter.span.from))
    next.set('to', stampOf(filter.span.to))
  }
  return next
}

const nobody: ReadonlySet<string> = new Set()

type Test = (entry: LogEntry) => boolean
const always: Test = () => true

/** A part of the line in any case; a prefix such as 198.51.100.0/24 finds the addresses within it. */
const findTest = (text: string, named: ReadonlySet<string>): Test => {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return always
  const isPrefix = wanted.includes('/') && blockVersion(wanted) !== undefined
  const isFound: Test = isPrefix
    ? ({ line }) =>
        [line.peer, line.ip, line.node].some((address) => address !== undefined && blockHolds(wanted, address))
    : (entry) => entry.text.includes(wanted)
  return (entry) => named.has(entry.connectionId) || isFound(entry)
}

const tests = ({ text, kinds, reasons, tunnels, span }: LogFilter, named: ReadonlySet<string>) => ({
  find: findTest(text, named),
  kind: kinds.length === 0 ? always : ({ line }: LogEntry) => kinds.includes(line.kind),
  reason: reasons.length === 0 ? always : ({ reason }: LogEntry) => reason !== undefined && reasons.includes(reason),
  tunnel: tunnels.length === 0 ? always : ({ connectionId }: LogEntry) => tunnels.includes(connectionId),
  span: span ? ({ line: { time } }: LogEntry) => time >= span.from && time <= span.to : always,
})

export type Facet<T extends string> = { value: T; count: number }

export type LogView = {
  matching: readonly LogEntry[]
  /** What the histogram is drawn of: everything but the span. */
  aroundSpan: readonly LogEntry[]
  kinds: readonly Facet<Kind>[]
  reasons: readonly Facet<string>[]
}

const counted = <T extends string>(counts: ReadonlyMap<T, number>): Facet<T>[] =>
  [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))

/** What of the lines is shown, and how many there are of each choice: counted as if nothing of its own facet was chosen. */
export const logView = (
  entries: readonly LogEntry[],
  filter: LogFilter,
  /** Connections that what is searched for names: all their lines are found. */
  named: ReadonlySet<string> = nobody,
): LogView => {
  const { find, kind, reason, tunnel, span } = tests(filter, named)
  const matching: LogEntry[] = []
  const aroundSpan: LogEntry[] = []
  const ofKind = new Map<Kind, number>(filter.kinds.map((value) => [value, 0]))
  const ofReason = new Map<string, number>(filter.reasons.map((value) => [value, 0]))
  for (const entry of entries) {
    if (!find(entry) || !tunnel(entry)) continue
    const [isKind, isReason, isInSpan] = [kind(entry), reason(entry), span(entry)]
    if (isKind && isReason) aroundSpan.push(entry)
    if (!isInSpan) continue
    if (isKind && isReason) matching.push(entry)
    if (isReason) ofKind.set(entry.line.kind, (ofKind.get(entry.line.kind) ?? 0) + 1)
    if (isKind && entry.reason !== undefined) ofReason.set(entry.reason, (ofReason.get(entry.reason) ?? 0) + 1)
  }
  return { matching, aroundSpan, kinds: counted(ofKind), reasons: counted(ofReason) }
}

/** A choice added to those of a facet, or taken out. */
export const toggled = <T>(chosen: readonly T[], value: T): T[] =>
  chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]
