import { gridEnd, type TimeGrid } from './metric-ranges.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

const tickSteps = [10 * minuteMs, 30 * minuteMs, 2 * hourMs, 4 * hourMs, dayMs, 5 * dayMs]
const mostTicks = 8

/** Midnight of the reader's day. */
const dayStart = (time: number) => new Date(time).setHours(0, 0, 0, 0)

/** The step between the times that are written below a chart. */
export const tickStep = (span: number): number => tickSteps.find((step) => span / step <= mostTicks) ?? 5 * dayMs

/** Round times of the reader's day within a grid. */
export const timeTicks = (grid: TimeGrid): number[] => {
  const to = gridEnd(grid)
  const step = tickStep(to - grid.from)
  const ticks: number[] = []
  if (step < dayMs) {
    for (let time = dayStart(grid.from); time < to; time += step) if (time >= grid.from) ticks.push(time)
    return ticks
  }
  const day = new Date(dayStart(grid.from))
  // By calendar days, which have 23 or 25 hours when the clocks change.
  for (; day.getTime() < to; day.setDate(day.getDate() + step / dayMs)) {
    if (day.getTime() >= grid.from) ticks.push(day.getTime())
  }
  return ticks
}

export const tickWords = (time: number, span: number): string =>
  tickStep(span) < dayMs
    ? new Date(time).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })
    : new Date(time).toLocaleDateString(undefined, { day: 'numeric', month: 'short' })

/** A time as it is read beside others: the day only where a span has several. */
export const momentWords = (time: number, span: number): string =>
  new Date(time).toLocaleString(undefined, {
    ...(span > dayMs / 2 && { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
  })
