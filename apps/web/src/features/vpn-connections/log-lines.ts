import type { Log } from '@vpn-console/api-client'

export type LogLine = { id: string; time: number; message: string }

const stamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)/

/** The answer has whole seconds; the line begins with the same time more exactly, which keeps the lines in order. */
const timeOf = ({ time, raw_message }: Log): number => {
  const exact = Date.parse(stamp.exec(raw_message)?.[0] ?? '')
  return Math.abs(exact - time * 1000) < 1000 ? exact : time * 1000
}

/** Lines newest first; each has an id that it keeps when newer ones come. */
export const logLines = (logs: readonly Log[]): LogLine[] => {
  const seen = new Map<string, number>()
  return logs
    .map((log): LogLine => {
      const time = timeOf(log)
      const message = log.raw_message.trim()
      const key = `${time} ${message}`
      const count = seen.get(key) ?? 0
      seen.set(key, count + 1)
      return { id: `${key} ${count}`, time, message }
    })
    .toSorted((a, b) => b.time - a.time)
}

/** Why the last negotiation failed, in the log's own words; undefined where the last event was none of the kind. */
export const lastReason = (logs: readonly Log[]): string | undefined => {
  const [newest] = logLines(logs)
  return newest && /\b(?:Offline)?Reason=\[([^\]]+)\]/i.exec(newest.message)?.[1]
}

/** The whole log as text, for a ticket or another tool. */
export const logText = (lines: readonly LogLine[]): string => lines.map(({ message }) => message).join('\n')
