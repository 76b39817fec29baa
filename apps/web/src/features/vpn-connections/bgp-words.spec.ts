import { expect, test } from 'vitest'
import { bgpStateWords } from './bgp-words.ts'

test.each([
  ['established', 'Established', 'success'],
  ['Established', 'Established', 'success'],
  ['active', 'Active: trying to reach the neighbour', 'error'],
  ['idle', 'Idle: not trying', 'error'],
  ['OpenConfirm', 'OpenConfirm: about to be established', 'pending'],
  ['clearing', 'Clearing', 'info'],
  [undefined, 'Not known', 'info'],
])('%s', (state, words, kind) => {
  expect(bgpStateWords(state)).toEqual({ words, kind })
})
