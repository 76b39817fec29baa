import { expect, test } from 'vitest'
import type { VpnServer, VpnServerCreate } from '../schemas/vpn-servers.ts'
import { absence, examples, specRules } from '../testing/spec-data.ts'
import { serverRefuses, vpnServerCreateProblems, vpnServerUpdateProblems } from './p2c-server.ts'

const around = { max_connection_number: 10 }
const ssl_options = { protocol: 'TCP', port: 443 } as const
const server: VpnServerCreate = {
  client_cidr: '172.16.0.0/24',
  local_subnets: ['10.16.0.0/24'],
  server_certificate: { source: 'SERVICE_SIGN' },
  ssl_options,
}
const ca = { content: 'a certificate' }

test('a complete server has no problem, in each mode', () => {
  expect(vpnServerCreateProblems(server, around)).toEqual([])
  const certificate = { id: 'scs1', source: 'CCM' } as const
  const certified = { ...server, server_certificate: certificate, client_auth_type: 'CERT' } as const
  expect(vpnServerCreateProblems({ ...certified, client_ca_certificates: [ca] }, around)).toEqual([])
  expect(vpnServerCreateProblems({ ...server, client_auth_type: 'FEDERATED', idp_name: 'idp1' }, around)).toEqual([])
})

const cases: [rule: string, path: string, code: string, change: Partial<VpnServerCreate>][] = [
  ['server.cert.required', 'server_certificate', 'VPN.1100', { server_certificate: undefined }],
  ['server.cert.required', 'ssl_options', 'VPN.0001', { ssl_options: undefined }],
  ['server.cert.source', 'server_certificate.id', 'VPN.1112', { server_certificate: { source: 'CCM' } }],
  [
    'server.cert.source',
    'server_certificate.id',
    'VPN.1112',
    { server_certificate: { source: 'SERVICE_SIGN', id: 'scs1' } },
  ],
  ['server.ca.required', 'client_ca_certificates', 'VPN.1101', { client_auth_type: 'CERT' }],
  [
    'server.ca.required',
    'client_ca_certificates',
    'VPN.1111',
    { client_auth_type: 'CERT', client_ca_certificates: Array.from({ length: 11 }, () => ca) },
  ],
  ['server.idp', 'idp_name', 'VPN.0001', { client_auth_type: 'FEDERATED' }],
  ['server.idp', 'idp_name', 'VPN.0001', { idp_name: 'idp1' }],
  ['server.client-cidr.local', 'client_cidr', 'VPN.1119', { client_cidr: '10.16.0.0/24' }],
]

test.each(cases)('%s at %s: %s', (rule, path, code, change) => {
  const found = vpnServerCreateProblems({ ...server, ...change }, around)
  expect(found).toContainEqual(expect.objectContaining({ rule, path, code }))
  expect(specRules.map(({ id }) => id)).toContain(rule)
})

const kept: VpnServer = {
  id: 'server-1',
  client_cidr: '172.16.0.0/24',
  local_subnets: ['10.16.0.0/24'],
  client_auth_type: 'LOCAL_PASSWORD',
  client_ca_certificates: [],
  status: 'ACTIVE',
}

test('a change is held against what stays', () => {
  const check = (update: Parameters<typeof vpnServerUpdateProblems>[0], on: Partial<VpnServer> = {}) =>
    vpnServerUpdateProblems(update, { ...kept, ...on }, around).map(({ path, code }) => [path, code])
  expect(check({ dns_servers: ['192.0.2.53'] })).toEqual([])
  expect(check({ local_subnets: ['172.16.0.128/25'] })).toEqual([['client_cidr', 'VPN.1119']])
  expect(check({ client_cidr: '10.16.0.0/20' })).toEqual([['client_cidr', 'VPN.1119']])
  expect(check({ client_auth_type: 'CERT' })).toEqual([['client_auth_type', 'VPN.1101']])
  expect(check({ client_auth_type: 'CERT' }, { client_ca_certificates: [{ id: 'ca-1', name: 'ca' }] })).toEqual([])
  expect(check({ client_auth_type: 'FEDERATED' })).toEqual([['idp_name', 'VPN.0001']])
  expect(check({ dns_servers: [] }, { client_auth_type: 'FEDERATED', idp_name: 'idp1' })).toEqual([])
})

test('only a server at rest takes a change', () => {
  expect(serverRefuses({ status: 'ACTIVE' })).toBeUndefined()
  for (const status of ['PENDING_CREATE', 'PENDING_UPDATE', 'FAULT', 'FROZEN']) {
    expect(serverRefuses({ status })).toMatch(/^The server /)
  }
})

const printed = examples.filter(({ operation, kind }) => operation === 'createVpnServer' && kind === 'request')
test('the printed servers have no problem', ({ skip }) => {
  skip(printed.length === 0, absence)
  for (const { name, body } of printed) {
    const { vpn_server } = body as { vpn_server: VpnServerCreate } // as printed
    expect(vpnServerCreateProblems(vpn_server, around), name).toEqual([])
  }
})
