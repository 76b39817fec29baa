import { randomBytes } from 'node:crypto'
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newFolder } from './testing/databases.ts'
import { createVault, masterKeyFile, readMasterKey, SealBroken } from './vault.ts'

const key = randomBytes(32)
const vault = createVault(key)

describe('what is sealed', () => {
  test('opens again for the place it was sealed for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, place) => {
        expect(vault.open(vault.seal(text, place), place)).toBe(text)
      }),
    )
  })

  test('is another text each time, and says nothing of its own', () => {
    const sealed = Array.from({ length: 50 }, () => vault.seal('sk-of-paris', 'a'))
    expect(new Set(sealed).size).toBe(50)
    expect(sealed.join()).not.toContain('sk-of-paris')
  })

  test('opens for no other place, with no other key, and not when a bit of it was turned', () => {
    const sealed = vault.seal('sk-of-paris', 'cloud_accounts/paris')
    expect(() => vault.open(sealed, 'cloud_accounts/lyon')).toThrow(SealBroken)
    expect(() => createVault(randomBytes(32)).open(sealed, 'cloud_accounts/paris')).toThrow(SealBroken)
    const [, , nonce = '', data = ''] = sealed.split('.')
    fc.assert(
      fc.property(fc.constantFrom(nonce, data), fc.nat(), fc.integer({ min: 1, max: 255 }), (part, at, bits) => {
        const bytes = Buffer.from(part, 'base64url')
        bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ bits
        const altered = sealed.replace(part, bytes.toString('base64url'))
        expect(() => vault.open(altered, 'cloud_accounts/paris')).toThrow(SealBroken)
      }),
    )
  })

  test.each(['', 'v1', 'v2.a.b.c', `v1.${vault.id}`, `v1.${vault.id}..`, `v1.${vault.id}.AAAA.AAAA`])(
    'and a text that is none is refused: %j',
    (text) => {
      expect(() => vault.open(text, 'a')).toThrow(SealBroken)
    },
  )
})

test('a mark is for one purpose, and by one key', () => {
  const mark = vault.sign('link', 'a')
  expect(vault.sign('link', 'a')).toBe(mark)
  const others = [
    vault.sign('link', 'b'),
    vault.sign('invitation', 'a'),
    createVault(randomBytes(32)).sign('link', 'a'),
  ]
  expect(others).not.toContain(mark)
})

describe('the key file', () => {
  test('is made once, for its owner alone', () => {
    const folder = newFolder()
    const made = masterKeyFile(folder)
    expect(made).toHaveLength(32)
    expect(masterKeyFile(folder)).toEqual(made)
    expect(statSync(join(folder, 'master.key')).mode & 0o777).toBe(0o600)
    expect(readMasterKey(readFileSync(join(folder, 'master.key'), 'utf8'))).toEqual(made)
  })

  test('that others could read is closed to them', () => {
    const folder = newFolder()
    masterKeyFile(folder)
    chmodSync(join(folder, 'master.key'), 0o644)
    masterKeyFile(folder)
    expect(statSync(join(folder, 'master.key')).mode & 0o777).toBe(0o600)
  })

  test('that holds no key is refused, by its name and without its content', () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'master.key'), 'not-a-key')
    expect(() => masterKeyFile(folder)).toThrow(/master\.key holds no master key/)
    expect(() => masterKeyFile(folder)).not.toThrow(/not-a-key/)
  })
})
