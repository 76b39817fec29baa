import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWanted } from './wanted-address.ts'

const problemOf = (text: string) => {
  const read = readWanted(text)
  return read && 'problem' in read ? read : undefined
}

test.each([
  ['10.1.2.3', 'address', '10.1.2.3/32'],
  [' 10.1.2.3 ', 'address', '10.1.2.3/32'],
  ['10.0.0.0/8', 'prefix', '10.0.0.0/8'],
  ['0.0.0.0/0', 'prefix', '0.0.0.0/0'],
  ['10.1.2.3/32', 'prefix', '10.1.2.3/32'],
  ['2001:db8::1', 'address', '2001:db8::1/128'],
  ['2001:DB8::/32', 'prefix', '2001:db8::/32'],
])('%s is an %s', (text, kind, block) => {
  expect(readWanted(text)).toMatchObject({ kind, block })
})

describe('a text that is none is answered in words', () => {
  test.each([
    ['300.1.1.1', '300 is no part of an IPv4 address: each is 0 to 255.'],
    ['10.1.2.3/8', '10.1.2.3/8 is no prefix: bits are set behind its first 8. The prefix around it is 10.0.0.0/8.'],
    ['2001:db8::1/32', 'bits are set behind its first 32. The prefix around it is 2001:db8::/32.'],
    ['gw-paris', 'gw-paris is no address and no prefix.'],
    ['10.1.2.x', 'x is no number'],
    ['10.1.2.3.4', 'An IPv4 address has four parts, and 10.1.2.3.4 has 5.'],
    ['10..2.3', 'A part of 10..2.3 is missing between two dots.'],
    ['010.1.2.3', 'Write 10 instead of 010'],
    ['10.0.0.0/33', '/33 is no length: an IPv4 prefix has a length from /0 to /32.'],
    ['10.0.0.0/-1', '/-1 is no length'],
    ['2001:db8::/129', 'an IPv6 prefix has a length from /0 to /128.'],
    ['10.0.0.0/8/8', '10.0.0.0/8/8 has more than one slash.'],
    ['1::2::3', '1::2::3 is no IPv6 address.'],
    ['fe80::1%eth0', 'Leave out what follows the %'],
  ])('%s: %s', (text, words) => {
    expect(problemOf(text)?.problem).toContain(words)
    expect(problemOf(text)?.isUnfinished).toBeUndefined()
  })

  test.each(['10', '10.1', '10.1.', '10.1.2.', '10.0.0.0/', '2001:', '2001:db8'])('%s may become one yet', (text) => {
    expect(problemOf(text)?.isUnfinished).toBe(true)
  })

  test('with the prefix that was probably meant', () => {
    expect(problemOf('10.1.2.3/8')?.suggestion).toBe('10.0.0.0/8')
    expect(readWanted(problemOf('10.1.2.3/8')?.suggestion ?? '')).toMatchObject({ block: '10.0.0.0/8' })
  })
})

test('nothing typed is nothing wanted', () => {
  expect(readWanted('   ')).toBeUndefined()
})

test('whatever is typed is read, refused in words, or nothing', () => {
  const anyText = fc.oneof(fc.string(), fc.stringMatching(/^[\d./:a-f%]{0,30}$/))
  fc.assert(
    fc.property(anyText, (text) => {
      const read = readWanted(text)
      if (read === undefined) expect(text.trim()).toBe('')
      else expect('block' in read ? read.block : read.problem).not.toBe('')
    }),
  )
})

test('every address of four parts is read, and with a length it is a prefix or gives the one around it', () => {
  const octet = fc.nat(255)
  fc.assert(
    fc.property(octet, octet, octet, octet, fc.integer({ min: 0, max: 32 }), (a, b, c, d, length) => {
      const address = `${a}.${b}.${c}.${d}`
      expect(readWanted(address)).toMatchObject({ kind: 'address' })
      const read = readWanted(`${address}/${length}`)
      const prefix = read && 'block' in read ? read.block : (read?.suggestion ?? '')
      expect(readWanted(prefix)).toMatchObject({ kind: 'prefix', block: prefix })
    }),
  )
})
