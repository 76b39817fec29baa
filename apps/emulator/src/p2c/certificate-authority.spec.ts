import { createPrivateKey, X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { isCa, readCertificate, signatureAlgorithm } from '../certificates.ts'
import { createAuthority } from './certificate-authority.ts'

const now = Date.now()

test('an authority issues certificates that OpenSSL believes', () => {
  const authority = createAuthority('C=CN,O=example,CN=example VPN CA', now)
  const own = new X509Certificate(authority.certificate)
  expect(own.ca).toBe(true)
  expect(own.verify(own.publicKey)).toBe(true)
  expect(own.checkPrivateKey(createPrivateKey(authority.private_key))).toBe(true)

  for (const usage of ['server', 'client'] as const) {
    const { certificate, private_key } = authority.issue(usage, 'O=example,CN=vpn.example.com', 'vpn.example.com')
    const leaf = new X509Certificate(certificate)
    expect(leaf.verify(own.publicKey)).toBe(true)
    expect(leaf.checkIssued(own)).toBe(true)
    expect(leaf.checkPrivateKey(createPrivateKey(private_key))).toBe(true)
    expect(leaf.ca).toBe(false)
    expect(leaf.checkHost('vpn.example.com')).toBe('vpn.example.com')
    expect(leaf.keyUsage).toEqual([usage === 'server' ? '1.3.6.1.5.5.7.3.1' : '1.3.6.1.5.5.7.3.2'])
    expect(Date.parse(leaf.validTo)).toBeGreaterThan(now)
  }
})

test('and the other reader here reads them the same', () => {
  const { certificate } = createAuthority('C=CN,O=example,CN=example VPN CA', now)
  const read = readCertificate(certificate, 'certificate')
  expect(isCa(read)).toBe(true)
  expect(signatureAlgorithm(read)).toBe('SHA256WITHRSA')
  expect(read.subject).toBe('C=CN, O=example, CN=example VPN CA')
  expect(read.notAfter.getTime()).toBeGreaterThan(now + 3_600 * 86_400_000)
})
