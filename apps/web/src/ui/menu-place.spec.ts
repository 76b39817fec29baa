import { expect, test } from 'vitest'
import { neighbour } from './menu-place.ts'

test.each([
  ['ArrowDown', -1, 3, 0],
  ['ArrowDown', 2, 3, 0],
  ['ArrowUp', 0, 3, 2],
  ['ArrowUp', -1, 3, 2],
  ['Home', 2, 3, 0],
  ['End', 0, 3, 2],
  ['a', 0, 3, undefined],
  ['ArrowDown', -1, 0, undefined],
])('%s at item %d of %d leads to %s', (key, current, count, expected) => {
  expect(neighbour(key, current, count)).toBe(expected)
})
