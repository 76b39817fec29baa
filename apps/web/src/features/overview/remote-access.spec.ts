import type { P2cVpnGateway, VpnServer } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { clientWords, remoteAccess } from './remote-access.ts'

const gateway = (name: string, change: Partial<P2cVpnGateway> = {}): P2cVpnGateway => ({
  id: name,
  name,
  status: 'ACTIVE',
  ...change,
})
const server: VpnServer = { id: 'server-1', p2c_vgw_id: 'gw-lyon', client_cidr: '10.8.0.0/24', status: 'ACTIVE' }

test('each gateway has its server, the fullest first', () => {
  const gateways = [
    gateway('gw-aix'),
    gateway('gw-lyon', { current_connection_number: 3, max_connection_number: 10 }),
    gateway('gw-nice', { current_connection_number: 8, max_connection_number: 10 }),
  ]
  const rows = remoteAccess(gateways, [server]).map((row) => [row.name, row.server?.id])
  expect(rows).toEqual([
    ['gw-nice', undefined],
    ['gw-lyon', 'server-1'],
    ['gw-aix', undefined],
  ])
})

test('who may list servers only sees these, by their addresses', () => {
  expect(remoteAccess(undefined, [server])).toEqual([
    { id: 'server-1', name: '10.8.0.0/24', gateway: undefined, server },
  ])
})

test.each([
  [{ current_connection_number: 3, max_connection_number: 10 }, '3 of 10 clients connected'],
  [{ current_connection_number: 1 }, '1 client connected'],
  [{ current_connection_number: 0, max_connection_number: 10 }, '0 of 10 clients connected'],
  [{ max_connection_number: 10 }, undefined],
])('%j: %s', (change, words) => {
  expect(clientWords(gateway('gw-lyon', change))).toBe(words)
})
