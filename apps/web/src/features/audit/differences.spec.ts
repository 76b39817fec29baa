import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differences, fieldWords, flatten, readState } from './differences.ts'

describe('the difference of two states', () => {
  test('names what was changed, added and removed, in words', () => {
    const before = {
      vpn_connection: { name: 'con-1', peer_subnets: ['10.0.0.0/8'], ikepolicy: { dh_group: 'group14' }, x: 1 },
    }
    const after = {
      vpn_connection: {
        name: 'con-1',
        peer_subnets: ['10.0.0.0/8', '10.1.0.0/16'],
        ikepolicy: { dh_group: 'group20' },
        y: true,
      },
    }
    expect(differences(before, after, undefined)).toEqual([
      { path: 'vpn_connection.name', label: 'Name', before: 'con-1', after: 'con-1', kind: 'same' },
      {
        path: 'vpn_connection.peer_subnets',
        label: 'Peer subnets',
        before: '10.0.0.0/8',
        after: '10.0.0.0/8, 10.1.0.0/16',
        kind: 'changed',
      },
      {
        path: 'vpn_connection.ikepolicy.dh_group',
        label: 'IKE policy, DH group',
        before: 'group14',
        after: 'group20',
        kind: 'changed',
      },
      { path: 'vpn_connection.x', label: 'X', before: '1', after: undefined, kind: 'removed' },
      { path: 'vpn_connection.y', label: 'Y', before: undefined, after: 'yes', kind: 'added' },
    ])
  })

  test('keeps apart what nobody set', () => {
    const was = { vpn_connection: { status: 'ACTIVE', updated_at: '1', ike_status: 'up' } }
    const is = { vpn_connection: { status: 'PENDING_UPDATE', updated_at: '2', ike_status: 'down' } }
    expect(differences(was, is, undefined).map(({ kind }) => kind)).toEqual(['aside', 'aside', 'changed'])
  })

  test('says that a secret was set, and nothing of it', () => {
    const state = { vpn_connection: { name: 'con-1' } }
    expect(differences(state, state, { vpn_connection: { psk: '***' } })).toEqual([
      { path: 'vpn_connection.name', label: 'Name', before: 'con-1', after: 'con-1', kind: 'same' },
      { path: 'vpn_connection.psk', label: 'Pre-shared key', before: undefined, after: undefined, kind: 'secret' },
    ])
  })

  test('of a thing and itself is none, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(differences(value, value, undefined).every(({ kind }) => kind === 'same')).toBe(true)
      }),
    )
  })

  test('finds any plain value that is another', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const kinds = differences({ thing: { a } }, { thing: { a: b } }, undefined).map(({ kind }) => kind)
        expect(kinds).toEqual([a === b ? 'same' : 'changed'])
      }),
    )
  })
})

test('lists of things are numbered, empty ones and nothing are said', () => {
  expect(flatten({ tags: [{ key: 'a' }, { key: 'b' }], none: [], empty: null })).toEqual([
    ['tags.1.key', 'a'],
    ['tags.2.key', 'b'],
    ['none', '(none)'],
    ['empty', '(empty)'],
  ])
})

test.each([
  ['vpn_gateway.name', 'Name'],
  ['retention_days', 'Retention days'],
  ['vpn_connection.tunnel_local_address', 'Tunnel local address'],
  ['vpn_gateway.eip1.ip_address', 'EIP 1, IP address'],
])('%s is %s', (path, label) => {
  expect(fieldWords(path)).toBe(label)
})

test('what is not known is no state', () => {
  for (const text of [undefined, '{"not_known":true}', '{"left_out":"70000 characters"}', 'not json']) {
    expect(readState(text)).toBeUndefined()
  }
  expect(readState('{"a":1}')).toEqual({ a: 1 })
})
