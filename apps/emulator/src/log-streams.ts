import type { LogLine, LogStream, Neighbours } from './neighbours.ts'

const mostLines = 20_000

export const findStream = (
  neighbours: Neighbours,
  log_group_id: string,
  log_stream_id: string,
): LogStream | undefined =>
  neighbours.logGroups.find(({ id }) => id === log_group_id)?.streams.find(({ id }) => id === log_stream_id)

/** Writes a line into a stream, in order of time; the oldest go when it is full. */
export const writeLine = (
  stream: LogStream,
  at: number,
  content: string,
  labels: Record<string, string> = {},
): void => {
  const { lines } = stream
  const last = lines.at(-1)
  // Nanoseconds since 1970, as the service numbers lines; several of one millisecond are counted on.
  const own = BigInt(Math.floor(at)) * 1_000_000n
  const number = last && BigInt(last.number) >= own ? BigInt(last.number) + 1n : own
  lines.push({ at, number: String(number), content, labels })
  if (lines.length > mostLines) lines.splice(0, lines.length - mostLines)
}

export type LogQuestion = {
  from: number
  to: number
  keywords?: string | undefined
  labels?: Readonly<Record<string, string>> | undefined
}

/** Lines of a stretch of time that hold all words (`a AND b`, without regard to case) and labels, oldest first. */
export const linesOf = (stream: LogStream, { from, to, keywords = '', labels = {} }: LogQuestion): LogLine[] => {
  const words = keywords
    .split(/\s+and\s+/i)
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '')
  const wanted = Object.entries(labels)
  return stream.lines.filter(
    (line) =>
      line.at >= from &&
      line.at <= to &&
      words.every((word) => line.content.toLowerCase().includes(word)) &&
      wanted.every(([name, value]) => line.labels[name] === value),
  )
}
