import type { AuditRow } from '../store/audit.ts'

const columns = [
  'id',
  'at',
  'ended_at',
  'person_id',
  'person_name',
  'ip',
  'operation',
  'cloud_id',
  'resource_id',
  'outcome',
  'times',
  'status',
  'code',
  'request_id',
  'console_request_id',
  'body',
  'before_state',
  'after_state',
] as const satisfies readonly (keyof AuditRow)[]

const times = new Set<string>(['at', 'ended_at'])

const timeText = (at: number | null) => (at === null ? null : new Date(at).toISOString())

const valueOf = (row: AuditRow, column: (typeof columns)[number]) =>
  column === 'at' || column === 'ended_at' ? timeText(row[column]) : row[column]

/** A spreadsheet would work out what begins like a formula; with an apostrophe before it, it shows it. */
const csvCell = (value: string | number | null): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[\s=+\-@|%＝＋－＠]/.test(value) ? `'${value}` : value
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text))

/** The formats of an export: what comes first, and a line for each entry. */
export const auditFormats = {
  csv: {
    type: 'text/csv; charset=utf-8',
    // The mark makes spreadsheets read it as UTF-8.
    head: `\u{FEFF}${columns.join(',')}\r\n`,
    line: (row: AuditRow) => `${columns.map((column) => csvCell(valueOf(row, column))).join(',')}\r\n`,
  },
  jsonl: {
    type: 'application/jsonl; charset=utf-8',
    head: '',
    line: (row: AuditRow) => {
      const plain = columns.map((column) => [column, times.has(column) ? valueOf(row, column) : row[column]])
      const { body, before_state: before, after_state: after } = row
      const bodies = { body: parsed(body), before_state: parsed(before), after_state: parsed(after) }
      return `${JSON.stringify({ ...Object.fromEntries(plain), ...bodies })}\n`
    },
  },
}
