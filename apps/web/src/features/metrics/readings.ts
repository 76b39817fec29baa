import type { TimeGrid } from './metric-ranges.ts'

/** One figure of Cloud Eye. */
export type Reading = { at: number; value: number }

/** A figure for each step of a grid; undefined where nothing was measured, which is never the same as zero. */
export type Values = readonly (number | undefined)[]

/** Puts readings into the steps of a grid; the last one of a step counts. */
export const toValues = (readings: readonly Reading[], { from, periodMs, count }: TimeGrid): Values => {
  const values = Array.from({ length: count }, (): number | undefined => undefined)
  for (const { at, value } of readings) {
    const step = Math.floor((at - from) / periodMs)
    if (step >= 0 && step < count && Number.isFinite(value)) values[step] = value
  }
  return values
}

/** A stretch of steps, from `start` up to but without `end`. */
export type Run = { start: number; end: number }

/** The longest stretches of steps for which something holds. */
export const runsOf = (count: number, holds: (step: number) => boolean): Run[] => {
  const runs: Run[] = []
  for (let step = 0; step < count; step++) {
    if (!holds(step)) continue
    const last = runs.at(-1)
    if (last?.end === step) last.end = step + 1
    else runs.push({ start: step, end: step + 1 })
  }
  return runs
}

/** The stretches that were measured: what a line is drawn through, and nothing else. */
export const measuredRuns = (values: Values): Run[] => runsOf(values.length, (step) => values[step] !== undefined)

/** Newest figures come with a delay of a minute or two; that is no gap yet. */
const lateSteps = 2

/** The stretches in which none of several was measured, without what may only be late. */
export const gapsOf = (lines: readonly Values[], count: number): Run[] =>
  runsOf(count, (step) => lines.every((values) => values[step] === undefined)).filter(
    ({ start, end }) => end < count || end - start > lateSteps,
  )

export type Summary = { latest: number | undefined; average: number; highest: number }

/** Now, on average, at most; undefined where nothing was measured. `latest` only where it is of now. */
export const summaryOf = (values: Values): Summary | undefined => {
  const measured = values.filter((value) => value !== undefined)
  if (measured.length === 0) return undefined
  return {
    latest: values.slice(-1 - lateSteps).findLast((value) => value !== undefined),
    average: measured.reduce((sum, value) => sum + value, 0) / measured.length,
    highest: measured.reduce((most, value) => Math.max(most, value)),
  }
}
