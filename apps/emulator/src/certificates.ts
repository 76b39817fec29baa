// The certificate library needs the metadata functions before it is loaded.
import './reflect-metadata.ts'
import { X509Certificate } from '@peculiar/x509'
import type { CustomerGateway } from '@vpn-console/api-client'
import { invalid } from './refusal.ts'

const sm2WithSm3 = '1.2.156.10197.1.501'

// The library's types build on those of browsers, which are not loaded here.
type Algorithm = { name: string; hash?: { name: string } }

/** `SM3WITHSM2` or `SHA256WITHRSA`, as the service writes it; an algorithm without a name stays an object id. */
const signatureAlgorithm = (certificate: X509Certificate): string => {
  const { name, hash } = certificate.signatureAlgorithm as Algorithm // see above
  const digest = hash?.name.replaceAll('-', '') ?? 'SHA256'
  if (name === sm2WithSm3) return 'SM3WITHSM2'
  if (name.startsWith('RSA')) return `${digest}WITHRSA`
  return name === 'ECDSA' ? `${digest}WITHECDSA` : name
}

const read = (pem: string): X509Certificate => {
  try {
    return new X509Certificate(pem)
  } catch {
    // What the reader says of it helps nobody, and might quote it.
    throw invalid('the CA certificate is not a certificate in PEM format')
  }
}

/** What the service tells of a CA certificate of a customer gateway. */
export const caCertificateOf = (pem: string, id: string): NonNullable<CustomerGateway['ca_certificate']> => {
  if (!pem.includes('-----BEGIN CERTIFICATE-----')) {
    throw invalid('the CA certificate is not a certificate in PEM format')
  }
  const certificate = read(pem)
  return {
    id,
    serial_number: BigInt(`0x${certificate.serialNumber}`).toString(),
    signature_algorithm: signatureAlgorithm(certificate),
    issuer: certificate.issuer.replaceAll(', ', ','),
    subject: certificate.subject.replaceAll(', ', ','),
    expire_time: certificate.notAfter.toISOString().replace('.000Z', 'Z'),
    is_updatable: true,
  }
}
