import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockContains, blockHolds, blocksOverlap, blockVersion, isIpv4, networkOf } from './cidr.ts'

const block = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(32))
  .map(([a, b, c, d, prefix]) => `${a}.${b}.${c}.${d}/${prefix}`)

const range = (text: string): [bigint, bigint] => {
  const [address = '', prefix = '0'] = text.split('/')
  const value = address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n)
  const size = 1n << BigInt(32 - Number(prefix))
  const start = (value / size) * size
  return [start, start + size - 1n]
}

test('containing and overlapping are what the address ranges say', () => {
  fc.assert(
    fc.property(block, block, (a, b) => {
      const [[a0, a1], [b0, b1]] = [range(a), range(b)]
      expect(blockContains(a, b)).toBe(a0 <= b0 && b1 <= a1)
      expect(blocksOverlap(a, b)).toBe(a0 <= b1 && b0 <= a1)
    }),
  )
})

test('a block has one network, which is in it', () => {
  fc.assert(
    fc.property(block, (text) => {
      const network = networkOf(text)
      expect.assert(network)
      expect(networkOf(network)).toBe(network)
      expect(blockContains(text, network)).toBe(true)
    }),
  )
})

test('versions do not mix, and text that is no block is in no block', () => {
  expect(blockVersion('2001:db8::/32')).toBe('ipv6')
  expect(blockContains('::/0', '10.0.0.0/8')).toBe(false)
  expect(blockHolds('10.0.0.0/8', '10.1.2.3')).toBe(true)
  expect(blockHolds('10.0.0.0/8', '11.1.2.3')).toBe(false)
  expect(blockHolds('2001:db8::/32', '2001:db8::7')).toBe(true)
  for (const text of ['', '10.0.0.0', '10/8', '10.0.0.0/33', '010.0.0.0/8', '0x0a.0.0.0/8', 'x/8', '10.0.0.0/8 ']) {
    expect(blockVersion(text)).toBeUndefined()
    expect(blocksOverlap(text, '0.0.0.0/0')).toBe(false)
  }
  expect(['192.0.2.1', '192.0.2', '192.0.2.1.1', '256.0.0.1', '01.2.3.4'].map(isIpv4)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})
