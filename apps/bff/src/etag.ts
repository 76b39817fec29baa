import { createHash } from 'node:crypto'

/** The strong ETag of a content. */
export const etagOf = (content: string | Uint8Array): string =>
  `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`
