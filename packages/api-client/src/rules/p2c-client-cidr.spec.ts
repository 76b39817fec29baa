import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { specErrors, specRules } from '../testing/spec-data.ts'
import { blocksOverlap } from './cidr.ts'
import {
  clientCapacity,
  clientCidrProblems,
  clientMaskFor,
  localSubnetProblems,
  usableAddresses,
  freeClientCidr,
} from './p2c-client-cidr.ts'

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

test.each([
  [1, 26],
  [15, 26],
  [16, 25],
  [500, 21],
  [100_000, undefined],
])('%s connections need a block of /%s', (connections, mask) => {
  expect(clientMaskFor(connections)).toBe(mask)
})

describe('properties', () => {
  test('the mask proposed is one that the rules take, and the next smaller block is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 16, max: 500 }), (connections) => {
        const mask = clientMaskFor(connections) ?? 0
        const of = (prefix: number) =>
          clientCidrProblems(`172.16.0.0/${prefix}`, { max_connection_number: connections, local_subnets: [] })
        expect(of(mask)).toEqual([])
        expect(of(mask + 1)).not.toEqual([])
      }),
    )
  })

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

describe('a free block', () => {
  test('has no problem, whatever is around it', () => {
    const connections = fc.integer({ min: 1, max: 500 })
    fc.assert(
      fc.property(
        connections,
        fc.array(block, { maxLength: 8 }),
        fc.array(block, { maxLength: 8 }),
        (most, subnets, routes) => {
          const surroundings = { max_connection_number: most, local_subnets: subnets, routes }
          const free = freeClientCidr(surroundings)
          expect(clientCidrProblems(free ?? 'none', surroundings)).toEqual([])
        },
      ),
    )
  })

  test('is no larger than it has to be, and steps aside', () => {
    expect(freeClientCidr({ max_connection_number: 10, local_subnets: [] })).toBe('172.16.0.0/26')
    expect(freeClientCidr({ max_connection_number: 500, local_subnets: [], routes: ['172.16.0.0/20'] })).toBe(
      '172.16.16.0/21',
    )
    expect(freeClientCidr({ max_connection_number: 10, local_subnets: ['172.16.0.0/12'] })).toBe('10.0.0.0/26')
  })

  test('is not there where all private addresses are taken', () => {
    const routes = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']
    expect(freeClientCidr({ max_connection_number: 10, local_subnets: [], routes })).toBeUndefined()
  })
})

test('everything may be reached', () => {
  expect(localSubnetProblems(['0.0.0.0/0'])).toEqual([])
})
