import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bitRateWords, byteWords, packetRateWords, packetWords, sessionsWords } from './session-words.ts'

test.each([
  [undefined, '–'],
  [0, '0 B'],
  [999, '999 B'],
  [1_500, '1.5 kB'],
  [999_999, '1 MB'],
  [12_345_678, '12.3 MB'],
  [3e17, '300 PB'],
])('%s bytes are %s', (bytes, words) => {
  expect(byteWords(bytes)).toBe(words)
})

test.each([
  [undefined, '–'],
  [0, '0 bit/s'],
  [125, '1 kbit/s'],
  [187_500, '1.5 Mbit/s'],
])('%s bytes a second are %s', (rate, words) => {
  expect(bitRateWords(rate)).toBe(words)
})

test('a figure has at most four digits before its unit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e15 }), (bytes) => {
      expect(byteWords(bytes)).toMatch(/^\d{1,3}(?:\.\d)? [kMGTP]?B$/)
    }),
  )
})

test.each([
  [undefined, undefined],
  [1, '1 packet'],
  [99_999, '99,999 packets'],
  [128_400, '128k packets'],
  [1_300_000, '1.3M packets'],
])('%s packets are %s', (packets, words) => {
  expect(packetWords(packets)).toBe(words)
})

test.each([
  [undefined, undefined],
  [0.25, '0.3 packets/s'],
  [42.9, '43 packets/s'],
  [1_234, '1.2k packets/s'],
])('%s packets a second are %s', (rate, words) => {
  expect(packetRateWords(rate)).toBe(words)
})

test('sessions are counted as people count', () => {
  expect([sessionsWords(1), sessionsWords(3)]).toEqual(['1 session', '3 sessions'])
})
