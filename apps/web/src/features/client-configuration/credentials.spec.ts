import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCredentialFiles } from './credential-files.ts'
import {
  afterInput,
  certificateProblem,
  credentialsIn,
  issuerWarning,
  keyNote,
  keyProblem,
  missingWords,
  noCredentials,
  usableCredentials,
} from './credentials.ts'
import { caCertificate, ecCertificate, ecKey, rsaCertificate, rsaKey } from './testing.ts'

const now = Date.parse('2027-01-01T00:00:00Z')
const pem = { format: 'pem' } as const
const otherRsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const otherEc = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
const exported = (key: string, type: 'pkcs1' | 'sec1') =>
  createPrivateKey(key)
    .export({ ...pem, type })
    .toString()

describe('the certificate of a user', () => {
  test('is taken where it is one, also with its CA behind it', () => {
    for (const text of [rsaCertificate, ecCertificate, `${ecCertificate}\n${caCertificate}\n`]) {
      expect(certificateProblem(text, now)).toBeUndefined()
    }
  })

  test.each([
    ['a word', 'no certificate in PEM form'],
    [rsaKey, 'This is a private key'],
    [caCertificate, 'C=CN,O=example,CN=example client CA is a CA'],
    [`${caCertificate}\n${ecCertificate}`, 'Put the certificate of C=CN,O=example,CN=laptop-2 first'],
    [rsaCertificate.slice(0, 400), 'cut off or damaged'],
    [rsaCertificate.replace('MII', 'MIX'), 'cut off or damaged'],
  ])('is refused in words: %#', (text, words) => {
    expect(certificateProblem(text, now)).toContain(words)
  })

  test('is refused outside its time', () => {
    expect(certificateProblem(ecCertificate, Date.parse('2226-01-01T00:00:00Z'))).toContain('expired on')
    expect(certificateProblem(ecCertificate, Date.parse('2020-01-01T00:00:00Z'))).toContain('not valid before')
  })

  test('is judged whatever is pasted, never with an exception', () => {
    fc.assert(
      fc.property(fc.nat(ecCertificate.length), fc.nat(60), fc.string({ maxLength: 3 }), (from, count, put) => {
        const damaged = ecCertificate.slice(0, from) + put + ecCertificate.slice(from + count)
        const problem = certificateProblem(damaged, now)
        expect(problem === undefined || problem.length > 10).toBe(true)
        expect(keyProblem(damaged, damaged) === undefined).toBe(false)
      }),
    )
  })

  test('of a CA that the server does not have is doubted', () => {
    const name = 'ca-laptops'
    const subject = 'C=CN,O=example,CN=example client CA'
    expect(issuerWarning(ecCertificate, [{ name, subject }])).toBeUndefined()
    expect(issuerWarning(ecCertificate, [{ name, subject: 'CN=another' }])).toContain('ca-laptops')
    expect(issuerWarning(ecCertificate, [{ name }])).toBeUndefined()
  })
})

describe('the key', () => {
  test.each([
    ['PKCS #8, RSA', rsaKey, rsaCertificate],
    ['PKCS #1', exported(rsaKey, 'pkcs1'), rsaCertificate],
    ['PKCS #8, elliptic curve', ecKey, ecCertificate],
    ['SEC 1', exported(ecKey, 'sec1'), ecCertificate],
  ])('that belongs to the certificate is told from another: %s', (_form, key, certificate) => {
    expect(keyProblem(key, certificate)).toBeUndefined()
    expect(keyNote(key, certificate)).toContain('The key fits')
    for (const other of [otherRsa.export({ ...pem, type: 'pkcs8' }), otherEc.export({ ...pem, type: 'sec1' })]) {
      expect(keyProblem(other.toString(), certificate)).toContain('another certificate')
    }
  })

  test('that is locked is for the client to open', () => {
    const locked = otherEc.export({ ...pem, type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'a' }).toString()
    expect(keyProblem(locked, ecCertificate)).toBeUndefined()
    expect(keyNote(locked, ecCertificate)).toContain('passphrase')
  })

  test.each([
    ['a word', 'no private key in PEM form'],
    [ecCertificate, 'This is a certificate'],
    [ecKey.slice(0, 100), 'cut off'],
    [ecKey.replace('MIG', 'MIX'), 'cut off or damaged'],
  ])('is refused in words: %#', (text, words) => {
    expect(keyProblem(text, ecCertificate)).toContain(words)
  })
})

describe('what is put into the fields', () => {
  test('a bundle fills both, and a text of the other kind goes where it belongs', () => {
    const both = `Bag Attributes\n${ecKey}\nsubject=laptop\n${ecCertificate}\n${caCertificate}\n`
    const filled = { certificate: `${ecCertificate}\n${caCertificate}`, key: ecKey }
    expect(credentialsIn(both)).toEqual(filled)
    expect(afterInput(noCredentials, 'certificate', both)).toEqual(filled)
    expect(afterInput(noCredentials, 'certificate', ecKey)).toEqual({ certificate: '', key: ecKey })
    expect(afterInput(noCredentials, 'key', 'abc')).toEqual({ certificate: '', key: 'abc' })
  })

  test('only a good pair is used, and what is missing is said', () => {
    const typed = { certificate: `Certificate:\n${ecCertificate}\n`, key: `${ecKey}\n` }
    expect(usableCredentials(typed, now)).toEqual({ certificate: ecCertificate, key: ecKey })
    expect(usableCredentials({ ...typed, key: rsaKey }, now)).toBeUndefined()
    expect(usableCredentials({ ...typed, key: '' }, now)).toBeUndefined()
    expect(missingWords(noCredentials)).toContain('without certificate and key')
    expect(missingWords({ ...typed, key: '' })).toContain('private key is missing')
    expect(missingWords({ ...typed, certificate: '' })).toContain('certificate is missing')
    expect(missingWords({ ...typed, key: rsaKey })).toContain('something is wrong')
  })

  test('files are read by what is in them', async () => {
    const read = (name: string, text: string) => readCredentialFiles([new File([text], name)])
    expect((await readCredentialFiles([new File([ecCertificate], 'a.crt'), new File([ecKey], 'a.key')])).found).toEqual(
      {
        certificate: ecCertificate,
        key: ecKey,
      },
    )
    expect((await read('laptop.p12', '0')).note).toContain('openssl pkcs12')
    expect((await read('a.txt', 'hello')).note).toContain('neither a certificate nor')
    expect(await read('a.der', '0\u0001\u0001')).toMatchObject({ found: {} })
    expect((await read('a.pem', 'x'.repeat(200_000))).note).toContain('too large')
  })
})
