import type { Route } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesWords, firstLook, nextLook, present } from './route-changes.ts'

const to = (destination: string, more: Partial<Route> = {}): Route => ({
  destination,
  nexthop: '169.254.70.2',
  ...more,
})
const destinations = (followed: ReturnType<typeof firstLook>) => followed.map(({ route }) => route.destination)

describe('the route table as somebody looks at it', () => {
  const first = firstLook([to('10.10.0.0/16'), to('10.2.0.0/16')])

  test('begins in order and without marks', () => {
    expect(destinations(first)).toEqual(['10.2.0.0/16', '10.10.0.0/16'])
    expect(changesWords(first)).toBeUndefined()
  })

  test('puts new routes last, so that nothing above moves', () => {
    const second = nextLook(first, [to('10.1.0.0/16'), to('10.2.0.0/16'), to('10.10.0.0/16')], 5_000)
    expect(destinations(second)).toEqual(['10.2.0.0/16', '10.10.0.0/16', '10.1.0.0/16'])
    expect(second.at(-1)?.change).toEqual({ kind: 'new', at: 5_000, words: 'New' })
    expect(changesWords(second)).toBe('1 new')
  })

  test('says what changed of a route', () => {
    const [changed] = nextLook(first, [to('10.2.0.0/16', { med: 20, as_path: '65010' }), to('10.10.0.0/16')], 5_000)
    expect(changed?.change).toEqual({ kind: 'changed', at: 5_000, words: 'AS path none → 65010, MED none → 20' })
  })

  test('keeps withdrawn routes in their place, and knows them when they are back', () => {
    const gone = nextLook(first, [to('10.10.0.0/16')], 5_000)
    expect(destinations(gone)).toEqual(['10.2.0.0/16', '10.10.0.0/16'])
    expect(gone[0]?.change?.words).toBe('Withdrawn')
    expect(destinations(present(gone))).toEqual(['10.10.0.0/16'])
    expect(nextLook(gone, [to('10.10.0.0/16')], 9_000)[0]?.change?.at).toBe(5_000)
    const back = nextLook(gone, [to('10.2.0.0/16'), to('10.10.0.0/16')], 9_000)
    expect(back[0]?.change).toEqual({ kind: 'new', at: 9_000, words: 'Back' })
  })
})

test('whatever comes and goes, no route moves, and present are exactly those of the last answer', () => {
  const table = fc.uniqueArray(fc.nat(9), { maxLength: 10 })
  fc.assert(
    fc.property(table, fc.array(table, { maxLength: 5 }), (start, answers) => {
      const routesOf = (numbers: number[]) => numbers.map((number) => to(`10.${number}.0.0/16`))
      let followed = firstLook(routesOf(start))
      answers.forEach((numbers, index) => {
        const places = new Map(followed.map(({ key, place }) => [key, place]))
        followed = nextLook(followed, routesOf(numbers), index + 1)
        for (const [key, place] of places) expect(followed.find((one) => one.key === key)?.place).toBe(place)
        expect(new Set(destinations(present(followed)))).toEqual(new Set(routesOf(numbers).map((r) => r.destination)))
      })
      expect(new Set(followed.map(({ place }) => place)).size).toBe(followed.length)
    }),
  )
})
