import { describe, expect, test } from 'vitest'
import { nextHopOf, originWords, routeKey } from './route-words.ts'

const to = (destination: string, more: object = {}) => ({ destination, ...more })

test('the two ways of a pair are two rows', () => {
  expect(routeKey(to('10.0.0.0/8', { nexthop: '169.254.70.2' }))).not.toBe(
    routeKey(to('10.0.0.0/8', { nexthop: '169.254.71.2' })),
  )
})

describe('a next hop', () => {
  const names = {
    gateway: { id: 'gw-1', name: 'gw-paris' },
    connections: [{ id: 'conn-1', name: 'conn-lyon-1' }],
    routers: [{ id: 'er-1', name: 'er-backbone' }],
  }
  const hop = (type: string, id: string) => nextHopOf(to('10.0.0.0/8', { nexthop_resource: { type, id } }), names)

  test('is called by its name, or by its id where the name is not known', () => {
    expect(hop('vpn_connection', 'conn-1')).toEqual({ kind: 'connection', id: 'conn-1', name: 'conn-lyon-1' })
    expect(hop('vpn_connection', 'conn-2')).toEqual({ kind: 'connection', id: 'conn-2', name: 'conn-2' })
    expect(hop('vpn_gateway', 'gw-1')).toEqual({ kind: 'gateway', id: 'gw-1', name: 'gw-paris' })
    expect(hop('er', 'er-1')).toEqual({ kind: 'router', id: 'er-1', name: 'er-backbone' })
  })

  test('of a kind never seen has no link', () => {
    expect(hop('something_new', 'x-1')).toEqual({ kind: 'other', name: 'x-1' })
  })

  test('is nothing where the cloud does not say', () => {
    expect(nextHopOf(to('10.0.0.0/8'), names)).toBeUndefined()
  })
})

test('an origin that is not known shows as the cloud says it', () => {
  expect(originWords('igp')).toBe('IGP')
  expect(originWords('static')).toBe('static')
  expect(originWords(undefined)).toBe('')
})
