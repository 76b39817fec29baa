import { createHash } from 'node:crypto'
import { X509Certificate } from '@peculiar/x509'
import type { ClientCaCertificate } from '@vpn-console/api-client'
import { isCa, signatureAlgorithm } from '../certificates.ts'
import { timeText, type Project } from '../project-state.ts'
import { refusal } from '../refusal.ts'
import { certificateFacts } from './identity.ts'
import type { ClientCa } from './state.ts'

export type CaUpload = { name?: string | undefined; content: string }

const shape = /^\s*-----BEGIN CERTIFICATE-----\s+[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*$/

// The library's types build on those of browsers, which are not loaded here.
type KeyAlgorithm = { name: string; modulusLength?: number; namedCurve?: string }

const isKeySupported = (certificate: X509Certificate) => {
  const { name, modulusLength = 0, namedCurve = '' } = certificate.publicKey.algorithm as KeyAlgorithm // see above
  if (name.startsWith('RSA')) return modulusLength >= 2048
  return name.startsWith('EC') && /^P-(?:256|384|521)$/.test(namedCurve)
}

const parse = (pem: string): X509Certificate | undefined => {
  try {
    return new X509Certificate(pem)
  } catch {
    return undefined
  }
}

/** Reads a client CA, or refuses it with the code of what is wrong with it. */
const readClientCa = ({ name = '', content }: CaUpload, now: number): X509Certificate => {
  if (!shape.test(content)) throw refusal('VPN.0074', name)
  const certificate = parse(content)
  if (!certificate) throw refusal('VPN.0075', name)
  if (!isKeySupported(certificate)) throw refusal('VPN.0070', name)
  if (!/^SHA(?:256|384|512)WITH(?:RSA|ECDSA)$/.test(signatureAlgorithm(certificate))) throw refusal('VPN.0071', name)
  if (!isCa(certificate)) throw refusal('VPN.0076', name)
  if (certificate.notAfter.getTime() <= now) throw refusal('VPN.0072', name)
  if (certificate.notBefore.getTime() > now) throw refusal('VPN.0073', name)
  return certificate
}

/** What is told of a client CA that nobody has saved yet. */
export const clientCaFacts = (upload: CaUpload, now: number) => certificateFacts(readClientCa(upload, now))

const fingerprintOf = (certificate: X509Certificate) =>
  createHash('sha256').update(new Uint8Array(certificate.rawData)).digest('hex')

/** A client CA ready to be kept; refused where one of `others` is the same certificate. */
export const makeClientCa = (
  project: Project,
  upload: CaUpload,
  others: Iterable<ClientCa>,
  given: { id?: string; at?: number } = {},
): ClientCa => {
  const now = project.clock.now()
  const name = upload.name ?? `ca-cert-${project.random.hex(4)}`
  const certificate = readClientCa({ ...upload, name }, now)
  const fingerprint = fingerprintOf(certificate)
  for (const other of others) if (other.fingerprint === fingerprint) throw refusal('VPN.0077', name)
  const at = given.at ?? now
  return {
    id: given.id ?? project.random.uuid(),
    name,
    ...certificateFacts(certificate),
    fingerprint,
    created_at: at,
    updated_at: at,
  }
}

export const shownClientCa = (ca: ClientCa): ClientCaCertificate => ({
  id: ca.id,
  name: ca.name,
  issuer: ca.issuer,
  subject: ca.subject,
  serial_number: ca.serial_number,
  expiration_time: ca.expiration_time,
  signature_algorithm: ca.signature_algorithm,
  created_at: timeText(ca.created_at),
  updated_at: timeText(ca.updated_at),
})
