import type { Series } from './metrics.ts'

export type Filter = 'average' | 'max' | 'min' | 'sum' | 'variance'

const rawMs = 60_000
/** One call gets at most so many figures. */
const mostPoints = 3_000
const mostSamples = 60

const statistics: Record<Filter, (values: readonly number[]) => number> = {
  average: (values) => statistics.sum(values) / values.length,
  max: (values) => Math.max(...values),
  min: (values) => Math.min(...values),
  sum: (values) => values.reduce((total, value) => total + value, 0),
  variance: (values) => {
    const mean = statistics.average(values)
    return values.reduce((total, value) => total + (value - mean) ** 2, 0) / values.length
  },
}

export const isFilter = (text: string): text is Filter => text in statistics

/** Datapoints from `from` to `to`, one for each period (seconds, 1 is the raw interval), none after `now`. */
export const datapointsOf = (
  series: Series,
  unit: string,
  asked: { from: number; to: number; period: number; filter: Filter; metrics?: number },
  now: number,
) => {
  const stepMs = asked.period === 1 ? rawMs : asked.period * 1_000
  const to = Math.min(asked.to, now)
  // Too much was asked for: the beginning is left out, as the service does.
  const most = Math.floor(mostPoints / (asked.metrics ?? 1))
  const from = Math.max(Math.floor(asked.from / stepMs) * stepMs, Math.ceil((to - most * stepMs) / stepMs) * stepMs)
  const samples = Math.max(1, Math.min(Math.floor(stepMs / rawMs), mostSamples))
  const points: ({ timestamp: number; unit: string } & Partial<Record<Filter, number>>)[] = []
  for (let timestamp = from; timestamp < to; timestamp += stepMs) {
    const values: number[] = []
    for (let sample = 0; sample < samples; sample++) {
      const at = timestamp + ((sample + 0.5) * stepMs) / samples
      const value = at <= now ? series(at) : undefined
      if (value !== undefined) values.push(value)
    }
    if (values.length === 0) continue
    points.push({ timestamp, unit, [asked.filter]: Math.round(statistics[asked.filter](values) * 1_000) / 1_000 })
  }
  return points
}
