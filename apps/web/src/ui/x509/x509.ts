import { hexOf, oidOf, part, partsOf, pemBlocks, readDer, type Der } from './der.ts'

/** What is read of a certificate, as far as a person or a check needs it. */
export type CertificateFacts = {
  subject: string
  issuer: string
  /** Whether another certificate's issuer is this one's subject is told by their bytes. */
  subjectBytes: string
  issuerBytes: string
  /** Hex, as it stands in the certificate. */
  serial: string
  notBefore: number
  notAfter: number
  isCa: boolean
  /** `SM2`, `RSA`, `EC P-256`, or the object id of what has no name here. */
  keyKind: string
  publicKey: string
  /** What the key may be used for, where the certificate says so. */
  usage: KeyUsage | undefined
}

export type KeyUsage = { signs: boolean; encrypts: boolean }

const sm2 = '1.2.156.10197.1.301'
const ecKey = '1.2.840.10045.2.1'
const kinds: Record<string, string> = {
  [sm2]: 'SM2',
  '1.2.840.10045.3.1.7': 'EC P-256',
  '1.3.132.0.34': 'EC P-384',
  '1.3.132.0.35': 'EC P-521',
  '1.2.840.113549.1.1.1': 'RSA',
  '1.3.101.112': 'Ed25519',
}

/** The kind of a key by its algorithm; that of an elliptic curve is the curve. */
export const keyKindOf = (algorithm: Der): string => {
  const [type, parameter] = partsOf(algorithm)
  const id = type ? oidOf(type) : ''
  const named = id === ecKey && parameter?.tag === 0x06 ? oidOf(parameter) : id
  return kinds[named] ?? named
}

const names: Record<string, string> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
}

const encodings: Record<number, string> = { 0x0c: 'utf-8', 0x14: 'latin1', 0x1e: 'utf-16be' }
const textOf = ({ tag, content }: Der) => new TextDecoder(encodings[tag] ?? 'utf-8').decode(content)

/** `C=CN,O=example,CN=gw-paris`, as the cloud writes names. */
const nameOf = (name: Der): string =>
  partsOf(name)
    .flatMap(partsOf)
    .map((pair) => {
      const [type, value] = partsOf(pair)
      const id = type ? oidOf(type) : ''
      return `${names[id] ?? id}=${value ? textOf(value) : ''}`
    })
    .join(',')

const utcTime = 0x17

const timeOf = (time: Der): number => {
  const text = textOf(time)
  // Two digits of a year stand for 1950 to 2049.
  const full = time.tag === utcTime ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text
  const shaped = full.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d).*$/, '$1-$2-$3T$4:$5:$6Z')
  return Date.parse(shaped)
}

const contextTag = (number: number) => 0xa0 + number

/** The inside of an extension by its id. */
const extensionsOf = (toBeSigned: readonly Der[]): Map<string, Der> => {
  const holder = toBeSigned.find(({ tag }) => tag === contextTag(3))
  const list = holder ? partsOf(part(partsOf(holder), 0)) : []
  return new Map(
    list.map((extension) => {
      const fields = partsOf(extension)
      return [oidOf(part(fields, 0)), readDer(part(fields, fields.length - 1).content)]
    }),
  )
}

const basicConstraints = '2.5.29.19'
const keyUsage = '2.5.29.15'

const isCaOf = (constraints: Der | undefined): boolean => {
  const [flag] = constraints ? partsOf(constraints) : []
  return flag?.tag === 0x01 && flag.content[0] !== 0
}

const usageOf = (usage: Der | undefined): KeyUsage | undefined => {
  const bits = usage?.content[1]
  if (bits === undefined) return undefined
  // The first bit is for signatures; the third to fifth are for keys, data and agreement.
  return { signs: (bits & 0x80) !== 0, encrypts: (bits & 0x38) !== 0 }
}

/** Reads a certificate; throws where the bytes are none. */
export const readCertificate = (bytes: Uint8Array): CertificateFacts => {
  const all = partsOf(part(partsOf(readDer(bytes)), 0))
  // The version is left out of the oldest ones.
  const fields = all[0]?.tag === contextTag(0) ? all.slice(1) : all
  const [issuer, validity, subject, key] = [part(fields, 2), part(fields, 3), part(fields, 4), part(fields, 5)]
  const [from, until] = partsOf(validity)
  const [algorithm, publicKey] = partsOf(key)
  if (!from || !until || !algorithm || !publicKey) throw new RangeError('This is no certificate.')
  const extensions = extensionsOf(fields)
  return {
    subject: nameOf(subject),
    issuer: nameOf(issuer),
    subjectBytes: hexOf(subject.raw),
    issuerBytes: hexOf(issuer.raw),
    serial: hexOf(part(fields, 0).content),
    notBefore: timeOf(from),
    notAfter: timeOf(until),
    isCa: isCaOf(extensions.get(basicConstraints)),
    keyKind: keyKindOf(algorithm),
    publicKey: hexOf(publicKey.content),
    usage: usageOf(extensions.get(keyUsage)),
  }
}

/** All certificates of a text, or undefined where one of them cannot be read. */
export const readCertificates = (text: string): CertificateFacts[] | undefined => {
  try {
    return pemBlocks(text, 'CERTIFICATE').map(readCertificate)
  } catch {
    return undefined
  }
}
