import { ApiError, type P2cVpnGateway, type VpnServer } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import type { CaVerdict } from './ca-check.ts'
import { fieldOfRefusal, gatewayRefusal, serverFindings, serverFormSchema } from './server-form-schema.ts'
import { emptyServer, toCreateBody, type ServerFormValues } from './server-form.ts'

const gateway: P2cVpnGateway = {
  id: 'gw-1',
  name: 'p2c-nice',
  status: 'ACTIVE',
  eip: { id: 'eip-1' },
  max_connection_number: 100,
}
// An ASN.1 sequence that is whole, and as empty as one can be.
const pem = (base64 = 'MAA=') => `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----`
const values: ServerFormValues = {
  ...emptyServer,
  gatewayId: 'gw-1',
  clientCidr: '172.16.0.0/21',
  localSubnets: ['10.16.0.0/24'],
}
const facts = { gateway, servers: [], routes: ['10.16.0.0/16'] }
const found = (change: Partial<ServerFormValues>) =>
  serverFindings({ ...values, ...change }, facts).map(({ field, message }) => [field, message])

test('a complete form has nothing wrong with it', () => {
  expect(found({})).toEqual([])
  expect(toCreateBody(values)).toEqual({
    vpn_server: {
      tunnel_protocol: 'SSL',
      client_cidr: '172.16.0.0/21',
      local_subnets: ['10.16.0.0/24'],
      client_auth_type: 'LOCAL_PASSWORD',
      server_certificate: { source: 'SERVICE_SIGN' },
      ssl_options: { protocol: 'TCP', port: 443, encryption_algorithm: 'AES-128-GCM', is_compressed: false },
    },
  })
})

const wrong: [what: string, change: Partial<ServerFormValues>, field: string, words: RegExp][] = [
  ['no gateway', { gatewayId: '' }, 'gatewayId', /Choose the gateway/],
  ['no client CIDR', { clientCidr: ' ' }, 'clientCidr', /Enter the block/],
  ['a mask too long', { clientCidr: '172.16.0.0/27' }, 'clientCidr', /mask/],
  ['too small a block', { clientCidr: '172.16.0.0/24' }, 'clientCidr', /100 connections/],
  ['a block over a local subnet', { localSubnets: ['172.16.1.0/24'] }, 'clientCidr', /overlaps the local subnet/],
  ['a block over a route', { clientCidr: '10.16.8.0/21' }, 'clientCidr', /which the VPC has a route to/],
  ['no local subnet', { localSubnets: [] }, 'localSubnets', /at least one/],
  [
    'a typed block that is none',
    { otherSubnets: '10.0.0.0/33' },
    'otherSubnets',
    /10\.0\.0\.0\/33: Enter an IPv4 block/,
  ],
  ['a reserved local subnet', { localSubnets: ['224.1.0.0/16'] }, 'localSubnets', /224\.0\.0\.0\/4 is reserved/],
  ['no identity provider', { authType: 'FEDERATED' }, 'idpName', /identity provider/],
  ['no client CA', { authType: 'CERT' }, 'cas.0.content', /at least one client CA/],
  ['no server certificate', { certificateSource: 'CCM' }, 'certificateId', /Choose one/],
  ['a DNS server by name', { dns1: 'dns.example.com' }, 'dns1', /IPv4/],
  ['a second DNS server that is wrong', { dns2: 'x' }, 'dns2', /IPv4/],
]
test.each(wrong)('%s is answered at its field', (_, change, field, words) => {
  expect(found(change)).toContainEqual([field, expect.stringMatching(words)])
})

test('what belongs to another way to sign in is neither checked nor sent', () => {
  const change = { idpName: 'idp1', cas: [{ name: 'ca', content: 'nonsense' }] }
  expect(found(change)).toEqual([])
  const body = toCreateBody({ ...values, ...change }).vpn_server
  expect(body).not.toHaveProperty('idp_name')
  expect(body).not.toHaveProperty('client_ca_certificates')
})

describe('client CAs', () => {
  const cas = [
    { name: '', content: pem() },
    { name: '', content: '' },
    { name: 'ca-2', content: pem().replaceAll('\n', '\r\n') },
  ]

  test('a doubled one is told at its own place, whatever its line breaks', () => {
    expect(found({ authType: 'CERT', cas })).toContainEqual(['cas.2.content', 'This is the same CA as number 1.'])
  })

  test('a text that is none is told without asking the cloud; the others are asked for', async () => {
    const asked: string[] = []
    const check = (content: string): Promise<CaVerdict> => {
      asked.push(content)
      return Promise.resolve({ kind: 'refused', message: 'This CA has expired.' })
    }
    const form = serverFormSchema(() => facts, check)
    const given = {
      ...values,
      authType: 'CERT' as const,
      cas: [
        { name: '', content: 'nonsense' },
        { name: '', content: pem() },
      ],
    }
    const issues = (await form.safeParseAsync(given)).error?.issues.map(({ path, message }) => [
      path.join('.'),
      message,
    ])
    expect(issues).toContainEqual(['cas.0.content', expect.stringContaining('no certificate')])
    expect(issues).toContainEqual(['cas.1.content', 'This CA has expired.'])
    expect(asked).toEqual([pem()])
  })

  test('a check that could not be made stands in nobody’s way', async () => {
    const check = (): Promise<CaVerdict> => Promise.resolve({ kind: 'unknown', message: 'Denied.' })
    const given = { ...values, authType: 'CERT' as const, cas: [{ name: '', content: pem() }] }
    expect((await serverFormSchema(() => facts, check).safeParseAsync(given)).success).toBe(true)
  })
})

test.each([
  [
    'it has a server',
    gateway,
    [{ id: 's-1', p2c_vgw_id: 'gw-1', status: 'ACTIVE' } satisfies VpnServer],
    /has a server already/,
  ],
  ['it has no EIP', { ...gateway, eip: undefined }, [], /has no EIP/],
  ['it is being built', { ...gateway, status: 'PENDING_CREATE' as const }, [], /being created/],
])('a gateway takes no server when %s', (_, one, servers, words) => {
  expect(gatewayRefusal(one, servers)).toMatch(words)
  expect(gatewayRefusal(gateway)).toBeUndefined()
})

const refusals: [code: string, message: string, field: string][] = [
  ['VPN.1102', 'The number of servers exceeds the upper limit.', 'gatewayId'],
  ['VPN.1109', 'The client CIDR block conflicts with the VPC route 172.16.0.0/12.', 'clientCidr'],
  ['VPN.1103', 'CIDR block 172.16.0.0/21 is invalid.', 'clientCidr'],
  ['VPN.1104', 'CIDR block 10.16.0.0/24 is unavailable.', 'localSubnets'],
  ['VPN.1110', 'The status of server certificate scs1 is abnormal.', 'certificateId'],
  ['VPN.0072', 'Certificate ca-second has expired.', 'cas.1.content'],
]
test.each(refusals)('%s lands on %s', (code, message, field) => {
  const cas = [
    { name: 'ca-first', content: pem() },
    { name: 'ca-second', content: pem('MAEA') },
  ]
  const error = new ApiError({ status: 400, code, message })
  expect(fieldOfRefusal(error, { ...values, authType: 'CERT', cas })?.field).toBe(field)
})

test('a refusal of something else stays with the form as a whole', () => {
  expect(fieldOfRefusal(new ApiError({ status: 500, code: 'VPN.0002', message: 'Later.' }), values)).toBeUndefined()
})
