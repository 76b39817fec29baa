import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endWords, lengthMs, lengthWords, spanOf, stateWords } from './history-words.ts'

const now = new Date(2026, 3, 7, 12, 0).getTime()
const at = (hours: number, minutes: number) => new Date(2026, 3, 7, hours, minutes).getTime()

describe('the end of a session', () => {
  test('is between when it was last seen and when it was first missed', () => {
    const words = endWords({ established_at: at(9, 0), last_seen_at: at(10, 41), ended_at: at(10, 42) }, now)
    expect(words).toMatch(/^\S*10:41.* to \S*10:42/)
  })

  test('is one moment where both fall into the same minute', () => {
    const words = endWords({ established_at: at(9, 0), last_seen_at: at(10, 41), ended_at: at(10, 41) + 20_000 }, now)
    expect(words).toMatch(/^About \S*10:41/)
  })

  test('of another day is told with the day', () => {
    const day = 86_400_000
    const words = endWords({ established_at: 0, last_seen_at: at(9, 0) - day, ended_at: at(9, 1) - day }, now)
    expect(words).toContain('2026')
  })

  test('of one that lasts is none, and of one that nobody looks at is not known', () => {
    expect(endWords({ established_at: 0, last_seen_at: now - 30_000 }, now)).toBe('Still connected')
    expect(endWords({ established_at: 0, last_seen_at: at(9, 0) }, now)).toMatch(/^Not looked at since \S*0?9:00/)
  })
})

test('a session is in exactly one state, and none that has ended is connected', () => {
  const time = fc.integer({ min: 0, max: now })
  fc.assert(
    fc.property(time, time, fc.option(time, { nil: undefined }), (established_at, last_seen_at, ended) => {
      const times = { established_at, last_seen_at, ...(ended !== undefined && { ended_at: ended }) }
      expect(stateWords(times, now) === 'Ended').toBe(ended !== undefined)
      expect(lengthMs(times)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('a length is no longer than what was seen', () => {
  expect(lengthWords({ established_at: 0, last_seen_at: 59_000, ended_at: 60_000 })).toBe('under a minute')
  expect(lengthWords({ established_at: 0, last_seen_at: 7_200_000, ended_at: 7_260_000 })).toBe('at least 2 h')
  expect(lengthWords({ established_at: 0, last_seen_at: 7_200_000 })).toBe('2 h')
})

test('a span that is none is the first', () => {
  expect([spanOf(null), spanOf('week'), spanOf('x')].map(({ id }) => id)).toEqual(['day', 'week', 'day'])
})
