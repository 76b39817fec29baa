import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certificateTextProblem, pemFromFile, withoutPrivateKeys } from './pem.ts'

/** Bytes that look like a certificate from outside: a sequence with its length. */
const sequence = (content: Uint8Array): Uint8Array =>
  Uint8Array.from([0x30, 0x82, Math.floor(content.length / 256), content.length % 256, ...content])

const pem = pemFromFile(sequence(new Uint8Array(700).fill(7)))

describe('certificateTextProblem', () => {
  test('takes what pemFromFile makes of a binary certificate', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 256, maxLength: 3000 }), (content) => {
        expect(certificateTextProblem(pemFromFile(sequence(content)), 8192)).toBeUndefined()
      }),
    )
  })

  test('takes Windows line ends and comments around the block', () => {
    expect(certificateTextProblem(`subject=CN=ca\r\n${pem.replaceAll('\n', '\r\n')}\r\n`, 8192)).toBeUndefined()
  })

  test('a text cut off anywhere inside is not taken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: pem.length - 2 }), (length) => {
        expect(certificateTextProblem(pem.slice(0, length), 8192)).toEqual(expect.any(String))
      }),
    )
  })

  test('a missing line inside is noticed', () => {
    const lines = pem.split('\n')
    expect(certificateTextProblem(lines.toSpliced(3, 1).join('\n'), 8192)).toContain('cut off or damaged')
  })

  test('names the two lengths where it is too long', () => {
    expect(certificateTextProblem(`${pem}\n${'#'.repeat(8192)}`, 8192)).toMatch(/9,\d{3} characters.*8,192/)
  })

  test('says what a certificate begins with', () => {
    expect(certificateTextProblem('MIIB', 8192)).toContain('-----BEGIN CERTIFICATE-----')
  })
})

describe('pemFromFile', () => {
  test('text stays what it is', () => {
    expect(pemFromFile(new TextEncoder().encode(`${pem}\n`))).toBe(pem)
  })
})

describe('withoutPrivateKeys', () => {
  test.each(['PRIVATE KEY', 'RSA PRIVATE KEY', 'ENCRYPTED PRIVATE KEY', 'EC PRIVATE KEY'])('takes a %s out', (kind) => {
    const key = `-----BEGIN ${kind}-----\nAAAA\n-----END ${kind}-----\n`
    expect(withoutPrivateKeys(`${key}${pem}\n${key}`)).toBe(`${pem}\n`)
  })

  test('a key without its end takes all that follows along', () => {
    expect(withoutPrivateKeys('a\n-----BEGIN PRIVATE KEY-----\nAAAA')).toBe('a\n')
  })

  test('certificates stay as they are', () => {
    expect(withoutPrivateKeys(pem)).toBe(pem)
  })
})
