import { createHmac, hkdfSync } from 'node:crypto'
import { sha256Hex } from './canonical-request.ts'

/** Where a derived key is valid: the V11 variant binds it to a day, a region and a service. */
export type DerivedScope = { region: string; service: string }

const hmacHex = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex')

/** Value of the `Authorization` header for SDK-HMAC-SHA256. */
export const authorization = (ak: string, sk: string, date: string, canonical: string, signedHeaders: string) => {
  const signature = hmacHex(sk, `SDK-HMAC-SHA256\n${date}\n${sha256Hex(canonical)}`)
  return `SDK-HMAC-SHA256 Access=${ak}, SignedHeaders=${signedHeaders}, Signature=${signature}`
}

/** Hex text of the key that V11-HMAC-SHA256 derives from the secret key for one scope. */
export const derivedKey = (ak: string, sk: string, scope: string): string =>
  Buffer.from(hkdfSync('sha256', sk, ak, scope, 32)).toString('hex')

/** Value of the `Authorization` header for V11-HMAC-SHA256. */
export const derivedAuthorization = (
  ak: string,
  sk: string,
  date: string,
  { region, service }: DerivedScope,
  canonical: string,
  signedHeaders: string,
) => {
  const scope = `${date.slice(0, 8)}/${region}/${service}`
  const text = `V11-HMAC-SHA256\n${date}\n${scope}\n${sha256Hex(canonical)}`
  const signature = hmacHex(derivedKey(ak, sk, scope), text)
  return `V11-HMAC-SHA256 Credential=${ak}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`
}
