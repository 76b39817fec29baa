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

const isEc = (algorithm: Der) => oidOf(part(partsOf(algorithm), 0)) === '1.2.840.10045.2.1'

const readKey = (bytes: Uint8Array, isRsa: boolean): PrivateKeyFacts => {
  const fields = partsOf(readDer(bytes))
  if (isRsa) return { keyKind: 'RSA', publicKey: undefined }
  const second = part(fields, 1)
  const isEcForm = second.tag === 0x04
  if (isEcForm) return ecKeyOf(fields)
  const inner = part(fields, 2)
  return {
    keyKind: keyKindOf(second),
    publicKey: isEc(second) ? publicKeyOf(partsOf(readDer(inner.content))) : undefined,
  }
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
