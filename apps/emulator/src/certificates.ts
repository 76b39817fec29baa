// The certificate library needs the metadata functions before it is loaded.
import './reflect-metadata.ts'
import { BasicConstraintsExtension, X509Certificate } from '@peculiar/x509'
import type { CustomerGateway } from '@vpn-console/api-client'
import { invalid } from './refusal.ts'

const sm2WithSm3 = '1.2.156.10197.1.501'

// The library's types build on those of browsers, which are not loaded here.
type Algorithm = { name: string; hash?: { name: string } }

/** `SM3WITHSM2` or `SHA256WITHRSA`, as the service writes it; an algorithm without a name stays an object id. */
export const signatureAlgorithm = (certificate: X509Certificate): string => {
  const { name, hash } = certificate.signatureAlgorithm as Algorithm // see above
  const digest = hash?.name.replaceAll('-', '') ?? 'SHA256'
  if (name === sm2WithSm3) return 'SM3WITHSM2'
  if (name.startsWith('RSA')) return `${digest}WITHRSA`
  return name === 'ECDSA' ? `${digest}WITHECDSA` : name
}

/** Reads a certificate; `what` names it in the refusal. */
export const readCertificate = (pem: string, what: string): X509Certificate => {
  const refusal = invalid(`the ${what} is not a certificate in PEM format`)
  if (!pem.includes('-----BEGIN CERTIFICATE-----')) throw refusal
  try {
    return new X509Certificate(pem)
  } catch {
    // What the reader says of it helps nobody, and might quote it.
    throw refusal
  }
}

export const isCa = (certificate: X509Certificate): boolean =>
  certificate.getExtension(BasicConstraintsExtension)?.ca === true

// As the service writes them: the serial number in decimal, names without blanks, times without fractions.
export const serialNumber = (certificate: X509Certificate): string => BigInt(`0x${certificate.serialNumber}`).toString()
export const nameText = (name: string): string => name.replaceAll(', ', ',')
export const endText = (end: Date): string => end.toISOString().replace(/\.\d+Z$/, 'Z')

/** What the service tells of a CA certificate of a customer gateway. */
export const caCertificateOf = (pem: string, id: string): NonNullable<CustomerGateway['ca_certificate']> => {
  const certificate = readCertificate(pem, 'CA certificate')
  return {
    id,
    serial_number: serialNumber(certificate),
    signature_algorithm: signatureAlgorithm(certificate),
    issuer: nameText(certificate.issuer),
    subject: nameText(certificate.subject),
    expire_time: endText(certificate.notAfter),
    is_updatable: true,
  }
}
