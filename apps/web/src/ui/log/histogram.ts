import type { LogEntry } from './log-entry.ts'
import type { Kind, Span } from './log-filter.ts'

export type Bar = { from: number; to: number; total: number } & Record<Kind, number>

const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400].map(
  (seconds) => seconds * 1000,
)
const dayMs = 86_400_000
/** Enough to see a pattern, few enough to hit one with the pointer. */
const mostBars = 72

/** How long a bar is: a span that people count in. */
export const stepOf = ({ from, to }: Span): number => {
  const wanted = Math.max(1, to - from) / mostBars
  return steps.find((step) => step >= wanted) ?? Math.ceil(wanted / dayMs) * dayMs
}

/** The time that lines cover, in whole bars; undefined where there is none to cover. */
export const spanOfEntries = (entries: readonly LogEntry[]): Span | undefined => {
  const [newest] = entries
  const oldest = entries.at(-1)
  if (!newest || !oldest) return undefined
  const step = stepOf({ from: oldest.line.time, to: newest.line.time })
  return {
    from: Math.floor(oldest.line.time / step) * step,
    to: (Math.floor(newest.line.time / step) + 1) * step,
  }
}

/** How many lines of each kind there were in each part of a span. */
export const barsOf = (entries: readonly LogEntry[], span: Span): Bar[] => {
  const step = stepOf(span)
  const count = Math.max(1, Math.ceil((span.to - span.from) / step))
  const bars = Array.from({ length: count }, (_, at): Bar => {
    const from = span.from + at * step
    return { from, to: from + step, total: 0, failed: 0, deleted: 0, established: 0, other: 0 }
  })
  for (const { line } of entries) {
    const bar = bars[Math.floor((line.time - span.from) / step)]
    if (!bar) continue
    bar.total += 1
    bar[line.kind] += 1
  }
  return bars
}

/** A moment moved to the nearest edge of a bar, within the span. */
export const snap = (time: number, span: Span): number => {
  const step = stepOf(span)
  const edge = span.from + Math.round((time - span.from) / step) * step
  return Math.min(span.to, Math.max(span.from, edge))
}

/** The span between two moments in any order, at least one bar long; all of it counts as no choice. */
export const chosenSpan = (a: number, b: number, span: Span): Span | undefined => {
  const step = stepOf(span)
  const [first, second] = [snap(Math.min(a, b), span), snap(Math.max(a, b), span)]
  const from = Math.min(first, span.to - step)
  const to = Math.max(second, from + step)
  return from <= span.from && to >= span.to ? undefined : { from, to }
}
