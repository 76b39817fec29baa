import { csvCell } from '../table/export.ts'
import type { LogEntry } from './log-entry.ts'

export type NameOf = (connectionId: string) => string

type Column = { header: string; value: (entry: LogEntry, nameOf: NameOf) => string | number | undefined }

const exactTime = ({ line: { time, fraction } }: LogEntry): string => {
  const date = new Date(time)
  if (Number.isNaN(date.getTime())) return ''
  const iso = date.toISOString()
  return fraction === undefined ? iso : `${iso.slice(0, 19)}.${fraction}Z`
}

const columns: readonly Column[] = [
  { header: 'Time', value: exactTime },
  { header: 'Connection', value: ({ connectionId }, nameOf) => nameOf(connectionId) },
  { header: 'Connection id', value: ({ connectionId }) => connectionId },
  { header: 'Kind', value: ({ line }) => line.kind },
  { header: 'Event', value: ({ line }) => line.event },
  { header: 'Reason', value: ({ line }) => line.reason },
  { header: 'Peer', value: ({ line }) => line.peer },
  { header: 'Gateway address', value: ({ line }) => line.ip },
  { header: 'Node', value: ({ line }) => line.node },
  { header: 'Process', value: ({ line }) => line.process },
  { header: 'Process id', value: ({ line }) => line.pid },
  { header: 'Line', value: ({ line }) => line.raw },
]

/** Lines as CSV: parsed, with the raw line last; a cell that a spreadsheet would run as a formula is made text. */
export const logCsv = (entries: readonly LogEntry[], nameOf: NameOf): string =>
  [
    columns.map(({ header }) => csvCell(header)).join(','),
    ...entries.map((entry) => columns.map(({ value }) => csvCell(value(entry, nameOf) ?? '')).join(',')),
  ]
    .map((row) => `${row}\r\n`)
    .join('')

/** One JSON object a line, for tools that read logs so. */
export const logJsonLines = (entries: readonly LogEntry[], nameOf: NameOf): string =>
  entries
    .map((entry) => {
      const { connectionId, line } = entry
      const { time: _, fraction: __, values, raw, ...parts } = line
      const told = { time: exactTime(entry), connection: nameOf(connectionId), connection_id: connectionId }
      return `${JSON.stringify({ ...told, ...parts, values, raw_message: raw })}\n`
    })
    .join('')

/** The lines as the gateway wrote them. */
export const logRaw = (entries: readonly LogEntry[]): string => entries.map(({ line }) => `${line.raw}\n`).join('')
