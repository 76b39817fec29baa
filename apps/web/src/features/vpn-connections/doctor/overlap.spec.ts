import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { notHeld, overlaps, overlapWords, reservedOverlaps } from './overlap.ts'

// The slow and plain way: every address of a small world, one by one.
const size = 64
const blockOf = fc.tuple(fc.nat(size - 1), fc.integer({ min: 26, max: 32 })).map(([start, length]) => {
  const count = 2 ** (32 - length)
  const first = Math.floor(start / count) * count
  return { text: `10.0.0.${first}/${length}`, addresses: new Set(Array.from({ length: count }, (_, at) => first + at)) }
})
type Block = { text: string; addresses: Set<number> }
const share = (a: Block, b: Block) => [...a.addresses].some((address) => b.addresses.has(address))
const texts = (blocks: readonly Block[]) => blocks.map(({ text }) => text)

describe('blocks overlap', () => {
  test('exactly where they share an address', () => {
    fc.assert(
      fc.property(fc.array(blockOf, { maxLength: 5 }), fc.array(blockOf, { maxLength: 5 }), (mine, theirs) => {
        const wanted = mine.flatMap((one) =>
          theirs.filter((other) => share(one, other)).map((other) => ({ mine: one.text, theirs: other.text })),
        )
        expect(overlaps(texts(mine), texts(theirs))).toEqual(wanted)
      }),
    )
  })

  test('the same from both sides', () => {
    fc.assert(
      fc.property(blockOf, blockOf, (a, b) => {
        expect(overlaps([a.text], [b.text])).toHaveLength(overlaps([b.text], [a.text]).length)
      }),
    )
  })

  test('and are said in words', () => {
    expect(overlapWords({ mine: '10.0.0.0/8', theirs: '10.1.0.0/16' }, 'gw-paris')).toBe(
      '10.0.0.0/8 holds 10.1.0.0/16 of gw-paris',
    )
    expect(overlapWords({ mine: '10.1.0.0/16', theirs: '10.0.0.0/8' }, 'gw-paris')).toBe(
      '10.1.0.0/16 lies in 10.0.0.0/8 of gw-paris',
    )
    expect(overlapWords({ mine: '10.0.0.0/8', theirs: '10.0.0.0/8' }, 'gw-paris')).toBe('10.0.0.0/8 is gw-paris too')
  })
})

test('a block is held where one of the others has all its addresses', () => {
  fc.assert(
    fc.property(blockOf, fc.array(blockOf, { maxLength: 4 }), (block, holders) => {
      const isHeld = holders.some(({ addresses }) => [...block.addresses].every((address) => addresses.has(address)))
      expect(notHeld([block.text], texts(holders))).toEqual(isHeld ? [] : [block.text])
    }),
  )
})

test.each([
  ['100.64.0.0/10', true],
  ['100.100.1.0/24', true],
  ['100.0.0.0/8', true],
  ['214.1.0.0/16', true],
  ['100.128.0.0/10', false],
  ['10.0.0.0/8', false],
])('%s shares addresses with the cloud’s own: %s', (block, shares) => {
  expect(reservedOverlaps([block]).length > 0).toBe(shares)
})
