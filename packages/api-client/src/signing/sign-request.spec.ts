import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signingVectors } from '../testing/spec-data.ts'
import { bodyHash, canonicalQuery, canonicalRequest } from './canonical-request.ts'
import { percentDecode, percentEncode } from './percent-encoding.ts'
import { sdkDate, signRequest, splitUrl } from './sign-request.ts'
import { verifyRequest } from './verify-request.ts'

const derivedOf = (vector: (typeof signingVectors)[number]) =>
  vector.algorithm === 'V11-HMAC-SHA256'
    ? { region: vector.regionId ?? '', service: vector.derivedService ?? '' }
    : undefined

describe.each(signingVectors)('$name', (vector) => {
  const key = { ak: vector.ak, sk: vector.sk, securityToken: vector.securityToken, derived: derivedOf(vector) }
  const request = { method: vector.method, url: vector.url, headers: vector.headers, body: vector.body }

  test('the authorization is that of the official signer', () => {
    const headers = signRequest(request, key, vector.date)
    expect(headers['Authorization']).toBe(vector.expected.authorization)
    for (const [name, value] of Object.entries(vector.expected.headersSigned)) expect(headers[name]).toBe(value)
  })

  test('the canonical request is that of the official signer', () => {
    const { path, query } = splitUrl(vector.url)
    const headers = Object.entries(vector.expected.headersSigned)
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .toSorted((a, b) => (a[0] < b[0] ? -1 : 1))
    const override = vector.headers['X-Sdk-Content-Sha256']
    const canonical = canonicalRequest({
      method: vector.method,
      path,
      query,
      headers,
      bodyHash: bodyHash(vector.body, override),
    })
    expect(canonical.text).toBe(vector.expected.canonicalRequest)
    expect(canonical.signedHeaders).toBe(vector.expected.signedHeaders)
  })
})

test('a date is taken as a Date too, and written without punctuation', () => {
  expect(sdkDate(new Date('2025-12-29T08:30:15.987Z'))).toBe('20251229T083015Z')
  const vector = signingVectors[0]
  expect.assert(vector)
  const headers = signRequest(vector, vector, new Date('2025-12-29T08:30:15Z'))
  expect(headers['Authorization']).toBe(vector.expected.authorization)
})

test('signing the headers of an earlier signature again gives a signature of the new date only', () => {
  const request = { method: 'GET', url: 'https://vpn.example.com/v5/p/vpn-gateways', headers: { 'content-type': 'a' } }
  const key = { ak: 'AK', sk: 'SK' }
  const first = signRequest(request, key, '20251229T083015Z')
  const again = signRequest({ ...request, headers: first }, key, '20251229T093015Z')
  expect(again).toEqual(signRequest(request, key, '20251229T093015Z'))
})

test('a security token of the key is added and signed, once', () => {
  const request = { method: 'GET', url: 'https://vpn.example.com/', headers: {} }
  const headers = signRequest(request, { ak: 'AK', sk: 'SK', securityToken: 'T' }, '20251229T083015Z')
  expect(headers['X-Security-Token']).toBe('T')
  expect(headers['Authorization']).toContain('SignedHeaders=host;x-sdk-date;x-security-token,')
})

describe('properties', () => {
  test('what is percent-encoded can be decoded, and holds only unreserved characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const encoded = percentEncode(text)
        expect(encoded).toMatch(/^(?:[A-Za-z0-9\-._~]|%[0-9A-F]{2})*$/)
        expect(percentDecode(encoded)).toBe(text)
      }),
    )
  })

  test('the order of the query does not change the canonical query', () => {
    const pairs = fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.string()), { maxLength: 6 })
    fc.assert(
      fc.property(pairs, fc.nat(), (list, turn) => {
        const query = (items: [string, string][]) =>
          items.map(([key, value]) => `${percentEncode(key)}=${percentEncode(value)}`).join('&')
        const turned = [...list.slice(turn % (list.length || 1)), ...list.slice(0, turn % (list.length || 1))]
        expect(canonicalQuery(query(turned))).toBe(canonicalQuery(query(list)))
      }),
    )
  })

  const key = { ak: 'AKEXAMPLE', sk: 'secret' }
  const now = Date.parse('2025-12-29T08:30:15Z')
  const received = (target: string, headers: Record<string, string>, body: string, method = 'POST') => {
    const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
    return { method, target, header: (name: string) => lower[name], body: Buffer.from(body) }
  }
  const skOf = (ak: string) => (ak === key.ak ? key.sk : undefined)

  test('what is signed is verified, and any change of body, path or query is refused', () => {
    const segment = fc.stringMatching(/^[A-Za-z0-9._-]{1,12}$/)
    const value = fc.string({ unit: 'grapheme', maxLength: 12 })
    fc.assert(
      fc.property(segment, value, fc.string({ unit: 'grapheme' }), fc.boolean(), (id, text, body, derive) => {
        const target = `/v5/p/vpn-gateways/${id}?name=${percentEncode(text)}`
        const derived = derive ? { region: 'cn-south-1', service: 'vpn' } : undefined
        const headers = signRequest(
          {
            method: 'POST',
            url: `http://127.0.0.1:8081${target}`,
            headers: { 'content-type': 'application/json' },
            body,
          },
          { ...key, derived },
          new Date(now),
        )
        expect(verifyRequest(received(target, headers, body), skOf, now)).toEqual({ ok: true, ak: key.ak })
        expect(verifyRequest(received(target, headers, `${body} `), skOf, now).ok).toBe(false)
        expect(verifyRequest(received(`${target}x`, headers, body), skOf, now).ok).toBe(false)
        expect(verifyRequest(received(target, headers, body, 'PUT'), skOf, now).ok).toBe(false)
      }),
    )
  })

  test.each([
    ['another secret', { sk: 'other' }, 0],
    ['an unknown key', { ak: 'UNKNOWN' }, 0],
    ['a date 16 minutes old', {}, 16 * 60_000],
    ['a date 16 minutes ahead', {}, -16 * 60_000],
  ])('%s is refused', (_what, change, shift) => {
    const target = '/v5/p/vpn-gateways'
    const headers = signRequest(
      { method: 'GET', url: `http://127.0.0.1:8081${target}` },
      { ...key, ...change },
      new Date(now),
    )
    expect(verifyRequest(received(target, headers, '', 'GET'), skOf, now + shift).ok).toBe(false)
  })

  test('a signature that leaves the host out is refused, even a right one', () => {
    const headers = signRequest({ method: 'GET', url: 'http://127.0.0.1/v5' }, key, new Date(now))
    const stripped = { ...headers, Authorization: (headers['Authorization'] ?? '').replace('host;', '') }
    expect(verifyRequest(received('/v5', stripped, '', 'GET'), skOf, now).ok).toBe(false)
  })
})
