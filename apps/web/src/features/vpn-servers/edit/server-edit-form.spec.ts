import type { P2cVpnGateway, VpnServer } from '@vpn-console/api-client'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editEffects, leavingRefusal } from './edit-effects.ts'
import { editFindings, editValuesOf, serverChanges, toUpdateBody, type ServerEditValues } from './server-edit-form.ts'

const server: VpnServer = {
  id: 'server-1',
  p2c_vgw_id: 'gw-1',
  client_cidr: '172.16.0.0/21',
  local_subnets: ['10.16.0.0/24', '10.99.0.0/16'],
  client_auth_type: 'LOCAL_PASSWORD',
  server_certificate: { id: 'own', name: 'signed', source: 'SERVICE_SIGN' },
  ssl_options: { protocol: 'TCP', port: 443, encryption_algorithm: 'AES-128-GCM' },
  dns_servers: ['100.125.1.250'],
  status: 'ACTIVE',
}
const gateway: P2cVpnGateway = { id: 'gw-1', name: 'p2c-nice', status: 'ACTIVE', max_connection_number: 100 }
const values = editValuesOf(server, [{ id: 'subnet-1', cidr: '10.16.0.0/24' }])
const bodyOf = (change: Partial<ServerEditValues>) => toUpdateBody({ ...values, ...change }, server).vpn_server
const findings = (change: Partial<ServerEditValues>, leaving?: string) =>
  editFindings({ ...values, ...change }, server, { gateway, routes: [] }, leaving).map(({ field, message }) => [
    field,
    message,
  ])

test('subnets of the VPC are shown as picked, others as typed', () => {
  expect(values).toMatchObject({ localSubnets: ['10.16.0.0/24'], otherSubnets: '10.99.0.0/16', certificateId: '' })
})

test('a form that nobody touched changes nothing, whatever the server is', () => {
  const text = fc.option(fc.string(), { nil: undefined })
  const any = fc.record({
    client_cidr: fc.constantFrom('172.16.0.0/21', '10.0.0.1/20'),
    local_subnets: fc.subarray(['10.1.0.0/16', '10.2.0.0/16', '10.3.0.0/16']),
    client_auth_type: fc.constantFrom('LOCAL_PASSWORD', 'CERT', 'IAM', 'FEDERATED'),
    port: fc.constantFrom(443, 1194),
    encryption_algorithm: fc.constantFrom('AES-128-GCM', 'AES-256-GCM'),
    source: fc.constantFrom('CCM', 'SERVICE_SIGN'),
    dns_servers: fc.subarray(['192.0.2.1', '192.0.2.2']),
    name: text,
  })
  fc.assert(
    fc.property(any, ({ port, encryption_algorithm, source, name, ...rest }) => {
      const one: VpnServer = {
        ...server,
        ...rest,
        ...(rest.client_auth_type === 'FEDERATED' && { idp_name: 'idp1' }),
        server_certificate: { id: 'certificate', name: name ?? '', source },
        ssl_options: { port, encryption_algorithm },
      }
      expect(toUpdateBody(editValuesOf(one, [{ id: 's', cidr: '10.1.0.0/16' }]), one)).toEqual({ vpn_server: {} })
      expect(serverChanges(editValuesOf(one, []), one)).toEqual([])
    }),
  )
})

test.each<[Partial<ServerEditValues>, object]>([
  [{ clientCidr: ' 172.20.0.0/21 ' }, { client_cidr: '172.20.0.0/21' }],
  [{ otherSubnets: '' }, { local_subnets: ['10.16.0.0/24'] }],
  [{ port: '1194' }, { ssl_options: { port: 1194 } }],
  [{ encryption: 'AES-256-GCM' }, { ssl_options: { encryption_algorithm: 'AES-256-GCM' } }],
  [{ authType: 'IAM', idpName: 'idp1' }, { client_auth_type: 'IAM' }],
  [
    { authType: 'FEDERATED', idpName: 'idp1' },
    { client_auth_type: 'FEDERATED', idp_name: 'idp1' },
  ],
  [{ certificateId: 'scs1' }, { server_certificate: { id: 'scs1' } }],
  [{ dns1: '' }, { dns_servers: [] }],
])('%j sends only %j', (change, body) => {
  expect(bodyOf(change)).toEqual(body)
  expect(serverChanges({ ...values, ...change }, server).length).toBeGreaterThan(0)
})

test('each change is told with what goes and what comes', () => {
  expect(serverChanges({ ...values, otherSubnets: '10.98.0.0/16', port: '1194' }, server)).toEqual([
    { label: 'Local subnets', removed: ['10.99.0.0/16'], added: ['10.98.0.0/16'], kept: 1 },
    { label: 'Port', removed: ['TCP 443'], added: ['TCP 1194'], kept: 0 },
  ])
})

test.each<[string, Partial<ServerEditValues>, string, RegExp]>([
  ['no client CIDR', { clientCidr: '' }, 'clientCidr', /Enter the block/],
  ['a block too small', { clientCidr: '172.20.0.0/26' }, 'clientCidr', /100 connections/],
  ['a typed block over the clients', { otherSubnets: '172.16.1.0/24' }, 'clientCidr', /overlaps the local subnet/],
  ['a typed block that is none', { otherSubnets: '10.0.0.0/40' }, 'otherSubnets', /10\.0\.0\.0\/40/],
  ['certificates without a CA', { authType: 'CERT' }, 'authType', /Import a client CA first/],
  ['no identity provider', { authType: 'FEDERATED' }, 'idpName', /identity provider/],
  ['a DNS server by name', { dns2: 'dns.example.com' }, 'dns2', /IPv4/],
])('%s is answered at its field', (_, change, field, words) => {
  expect(findings(change)).toContainEqual([field, expect.stringMatching(words)])
})

test('what is wrong already and not touched does not stand in the way', () => {
  expect(findings({ port: '1194' })).toEqual([])
})

describe('another sign-in', () => {
  test('is refused while users, groups or policies are there, which are counted', () => {
    const refusal = leavingRefusal(server, { users: 240, groups: 1, policies: 2 })
    expect(refusal).toContain('240 users, 1 user group and 2 access policies')
    expect(findings({ authType: 'IAM' }, refusal)).toContainEqual(['authType', refusal])
  })

  test('is free on an empty server, and from any other way', () => {
    expect(leavingRefusal(server, { users: 0, groups: 0, policies: 0 })).toBeUndefined()
    expect(leavingRefusal({ client_auth_type: 'CERT' }, { users: 0, groups: 1, policies: 0 })).toBeUndefined()
  })
})

describe('what it means for the clients', () => {
  const effects = (change: Partial<ServerEditValues>, staticIps: string[] = [], online = 0) =>
    editEffects(bodyOf(change), { gateway: { ...gateway, current_connection_number: online }, staticIps }).join('\n')

  test('nothing, where nothing is changed', () => {
    expect(effects({})).toBe('')
  })

  test('who is online is cut off', () => {
    expect(effects({ dns1: '192.0.2.1' }, [], 1)).toMatch(/^1 client is online: they are cut off/)
    expect(effects({ dns1: '192.0.2.1' }, [], 40)).toMatch(/^40 clients are online/)
    expect(effects({ dns1: '192.0.2.1' })).not.toMatch(/New profiles/)
  })

  test('a new block or port means new profiles, and static IPs outside are counted', () => {
    const words = effects({ clientCidr: '172.20.0.0/21', port: '1194' }, ['172.16.0.5', '172.20.0.5'])
    expect(words).toContain('New profiles are needed because of the client CIDR and port')
    expect(words).toContain('1 user has a static IP outside 172.20.0.0/21')
  })
})
