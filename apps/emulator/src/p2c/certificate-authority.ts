import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { bits, boolean, explicit, implicit, integer, octets, oid, sequence, set, time, utf8 } from './der.ts'

/** A certificate with its key, as text. */
export type Credentials = { certificate: string; private_key: string }

const dayMs = 86_400_000

const sha256WithRsa = sequence(oid('1.2.840.113549.1.1.11'), Buffer.from([0x05, 0x00]))
const attributes: Record<string, string> = { C: '2.5.4.6', O: '2.5.4.10', OU: '2.5.4.11', CN: '2.5.4.3' }

/** `C=CN,O=example,CN=vpn` as a name. */
const nameOf = (text: string) =>
  sequence(
    ...text.split(',').map((part) => {
      const [type = '', value = ''] = part.split('=')
      return set(sequence(oid(attributes[type] ?? '2.5.4.3'), utf8(value)))
    }),
  )

const extension = (id: string, isCritical: boolean, content: Buffer) =>
  sequence(oid(id), ...(isCritical ? [boolean(true)] : []), octets(content))

const caExtensions = [
  extension('2.5.29.19', true, sequence(boolean(true))),
  // keyCertSign, cRLSign
  extension('2.5.29.15', true, bits(Buffer.from([0x06]), 1)),
]
const leafExtensions = (usage: 'server' | 'client', domain: string) => [
  extension('2.5.29.19', true, sequence()),
  // digitalSignature, keyEncipherment
  extension('2.5.29.15', true, bits(Buffer.from([0xa0]), 5)),
  extension('2.5.29.37', false, sequence(oid(`1.3.6.1.5.5.7.3.${usage === 'server' ? 1 : 2}`))),
  extension('2.5.29.17', false, sequence(implicit(2, Buffer.from(domain)))),
]

const pem = (der: Buffer) => {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

const keyPairs = new Map<string, { publicKey: KeyObject; privateKey: KeyObject }>()

/** The keys of a name, the same for as long as the emulator runs: making some takes a noticeable while. */
const keyPairOf = (name: string) => {
  const known = keyPairs.get(name)
  if (known) return known
  const made = generateKeyPairSync('rsa', { modulusLength: 2048 })
  keyPairs.set(name, made)
  return made
}

type Wanted = {
  subject: string
  issuer: string
  publicKey: KeyObject
  signedWith: KeyObject
  from: number
  to: number
  extensions: readonly Buffer[]
}

const issue = ({ subject, issuer, publicKey, signedWith, from, to, extensions }: Wanted): string => {
  const serial = randomBytes(16)
  const body = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(serial),
    sha256WithRsa,
    nameOf(issuer),
    sequence(time(from), time(to)),
    nameOf(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    explicit(3, sequence(...extensions)),
  )
  return pem(sequence(body, sha256WithRsa, bits(sign('sha256', body, signedWith))))
}

const keyText = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString()

export type Authority = Credentials & {
  /** A certificate of this authority for a server or a client. */
  issue: (
    usage: 'server' | 'client',
    subject: string,
    domain: string,
    more?: { to?: number; keys?: string },
  ) => Credentials
}

/**
 * A certificate authority of its own: real, and trusted by nobody who does not choose to. Each name has its own key,
 * unless `keyName` says whose it takes.
 */
export const createAuthority = (subject: string, now: number, keyName: string = subject): Authority => {
  const keys = keyPairOf(keyName)
  const [from, to] = [now - dayMs, now + 3_650 * dayMs]
  const common = { issuer: subject, signedWith: keys.privateKey, from }
  return {
    certificate: issue({ ...common, to, subject, publicKey: keys.publicKey, extensions: caExtensions }),
    private_key: keyText(keys.privateKey),
    issue: (usage, name, domain, more = {}) => {
      const own = keyPairOf(more.keys ?? `${subject} ${name}`)
      const wanted = { ...common, to: more.to ?? now + 825 * dayMs, subject: name, publicKey: own.publicKey }
      const certificate = issue({ ...wanted, extensions: leafExtensions(usage, domain) })
      return { certificate, private_key: keyText(own.privateKey) }
    },
  }
}
