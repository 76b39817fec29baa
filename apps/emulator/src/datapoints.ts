import type { Measured } from './metrics.ts'

export const filters = ['average', 'max', 'min', 'sum', 'variance'] as const
export type Filter = (typeof filters)[number]

/** Seconds; 1 stands for the raw interval. */
export const periods: readonly number[] = [1, 60, 300, 1200, 3600, 14_400, 86_400]

const rawMs = 60_000
/** One call gets at most so many figures. */
const mostPoints = 3_000
/** Figures worked out for one metric of one call: long periods are sampled where they have more. */
const mostWork = 150_000
const leastSamples = 6

const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length

// `raw` is how many raw figures the values stand for.
const statistics: Record<Filter, (values: readonly number[], raw: number) => number> = {
  average: mean,
  max: (values) => Math.max(...values),
  min: (values) => Math.min(...values),
  sum: (values, raw) => mean(values) * raw,
  variance: (values) => mean(values.map((value) => (value - mean(values)) ** 2)),
}

export const isFilter = (text: string): text is Filter => text in statistics

export type Asked = { from: number; to: number; period: number; filter: Filter; metrics?: number }

type Datapoint = { timestamp: number; unit: string } & Partial<Record<Filter, number>>

/** Datapoints from `from` to `to`, one for each period with figures, none after `now`. */
export const datapointsOf = ({ series, unit, cost }: Measured, asked: Asked, now: number): Datapoint[] => {
  const stepMs = asked.period === 1 ? rawMs : asked.period * 1_000
  const to = Math.min(asked.to, now)
  // Too much was asked for: the beginning is left out, as the service does.
  const most = Math.floor(mostPoints / (asked.metrics ?? 1))
  const from = Math.max(Math.floor(asked.from / stepMs) * stepMs, Math.ceil((to - most * stepMs) / stepMs) * stepMs)
  const count = Math.max(1, Math.ceil((to - from) / stepMs))
  const raw = Math.max(1, Math.floor(stepMs / rawMs))
  const samples = Math.min(raw, Math.max(leastSamples, Math.floor(mostWork / (count * cost))))
  const figure = series()
  const points: Datapoint[] = []
  for (let timestamp = from; timestamp < to; timestamp += stepMs) {
    const values: number[] = []
    for (let sample = 0; sample < samples; sample++) {
      const at = timestamp + ((sample + 0.5) * stepMs) / samples
      const value = at <= now ? figure(at) : undefined
      if (value !== undefined) values.push(value)
    }
    if (values.length === 0) continue
    const value = statistics[asked.filter](values, (values.length / samples) * raw)
    points.push({ timestamp, unit, [asked.filter]: Math.round(value * 1_000) / 1_000 })
  }
  return points
}
