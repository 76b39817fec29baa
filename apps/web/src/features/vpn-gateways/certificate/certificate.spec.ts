import { ApiError, type VpnGatewayCertificate } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  certificateErrors,
  certificateFindings,
  emptyCertificateForm,
  fieldOfWords,
  toCreateBody,
  toUpdateBody,
} from './certificate-form.ts'
import { certificateRefuses } from './certificate-queries.ts'
import { certificateProblem, certificateWarnings, keyProblem, type CertificateKind } from './certificate-rules.ts'
import { certificateState, replaceConsequence } from './certificate-words.ts'
import { partsOf, readDer } from '../../../ui/x509/der.ts'
import { readPrivateKey } from '../../../ui/x509/private-key.ts'
import {
  caCertificate,
  encryptedKey,
  encryptionCertificate,
  encryptionKey,
  expiredCertificate,
  futureCertificate,
  keyWithoutPublicHalf,
  ordinaryCertificate,
  ordinaryKey,
  otherKey,
  rsaCertificate,
  signatureCertificate,
  signatureKey,
} from './testing.ts'
import { readCertificates } from '../../../ui/x509/x509.ts'

const now = Date.parse('2026-03-01T00:00:00Z')

describe('a certificate is read', () => {
  test('with its names, times, serial number and kind', () => {
    expect(readCertificates(signatureCertificate)).toEqual([
      expect.objectContaining({
        subject: 'C=CN,O=example,CN=gw-shanghai',
        issuer: 'C=CN,O=example,CN=example SM CA',
        serial: '0102030405060709',
        notBefore: Date.parse('2025-01-01T00:00:00Z'),
        notAfter: Date.parse('2124-12-31T00:00:00Z'),
        isCa: false,
        keyKind: 'SM2',
      }),
    ])
    expect(readCertificates(caCertificate)?.[0]?.isCa).toBe(true)
    expect([ordinaryCertificate, rsaCertificate].map((text) => readCertificates(text)?.[0]?.keyKind)).toEqual([
      'EC P-256',
      'RSA',
    ])
  })

  test('however it is cut or damaged, never with an exception', () => {
    fc.assert(
      fc.property(fc.nat(signatureCertificate.length), fc.nat(80), fc.string({ maxLength: 3 }), (from, count, put) => {
        const damaged = signatureCertificate.slice(0, from) + put + signatureCertificate.slice(from + count)
        const problem = certificateProblem(damaged, 'signature', now)
        expect(problem === undefined || problem.length > 10).toBe(true)
      }),
    )
  })

  test('and any bytes are an element, or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        try {
          const element = readDer(bytes)
          expect(element.raw).toHaveLength(bytes.length)
          partsOf(element)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      }),
    )
  })
})

describe('a certificate of the wrong kind', () => {
  const problem = (text: string, kind: CertificateKind) => certificateProblem(text, kind, now)

  test('is none that is right', () => {
    expect(problem(signatureCertificate, 'signature')).toBeUndefined()
    expect(problem(encryptionCertificate, 'encryption')).toBeUndefined()
    expect(problem(caCertificate, 'chain')).toBeUndefined()
    expect(problem(`Some words before\n${caCertificate}\n${caCertificate}`, 'chain')).toBeUndefined()
  })

  test('is one of a CA where the gateway’s belongs, and the other way round', () => {
    expect(problem(caCertificate, 'signature')).toContain('is a CA')
    expect(problem(caCertificate, 'encryption')).toContain('is a CA')
    expect(problem(signatureCertificate, 'chain')).toContain('is no CA')
    expect(problem(`${caCertificate}\n${signatureCertificate}`, 'chain')).toContain('is no CA')
  })

  test('is one without SM2', () => {
    expect(problem(ordinaryCertificate, 'chain')).toContain('EC P-256')
    expect(problem(rsaCertificate, 'chain')).toContain('RSA')
  })

  test('is one that has expired or is not valid yet', () => {
    expect(problem(expiredCertificate, 'signature')).toContain('expired on')
    expect(problem(futureCertificate, 'signature')).toContain('not valid before')
    expect(certificateProblem(futureCertificate, 'signature', Date.parse('2110-01-01'))).toBeUndefined()
  })

  test('is no certificate, half a one, several, or too long', () => {
    expect(problem('hello', 'signature')).toContain('BEGIN CERTIFICATE')
    expect(problem(signatureKey, 'signature')).toContain('private key')
    expect(problem(signatureCertificate.slice(0, -40), 'signature')).toContain('cut off')
    expect(problem(`${signatureCertificate}\n${encryptionCertificate}`, 'signature')).toContain('2 certificates')
    expect(problem(signatureCertificate + ' '.repeat(4096), 'signature')).toContain('4,096')
  })
})

describe('a private key', () => {
  test('fits its own certificate and no other', () => {
    expect(keyProblem(signatureKey, 'signature', signatureCertificate)).toBeUndefined()
    expect(keyProblem(encryptionKey, 'encryption', encryptionCertificate)).toBeUndefined()
    expect(keyProblem(otherKey, 'signature', signatureCertificate)).toContain('another certificate')
    expect(keyProblem(signatureKey, 'encryption', encryptionCertificate)).toContain('encryption certificate')
  })

  test('that does not bring its public half is for the cloud to judge', () => {
    expect(readPrivateKey(keyWithoutPublicHalf)).toEqual({ keyKind: 'SM2', publicKey: undefined })
    expect(keyProblem(keyWithoutPublicHalf, 'signature', signatureCertificate)).toBeUndefined()
  })

  test('is refused locked, of another kind, damaged, or not there', () => {
    expect(keyProblem(encryptedKey, 'signature', signatureCertificate)).toContain('password')
    expect(keyProblem(ordinaryKey, 'signature', signatureCertificate)).toContain('EC P-256')
    expect(keyProblem(signatureKey.replace('MIGH', 'MIGZ'), 'signature', signatureCertificate)).toContain('damaged')
    expect(keyProblem(signatureCertificate, 'signature', signatureCertificate)).toContain('This is a certificate')
    expect(keyProblem('secret', 'signature', signatureCertificate)).toContain('no private key')
  })

  test('is never repeated in what is said of it', () => {
    fc.assert(
      fc.property(fc.nat(signatureKey.length), fc.nat(60), (from, count) => {
        const damaged = signatureKey.slice(0, from) + signatureKey.slice(from + count)
        const words = keyProblem(damaged, 'signature', signatureCertificate) ?? ''
        const secrets = damaged.split('\n').filter((line) => !line.includes('-----') && line.length > 8)
        expect(secrets.some((line) => words.includes(line))).toBe(false)
      }),
    )
  })
})

test('what seldom is meant is said: the same twice, another CA', () => {
  const chain = caCertificate
  const right = { signature: signatureCertificate, encryption: encryptionCertificate, chain }
  expect(certificateWarnings(right)).toEqual({})
  expect(certificateWarnings({ ...right, encryption: signatureCertificate }).encryption).toContain('again')
  expect(certificateWarnings({ ...right, chain: ordinaryCertificate }).signature).toContain('not the CA below')
  expect(certificateWarnings({ signature: '', encryption: '', chain: 'nonsense' })).toEqual({})
})

describe('the form', () => {
  const full = {
    name: 'cert-shanghai',
    certificate: signatureCertificate,
    privateKey: signatureKey,
    encCertificate: encryptionCertificate,
    encPrivateKey: encryptionKey,
    chain: caCertificate,
  }
  const present: VpnGatewayCertificate = { id: 'cert-1', name: 'cert-shanghai', status: 'BOUND' }

  test('takes all five texts, and an upload may leave the name to the service', () => {
    expect(certificateFindings(full, undefined, now)).toEqual([])
    expect(certificateFindings({ ...full, name: '' }, undefined, now)).toEqual([])
    expect(toCreateBody({ ...full, name: ' ' }).certificate).not.toHaveProperty('name')
    expect(toCreateBody(full).certificate.enc_private_key).toBe(encryptionKey)
  })

  test('names every text that is missing', () => {
    const fields = certificateFindings(emptyCertificateForm(''), undefined, now).map(({ field }) => field)
    expect(fields).toEqual(['certificate', 'privateKey', 'encCertificate', 'encPrivateKey', 'chain'])
    expect(certificateFindings({ ...full, chain: '' }, present, now).map(({ field }) => field)).toEqual(['chain'])
  })

  test('changes the name alone, the texts alone, or both', () => {
    const renamed = emptyCertificateForm('cert-2027')
    expect(certificateFindings(renamed, present, now)).toEqual([])
    expect(toUpdateBody(renamed, present)).toEqual({ certificate: { name: 'cert-2027' } })
    expect(Object.keys(toUpdateBody(full, present).certificate)).toHaveLength(5)
    expect(certificateFindings(emptyCertificateForm('a'), present, now)[0]?.field).toBe('name')
  })

  test('shows what the cloud refuses at the field that it speaks of', () => {
    expect(
      [
        'the signature certificate has expired',
        'the signature certificate is a CA certificate',
        'the private key does not fit the signature certificate',
        'the encryption certificate is not a certificate in PEM format',
        'the private key of the encryption certificate is not an unencrypted key in PEM format',
        'the certificate chain is not a CA certificate',
        'gateway gw-1 is not of the specification GM',
      ].map(fieldOfWords),
    ).toEqual(['certificate', 'certificate', 'privateKey', 'encCertificate', 'encPrivateKey', 'chain', undefined])
    const refusal = { status: 400, code: 'VPN.0001', message: 'invalid request: no', requestId: 'r' }
    const fields = { 'certificate.enc_private_key': 'Use 1 to 4096 characters.' }
    expect(certificateErrors(new ApiError({ ...refusal, fields }))).toEqual([
      { field: 'encPrivateKey', message: 'Use 1 to 4096 characters.' },
    ])
    const broken = { ...refusal, status: 500, message: 'the signature certificate service is down' }
    expect(certificateErrors(new ApiError(broken))).toEqual([])
  })
})

test('the state is told in words, and one that was never seen as it is', () => {
  expect(certificateState({ status: 'BOUND' }).words).toBe('In use')
  expect(certificateState({ status: 'FAULT' }).step).toContain('Replace')
  expect(certificateState({ status: 'RESTING' }).words).toBe('RESTING')
  expect(certificateRefuses({ name: 'cert-1', status: 'BINDING' })).toContain('being bound')
  expect(certificateRefuses(null)).toBeUndefined()
  expect(replaceConsequence('gw-shanghai', 0)).toContain('No connection')
  expect(replaceConsequence('gw-shanghai', 2)).toContain('Each of the 2 connections')
})
