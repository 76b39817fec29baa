import { bodyHash, canonicalRequest } from './canonical-request.ts'
import { authorization, derivedAuthorization, type DerivedScope } from './signature.ts'

export type SignableRequest = {
  method: string
  /** Absolute URL, exactly as it is sent. */
  url: string
  /** Every header given here is signed; what is added to the request afterwards is not. */
  headers?: Readonly<Record<string, string>>
  /** The exact bytes or text sent. */
  body?: string | Uint8Array | undefined
}

export type SigningKey = {
  ak: string
  sk: string
  /** Of temporary keys. */
  securityToken?: string | undefined
  /** Sign with a key derived for this region and service (V11-HMAC-SHA256). */
  derived?: DerivedScope | undefined
}

const twoDigits = (value: number) => (value < 10 ? `0${value}` : `${value}`)

/** `YYYYMMDDTHHmmssZ` in UTC. */
export const sdkDate = (date: Date): string =>
  `${date.getUTCFullYear()}${twoDigits(date.getUTCMonth() + 1)}${twoDigits(date.getUTCDate())}` +
  `T${twoDigits(date.getUTCHours())}${twoDigits(date.getUTCMinutes())}${twoDigits(date.getUTCSeconds())}Z`

/** Host, path and query of an absolute URL as they are written: a parser would normalise what is signed. */
export const splitUrl = (url: string): { host: string; path: string; query: string } => {
  const afterScheme = url.indexOf('://') + 3
  const fragment = url.indexOf('#', afterScheme)
  const end = fragment < 0 ? url.length : fragment
  const mark = url.indexOf('?', afterScheme)
  const pathEnd = mark < 0 || mark > end ? end : mark
  const slash = url.indexOf('/', afterScheme)
  const hostEnd = slash < 0 || slash > pathEnd ? pathEnd : slash
  const authority = url.slice(afterScheme, hostEnd)
  return {
    host: authority.slice(authority.lastIndexOf('@') + 1).toLowerCase(),
    path: url.slice(hostEnd, pathEnd) || '/',
    query: pathEnd < end ? url.slice(pathEnd + 1, end) : '',
  }
}

/**
 * Signs a request with SDK-HMAC-SHA256, or with V11-HMAC-SHA256 where the key says `derived`.
 * Returns the headers to send: those given, `X-Sdk-Date`, `host`, `X-Security-Token` and `Authorization`.
 */
export const signRequest = (
  request: SignableRequest,
  key: SigningKey,
  date: Date | string = new Date(),
): Record<string, string> => {
  const { host, path, query } = splitUrl(request.url)
  const stamp = typeof date === 'string' ? date : sdkDate(date)
  // Filled one by one: adding to a spread copy costs V8 two microseconds, a fifth of the signature.
  const headers: Record<string, string> = {}
  const signed: [string, string][] = []
  let hasHost = false
  let hasToken = false
  let contentSha256: string | undefined
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    const lower = name.toLowerCase()
    // Signing again must not sign the last signature.
    if (lower === 'x-sdk-date' || lower === 'authorization') continue
    headers[name] = value
    if (lower === 'host') hasHost = true
    else if (lower === 'x-security-token') hasToken = true
    else if (lower === 'x-sdk-content-sha256') contentSha256 = value
    // The gateway rewrites the boundary, so the official signer leaves exactly this spelling out.
    else if (name === 'content-type' && value.includes('multipart/form-data')) continue
    signed.push([lower, value])
  }
  headers['X-Sdk-Date'] = stamp
  signed.push(['x-sdk-date', stamp])
  if (!hasHost) {
    headers['host'] = host
    signed.push(['host', host])
  }
  if (key.securityToken && !hasToken) {
    headers['X-Security-Token'] = key.securityToken
    signed.push(['x-security-token', key.securityToken])
  }
  signed.sort((a, b) => (a[0] < b[0] ? -1 : 1))

  const { text, signedHeaders } = canonicalRequest({
    method: request.method,
    path,
    query,
    headers: signed,
    bodyHash: bodyHash(request.body, contentSha256),
  })
  headers['Authorization'] = key.derived
    ? derivedAuthorization(key.ak, key.sk, stamp, key.derived, text, signedHeaders)
    : authorization(key.ak, key.sk, stamp, text, signedHeaders)
  return headers
}
