import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { specErrors, specRules } from '../testing/spec-data.ts'
import { blocksOverlap } from './cidr.ts'
import { clientCapacity, clientCidrProblems, localSubnetProblems, usableAddresses } from './p2c-client-cidr.ts'

const around = { max_connection_number: 10, local_subnets: ['10.16.0.0/24'], routes: ['10.16.0.0/16'] }

const codes = specErrors.codes.map(({ code }) => code)
const ids = specRules.map(({ id }) => id)

test('a block with host bits is as good as its network', () => {
  expect(clientCidrProblems('172.16.0.1/24', around)).toEqual([])
})

test.each([
  ['172.16.0.0/15', 'server.client-cidr.mask', 'VPN.1107'],
  ['172.16.0.0/27', 'server.client-cidr.mask', 'VPN.1107'],
  ['172.16.0.0/27', 'server.client-cidr.size', 'VPN.1108'],
  ['169.254.16.0/20', 'server.client-cidr.reserved', 'VPN.1104'],
  ['127.1.0.0/24', 'server.client-cidr.reserved', 'VPN.1104'],
  ['10.16.0.0/25', 'server.client-cidr.local', 'VPN.1119'],
  ['10.16.9.0/24', 'server.client-cidr.vpc', 'VPN.1109'],
  ['172.16.0.0', 'server.cidr.format', 'VPN.1103'],
  ['2001:db8::/64', 'server.cidr.format', 'VPN.1103'],
])('%s: %s, %s', (block, rule, code) => {
  expect(clientCidrProblems(block, around)).toContainEqual(expect.objectContaining({ rule, code, path: 'client_cidr' }))
  expect(ids).toContain(rule)
  expect(codes).toContain(code)
})

const octet = fc.integer({ min: 1, max: 223 })
const block = fc
  .tuple(octet, octet, octet, fc.integer({ min: 16, max: 26 }))
  .map(([a, b, c, prefix]) => `${a}.${b}.${c}.0/${prefix}`)

describe('properties', () => {
  test('a block is large enough for as many connections as its capacity, and for no more', () => {
    fc.assert(
      fc.property(block, (one) => {
        const capacity = clientCapacity(one)
        expect(usableAddresses(one)).toBeGreaterThan(4 * capacity)
        expect(usableAddresses(one)).toBeLessThanOrEqual(4 * (capacity + 1))
        const isShort = (max_connection_number: number) =>
          clientCidrProblems(one, { max_connection_number, local_subnets: [] }).some(({ code }) => code === 'VPN.1108')
        expect(isShort(capacity)).toBe(false)
        expect(isShort(capacity + 1)).toBe(true)
      }),
    )
  })

  test('500 connections need a mask of 21 or wider', () => {
    expect(clientCapacity('172.16.0.0/21')).toBeGreaterThanOrEqual(500)
    expect(clientCapacity('172.16.0.0/22')).toBeLessThan(500)
  })

  test('a block is refused over a local subnet exactly where they overlap', () => {
    fc.assert(
      fc.property(block, block, (one, other) => {
        const problems = clientCidrProblems(one, { max_connection_number: 1, local_subnets: [other] })
        expect(problems.some(({ code }) => code === 'VPN.1119')).toBe(blocksOverlap(one, other))
      }),
    )
  })
})

test.each([
  [[], 'VPN.1118', 'local_subnets'],
  [Array.from({ length: 21 }, (_, index) => `10.0.${index}.0/24`), 'VPN.1105', 'local_subnets'],
  [['10.0.0.0/24', '10.0.0.0/24'], 'VPN.1106', 'local_subnets.1'],
  [['224.1.0.0/16'], 'VPN.1104', 'local_subnets.0'],
  [['10.0.0.0/33'], 'VPN.1103', 'local_subnets.0'],
])('local subnets %j are refused with %s', (subnets, code, path) => {
  expect(localSubnetProblems(subnets)).toContainEqual(expect.objectContaining({ code, path }))
  expect(codes).toContain(code)
})

test('everything may be reached', () => {
  expect(localSubnetProblems(['0.0.0.0/0'])).toEqual([])
})
