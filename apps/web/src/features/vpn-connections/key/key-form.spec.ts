import { generatePreSharedKey } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { keyForm, needsReset, type KeyFormValues } from './key-form.ts'

const good = 'Rather-long-key-2'
const values = { tunnels: ['vpn-1'], psk: good, pskAgain: good, resetsNow: true }

const wrong = (given: Partial<KeyFormValues>, generated?: string) =>
  (keyForm(() => generated).safeParse({ ...values, ...given }).error?.issues ?? []).map(({ path }) => path.join('.'))

describe('the form of a new key', () => {
  test.each([
    ['good as it is', {}, []],
    ['without a tunnel', { tunnels: [] }, ['tunnels']],
    ['without a key', { psk: '', pskAgain: '' }, ['psk']],
    ['with a key that the cloud refuses', { psk: 'short', pskAgain: 'short' }, ['psk']],
    ['with two keys that differ', { pskAgain: `${good}x` }, ['pskAgain']],
  ])('%s', (_, given, paths) => {
    expect(wrong(given)).toEqual(paths)
  })

  test('a generated key is good, and need not be typed twice; one that was changed must be', () => {
    const psk = generatePreSharedKey((count) => crypto.getRandomValues(new Uint8Array(count)))
    expect(wrong({ psk, pskAgain: '' }, psk)).toEqual([])
    expect(wrong({ psk: `${psk}x`, pskAgain: '' }, psk)).toEqual(['pskAgain'])
  })
})

test('only with IKEv1 a new key acts without a reset', () => {
  expect(needsReset({ ikepolicy: { ike_version: 'v1' } })).toBe(false)
  expect(needsReset({ ikepolicy: { ike_version: 'v2' } })).toBe(true)
  expect(needsReset({})).toBe(true)
})
