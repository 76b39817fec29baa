import { createHash } from 'node:crypto'
import type { OperationName } from '@vpn-console/api-client'
import type { Project } from './project-state.ts'
import { invalid } from './refusal.ts'

const mostTokens = 2_000
const shape = /^[A-Za-z0-9-]{36}$/

type Once = { project: Project; name: OperationName; params: unknown; token: string | undefined; body: Uint8Array }

/**
 * Does the work of a call once: with the same `X-Client-Token` it is answered as before, and nothing is done again.
 * Only good answers are remembered, so that a request that was refused may be mended and sent anew.
 */
export const onceByToken = (
  { project, name, params, token, body }: Once,
  work: () => object | undefined,
): object | undefined => {
  if (token === undefined) return work()
  if (!shape.test(token)) throw invalid('X-Client-Token must be a UUID')
  const { tokens } = project.p2c
  const key = `${name} ${JSON.stringify(params)} ${token}`
  // A body may hold a password: only its digest is kept.
  const digest = createHash('sha256').update(body).digest('base64')
  const known = tokens.get(key)
  if (known) {
    if (known.body !== digest) throw invalid('X-Client-Token belongs to another request')
    return known.answer
  }
  const answer = work()
  tokens.set(key, { body: digest, answer })
  const [oldest] = tokens.keys()
  if (tokens.size > mostTokens && oldest !== undefined) tokens.delete(oldest)
  return answer
}
