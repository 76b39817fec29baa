import { expect, test } from 'vitest'
import { bgpSpanWords, bgpStateWords } from './bgp-words.ts'

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

test.each([
  ['5d18h08m03s', '5 d 18 h'],
  ['00h44m50s', '44 min 50 s'],
  ['01h00m05s', '1 h'],
  ['00h00m00s', '0 s'],
  ['00h00m07s', '7 s'],
  ['3 weeks', '3 weeks'],
  ['', ''],
])('%s is %s', (duration, words) => {
  expect(bgpSpanWords(duration)).toBe(words)
})
