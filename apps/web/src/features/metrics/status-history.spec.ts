import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lastChange, percentWords, segmentsOf, stateOf, uptimeOf, type StatusPoint } from './status-history.ts'

const minute = 60_000
const from = Date.UTC(2026, 10, 22, 8)
const grid = { from, periodMs: minute, count: 10 }
const end = from + 10 * minute

const point = (at: number, average: number, max?: number): StatusPoint => ({
  at: from + at * minute,
  average,
  ...(max !== undefined && { max }),
})

/** One letter for each minute: up, down, unknown, or a dot for what was not measured. */
const points = (picture: string): StatusPoint[] =>
  Array.from(picture).flatMap((letter, at) => {
    const value = { u: 1, d: 0, x: 2 }[letter]
    return value === undefined ? [] : [point(at, value)]
  })

describe('stateOf', () => {
  test.each([
    [1, undefined, 'up'],
    [0, undefined, 'down'],
    [2, undefined, 'unknown'],
    [0.5, 1, 'partly'],
    // Half connected and half unknown has the same average as connected.
    [1, 2, 'unknown'],
    [0, 0, 'down'],
    [-1, 0, 'unknown'],
    [Number.NaN, Number.NaN, 'unknown'],
    [7, 7, 'unknown'],
  ])('average %s, highest %s: %s', (average, max, state) => {
    expect(stateOf(point(0, average, max))).toBe(state)
  })
})

describe('segmentsOf', () => {
  test('joins what is alike, and shows what was not measured', () => {
    const segments = segmentsOf(points('uuud..uuxu'), grid, end)
    expect(segments.map(({ state, from, to }) => `${state} ${(to - from) / minute}`)).toEqual([
      'up 3',
      'down 1',
      'unmeasured 2',
      'up 2',
      'unknown 1',
      'up 1',
    ])
  })

  test('ends at the present, within a period', () => {
    const segments = segmentsOf(points('uu'), grid, from + 1.5 * minute)
    expect(segments).toEqual([{ from, to: from + 1.5 * minute, state: 'up', upMs: 1.5 * minute }])
  })

  test('readings outside the grid are left alone', () => {
    const segments = segmentsOf([point(-1, 1), point(10, 1)], grid, end)
    expect(segments).toEqual([{ from, to: end, state: 'unmeasured', upMs: 0 }])
  })
})

const anyPoints = fc.array(
  fc.record({
    at: fc.integer({ min: -3, max: 14 }).map((at) => from + at * minute + 17),
    average: fc.oneof(fc.constantFrom(0, 1, 2), fc.double({ min: -1, max: 3, noNaN: false })),
    max: fc.oneof(fc.constantFrom(0, 1, 2), fc.double({ min: -1, max: 3 })),
  }),
)
const anyEnd = fc.integer({ min: 1, max: 10 * minute }).map((ms) => from + ms)

describe('whatever was measured', () => {
  test('segments partition the range', () => {
    fc.assert(
      fc.property(anyPoints, anyEnd, (points, to) => {
        const segments = segmentsOf(points, grid, to)
        expect(segments[0]?.from).toBe(from)
        expect(segments.at(-1)?.to).toBe(to)
        for (const [index, segment] of segments.entries()) {
          expect(segment.to).toBeGreaterThan(segment.from)
          const next = segments[index + 1]
          if (!next) continue
          expect(next.from).toBe(segment.to)
          expect(next.state).not.toBe(segment.state)
        }
      }),
    )
  })

  test('uptime lies between 0 and 100, and is of the known time only', () => {
    fc.assert(
      fc.property(anyPoints, anyEnd, (points, to) => {
        const segments = segmentsOf(points, grid, to)
        const { percent, covered } = uptimeOf(segments)
        const known = segments.filter(({ state }) => state !== 'unknown' && state !== 'unmeasured')
        expect(covered).toBeGreaterThanOrEqual(0)
        expect(covered).toBeLessThanOrEqual(1)
        expect(percent === undefined).toBe(known.length === 0)
        if (percent === undefined) return
        expect(percent).toBeGreaterThanOrEqual(0)
        expect(percent).toBeLessThanOrEqual(100)
      }),
    )
  })

  test('a gap never counts as up: taking readings away leaves no more up time', () => {
    fc.assert(
      fc.property(anyPoints, fc.infiniteStream(fc.boolean()), (points, kept) => {
        // One reading a period, or a dropped one could uncover another.
        const single = [...new Map(points.map((one) => [Math.floor((one.at - from) / minute), one])).values()]
        const fewer = single.filter(() => kept.next().value)
        const up = (some: StatusPoint[]) => segmentsOf(some, grid, end).reduce((sum, { upMs }) => sum + upMs, 0)
        expect(up(fewer)).toBeLessThanOrEqual(up(single) + 1e-6)
      }),
    )
  })

  test('a gap is not up time', () => {
    const unmeasured = segmentsOf(points('u..d..u...'), grid, end).filter(({ state }) => state === 'unmeasured')
    expect(unmeasured.map(({ upMs }) => upMs)).toEqual([0, 0, 0])
  })
})

describe('uptimeOf', () => {
  const of = (picture: string) => uptimeOf(segmentsOf(points(picture), grid, end))

  test('counts interruptions and the longest of them', () => {
    expect(of('uudduuduuu')).toEqual({
      percent: 70,
      covered: 1,
      downMs: 3 * minute,
      interruptions: { count: 2, longestMs: 2 * minute },
    })
  })

  test('leaves out what was not measured and what is unknown', () => {
    expect(of('uuu.....xd')).toMatchObject({ percent: 75, covered: 0.4 })
  })

  test('of nothing there is none', () => {
    expect(of('..........')).toMatchObject({ percent: undefined, covered: 0, downMs: 0 })
  })

  test('a period that was up in part counts in part', () => {
    const segments = segmentsOf([point(0, 0.25, 1), point(1, 1)], { ...grid, count: 2 }, from + 2 * minute)
    expect(uptimeOf(segments)).toEqual({
      percent: 62.5,
      covered: 1,
      downMs: 0.75 * minute,
      interruptions: undefined,
    })
  })
})

test.each([
  [99.999, '99.99 %'],
  [100, '100 %'],
  [0, '0 %'],
  [62.5, '62.5 %'],
])('%d is written %s', (percent, words) => {
  expect(percentWords(percent)).toBe(words)
})

describe('lastChange', () => {
  const of = (picture: string) => lastChange(points(picture), minute)

  test('the first reading of the newest state', () => {
    expect(of('uuudduu')).toEqual({ state: 'up', since: from + 5 * minute, isAtLeast: false })
  })

  test('it was always so: at least since the first reading', () => {
    expect(of('dddd')).toEqual({ state: 'down', since: from, isAtLeast: true })
  })

  test('a few lost readings are no change, a long gap might hide one', () => {
    expect(of('duu...uu')).toEqual({ state: 'up', since: from + minute, isAtLeast: false })
    expect(of('duu.........uu')).toEqual({ state: 'up', since: from + 12 * minute, isAtLeast: true })
  })

  test('nothing measured, nothing known', () => {
    expect(lastChange([], minute)).toBeUndefined()
  })

  test('never claims a state beyond where it was measured', () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const change = lastChange(points, minute)
        expect(change === undefined).toBe(points.length === 0)
        if (!change) return
        const later = points.filter(({ at }) => at > change.since)
        expect(points.some(({ at }) => at === change.since)).toBe(true)
        expect(later.every((one) => stateOf(one) === change.state)).toBe(true)
      }),
    )
  })
})
