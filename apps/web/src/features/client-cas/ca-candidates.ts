import { clientCaCertificateUpdate } from '@vpn-console/api-client'
import { certificateTextProblem } from '../../ui/pem.ts'
import { readCertificates, type CertificateFacts } from '../../ui/x509/x509.ts'

/** One certificate that somebody pasted or dropped, before the cloud has it. */
export type Candidate = {
  /** Goes with each try to save it, so that none is saved twice. */
  token: string
  name: string
  content: string
  /** What is read of it here; the cloud has the last word. */
  facts: CertificateFacts | undefined
  /** Why it is not worth asking the cloud. */
  problem: string | undefined
}

/** The most characters that the cloud takes. */
const mostCharacters = 16_384

const block = /-----BEGIN CERTIFICATE-----[\s\S]*?(?:-----END CERTIFICATE-----|(?=-----BEGIN )|$)/g

/** The certificates of a text, one by one; the text itself where there is none in it. */
export const certificatesIn = (text: string): string[] => {
  const found = Array.from(text.matchAll(block), ([one]) => one.trim())
  return found.length > 0 ? found : [text.trim()].filter((one) => one !== '')
}

const mostOfName = 64

/** `C=CN,O=example,CN=example client CA` becomes `example-client-CA`, which the cloud takes as a name. */
export const nameFrom = (subject: string, taken: readonly string[]): string => {
  const common = /(?:^|,)CN=([^,]*)/.exec(subject)?.[1] ?? ''
  const plain = common.replaceAll(/[^A-Za-z0-9_-]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'client-ca'
  for (let count = 1; ; count++) {
    const tail = count === 1 ? '' : `-${count}`
    const name = plain.slice(0, mostOfName - tail.length) + tail
    if (!taken.includes(name)) return name
  }
}

/** What is wrong with a name, or undefined. */
export const nameProblem = (name: string): string | undefined =>
  clientCaCertificateUpdate.shape.name.safeParse(name).error?.issues[0]?.message

type Given = { candidates: readonly Candidate[]; taken: readonly string[]; makeToken: () => string }

/** The candidates after more text was given. The same certificate twice is one. */
export const withText = (text: string, { candidates, taken, makeToken }: Given): Candidate[] => {
  const all = [...candidates]
  for (const content of certificatesIn(text)) {
    const facts = readCertificates(content)?.[0]
    const isThere = all.some((one) => one.content === content || (facts && one.facts && isSame(facts, one.facts)))
    if (isThere) continue
    const name = nameFrom(facts?.subject ?? '', [...taken, ...all.map((one) => one.name)])
    all.push({ token: makeToken(), name, content, facts, problem: certificateTextProblem(content, mostCharacters) })
  }
  return all
}

const isSame = (a: CertificateFacts, b: CertificateFacts) =>
  a.serial === b.serial && a.issuerBytes === b.issuerBytes && a.publicKey === b.publicKey
