import { connectionBatchProblems, vpnConnectionCreate, type VpnGateway } from '@vpn-console/api-client'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftText } from '../../../ui/form/draft.ts'
import { connectionFormDefaults, type ConnectionFormValues } from './connection-form.ts'
import { connectionFormSchema } from './connection-form-schema.ts'
import { createPath, formProblems } from './connection-problems.ts'
import { connection, facts, filledIn, lyon, paris } from './testing.ts'
import { toCreateBodies } from './to-create-bodies.ts'

const known = facts()
const problemsOf = (change: Partial<ConnectionFormValues>, on = known) => formProblems(filledIn(on, change), on)
const pathsOf = (change: Partial<ConnectionFormValues>, on = known) => problemsOf(change, on).map(({ path }) => path)
const on = (change: Partial<VpnGateway>) => facts({ gateways: [{ ...paris, ...change }] })

test('a form filled in with what is suggested has no problem', () => {
  expect(problemsOf({})).toEqual([])
  expect(connectionFormSchema(() => known).safeParse(filledIn(known)).success).toBe(true)
})

test('an empty form asks for the two ends', () => {
  expect(formProblems(connectionFormDefaults(), known)).toEqual([
    { path: 'vgw_id', message: 'Choose a VPN gateway.' },
    { path: 'cgw_id', message: 'Choose a customer gateway.' },
  ])
})

const cases: [path: string, change: Partial<ConnectionFormValues>, gateway?: Partial<VpnGateway>][] = [
  ['vgw_id', { vgw_id: 'elsewhere' }],
  ['vgw_id', {}, { status: 'PENDING_CREATE' }],
  ['vgw_id', {}, { eip1: undefined, eip2: undefined }],
  ['extent', {}, { eip2: undefined }],
  ['vgw_ip', { extent: 'single', vgw_ip: 'eip-9' }],
  ['peer_subnets', { peer_subnets: '' }],
  ['peer_subnets', { peer_subnets: '10.0.0.0/33' }],
  ['peer_subnets', { peer_subnets: '100.64.0.0/16' }],
  ['peer_subnets', {}, { ip_version: 'ipv6' }],
  ['policy_rules', { style: 'policy', policy_rules: [] }],
  [
    'policy_rules.1.source',
    {
      style: 'policy',
      policy_rules: Array.from({ length: 2 }, () => ({ source: '10.0.0.0/24', destination: '192.168.0.0/24' })),
    },
  ],
  ['policy_rules.0.destination', { style: 'policy', policy_rules: [{ source: '10.0.0.0/24', destination: 'any' }] }],
  ['style', { style: 'policy-template' }],
  ['style', { style: 'bgp' }, { bgp_asn: 65_010 }],
  ['tunnels.0.psk', { tunnels: [{ ...filledIn(known).tunnels[0], psk: '' }, filledIn(known).tunnels[1]] }],
  ['tunnels.1.psk', { isSameKey: false }],
  [
    'tunnels.1.tunnel_peer_address',
    { tunnels: [filledIn(known).tunnels[0], { ...filledIn(known).tunnels[1], tunnel_peer_address: '' }] },
  ],
  [
    'tunnels.1.name',
    { tunnels: [filledIn(known).tunnels[0], { ...filledIn(known).tunnels[1], name: 'paris-lyon-1' }] },
  ],
  ['tunnels.0.name', { tunnels: [{ ...filledIn(known).tunnels[0], name: 'a b' }, filledIn(known).tunnels[1]] }],
  ['name', { extent: 'single', name: '' }],
  ['ikepolicy.lifetime_seconds', { ikepolicy: { ...filledIn(known).ikepolicy, lifetime_seconds: '10' } }],
  [
    'ikepolicy.dpd.timeout',
    { ikepolicy: { ...filledIn(known).ikepolicy, dpd: { timeout: '', interval: '30', msg: 'seq-hash-notify' } } },
  ],
  ['ikepolicy.peer_id', { ikepolicy: { ...filledIn(known).ikepolicy, peer_id_type: 'fqdn' } }],
  ['ipsecpolicy.lifetime_seconds', { ipsecpolicy: { ...filledIn(known).ipsecpolicy, lifetime_seconds: 'x' } }],
  ['tags.0.key', { tags: [{ key: '', value: '' }] }],
  ['cgw_id', { cgw_id: '' }],
]

test.each(cases)('what is wrong at %s is said there, and nowhere else', (path, change, gateway = {}) => {
  const problems = problemsOf(change, on(gateway))
  expect(problems.map((found) => found.path)).toEqual([path])
})

test('a block that is none is named', () => {
  const [found] = problemsOf({ peer_subnets: '192.168.0.0/24\n10.0.0.0/33' })
  expect(found?.message).toMatch(/^10\.0\.0\.0\/33: Enter an IPv4 block/)
})

const newOne = { name: 'cgw-nice', id_type: 'ip', id_value: '192.0.2.20', bgp_asn: '', ca_certificate: '' } as const

test('a new customer gateway is checked in place', () => {
  const values = { customerGateway: 'new', newCustomerGateway: newOne } as const
  expect(problemsOf(values)).toEqual([])
  const at = (change: Partial<ConnectionFormValues['newCustomerGateway']>) =>
    pathsOf({ ...values, newCustomerGateway: { ...newOne, ...change } })
  expect(at({ id_value: '' })).toEqual(['newCustomerGateway.id_value'])
  expect(at({ id_value: 'lyon' })).toEqual(['newCustomerGateway.id_value'])
  expect(at({ id_type: 'fqdn', id_value: 'a b' })).toEqual(['newCustomerGateway.id_value'])
  expect(at({ name: '' })).toEqual(['newCustomerGateway.name'])
  expect(at({ bgp_asn: '0' })).toEqual(['newCustomerGateway.bgp_asn'])
})

test('BGP needs two ASNs that differ', () => {
  expect(problemsOf({ style: 'bgp' })).toEqual([])
  const values = { style: 'bgp', customerGateway: 'new', newCustomerGateway: newOne } as const
  expect(problemsOf(values)).toMatchObject([{ path: 'style', message: expect.stringContaining('no ASN') }])
  const same = { ...values, newCustomerGateway: { ...newOne, bgp_asn: '64512' } }
  expect(problemsOf(same)).toMatchObject([{ path: 'style', message: expect.stringContaining('64512') }])
})

test('a GM gateway asks for certificates on both ends, and for no key', () => {
  const gm = on({ flavor: 'GM' })
  const keyless = filledIn(gm).tunnels
  expect(pathsOf({ tunnels: [{ ...keyless[0], psk: '' }, keyless[1]] }, gm)).toEqual(['vgw_id', 'cgw_id'])
  const ready = facts({
    gateways: [{ ...paris, flavor: 'GM', certificate_id: 'cert-1' }],
    customerGateways: [{ ...lyon, ca_certificate: { id: 'ca-1' } }],
  })
  expect(problemsOf({}, ready)).toEqual([])
  const values = { customerGateway: 'new', newCustomerGateway: newOne } as const
  expect(pathsOf(values, ready)).toEqual(['newCustomerGateway.ca_certificate'])
})

test.each([
  ['0.name', 'single', 'name'],
  ['1.name', 'pair', 'tunnels.1.name'],
  ['1.psk', 'pair', 'tunnels.0.psk'],
  ['1.tunnel_local_address', 'pair', 'tunnels.1.tunnel_local_address'],
  ['0.vgw_ip', 'single', 'vgw_ip'],
  ['1.vgw_ip', 'pair', 'extent'],
  ['1.ikepolicy.dpd.timeout', 'pair', 'ikepolicy.dpd.timeout'],
  ['0.tags.2.value', 'pair', 'tags.2.value'],
] as const)('%s of a %s is %s of the form', (path, extent, field) => {
  expect(createPath(path, { extent, isSameKey: true })).toBe(field)
})

test('with a key for each tunnel, each has its own field', () => {
  expect(createPath('1.psk', { extent: 'pair', isSameKey: false })).toBe('tunnels.1.psk')
})

test('a draft that is kept holds no key', () => {
  const values = filledIn(known, { isSameKey: false })
  expect(JSON.stringify(values)).toContain('abcdABCD1234')
  expect(draftText(values)).not.toContain('abcdABCD1234')
})

const block = fc.constantFrom(
  '192.168.0.0/24',
  '10.9.0.0/16',
  '100.64.0.0/24',
  '2001:db8:1::/64',
  'any',
  '',
  '10.0.0.0/33',
)
const text = fc.constantFrom('', 'paris', '192.0.2.1', 'a b', '30', '86400', '0')
const anyForm: fc.Arbitrary<Partial<ConnectionFormValues>> = fc.record({
  extent: fc.constantFrom('pair', 'single'),
  vgw_ip: fc.constantFrom('eip-1', 'eip-2', ''),
  style: fc.constantFrom('static', 'bgp', 'policy', 'policy-template'),
  peer_subnets: fc.array(block, { maxLength: 3 }).map((blocks) => blocks.join('\n')),
  enable_nqa: fc.boolean(),
  enable_hub: fc.boolean(),
  policy_rules: fc.array(fc.record({ source: block, destination: block }), { maxLength: 6 }),
  isSameKey: fc.boolean(),
  name: text,
  ikepolicy: text.map((peer_id) => ({ ...filledIn(known).ikepolicy, peer_id })),
  tags: fc.array(fc.record({ key: text, value: text }), { maxLength: 2 }),
})
const anyGateway: fc.Arbitrary<Partial<VpnGateway>> = fc.record({
  ip_version: fc.constantFrom('ipv4', 'ipv6'),
  flavor: fc.constantFrom('Professional1', 'Professional1-NonFixedIP', 'GM'),
  ha_mode: fc.constantFrom('active-active', 'active-standby'),
  attachment_type: fc.constantFrom('vpc', 'er'),
  certificate_id: fc.constant('cert-1'),
})

const hasField = (values: object, path: string) => {
  let value: unknown = values
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !(key in value)) return false
    value = (value as Record<string, unknown>)[key] // it has just been found there
  }
  return true
}

test('what the form accepts breaks no rule, and what it refuses it refuses at a field it has', () => {
  let accepted = 0
  fc.assert(
    fc.property(anyForm, anyGateway, (change, gatewayChange) => {
      const gateway = { ...paris, ...gatewayChange }
      const account = facts({
        gateways: [gateway],
        customerGateways: [{ ...lyon, ca_certificate: { id: 'ca-1' } }],
        connections: [connection()],
      })
      const values = filledIn(account, change)
      const problems = formProblems(values, account)
      for (const { path } of problems) expect(hasField(values, path), path).toBe(true)
      if (problems.length > 0) return
      accepted += 1
      const bodies = toCreateBodies(values, gateway, lyon.id)
      expect(connectionBatchProblems(bodies, gateway)).toEqual([])
      for (const body of bodies) expect(vpnConnectionCreate.safeParse(body).success).toBe(true)
    }),
    { numRuns: 600, seed: 7 },
  )
  expect(accepted).toBeGreaterThan(10)
})
