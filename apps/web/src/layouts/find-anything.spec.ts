import { expect, test } from 'vitest'
import { findAnything, type Findable } from './find-anything.ts'

const items: Findable[] = [
  { kind: 'VPN gateway', name: 'gw-paris', to: '/1', facts: ['198.51.100.7', 'id-1'] },
  { kind: 'Connection', name: 'paris-a', to: '/2', facts: ['id-2', '10.1.0.0/16'] },
  { kind: 'Customer gateway', name: 'cgw-lyon', to: '/3', facts: ['203.0.113.9', 'id-paris'] },
]

test.each([
  ['paris', ['paris-a', 'gw-paris', 'cgw-lyon']],
  ['  PARIS-A ', ['paris-a']],
  ['203.0', ['cgw-lyon']],
  ['10.1.0.0/16', ['paris-a']],
  ['rome', []],
  ['  ', []],
])('%j finds %j', (text, expected) => {
  expect(findAnything(items, text).map(({ name }) => name)).toEqual(expected)
})

test('it shows by what it was found', () => {
  expect(findAnything(items, '203.0')[0]?.hint).toBe('203.0.113.9')
  expect(findAnything(items, 'gw-paris')[0]?.hint).toBe('198.51.100.7')
})
