import { readLogLine, type Log } from '@vpn-console/api-client'
import type { LogFacts } from './doctor-facts.ts'

type Kept = { lines: readonly { time: number; raw_message: string }[]; kept_since?: number | undefined }

/** The lines that the cloud has now and those that the console has kept, each once, newest first. */
export const logFacts = (live: readonly Log[], kept: Kept): LogFacts => {
  const byText = new Map<string, Log>()
  const all = [...live, ...kept.lines.map(({ time, raw_message }) => ({ time: Math.floor(time / 1000), raw_message }))]
  for (const log of all) {
    const key = `${log.time} ${log.raw_message.trim()}`
    if (!byText.has(key)) byText.set(key, log)
  }
  const lines = [...byText.values()].map(readLogLine).toSorted((a, b) => b.time - a.time)
  const oldest = lines.at(-1)?.time
  const known = [oldest, kept.kept_since].filter((time) => time !== undefined)
  return { lines, since: known.length === 0 ? undefined : Math.min(...known) }
}
