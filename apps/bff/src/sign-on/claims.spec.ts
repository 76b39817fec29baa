import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimOf, groupsIn, nameIn } from './claims.ts'

test('a claim is found by its name, and else by the way inwards', () => {
  const claims = { 'https://example.org/groups': ['a'], 'a.b': 1, a: { b: 2, c: { d: 3 } } }
  expect(claimOf(claims, 'https://example.org/groups')).toEqual(['a'])
  expect(claimOf(claims, 'a.b')).toBe(1)
  expect(claimOf(claims, 'a.c.d')).toBe(3)
  expect(claimOf(claims, 'a.x.d')).toBeUndefined()
  expect(claimOf(claims, 'constructor')).toBeUndefined()
})

describe('the name', () => {
  test.each([
    ['Paris', 'Paris'],
    ['  Paris \n Lyon ', 'Paris Lyon'],
    ['\u202Esirap', 'sirap'],
    [' ', undefined],
    [7, undefined],
    [undefined, undefined],
  ])('%j becomes %j', (given, expected) => {
    expect(nameIn({ name: given }, 'name')).toBe(expected)
  })

  test('always fits its column, and is whole characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (given) => {
        const name = nameIn({ name: given }, 'name') ?? ''
        expect(name.length).toBeLessThanOrEqual(64)
        expect(name).not.toMatch(/\p{C}/u)
      }),
    )
  })
})

describe('the groups', () => {
  test('are each there once, of a list or of a single text', () => {
    expect(groupsIn({ groups: ['b', 'a', 'b', 7, ''] }, 'groups')).toEqual(['b', 'a'])
    expect(groupsIn({ groups: 'vpn-admins' }, 'groups')).toEqual(['vpn-admins'])
    expect(groupsIn({ groups: [] }, 'groups')).toEqual([])
  })

  test('that are missing are told from none', () => {
    expect(groupsIn({}, 'groups')).toBeUndefined()
  })

  test('that are too long are left out, not cut', () => {
    expect(groupsIn({ groups: ['a'.repeat(256), 'b'] }, 'groups')).toEqual(['b'])
  })
})
