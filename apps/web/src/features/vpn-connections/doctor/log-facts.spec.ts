import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { logFacts } from './log-facts.ts'

const raw = (second: number) =>
  `2026-03-01T12:00:${String(second).padStart(2, '0')}.500000+00:00 host-1-2-3-4 ipsec_ike[7]: IPsec tunnel is established. (PeerAddress=[1.2.3.4])`
const base = Date.parse('2026-03-01T12:00:00Z')
const live = (second: number) => ({ time: base / 1000 + second, raw_message: raw(second) })
const kept = (second: number) => ({ time: base + second * 1000 + 500, raw_message: raw(second) })

describe('the log of now and the kept lines', () => {
  test('are one log, each line once, newest first', () => {
    const { lines, since } = logFacts([live(30), live(20)], { lines: [kept(20), kept(10)], kept_since: base + 10_500 })
    expect(lines.map(({ time }) => (time - base) / 1000)).toEqual([30.5, 20.5, 10.5])
    expect(since).toBe(base + 10_500)
  })

  test('without any line reach back to nowhere', () => {
    expect(logFacts([], { lines: [] })).toEqual({ lines: [], since: undefined })
  })

  test('hold exactly the lines of both', () => {
    const seconds = fc.uniqueArray(fc.nat(59))
    fc.assert(
      fc.property(seconds, seconds, (now, before) => {
        const { lines } = logFacts(now.map(live), { lines: before.map(kept) })
        expect(lines).toHaveLength(new Set([...now, ...before]).size)
        expect(lines.map(({ time }) => time)).toEqual(lines.map(({ time }) => time).toSorted((a, b) => b - a))
      }),
    )
  })
})
