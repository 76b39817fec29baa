import { blockHolds, type Route } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextHopOf, originWords, routeKey, routesTo } from './route-words.ts'

const to = (destination: string, more: Partial<Route> = {}): Route => ({ destination, ...more })

describe('the routes an address takes', () => {
  const routes = [to('0.0.0.0/0'), to('172.20.0.0/16'), to('172.20.8.0/21'), to('172.21.0.0/16'), to('2001:db8::/32')]

  test('come with the most particular first', () => {
    expect(routesTo(routes, '172.20.9.1').map(({ destination }) => destination)).toEqual([
      '172.20.8.0/21',
      '172.20.0.0/16',
      '0.0.0.0/0',
    ])
    expect(routesTo(routes, '2001:db8:7::1')).toEqual([to('2001:db8::/32')])
  })

  test('are none for a text that is no address', () => {
    expect(routesTo(routes, '172.20')).toEqual([])
  })

  test('are exactly those whose destination holds it', () => {
    const octet = fc.nat(255)
    fc.assert(
      fc.property(octet, octet, fc.integer({ min: 0, max: 32 }), (a, b, length) => {
        const found = routesTo([to(`10.${a}.0.0/${length}`)], `10.${b}.0.0`)
        expect(found.length === 1).toBe(blockHolds(`10.${a}.0.0/${length}`, `10.${b}.0.0`))
      }),
    )
  })
})

test('the two ways of a pair are two rows', () => {
  expect(routeKey(to('10.0.0.0/8', { nexthop: '169.254.70.2' }))).not.toBe(
    routeKey(to('10.0.0.0/8', { nexthop: '169.254.71.2' })),
  )
})

describe('a next hop', () => {
  const gateway = { id: 'gw-1', name: 'gw-paris' }
  const connections = [{ id: 'conn-1', name: 'conn-lyon-1' }]
  const hop = (type: string, id: string) =>
    nextHopOf(to('10.0.0.0/8', { nexthop_resource: { type, id } }), gateway, connections)

  test('is called by its name, or by its id where the name is not known', () => {
    expect(hop('vpn_connection', 'conn-1')).toEqual({ kind: 'connection', id: 'conn-1', name: 'conn-lyon-1' })
    expect(hop('vpn_connection', 'conn-2')).toEqual({ kind: 'connection', id: 'conn-2', name: 'conn-2' })
    expect(hop('vpn_gateway', 'gw-1')).toEqual({ kind: 'gateway', id: 'gw-1', name: 'gw-paris' })
  })

  test('that is no page of ours has no link', () => {
    expect(hop('er', 'er-1')).toEqual({ kind: 'other', name: 'Enterprise router er-1' })
    expect(hop('something_new', 'x-1')).toEqual({ kind: 'other', name: 'x-1' })
  })

  test('is nothing where the cloud does not say', () => {
    expect(nextHopOf(to('10.0.0.0/8'), gateway, connections)).toBeUndefined()
  })
})

test('an origin that is not known shows as the cloud says it', () => {
  expect(originWords('igp')).toBe('IGP')
  expect(originWords('static')).toBe('static')
  expect(originWords(undefined)).toBe('')
})
