import type { VpnConnection } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { contextLookup } from '../../ui/connections/connection-rows.ts'
import { findConnections, scopeOf } from './find-connections.ts'

const of = (id: string, name: string, cgw_id: string, peer_subnets: string[]): VpnConnection => ({
  id,
  name,
  status: 'ACTIVE',
  vgw_id: 'g1',
  vgw_ip: 'e1',
  style: 'STATIC',
  cgw_id,
  peer_subnets,
})
const connections = [
  of('c1', 'paris-lyon', 'x1', ['10.1.0.0/16']),
  of('c2', 'paris-oslo', 'x2', ['10.2.0.0/16']),
  { ...of('c3', 'paris-nice', 'x1', []), policy_rules: [{ source: '10.0.0.0/24', destination: ['192.168.7.0/24'] }] },
]
const contextOf = contextLookup(
  connections,
  [],
  [
    { id: 'x1', name: 'cgw-lyon', id_type: 'ip', id_value: '198.51.100.7' },
    { id: 'x2', name: 'cgw-oslo', id_type: 'ip', id_value: '203.0.113.9' },
  ],
)
const found = (text: string) => [...findConnections(text, connections, contextOf)]

describe('findConnections', () => {
  test.each([
    ['', []],
    ['  ', []],
    ['OSLO', ['c2']],
    ['cgw-lyon', ['c1', 'c3']],
    ['203.0.113.9', ['c2']],
    ['203.0.113.0/24', ['c2']],
    ['10.1.2.3', ['c1']],
    ['10.0.0.0/8', ['c1', 'c2']],
    ['192.168.7.0/28', ['c3']],
    ['authentication', []],
    ['10.1.2.3/99', []],
  ])('%j finds %j', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})

describe('scopeOf', () => {
  test('few connections are asked for by id, a text as text', () => {
    expect(scopeOf('oslo', new Set(['c2', 'c1']))).toEqual({ connection_id: 'c1,c2' })
    expect(scopeOf(' dpd timeout ', new Set())).toEqual({ text: 'dpd timeout' })
  })

  test('what the console could not find is looked for in what is loaded', () => {
    expect(scopeOf('203.0.113.0/24', new Set())).toEqual({})
    expect(scopeOf('ab', new Set())).toEqual({})
    expect(scopeOf('paris', new Set(Array.from({ length: 21 }, (_, id) => `c${id}`)))).toEqual({})
  })
})
