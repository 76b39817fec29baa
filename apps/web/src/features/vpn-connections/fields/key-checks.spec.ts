import { generatePreSharedKey, preSharedKeyProblems } from '@vpn-console/api-client'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyChecks, keyStrength } from './key-checks.ts'

const met = (psk: string) => keyChecks(psk).map(({ isMet }) => isMet)

test('each part of the rule is ticked off by itself', () => {
  expect(met('')).toEqual([false, false, false])
  expect(met('aB1')).toEqual([false, true, true])
  expect(met('abcdefgh')).toEqual([true, false, true])
  expect(met('abcdABCD 1')).toEqual([true, true, false])
  expect(met('abcdABCD1')).toEqual([true, true, true])
})

test('strength is told in words, and a key with a forbidden character has none', () => {
  expect(keyStrength('')).toBeUndefined()
  expect(keyStrength('aaaaAAA1')?.words).toContain('weak')
  expect(keyStrength('abcdABCD1234"\\&')?.type).toBe('error')
  expect(keyStrength(generatePreSharedKey((count) => crypto.getRandomValues(new Uint8Array(count))))?.words).toContain(
    'strong',
  )
})

test('what meets every part is what the rule lets through', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), (psk) => {
      if (met(psk).every(Boolean)) expect(preSharedKeyProblems(psk)).toEqual([])
    }),
  )
})
