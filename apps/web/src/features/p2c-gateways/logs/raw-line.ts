import type { Output } from '@vpn-console/api-client'

type Given = NonNullable<Output<'listLogs'>['logs']>[number]

export type RawLine = { id: string; at: number | undefined; text: string }

const timeFields = ['time', 'timestamp', '@timestamp', 'date']

const recordOf = (text: string): Record<string, unknown> | undefined => {
  try {
    const parsed: unknown = JSON.parse(text)
    // A JSON object is a record of unknown values.
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

/** Times come as text, as seconds or as milliseconds; anything else is none. */
const timeOf = (value: unknown): number | undefined => {
  const number =
    typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value)) ? Number(value) : undefined
  const ms = number === undefined ? Date.parse(String(value)) : number < 1e11 ? number * 1000 : number
  return Number.isFinite(ms) && ms >= 0 && ms < 8.64e15 ? ms : undefined
}

/** A line of a log whose form is documented nowhere: shown as it is, with its time where one can be made out. */
export const rawLine = ({ content = '', line_num }: Given, index: number): RawLine => {
  const record = recordOf(content)
  const field = record && timeFields.find((name) => record[name] !== undefined)
  const stamp = record
    ? field === undefined
      ? undefined
      : record[field]
    : /^\S*\d{4}-\d\d-\d\dT\S+/.exec(content)?.[0]
  // The log service numbers lines by nanoseconds since 1970.
  const numbered = line_num !== undefined && /^\d{18,19}$/.test(line_num) ? Number(line_num.slice(0, -6)) : undefined
  return {
    id: line_num ?? String(index),
    at: (stamp === undefined ? undefined : timeOf(stamp)) ?? numbered,
    text: content.trimEnd(),
  }
}
