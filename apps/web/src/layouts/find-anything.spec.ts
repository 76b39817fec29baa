import { expect, test } from 'vitest'
import { findable, findAnything, type Findable } from './find-anything.ts'

const items: Findable[] = [
  { kind: 'VPN gateway', name: 'gw-paris', to: '/1', facts: ['198.51.100.7', 'id-1'] },
  { kind: 'Connection', name: 'paris-a', to: '/2', facts: ['id-2', '10.1.0.0/16'] },
  { kind: 'Customer gateway', name: 'cgw-lyon', to: '/3', facts: ['203.0.113.9', 'id-paris'] },
]

test.each([
  ['paris', ['paris-a', 'gw-paris', 'cgw-lyon']],
  ['  PARIS-A ', ['paris-a']],
  ['203.0', ['cgw-lyon']],
  ['10.1.0.0/16', ['paris-a']],
  ['rome', []],
  ['  ', []],
])('%j finds %j', (text, expected) => {
  expect(findAnything(items, text).map(({ name }) => name)).toEqual(expected)
})

test('it shows by what it was found', () => {
  expect(findAnything(items, '203.0')[0]?.hint).toBe('203.0.113.9')
  expect(findAnything(items, 'gw-paris')[0]?.hint).toBe('198.51.100.7')
})

test('a gateway of remote access is found by its address, and its server by its name and its blocks', () => {
  const found = findable('demo', {
    p2cGateways: [
      { id: 'p2c-1', name: 'p2c-nantes', status: 'ACTIVE', eip: { id: 'eip-40', ip_address: '203.0.113.40' } },
    ],
    servers: [{ id: 'server-1', p2c_vgw_id: 'p2c-1', client_cidr: '172.16.0.0/22', status: 'ACTIVE' }],
  })
  expect(findAnything(found, '203.0.113.40').map(({ to }) => to)).toEqual(['/clouds/demo/p2c-gateways/p2c-1'])
  expect(findAnything(found, '172.16.').map(({ to }) => to)).toEqual(['/clouds/demo/vpn-servers/server-1'])
  expect(findAnything(found, 'nantes')).toHaveLength(2)
})
