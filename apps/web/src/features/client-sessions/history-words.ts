import type { ClientSession } from '@vpn-console/api-client'
import { clockWords, dayWords, spanWords } from '../../ui/time-words.ts'

/** The console looks once a minute unless it was told otherwise; after three times that it has stopped looking. */
const unseenMs = 3 * 60_000

/** Spans of history to choose from, in the URL by id. */
export const spans = [
  { id: 'day', label: 'Last 24 hours', ms: 86_400_000 },
  { id: 'week', label: 'Last 7 days', ms: 7 * 86_400_000 },
  { id: 'month', label: 'Last 30 days', ms: 30 * 86_400_000 },
  { id: 'all', label: 'All that is kept', ms: undefined },
] as const
export type Span = (typeof spans)[number]

export const spanOf = (id: string | null): Span => spans.find((span) => span.id === id) ?? spans[0]

type Times = Pick<ClientSession, 'established_at' | 'last_seen_at' | 'ended_at'>

/** Whether a session lasts, has ended, or was not looked at any more. */
export const stateWords = ({ last_seen_at, ended_at }: Times, now: number): 'Connected' | 'Ended' | 'Unknown' =>
  ended_at !== undefined ? 'Ended' : now - last_seen_at > unseenMs ? 'Unknown' : 'Connected'

const momentWords = (time: number, now: number) => {
  const clock = clockWords(new Date(time))
  return dayWords(time) === dayWords(now) ? clock : `${dayWords(time)}, ${clock}`
}

/** When a session ended, as exactly as the console knows. */
export const endWords = (times: Times, now: number): string => {
  const seen = momentWords(times.last_seen_at, now)
  if (times.ended_at !== undefined) {
    const missed = momentWords(times.ended_at, now)
    return missed === seen ? `About ${seen}` : `${seen} to ${missed}`
  }
  return stateWords(times, now) === 'Connected' ? 'Still connected' : `Not looked at since ${seen}`
}

/** How long a session was seen. */
export const lengthMs = ({ established_at, last_seen_at }: Times): number => Math.max(0, last_seen_at - established_at)

export const lengthWords = (times: Times): string => {
  const ms = lengthMs(times)
  return ms < 60_000 ? 'under a minute' : `${times.ended_at === undefined ? '' : 'at least '}${spanWords(ms)}`
}
