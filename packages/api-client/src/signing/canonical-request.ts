import { createHash, hash } from 'node:crypto'
import { percentDecode, percentEncode } from './percent-encoding.ts'

const emptyBodyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** Lower-case hex SHA-256. */
export const sha256Hex = (data: string | Uint8Array): string =>
  // One-shot hashing came with 20.12 and 21.7; it halves the cost of small inputs.
  typeof hash === 'function' ? hash('sha256', data, 'hex') : createHash('sha256').update(data).digest('hex')

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Path of a URL with each piece encoded, and a slash at the end that is signed and never sent. */
export const canonicalPath = (path: string): string => {
  const encoded = path.split('/').map(percentEncode).join('/')
  return encoded.endsWith('/') ? encoded : `${encoded}/`
}

/** Query with decoded pairs sorted by key, then by value, each encoded once. */
export const canonicalQuery = (query: string): string => {
  if (!query) return ''
  return query
    .split('&')
    .filter(Boolean)
    .map((pair): [string, string] => {
      const at = pair.indexOf('=')
      return at < 0 ? [percentDecode(pair), ''] : [percentDecode(pair.slice(0, at)), percentDecode(pair.slice(at + 1))]
    })
    .toSorted((a, b) => byCodeUnit(a[0], b[0]) || byCodeUnit(a[1], b[1]))
    .map(([key, value]) => `${percentEncode(key)}=${percentEncode(value)}`)
    .join('&')
}

/** Hash of the exact bytes sent, or what the caller put in its place. */
export const bodyHash = (body: string | Uint8Array | undefined, override?: string): string =>
  override ?? (body === undefined || body.length === 0 ? emptyBodyHash : sha256Hex(body))

export type CanonicalParts = {
  method: string
  /** Path as it stands in the URL, without the query. */
  path: string
  /** Query as it stands in the URL, without the question mark. */
  query: string
  /** Lower-cased name and untouched value of each signed header, sorted by name. */
  headers: readonly (readonly [name: string, value: string])[]
  bodyHash: string
}

/** The six parts of a request that a signature covers, joined by line feeds, and the names of its headers. */
export const canonicalRequest = (parts: CanonicalParts): { text: string; signedHeaders: string } => {
  let lines = ''
  let signedHeaders = ''
  for (const [name, value] of parts.headers) {
    lines += `${name}:${value}\n`
    signedHeaders += signedHeaders ? `;${name}` : name
  }
  const method = parts.method.toUpperCase()
  const text = `${method}\n${canonicalPath(parts.path)}\n${canonicalQuery(parts.query)}\n${lines}\n${signedHeaders}\n${parts.bodyHash}`
  return { text, signedHeaders }
}
