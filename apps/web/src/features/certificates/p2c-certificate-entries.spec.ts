import { expect, test } from 'vitest'
import { p2cEntries, usedByServers } from './p2c-certificate-entries.ts'

const ca = { id: 'ca1', name: 'ca-tablets', subject: 'CN=tablets', expiration_time: '2026-12-01T00:00:00Z' }
const server = {
  id: 's1',
  p2c_vgw_id: 'g1',
  status: 'ACTIVE',
  client_ca_certificates: [ca],
  server_certificate: { id: 'scs1', name: 'vpn-example', source: 'CCM', expiration_time: '2026-11-30T00:00:00Z' },
} as const
const own = { ...server, id: 's2', server_certificate: { id: 'self-s2', name: 'own', source: 'SERVICE_SIGN' } } as const

test('a server has its certificate and its client CAs, each with the way to another', () => {
  const entries = p2cEntries('one', [{ ...server, client_ca_certificates: [ca] }], [{ id: 'g1', name: 'p2c-lyon' }])
  expect(entries.map(({ kind, name, ends, owner, replace }) => [kind, name, ends, owner?.name, replace])).toEqual([
    [
      'Server',
      'vpn-example',
      Date.UTC(2026, 10, 30),
      'Server of p2c-lyon',
      { to: '/clouds/one/vpn-servers/s1/edit', by: 'updateVpnServer' },
    ],
    [
      'Client CA',
      'ca-tablets',
      Date.UTC(2026, 11, 1),
      'Server of p2c-lyon',
      { to: '/clouds/one/vpn-servers/s1?tab=client-cas', by: 'importClientCa' },
    ],
  ])
})

test('the same CA on two servers is there twice, as each has its own to replace', () => {
  const entries = p2cEntries(
    'one',
    [server, own].map((each) => ({ ...each, client_ca_certificates: [ca] })),
    [],
  )
  expect(new Set(entries.map(({ id }) => id)).size).toBe(4)
  expect(entries[0]?.owner?.name).toBe('Server of g1')
})

test('a server without either has none', () => {
  expect(p2cEntries('one', [{ id: 's3', status: 'PENDING_CREATE' }], [])).toEqual([])
})

test('the certificate service knows only those that it gave', () => {
  const servers = [server, own].map((each) => ({ ...each, client_ca_certificates: [] }))
  expect([...usedByServers(servers)]).toEqual(['scs1'])
})
