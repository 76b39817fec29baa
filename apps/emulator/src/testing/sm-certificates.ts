import { readFileSync } from 'node:fs'

// Made once with OpenSSL for tests alone: no library here makes SM2 certificates. Nobody else trusts or uses them.
const folder = new URL('../../../../packages/api-client/fixtures/certificates/', import.meta.url)
const pem = (name: string) => readFileSync(new URL(`${name}.pem`, folder), 'utf8').trim()

/** A CA of SM certificates. */
export const smCa = pem('ca-certificate')
/** Signature certificate of a gateway, by that CA. */
export const smSignature = pem('signature-certificate')
/** Encryption certificate of the same gateway. */
export const smEncryption = pem('encryption-certificate')
/** One that ended with the year 2024. */
export const smExpired = pem('expired-certificate')
/** One that begins with the year 2100. */
export const smEarly = pem('future-certificate')
export const smSignatureKey = pem('signature-key')
export const smEncryptionKey = pem('encryption-key')
