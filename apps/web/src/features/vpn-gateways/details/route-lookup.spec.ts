import type { Route } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerWords, findRoutes } from './route-lookup.ts'
import { readWanted } from '../../../ui/wanted-address.ts'

const to = (destination: string, more: Partial<Route> = {}): Route => ({ destination, ...more })

const find = (routes: readonly Route[], text: string) => {
  const read = readWanted(text)
  return read && 'block' in read ? findRoutes(routes, read).map(({ route, role }) => [route.destination, role]) : []
}

describe('the routes to an address', () => {
  const routes = [to('0.0.0.0/0'), to('172.20.0.0/16'), to('172.20.8.0/21'), to('172.21.0.0/16'), to('2001:db8::/32')]

  test('come with the longest match first, which decides', () => {
    expect(find(routes, '172.20.9.1')).toEqual([
      ['172.20.8.0/21', 'decides'],
      ['172.20.0.0/16', 'holds'],
      ['0.0.0.0/0', 'holds'],
    ])
    expect(find(routes, '2001:db8:7::1')).toEqual([['2001:db8::/32', 'decides']])
  })

  test('decide together where they are equally long', () => {
    const pair = [to('10.0.0.0/8', { nexthop: '169.254.70.2' }), to('10.0.0.0/8', { nexthop: '169.254.71.2' })]
    expect(find(pair, '10.1.2.3')).toEqual([
      ['10.0.0.0/8', 'decides'],
      ['10.0.0.0/8', 'decides'],
    ])
  })

  test('of a prefix are those that hold all of it, then those that hold a part', () => {
    expect(find(routes, '172.20.0.0/16')).toEqual([
      ['172.20.0.0/16', 'decides'],
      ['0.0.0.0/0', 'holds'],
      ['172.20.8.0/21', 'part'],
    ])
  })
})

describe('the answer in words', () => {
  const wanted = { text: '10.1.2.3', kind: 'address' as const }
  const hopOf = ({ nexthop }: Route) => nexthop
  const answer = (routes: Route[], text = '10.1.2.3') => {
    const read = readWanted(text)
    return read && 'block' in read ? answerWords(read, findRoutes(routes, read), hopOf) : ''
  }

  test('names the route, its next hop and what else holds it', () => {
    expect(answer([to('10.0.0.0/8', { nexthop: 'paris-lyon-1' }), to('0.0.0.0/0', { nexthop: 'er' })])).toBe(
      '10.1.2.3 takes 10.0.0.0/8, by paris-lyon-1. 1 route more holds it, but is wider.',
    )
  })

  test('names both next hops of a pair', () => {
    const pair = [to('10.0.0.0/8', { nexthop: 'one' }), to('10.0.0.0/8', { nexthop: 'two' })]
    expect(answer(pair)).toBe('10.1.2.3 takes 10.0.0.0/8, by 2 next hops alike: one, two.')
  })

  test('says that there is none, and what carries a part', () => {
    expect(answerWords(wanted, [], hopOf)).toBe('No route leads to 10.1.2.3.')
    expect(answer([to('10.1.0.0/16')], '10.0.0.0/8')).toBe(
      'No route carries all of 10.0.0.0/8. 1 route inside it carries a part.',
    )
  })
})

// The slow and plain way, to hold the other against: write both as bits and compare them one by one.
const bits4 = (address: string) =>
  address
    .split('.')
    .map((part) => Number(part).toString(2).padStart(8, '0'))
    .join('')
const bits6 = (groups: readonly number[]) => groups.map((group) => group.toString(2).padStart(16, '0')).join('')
const holds = (bits: string, length: number, inner: string, innerLength: number) => {
  if (innerLength < length) return false
  for (let index = 0; index < length; index++) if (bits[index] !== inner[index]) return false
  return true
}
const masked = (bits: string, length: number) => bits.slice(0, length).padEnd(bits.length, '0')
const octets = (bits: string) => [0, 8, 16, 24].map((at) => Number.parseInt(bits.slice(at, at + 8), 2)).join('.')
const hextets = (bits: string) =>
  Array.from({ length: 8 }, (_, at) => Number.parseInt(bits.slice(at * 16, at * 16 + 16), 2).toString(16)).join(':')

// Few different values, so that many of the blocks lie in each other.
const few = fc.constantFrom(0, 1, 10, 128, 255)
const block4 = fc
  .tuple(few, few, few, few, fc.integer({ min: 0, max: 32 }))
  .map(([a, b, c, d, length]) => ({ bits: masked(bits4(`${a}.${b}.${c}.${d}`), length), length }))
const block6 = fc
  .tuple(
    fc.array(fc.constantFrom(0, 1, 0x2001, 0xffff), { minLength: 8, maxLength: 8 }),
    fc.integer({ min: 0, max: 128 }),
  )
  .map(([groups, length]) => ({ bits: masked(bits6(groups), length), length }))

describe.each([
  ['IPv4', block4, octets],
  ['IPv6', block6, hextets],
])('%s', (_, block, text) => {
  test('containment is that of the bits, and the longest decides', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), block, (blocks, wanted) => {
        const routes = blocks.map(({ bits, length }) => to(`${text(bits)}/${length}`))
        const found = findRoutes(routes, { block: `${text(wanted.bits)}/${wanted.length}` })
        const carrying = blocks.filter(({ bits, length }) => holds(bits, length, wanted.bits, wanted.length))
        const longest = Math.max(...carrying.map(({ length }) => length))
        const count = (role: string) => found.filter((one) => one.role === role).length
        expect(count('decides')).toBe(carrying.filter(({ length }) => length === longest).length)
        expect(count('holds')).toBe(carrying.filter(({ length }) => length < longest).length)
        const parts = blocks.filter(
          ({ bits, length }) => length > wanted.length && holds(wanted.bits, wanted.length, bits, length),
        )
        expect(count('part')).toBe(parts.length)
      }),
    )
  })
})
