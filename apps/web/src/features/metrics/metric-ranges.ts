const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

// Cloud Eye keeps fine figures for some days only, and gives at most 3,000 at once: each range has the finest period
// that is kept that long and that a chart can show.
export const ranges = [
  { id: '1h', words: '1 h', ms: hourMs, periodS: 60 },
  { id: '3h', words: '3 h', ms: 3 * hourMs, periodS: 60 },
  { id: '12h', words: '12 h', ms: 12 * hourMs, periodS: 300 },
  { id: '24h', words: '24 h', ms: dayMs, periodS: 300 },
  { id: '7d', words: '7 d', ms: 7 * dayMs, periodS: 3_600 },
  { id: '30d', words: '30 d', ms: 30 * dayMs, periodS: 14_400 },
] as const

export type MetricRange = (typeof ranges)[number]
export type Period = '60' | '300' | '3600' | '14400'

const usual: MetricRange = ranges[3]

/** The range that a URL names; 24 h where it names none or one that there is not. */
export const rangeOf = (text: string | null): MetricRange => ranges.find(({ id }) => id === text) ?? usual

/** Equal steps of time from `from` on, each of which holds one reading or none. */
export type TimeGrid = { from: number; periodMs: number; count: number }

/** The steps that cover the last `ms` before `now`; they begin where the cloud's own periods do. */
export const gridOf = ({ ms, periodS }: { ms: number; periodS: number }, now: number): TimeGrid => {
  const periodMs = periodS * 1_000
  const to = Math.floor(now / minuteMs) * minuteMs
  const from = Math.floor((to - ms) / periodMs) * periodMs
  return { from, periodMs, count: Math.ceil((to - from) / periodMs) }
}

export const gridEnd = ({ from, periodMs, count }: TimeGrid): number => from + count * periodMs

const spans: Record<number, string> = { 60: '1 minute', 300: '5 minutes', 3_600: '1 hour', 14_400: '4 hours' }

/** What one point of a chart stands for: `5 minutes`. */
export const periodWords = (periodMs: number): string => spans[periodMs / 1_000] ?? `${periodMs / 1_000} s`
