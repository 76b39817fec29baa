import type { TimeGrid } from './metric-ranges.ts'

/**
 * What Cloud Eye says of `connection_status` in one period: 0 not connected, 1 connected, 2 unknown. Of a period longer
 * than a minute there is the average and the highest.
 */
export type StatusPoint = { at: number; average: number; max?: number }

export type TunnelState = 'up' | 'down' | 'partly' | 'unknown'

/** The state in a period. With an unknown minute in it, nobody can tell the others from the average. */
export const stateOf = ({ average, max = average }: StatusPoint): TunnelState => {
  if (!(max <= 1) || !(average >= 0)) return 'unknown'
  if (average >= 1) return 'up'
  return average <= 0 ? 'down' : 'partly'
}

export type Segment = {
  from: number
  to: number
  state: TunnelState | 'unmeasured'
  /** How long of it the tunnel was up. */
  upMs: number
}

/** A stretch of time as segments: they follow each other without gap or overlap, and what was not measured is one too. */
export const segmentsOf = (points: readonly StatusPoint[], grid: TimeGrid, to: number): Segment[] => {
  const { from, periodMs, count } = grid
  const steps: (StatusPoint | undefined)[] = Array.from({ length: count }, () => undefined)
  for (const point of points) {
    const step = Math.floor((point.at - from) / periodMs)
    if (step >= 0 && step < count) steps[step] = point
  }
  const segments: Segment[] = []
  for (const [step, point] of steps.entries()) {
    const start = from + step * periodMs
    const end = Math.min(start + periodMs, to)
    if (end <= start) break
    const state = point ? stateOf(point) : 'unmeasured'
    const upMs = point && (state === 'up' || state === 'partly') ? point.average * (end - start) : 0
    const last = segments.at(-1)
    if (last?.state === state) {
      last.to = end
      last.upMs += upMs
    } else segments.push({ from: start, to: end, state, upMs })
  }
  return segments
}

export type Uptime = {
  /** Of the time in which the state was known; undefined where it never was. */
  percent: number | undefined
  /** How much of the whole that was, 0 to 1. */
  covered: number
  /** How long it was down, all in all. */
  downMs: number
  /** Undefined where periods were up in part: nobody can tell then how often it went down in them. */
  interruptions: { count: number; longestMs: number } | undefined
}

export const uptimeOf = (segments: readonly Segment[]): Uptime => {
  let [known, up, whole] = [0, 0, 0]
  for (const { from, to, state, upMs } of segments) {
    const ms = to - from
    whole += ms
    if (state === 'unknown' || state === 'unmeasured') continue
    known += ms
    up += Math.min(upMs, ms)
  }
  const down = segments.filter(({ state }) => state === 'down')
  return {
    percent: known === 0 ? undefined : (up / known) * 100,
    covered: whole === 0 ? 0 : known / whole,
    downMs: known - up,
    interruptions: segments.some(({ state }) => state === 'partly')
      ? undefined
      : { count: down.length, longestMs: Math.max(0, ...down.map(({ from, to }) => to - from)) },
  }
}

/** Rounded down: a tunnel that was down for a minute was not up for 100 %. */
export const percentWords = (percent: number): string =>
  `${(Math.floor(percent * 100 + 1e-6) / 100).toLocaleString('en', { maximumFractionDigits: 2 })} %`

export type LastChange = {
  state: TunnelState
  since: number
  /** It was so already where what is known begins, or before a gap. */
  isAtLeast: boolean
}

/** Figures get lost now and then; a hole of so many periods between two that agree is none. */
const bridgedPeriods = 5

/** Since when a tunnel is as it is, by its newest figures; undefined without any. */
export const lastChange = (points: readonly StatusPoint[], periodMs: number): LastChange | undefined => {
  const newestFirst = points.toSorted((a, b) => b.at - a.at)
  const [newest] = newestFirst
  if (!newest) return undefined
  const state = stateOf(newest)
  let since = newest.at
  for (const point of newestFirst) {
    if (since - point.at > (bridgedPeriods + 1) * periodMs) return { state, since, isAtLeast: true }
    if (stateOf(point) !== state) return { state, since, isAtLeast: false }
    since = point.at
  }
  return { state, since, isAtLeast: true }
}
