import { expect, test } from 'vitest'
import { nextCell } from './matrix-keys.ts'

const grid = { columns: 3, count: 60 }

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 2, undefined],
  ['ArrowLeft', 3, undefined],
  ['ArrowLeft', 4, 3],
  ['ArrowDown', 4, 7],
  ['ArrowDown', 58, undefined],
  ['ArrowUp', 1, undefined],
  ['Home', 5, 3],
  ['End', 3, 5],
  ['End', 5, undefined],
  ['PageDown', 4, 34],
  ['PageDown', 46, 58],
  ['PageUp', 7, 1],
  ['PageUp', 1, undefined],
  ['ArrowDown', -1, 0],
  ['Enter', 4, undefined],
  ['Enter', -1, undefined],
])('%s from cell %i', (key, from, to) => {
  expect(nextCell(key, from, grid)).toBe(to)
})

test('an empty grid leads nowhere', () => {
  expect(nextCell('ArrowDown', -1, { columns: 3, count: 0 })).toBeUndefined()
})
