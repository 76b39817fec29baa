import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { barsOf, chosenSpan, snap, spanOfEntries, stepOf } from './histogram.ts'
import { mergeEntries } from './log-entry.ts'
import { entriesOf, established, fails } from './testing.ts'

const base = Date.UTC(2026, 10, 22)
const entriesAt = (seconds: readonly number[]) =>
  mergeEntries(
    entriesOf(
      'c',
      seconds.map((second, at) => {
        const time = base + second * 1000
        return [time, at % 2 === 0 ? fails(time, `reason ${at}`) : established(time)] as const
      }),
    ),
  )

const seconds = fc.uniqueArray(fc.nat(90 * 86_400), { minLength: 1, maxLength: 40 })

test('every line is in exactly one bar, and the bars are few', () => {
  fc.assert(
    fc.property(seconds, (given) => {
      const entries = entriesAt(given)
      const span = spanOfEntries(entries)
      if (!span) throw new Error('There are lines, so there is a span.')
      const bars = barsOf(entries, span)
      expect(bars.reduce((sum, { total }) => sum + total, 0)).toBe(entries.length)
      expect(bars.length).toBeLessThanOrEqual(75)
      for (const { failed, deleted, established: up, other, total } of bars) {
        expect(failed + deleted + up + other).toBe(total)
      }
    }),
  )
})

test('no lines cover no time', () => {
  expect(spanOfEntries([])).toBeUndefined()
})

test('a single line has a bar of its own', () => {
  const entries = entriesAt([30])
  const span = spanOfEntries(entries)
  expect(span && barsOf(entries, span).map(({ total }) => total)).toEqual([1])
})

describe('what is chosen', () => {
  const span = { from: base, to: base + 72 * 60_000 }

  test('begins and ends with a bar', () => {
    expect(stepOf(span)).toBe(60_000)
    expect(chosenSpan(base + 100_000, base + 290_000, span)).toEqual({ from: base + 120_000, to: base + 300_000 })
  })

  test('is the same in either direction, at least one bar, within the span; all of it is no choice', () => {
    const moments = fc.integer({ min: base - 3_600_000, max: base + 3 * 3_600_000 })
    fc.assert(
      fc.property(moments, moments, (a, b) => {
        const chosen = chosenSpan(a, b, span)
        expect(chosenSpan(b, a, span)).toEqual(chosen)
        if (!chosen) {
          expect([snap(Math.min(a, b), span), snap(Math.max(a, b), span)]).toEqual([span.from, span.to])
          return
        }
        expect(chosen.to - chosen.from).toBeGreaterThanOrEqual(stepOf(span))
        expect(chosen.from).toBeGreaterThanOrEqual(span.from)
        expect(chosen.to).toBeLessThanOrEqual(span.to)
      }),
    )
  })
})
