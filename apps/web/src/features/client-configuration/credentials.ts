import { dayWords } from '../../ui/time-words.ts'
import { isEncrypted, readPrivateKey } from '../../ui/x509/private-key.ts'
import { readCertificates, type CertificateFacts } from '../../ui/x509/x509.ts'

const certificateBlock = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g
const keyBlock = /-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----[\s\S]*?-----END \1-----/g
const blocksOf = (text: string, shape: RegExp) => Array.from(text.matchAll(shape), ([block]) => block)

/** What a text holds of both, without what tools write around them. A bundle brings both at once. */
export const credentialsIn = (text: string): { certificate?: string; key?: string } => {
  const [certificates, [key]] = [blocksOf(text, certificateBlock), blocksOf(text, keyBlock)]
  return {
    ...(certificates.length > 0 && { certificate: certificates.join('\n') }),
    ...(key !== undefined && { key }),
  }
}

const begin = '-----BEGIN CERTIFICATE-----'

/** The user's own certificate: the first of those that issue no others, as a chain may come in any order. */
const ownOf = (all: readonly CertificateFacts[]) => all.find(({ isCa }) => !isCa)

/** What is known of the user's own certificate in a text; undefined where there is none. */
export const ownCertificate = (text: string): CertificateFacts | undefined => ownOf(readCertificates(text) ?? [])

/** What is wrong with the text of the user's certificate, in words; undefined where nothing is. */
export const certificateProblem = (text: string, now: number): string | undefined => {
  if (!text.includes(begin)) {
    return text.includes('PRIVATE KEY-----')
      ? 'This is a private key. Here belongs the certificate.'
      : `This is no certificate in PEM form, which begins with ${begin}.`
  }
  const found = readCertificates(text)
  // A begin without an end is no block, so it is not found.
  if (!found || found.length !== text.split(begin).length - 1) {
    return 'The certificate is cut off or damaged: copy it whole, without changing its lines.'
  }
  const own = ownOf(found)
  const [first] = found
  if (!own || !first) return `${first?.subject ?? 'This'} is a CA. Here belongs the certificate of the user himself.`
  // The client shows the first one, and takes the others for those above it.
  if (first !== own) return `Put the certificate of ${own.subject} first, before those of the CAs above it.`
  if (own.notAfter <= now) return `This certificate expired on ${dayWords(own.notAfter)}. The user needs a new one.`
  if (own.notBefore > now) return `This certificate is not valid before ${dayWords(own.notBefore)}.`
  return undefined
}

/** What is wrong with the text of the private key, and whether it belongs to the certificate, as far as both tell. */
export const keyProblem = (text: string, certificate: string): string | undefined => {
  if (!text.includes('PRIVATE KEY-----')) {
    return text.includes(begin)
      ? 'This is a certificate. Here belongs the private key.'
      : 'This is no private key in PEM form, which begins with -----BEGIN PRIVATE KEY-----.'
  }
  if (blocksOf(text, keyBlock).length === 0) {
    return 'The private key is cut off: copy it whole, without changing its lines.'
  }
  if (isEncrypted(text)) return undefined
  const key = readPrivateKey(text)
  if (!key) return 'The private key is cut off or damaged: copy it whole, without changing its lines.'
  const wanted = ownCertificate(certificate)
  if (!wanted) return undefined
  const isOther = key.keyKind !== wanted.keyKind || (key.publicKey ?? wanted.publicKey) !== wanted.publicKey
  return isOther ? `This is the key of another certificate: it does not fit ${wanted.subject}.` : undefined
}

/** A word about a key whose fit cannot be seen here. */
export const keyNote = (text: string, certificate: string): string | undefined => {
  if (isEncrypted(text)) {
    return 'This key is locked: the client asks for its passphrase, and whether it fits the certificate shows only then.'
  }
  const [key, own] = [readPrivateKey(text), ownCertificate(certificate)]
  if (!key || !own) return undefined
  return key.publicKey === undefined
    ? 'Whether this key fits the certificate cannot be seen here.'
    : `The key fits ${own.subject}.`
}

type NamedCa = { name: string; subject?: string | undefined }

/** A word about a certificate that none of the server's client CAs issued, by the names in them. */
export const issuerWarning = (text: string, cas: readonly NamedCa[]): string | undefined => {
  const all = readCertificates(text) ?? []
  const known = new Set(cas.flatMap(({ subject }) => (subject === undefined ? [] : [subject])))
  const own = ownOf(all)
  // Where the cloud tells no subjects there is nothing to compare with.
  if (!own || known.size === 0 || all.some(({ issuer }) => known.has(issuer))) return undefined
  return `${own.issuer} issued it, which is none of the client CAs of this server (${cas.map(({ name }) => name).join(', ')}): the server will refuse it.`
}

/** What the two fields hold, as it was typed. */
export type TypedCredentials = { certificate: string; key: string }
export const noCredentials: TypedCredentials = { certificate: '', key: '' }

/** The fields after a text was put into one of them: a bundle of both fills both, a text of the other kind goes there. */
export const afterInput = (typed: TypedCredentials, field: keyof TypedCredentials, text: string): TypedCredentials => {
  const found = credentialsIn(text)
  const other = field === 'key' ? 'certificate' : 'key'
  // While somebody types there is no whole block: the field keeps what it is given.
  if (found[other] === undefined) return { ...typed, [field]: text }
  return { ...typed, ...(found[field] === undefined ? {} : { [field]: found[field] }), [other]: found[other] }
}

/** Both, where both can be used; undefined as long as one is missing or wrong. */
export const usableCredentials = ({ certificate, key }: TypedCredentials, now: number): TypedCredentials | undefined =>
  certificateProblem(certificate, now) === undefined && keyProblem(key, certificate) === undefined
    ? { certificate: credentialsIn(certificate).certificate ?? '', key: credentialsIn(key).key ?? '' }
    : undefined

/** What keeps the credentials out of the profile, in words. */
export const missingWords = ({ certificate, key }: TypedCredentials): string => {
  if (certificate.trim() === '' && key.trim() === '') {
    return 'The profile is without certificate and key: a client stops until they are in it. Give both above.'
  }
  if (certificate.trim() === '') return 'The certificate is missing: neither of the two is in the profile yet.'
  if (key.trim() === '') return 'The private key is missing: neither of the two is in the profile yet.'
  return 'Certificate and key are not in the profile: something is wrong with them, see above.'
}
