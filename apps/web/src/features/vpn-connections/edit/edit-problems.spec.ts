import type { VpnConnection } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { editValuesOf, scopeOf, type ConnectionEditValues } from './edit-form.ts'
import { connectionEditForm, editProblems, type EditFacts } from './edit-problems.ts'
import { bgpConnection, connection, facts, lyon, nice, paris, policyConnection } from './testing.ts'

const problems = (change: Partial<ConnectionEditValues>, given: Partial<EditFacts> = {}) => {
  const known = { ...facts, ...given }
  return Object.fromEntries(
    editProblems({ ...editValuesOf(known.connection), ...change }, known).map(({ path, message }) => [path, message]),
  )
}

const ike = (change: Partial<ConnectionEditValues['ikepolicy']>) => ({
  ikepolicy: { ...editValuesOf(connection).ikepolicy, ...change },
})

describe('editProblems', () => {
  test.each<[string, VpnConnection]>([
    ['static', connection],
    ['BGP', bgpConnection],
    ['policy', policyConnection],
  ])('an unchanged %s connection is right', (_, of) => {
    expect(problems({}, { connection: of })).toEqual({})
    expect(problems({}, { connection: of, gateway: undefined, customerGateways: [] })).toEqual({})
  })

  test('what is not changed is not judged', () => {
    // Masked ids, as some answers have them, are no addresses.
    const masked = { ...connection, ikepolicy: { ...connection.ikepolicy, local_id: '10.***.***.134' } }
    expect(problems({ name: 'vpn-nice' }, { connection: masked })).toEqual({})
  })

  test.each<[Partial<ConnectionEditValues>, string, string]>([
    [{ name: 'vpn lyon' }, 'name', '1 to 64'],
    [{ name: '' }, 'name', '1 to 64'],
    [{ cgw_id: '' }, 'cgw_id', 'Choose'],
    [{ peer_subnets: '' }, 'peer_subnets', 'at least one'],
    [{ peer_subnets: '192.168.0.0/24\n192.168.300.0/24' }, 'peer_subnets', '192.168.300.0/24'],
    [{ peer_subnets: '100.64.3.0/24' }, 'peer_subnets', 'keeps for itself'],
    [{ tunnel_peer_address: '169.254.80.2/30' }, 'tunnel_peer_address', 'same /30'],
    [{ tunnel_local_address: '' }, 'tunnel_local_address', 'it is 169.254.70.1/30 until'],
    [{ psk: 'Ab1-' }, 'psk', '8 to 128'],
    [{ psk: 'alllowercase' }, 'psk', 'three of'],
    [ike({ lifetime_seconds: '59' }), 'ikepolicy.lifetime_seconds', '60 to 604800'],
    [ike({ lifetime_seconds: '' }), 'ikepolicy.lifetime_seconds', '60 to 604800'],
    [ike({ local_id_type: 'fqdn', local_id: '' }), 'ikepolicy.local_id', 'Enter the name'],
    [ike({ peer_id: 'vpn.lyon.example' }), 'ikepolicy.peer_id', 'IPv4 address'],
    [ike({ dpd: { timeout: '1', interval: '30', msg: 'seq-hash-notify' } }), 'ikepolicy.dpd.timeout', '2 to 60'],
  ])('%j is explained at %s', (change, path, words) => {
    expect(problems(change)[path]).toContain(words)
  })

  test('policy rules of a policy connection', () => {
    const twice = { source: '10.0.0.0/24', destination: '192.168.0.0/24' }
    expect(problems({ policy_rules: [] }, { connection: policyConnection })['policy_rules']).toContain('at least one')
    expect(
      problems({ policy_rules: [twice, twice] }, { connection: policyConnection })['policy_rules.1.source'],
    ).toContain('Another rule')
  })

  test('BGP needs a customer gateway with another ASN', () => {
    const asnOf = (change: Partial<ConnectionEditValues>, customerGateways = facts.customerGateways) =>
      problems(change, { connection: bgpConnection, customerGateways })['cgw_id']
    expect(asnOf({ cgw_id: 'cgw-2' })).toBe('cgw-nice has no ASN, and BGP needs one.')
    expect(asnOf({ cgw_id: 'cgw-2' }, [lyon, { ...nice, bgp_asn: 64512 }])).toContain('both have the ASN 64512')
    expect(asnOf({ cgw_id: 'cgw-2' }, [lyon, { ...nice, bgp_asn: 65020 }])).toBeUndefined()
  })

  test('an address that is cleared and not known elsewhere is asked for', () => {
    expect(problems(ike({ local_id: '' }), { gateway: undefined })['ikepolicy.local_id']).toContain('not known here')
    expect(problems(ike({ local_id: '' }))).toEqual({})
  })
})

test('the form’s issues stand at the form’s fields', () => {
  const schema = connectionEditForm(() => facts)
  const issues = schema.safeParse({ ...editValuesOf(connection), ...ike({ lifetime_seconds: 'x' }) }).error?.issues
  expect(issues?.[0]?.path).toEqual(['ikepolicy', 'lifetime_seconds'])
})

test('a connection has the settings of its mode', () => {
  const scope = {
    isIpv6: false,
    isGm: false,
    hasPeerSubnets: true,
    hasPolicyRules: false,
    hasTunnelAddresses: false,
    hasHub: false,
  }
  expect(scopeOf(connection, paris)).toEqual({ ...scope, hasTunnelAddresses: true })
  expect(scopeOf(bgpConnection, paris)).toEqual({ ...scope, hasTunnelAddresses: true, hasHub: true })
  expect(scopeOf(policyConnection, paris)).toEqual({ ...scope, hasPolicyRules: true })
  const onRouter = { ...paris, attachment_type: 'er' }
  expect(scopeOf(policyConnection, onRouter)).toEqual({ ...scope, hasPolicyRules: true, hasPeerSubnets: false })
  expect(scopeOf({ ...connection, style: 'POLICY-TEMPLATE' }, paris)).toEqual(scope)
})
