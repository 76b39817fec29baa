import { dayWords } from '../../../ui/time-words.ts'
import { isEncrypted, readPrivateKey } from '../../../ui/x509/private-key.ts'
import { readCertificates, type CertificateFacts } from '../../../ui/x509/x509.ts'

/** What the service is given: two certificates of the gateway, and that of the CA which they come from. */
export type CertificateKind = 'signature' | 'encryption' | 'chain'

const whole: Record<CertificateKind, string> = {
  signature: 'the signature certificate',
  encryption: 'the encryption certificate',
  chain: 'the CA certificate',
}

/** The most characters that the cloud takes. */
const mostCharacters: Record<CertificateKind, number> = { signature: 4096, encryption: 4096, chain: 8192 }
const mostOfKey = 4096

const begin = '-----BEGIN CERTIFICATE-----'
const count = (value: number) => value.toLocaleString('en')

const textProblem = (text: string, kind: CertificateKind): string | undefined => {
  if (!text.includes(begin)) {
    return text.includes('PRIVATE KEY-----')
      ? `This is a private key. Here belongs ${whole[kind]}.`
      : `This is no certificate in PEM form, which begins with ${begin}.`
  }
  const most = mostCharacters[kind]
  if (text.length <= most) return undefined
  return `This is ${count(text.length)} characters long; the cloud takes ${count(most)}. Give ${whole[kind]} alone, without comments.`
}

const timeProblem = ({ notBefore, notAfter }: CertificateFacts, now: number): string | undefined => {
  if (notAfter <= now) return `This certificate expired on ${dayWords(notAfter)}. Give one that is valid.`
  if (notBefore > now) return `This certificate is not valid before ${dayWords(notBefore)}.`
  return undefined
}

const kindProblem = ({ isCa, keyKind, subject }: CertificateFacts, kind: CertificateKind): string | undefined => {
  if (kind === 'chain' && !isCa)
    return `${subject} is no CA. Give the certificate of the CA that issued the gateway’s certificates.`
  if (kind !== 'chain' && isCa)
    return `${subject} is a CA. Here belongs ${whole[kind]} of the gateway itself, which the CA issued.`
  if (keyKind !== 'SM2') return `This certificate has a key of the kind ${keyKind}. The service takes SM2 only.`
  return undefined
}

/** What is wrong with the text of a certificate, in words; undefined where it can be sent. */
export const certificateProblem = (text: string, kind: CertificateKind, now: number): string | undefined => {
  const wrong = textProblem(text, kind)
  if (wrong !== undefined) return wrong
  const found = readCertificates(text)
  // A begin without an end is no block, so it is not found.
  if (!found || found.length !== text.split(begin).length - 1) {
    return 'The certificate is cut off or damaged: copy it whole, without changing its lines.'
  }
  if (kind !== 'chain' && found.length > 1) {
    return `There are ${found.length} certificates here: give ${whole[kind]} alone.`
  }
  for (const facts of found) {
    const problem = kindProblem(facts, kind) ?? timeProblem(facts, now)
    if (problem !== undefined) return problem
  }
  return undefined
}

const firstOf = (text: string) => readCertificates(text)?.[0]

/** What is wrong with the text of a private key, and whether it is that of the certificate, as far as both tell. */
export const keyProblem = (
  text: string,
  kind: Exclude<CertificateKind, 'chain'>,
  certificate: string,
): string | undefined => {
  if (isEncrypted(text)) return 'This key is locked by a password. The cloud takes it unlocked: decrypt it first.'
  if (!text.includes('PRIVATE KEY-----')) {
    return text.includes(begin)
      ? `This is a certificate. Here belongs the private key of ${whole[kind]}.`
      : 'This is no private key in PEM form, which begins with -----BEGIN PRIVATE KEY-----.'
  }
  if (text.length > mostOfKey)
    return `This is ${count(text.length)} characters long; the cloud takes ${count(mostOfKey)}.`
  const key = readPrivateKey(text)
  if (!key) return 'The private key is cut off or damaged: copy it whole, without changing its lines.'
  if (key.keyKind !== 'SM2') return `This is a key of the kind ${key.keyKind}. The service takes SM2 only.`
  const wanted = firstOf(certificate)?.publicKey
  // A key without its public half is for the cloud to judge.
  if (wanted === undefined || key.publicKey === undefined || key.publicKey === wanted) return undefined
  return `This is the key of another certificate: it does not fit ${whole[kind]} above.`
}

type Texts = { signature: string; encryption: string; chain: string }

const usageWarning = (facts: CertificateFacts | undefined, kind: 'signature' | 'encryption') => {
  if (!facts?.usage) return undefined
  const { signs, encrypts } = facts.usage
  if (kind === 'signature' && !signs) return 'By its key usage this certificate is not for signatures.'
  if (kind === 'encryption' && !encrypts) return 'By its key usage this certificate is not for encryption.'
  return undefined
}

/** A word about what may be as it should, but seldom is: swapped certificates, or those of another CA. */
export const certificateWarnings = (texts: Texts): Partial<Record<CertificateKind, string>> => {
  const chain = readCertificates(texts.chain) ?? []
  const subjects = new Set(chain.map(({ subjectBytes }) => subjectBytes))
  const warningOf = (kind: 'signature' | 'encryption') => {
    const facts = firstOf(texts[kind])
    const isForeign = facts && chain.length > 0 && !subjects.has(facts.issuerBytes)
    return (
      usageWarning(facts, kind) ?? (isForeign ? `${facts.issuer} issued it, which is not the CA below.` : undefined)
    )
  }
  const [signature, encryption] = [warningOf('signature'), warningOf('encryption')]
  const isTwice = texts.signature.trim() !== '' && texts.signature.trim() === texts.encryption.trim()
  const same = isTwice ? 'This is the signature certificate again. The gateway takes two.' : undefined
  return {
    ...(signature !== undefined && { signature }),
    ...((same ?? encryption) !== undefined && { encryption: same ?? encryption }),
  }
}
