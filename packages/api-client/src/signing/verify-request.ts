import { timingSafeEqual } from 'node:crypto'
import { bodyHash, canonicalRequest } from './canonical-request.ts'
import { percentDecode } from './percent-encoding.ts'
import { authorization, derivedAuthorization } from './signature.ts'

export type ReceivedRequest = {
  method: string
  /** Path and query as received. */
  target: string
  header: (name: string) => string | undefined
  body: Uint8Array
}

export type Verification = { ok: true; ak: string } | { ok: false; reason: string }

const skewMs = 15 * 60_000

/** Access key that a request claims to be signed with, undefined where it carries no signature. */
export const claimedAccessKey = (authorizationHeader: string | undefined): string | undefined =>
  /^(?:SDK-HMAC-SHA256 Access=|V11-HMAC-SHA256 Credential=)([^,/\s]+)/.exec(authorizationHeader ?? '')?.[1]

const parseSdkDate = (stamp: string): number => {
  const found = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp)
  return found ? Date.parse(`${found[1]}-${found[2]}-${found[3]}T${found[4]}:${found[5]}:${found[6]}Z`) : Number.NaN
}

const sameText = (a: string, b: string) => {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

/**
 * Checks a signature as the cloud's gateway does: same scheme, known key, a date within 15 minutes of `now`
 * (milliseconds), host and date among the signed headers, the same path, query, headers and body.
 */
export const verifyRequest = (
  request: ReceivedRequest,
  secretKeyOf: (ak: string) => string | undefined,
  now: number,
): Verification => {
  const given = request.header('authorization') ?? ''
  const ak = claimedAccessKey(given)
  const signedHeaders = /SignedHeaders=([^,\s]+)/.exec(given)?.[1]
  if (!ak || !signedHeaders || !/Signature=[0-9a-f]{64}$/.test(given)) {
    return { ok: false, reason: 'Incorrect IAM authentication information: Authorization header is malformed' }
  }
  const sk = secretKeyOf(ak)
  if (sk === undefined)
    return { ok: false, reason: `Incorrect IAM authentication information: Get secretKey failed,ak:${ak}` }

  const stamp = request.header('x-sdk-date') ?? ''
  const sentAt = parseSdkDate(stamp)
  if (Number.isNaN(sentAt) || Math.abs(now - sentAt) > skewMs) {
    return { ok: false, reason: 'Incorrect IAM authentication information: the request date is missing or too far off' }
  }
  const names = signedHeaders.split(';')
  if (!names.includes('x-sdk-date') || !names.includes('host')) {
    return { ok: false, reason: 'Incorrect IAM authentication information: host and x-sdk-date must be signed' }
  }
  const headers = names.map((name) => [name, request.header(name)] as const)
  const missing = headers.find(([, value]) => value === undefined)
  if (missing) {
    return { ok: false, reason: `Incorrect IAM authentication information: signed header ${missing[0]} was not sent` }
  }

  const mark = request.target.indexOf('?')
  const path = mark < 0 ? request.target : request.target.slice(0, mark)
  const query = mark < 0 ? '' : request.target.slice(mark + 1)
  const override = names.includes('x-sdk-content-sha256') ? request.header('x-sdk-content-sha256') : undefined
  const scope = /Credential=[^/]+\/(\d{8})\/([^/]+)\/([^,\s]+)/.exec(given)
  const expected = (signedPath: string) => {
    const canonical = canonicalRequest({
      method: request.method,
      path: signedPath,
      query,
      headers: headers.map(([name, value]) => [name, value ?? '']),
      bodyHash: bodyHash(request.body, override),
    })
    return scope
      ? derivedAuthorization(
          ak,
          sk,
          stamp,
          { region: scope[2] ?? '', service: scope[3] ?? '' },
          canonical.text,
          canonical.signedHeaders,
        )
      : authorization(ak, sk, stamp, canonical.text, canonical.signedHeaders)
  }
  // A signer sees the path before its HTTP client escapes it, so an escaped path may have been signed unescaped.
  const matches =
    sameText(given, expected(path)) || (path.includes('%') && sameText(given, expected(percentDecode(path))))
  return matches
    ? { ok: true, ak }
    : { ok: false, reason: 'Incorrect IAM authentication information: verify aksk signature fail' }
}
