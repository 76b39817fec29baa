import { readFileSync } from 'node:fs'

// Made once with OpenSSL for tests alone: no library here makes SM2 certificates. The keys, which everybody can read,
// fit the certificates and open nothing.
const folder = new URL('../../../../../../packages/api-client/fixtures/certificates/', import.meta.url)
const pem = (name: string) => readFileSync(new URL(`${name}.pem`, folder), 'utf8').trim()

/** A CA of SM certificates. */
export const caCertificate = pem('ca-certificate')
/** Signature certificate of a gateway, by that CA. */
export const signatureCertificate = pem('signature-certificate')
/** Encryption certificate of the same gateway. */
export const encryptionCertificate = pem('encryption-certificate')
/** One that ended with the year 2024. */
export const expiredCertificate = pem('expired-certificate')
/** One that begins with the year 2100. */
export const futureCertificate = pem('future-certificate')
/** An ordinary one, on the curve P-256: the service takes SM certificates only. */
export const ordinaryCertificate = pem('ordinary-certificate')
/** An ordinary one with an RSA key. */
export const rsaCertificate = pem('rsa-certificate')

export const signatureKey = pem('signature-key')
export const encryptionKey = pem('encryption-key')
export const otherKey = pem('other-key')
export const expiredKey = pem('expired-key')
export const encryptedKey = pem('encrypted-key')
export const keyWithoutPublicHalf = pem('key-without-public-half')
export const ordinaryKey = pem('ordinary-key')
