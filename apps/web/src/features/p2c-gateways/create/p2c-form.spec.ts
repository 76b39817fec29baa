import { ApiError, p2cGatewayCreateProblems, p2cVpnGatewayCreate } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proposedVpc, proposedZones, roomiestSubnet } from './p2c-defaults.ts'
import { connectionsProblem, fieldOfRefusal, p2cFindings, type P2cFacts } from './p2c-form-schema.ts'
import { emptyP2cGateway, toCreateBody, type P2cGatewayValues } from './p2c-form.ts'
import { clientBlockWords } from './P2cSteps.tsx'

const zones = ['zone-a', 'zone-b', 'zone-c']
const values: P2cGatewayValues = {
  ...emptyP2cGateway,
  vpcId: 'vpc-1',
  connectSubnetId: 'subnet-1',
  zones: ['zone-a', 'zone-b'],
  name: 'p2c-paris',
}
const facts: P2cFacts = { zones, subnets: [] }
const findings = (change: Partial<P2cGatewayValues>, known = facts) => p2cFindings({ ...values, ...change }, known)

test('a complete form has nothing wrong, and sends what is shown', () => {
  expect(findings({})).toEqual([])
  expect(toCreateBody(values).p2c_vpn_gateway).toMatchObject({
    max_connection_number: 10,
    availability_zone_ids: ['zone-a', 'zone-b'],
    eip: { type: '5_bgp', charge_mode: 'bandwidth', bandwidth_size: 10 },
  })
})

test('an existing EIP is sent by its id alone', () => {
  const eip = { ...values.eip, source: 'existing' as const, eipId: 'eip-1' }
  expect(toCreateBody({ ...values, eip }).p2c_vpn_gateway.eip).toEqual({ id: 'eip-1' })
})

test.each([
  ['vpcId', { vpcId: '' }],
  ['connectSubnetId', { connectSubnetId: '' }],
  ['zones.1', { zones: ['zone-a', 'zone-a'] }],
  ['zones.0', { zones: ['zone-a'] }],
  ['zones.1', { zones: ['zone-a', 'zone-x'] }],
  ['eip.eipId', { eip: { ...values.eip, source: 'existing' as const } }],
  ['eip.bandwidthSize', { eip: { ...values.eip, bandwidthSize: '301' } }],
  ['name', { name: 'a b' }],
  ['connections', { connections: '501' }],
  ['tags.0.key', { tags: [{ key: '_sys_a', value: '' }] }],
])('%s is where the fault is shown', (field, change) => {
  expect(findings(change).map((finding) => finding.field)).toContain(field)
})

test('a subnet without room is told before anything is sent', () => {
  const subnets = [{ id: 'subnet-1', name: 'subnet-small', vpc_id: 'vpc-1', available_ip_address_count: 3 }]
  expect(findings({}, { zones, subnets })).toEqual([
    { field: 'connectSubnetId', message: 'subnet-small has 3 free, and the gateway takes 4.' },
  ])
})

test('zones that could not be read are left to the cloud', () => {
  expect(p2cFindings(values, { zones: undefined, subnets: [] })).toEqual([])
})

describe('the number of connections', () => {
  test('501 are answered in words that say what to do', () => {
    expect(connectionsProblem('501')).toBe(
      'A gateway takes 500 connections at most. For 501 clients at once, build 2 gateways.',
    )
    expect(findings({ connections: '501' })).toEqual([
      { field: 'connections', message: connectionsProblem('501') ?? '' },
    ])
  })

  test.each(['', '0', '-1', '1.5', 'ten', '1e2', '٣'])('%j is refused', (typed) => {
    expect(connectionsProblem(typed)).toBeDefined()
    expect(clientBlockWords(typed)).toBeUndefined()
  })

  test('is refused exactly where the request is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (number) => {
        const request = { ...toCreateBody(values).p2c_vpn_gateway, max_connection_number: number }
        expect(connectionsProblem(String(number)) === undefined).toBe(p2cVpnGatewayCreate.safeParse(request).success)
      }),
    )
  })

  test('tells the client CIDR that they will need', () => {
    expect(clientBlockWords('10')).toContain('/26')
    expect(clientBlockWords('500')).toContain('/21')
  })
})

test('the zones proposed are those that the rules take', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,5}$/), { maxLength: 5 }), (offered) => {
      const request = { ...toCreateBody({ ...values, zones: proposedZones(offered) }).p2c_vpn_gateway }
      expect(p2cGatewayCreateProblems(request, offered)).toEqual([])
    }),
  )
})

test('the VPC with most subnets and the subnet with most room are proposed', () => {
  const vpcs = [
    { id: 'vpc-1', name: 'a' },
    { id: 'vpc-2', name: 'b' },
  ]
  const subnets = [
    { id: 's-1', vpc_id: 'vpc-2', available_ip_address_count: 5 },
    { id: 's-2', vpc_id: 'vpc-2', available_ip_address_count: 50 },
    { id: 's-3', vpc_id: 'vpc-1' },
  ]
  expect(proposedVpc(vpcs, subnets)).toBe('vpc-2')
  expect(roomiestSubnet(subnets)).toBe('s-2')
  expect(proposedVpc([], [])).toBe('')
})

test('a refusal lands on its field', () => {
  const refusal = (code: string, fields?: Record<string, string>) =>
    fieldOfRefusal(new ApiError({ status: 400, code, message: 'no', fields }), values)
  expect(refusal('VPN.0001', { 'p2c_vpn_gateway.eip.bandwidth_size': 'no' })).toBe('eip.bandwidthSize')
  expect(refusal('VPN.0502')).toBe('connectSubnetId')
  expect(refusal('VPN.0513')).toBeUndefined()
})
