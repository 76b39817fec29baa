import { hexOf, oidOf, part, partsOf, pemBlocks, readDer, type Der } from './der.ts'
import { keyKindOf } from './x509.ts'

/** What is told of a private key: its kind, and the public half where the key brings it. Never the key itself. */
export type PrivateKeyFacts = { keyKind: string; publicKey: string | undefined }

const publicHalf = 0xa1
const curve = 0xa0

/** Of a key on an elliptic curve, as both containers hold it. */
const publicKeyOf = (fields: readonly Der[]): string | undefined => {
  const holder = fields.find(({ tag }) => tag === publicHalf)
  return holder && hexOf(part(partsOf(holder), 0).content)
}

const ecKeyOf = (fields: readonly Der[]): PrivateKeyFacts => {
  const holder = fields.find(({ tag }) => tag === curve)
  const named = holder && part(partsOf(holder), 0)
  // The curve alone stands for the algorithm; an own one has no name.
  const keyKind = named?.tag === 0x06 ? keyKindOf({ ...named, content: named.raw }) : 'EC'
  return { keyKind, publicKey: publicKeyOf(fields) }
}

/** The number and the exponent of an RSA key, as a certificate holds them. */
const rsaPublicKeyOf = (fields: readonly Der[]): string => {
  const inside = hexOf(part(fields, 1).raw) + hexOf(part(fields, 2).raw)
  const size = inside.length / 2
  const digits = size.toString(16)
  const length = size < 0x80 ? '' : digits.padStart(digits.length + (digits.length % 2), '0')
  const first = size < 0x80 ? size : 0x80 + length.length / 2
  // A string of bits begins with how many of its last ones do not count, a sequence with its length.
  return `0030${first.toString(16).padStart(2, '0')}${length}${inside}`
}

const isEc = (algorithm: Der) => oidOf(part(partsOf(algorithm), 0)) === '1.2.840.10045.2.1'

const readKey = (bytes: Uint8Array, isRsa: boolean): PrivateKeyFacts => {
  const fields = partsOf(readDer(bytes))
  if (isRsa) return { keyKind: 'RSA', publicKey: rsaPublicKeyOf(fields) }
  const second = part(fields, 1)
  const isEcForm = second.tag === 0x04
  if (isEcForm) return ecKeyOf(fields)
  const keyKind = keyKindOf(second)
  const inner = () => partsOf(readDer(part(fields, 2).content))
  if (keyKind === 'RSA') return { keyKind, publicKey: rsaPublicKeyOf(inner()) }
  return { keyKind, publicKey: isEc(second) ? publicKeyOf(inner()) : undefined }
}

/** Reads the private key of a text; undefined where there is none, or where it is damaged. */
export const readPrivateKey = (text: string): PrivateKeyFacts | undefined => {
  try {
    const [bytes] = pemBlocks(text, '(?:EC |RSA |SM2 )?PRIVATE KEY')
    return bytes && readKey(bytes, text.includes('BEGIN RSA'))
  } catch {
    return undefined
  }
}

/** Whether a private key is locked by a password. */
export const isEncrypted = (text: string): boolean => /BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: ?4, ?ENCRYPTED/.test(text)
