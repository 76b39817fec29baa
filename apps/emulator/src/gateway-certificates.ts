import { createPrivateKey, createPublicKey } from 'node:crypto'
import type { X509Certificate } from '@peculiar/x509'
import type { Input, Output } from '@vpn-console/api-client'
import { endText, isCa, nameText, readCertificate, serialNumber, signatureAlgorithm } from './certificates.ts'
import type { Gateway, Project } from './project-state.ts'
import { invalid } from './refusal.ts'

type VpnGatewayCertificate = Output<'showVpnGatewayCertificate'>['certificate']
type Facts = Required<
  Omit<VpnGatewayCertificate, 'id' | 'name' | 'project_id' | 'vgw_id' | 'status' | 'created_at' | 'updated_at'>
>

/** The certificates of a GM gateway: what is told of them. The keys are checked and forgotten. */
export type GatewayCertificate = {
  id: string
  name: string
  vgw_id: string
  status: 'BINDING' | 'BOUND' | 'FAULT'
  facts: Facts
  created_at: number
  updated_at: number
}

/** The five texts, in PEM format. */
export type CertificateTexts = Required<Omit<Input<'createVgwCertificate'>['body']['certificate'], 'name'>>

const bindMs = 10_000
const dayMs = 86_400_000

const checkTimes = (certificate: X509Certificate, what: string, now: number) => {
  if (certificate.notAfter.getTime() <= now) throw invalid(`the ${what} has expired`)
  if (certificate.notBefore.getTime() > now) throw invalid(`the ${what} has not taken effect`)
}

// The object id of the curve, as a certificate holds it.
const sm2Curve = Buffer.from('06082a811ccf5501822d', 'hex')

const checkKind = (certificate: X509Certificate, what: string) => {
  const isSm = Buffer.from(certificate.publicKey.rawData).includes(sm2Curve)
  if (isSm && signatureAlgorithm(certificate) === 'SM3WITHSM2') return
  throw invalid(`the ${what} is not an SM certificate`)
}

const readLeaf = (pem: string, what: string, now: number) => {
  const certificate = readCertificate(pem, what)
  checkKind(certificate, what)
  if (isCa(certificate)) throw invalid(`the ${what} is a CA certificate`)
  checkTimes(certificate, what, now)
  return certificate
}

const readChain = (pem: string, now: number) => {
  const what = 'certificate chain'
  const certificate = readCertificate(pem, what)
  checkKind(certificate, what)
  if (!isCa(certificate)) throw invalid(`the ${what} is not a CA certificate`)
  checkTimes(certificate, what, now)
  return certificate
}

const keyShape = /-----BEGIN ((?:EC |RSA )?PRIVATE KEY)-----\s+[A-Za-z0-9+/=\s]+-----END \1-----/

const publicPartOf = (pem: string): Buffer | undefined => {
  try {
    return createPublicKey(createPrivateKey(pem)).export({ type: 'spki', format: 'der' })
  } catch {
    return undefined
  }
}

/** A key must fit its certificate. */
const checkKey = (pem: string, certificate: X509Certificate, what: string) => {
  const wrongForm = invalid(`the private key of the ${what} is not an unencrypted key in PEM format`)
  if (!keyShape.test(pem)) throw wrongForm
  const own = publicPartOf(pem)
  if (!own) throw wrongForm
  if (!own.equals(Buffer.from(certificate.publicKey.rawData))) throw invalid(`the private key does not fit the ${what}`)
}

/** What is told of five texts; throws a Refusal for those that will not do. */
export const factsOf = (texts: CertificateTexts, now: number): Facts => {
  const signing = readLeaf(texts.certificate, 'signature certificate', now)
  const encryption = readLeaf(texts.enc_certificate, 'encryption certificate', now)
  const chain = readChain(texts.certificate_chain, now)
  checkKey(texts.private_key, signing, 'signature certificate')
  checkKey(texts.enc_private_key, encryption, 'encryption certificate')
  return {
    issuer: nameText(signing.issuer),
    signature_algorithm: signatureAlgorithm(signing),
    certificate_serial_number: serialNumber(signing),
    certificate_subject: nameText(signing.subject),
    certificate_expire_time: endText(signing.notAfter),
    certificate_chain_serial_number: serialNumber(chain),
    certificate_chain_subject: nameText(chain.subject),
    certificate_chain_expire_time: endText(chain.notAfter),
    enc_certificate_serial_number: serialNumber(encryption),
    enc_certificate_subject: nameText(encryption.subject),
    enc_certificate_expire_time: endText(encryption.notAfter),
  }
}

/** When the first of the three certificates ends. */
export const firstEnd = ({ facts }: GatewayCertificate): number =>
  Math.min(
    ...[facts.certificate_expire_time, facts.certificate_chain_expire_time, facts.enc_certificate_expire_time].map(
      (text) => Date.parse(text),
    ),
  )

export const bindLater = (project: Project, certificate: GatewayCertificate): void => {
  certificate.status = 'BINDING'
  project.schedule.add(project.clock.now() + project.clock.takes(bindMs), () => {
    certificate.status = 'BOUND'
  })
}

export const addCertificate = (
  project: Project,
  gateway: Gateway,
  given: Pick<GatewayCertificate, 'id' | 'name' | 'facts'> & { at: number },
): GatewayCertificate => {
  const { id, name, facts, at } = given
  const created_at = project.stamp(at)
  const vgw_id = gateway.id
  const certificate: GatewayCertificate = {
    id,
    name,
    vgw_id,
    status: 'BOUND',
    facts,
    created_at,
    updated_at: created_at,
  }
  project.gatewayCertificates.set(gateway.id, certificate)
  gateway.certificate_id = id
  return certificate
}

/** A certificate that has been bound for long; its texts were never needed, only what is told of them. */
export const seedCertificate = (
  project: Project,
  gateway: Gateway,
  id: string,
  ends: number = project.clock.now() + 300 * dayMs,
): void => {
  const place = gateway.name.replace(/^gw-/, '')
  const end = endText(new Date(ends))
  const subject = `C=CN,O=example,OU=vpn,CN=${gateway.name}`
  addCertificate(project, gateway, {
    id,
    name: `cert-${place}`,
    at: gateway.created_at,
    facts: {
      issuer: 'C=CN,O=example,CN=example SM CA',
      signature_algorithm: 'SM3WITHSM2',
      certificate_serial_number: '16548506527294397241',
      certificate_subject: subject,
      certificate_expire_time: end,
      certificate_chain_serial_number: '12369133709000538078',
      certificate_chain_subject: 'C=CN,O=example,CN=example SM CA',
      certificate_chain_expire_time: endText(new Date(ends + 3_650 * dayMs)),
      enc_certificate_serial_number: '16548506527294397242',
      enc_certificate_subject: subject,
      enc_certificate_expire_time: end,
    },
  })
}
