import type { VpnConnection } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPairs } from './connection-pairs.ts'

const connection = (id: string, given: Partial<VpnConnection> = {}): VpnConnection => ({
  id,
  name: `vpn-${id}`,
  status: 'ACTIVE',
  vgw_id: 'gw-paris',
  vgw_ip: 'eip-1',
  style: 'STATIC',
  cgw_id: 'cgw-lyon',
  peer_subnets: ['192.168.0.0/24'],
  ...given,
})

const pairs = (...connections: VpnConnection[]) => Object.fromEntries(findPairs(connections))

describe('findPairs', () => {
  test('the two tunnels between the same ends', () => {
    expect(pairs(connection('a'), connection('b', { vgw_ip: 'eip-2' }))).toEqual({ a: 'b', b: 'a' })
  })

  test('a tunnel alone has no other', () => {
    expect(pairs(connection('a'), connection('b', { vgw_ip: 'eip-2', cgw_id: 'cgw-nice' }))).toEqual({})
    expect(pairs(connection('a'), connection('b', { vgw_ip: 'eip-2', vgw_id: 'gw-rome' }))).toEqual({})
  })

  test('two on the same address are no pair', () => {
    expect(pairs(connection('a'), connection('b'))).toEqual({})
  })

  test('a pair stays one while its tunnels are being changed one after the other', () => {
    expect(pairs(connection('a'), connection('b', { vgw_ip: 'eip-2', peer_subnets: ['10.0.0.0/8'] }))).toEqual({
      a: 'b',
      b: 'a',
    })
  })

  test('with two pairs between the same ends, each is known by what it carries', () => {
    const other = { peer_subnets: ['192.168.7.0/24', '192.168.8.0/24'] }
    expect(
      pairs(
        connection('a'),
        connection('c', other),
        connection('d', { vgw_ip: 'eip-2', peer_subnets: other.peer_subnets.toReversed() }),
        connection('b', { vgw_ip: 'eip-2' }),
      ),
    ).toEqual({ a: 'b', b: 'a', c: 'd', d: 'c' })
  })

  test('a policy connection between the same ends does not part the pair beside it', () => {
    expect(
      pairs(
        connection('a'),
        connection('b', { vgw_ip: 'eip-2', peer_subnets: ['10.0.0.0/8'] }),
        connection('c', { style: 'POLICY' }),
      ),
    ).toEqual({ a: 'b', b: 'a' })
  })

  test('what could be paired in two ways is not paired', () => {
    expect(pairs(connection('a'), connection('b'), connection('c', { vgw_ip: 'eip-2' }))).toEqual({})
  })

  test('each other tunnel points back, joins the same ends and has the other address', () => {
    const any = fc.array(
      fc.record({
        vgw_id: fc.constantFrom('gw-paris', 'gw-rome'),
        vgw_ip: fc.constantFrom('eip-1', 'eip-2'),
        cgw_id: fc.constantFrom('cgw-lyon', 'cgw-nice'),
        style: fc.constantFrom('STATIC', 'BGP', 'POLICY'),
        peer_subnets: fc.subarray(['192.168.0.0/24', '192.168.1.0/24']),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(any, (given) => {
        const all = given.map((ends, index) => connection(String(index), ends))
        const others = findPairs(all)
        for (const one of all) {
          const other = all.find(({ id }) => id === others.get(one.id))
          if (!other) continue
          expect(others.get(other.id)).toBe(one.id)
          expect([other.vgw_id, other.cgw_id]).toEqual([one.vgw_id, one.cgw_id])
          expect(other.vgw_ip).not.toBe(one.vgw_ip)
        }
      }),
    )
  })
})
