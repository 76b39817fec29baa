/** A sentence about one field of a form. */
export type FieldProblem = { path: string; message: string }

const valueAt = (request: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>(
    // Any object can be read by key, a list by index.
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
    request,
  )

/** Several blocks stand in one text field: the sentence begins with the one that it is about. */
const aboutBlock = (request: unknown, path: string, message: string) => {
  const block = valueAt(request, path)
  return typeof block !== 'string' || message.includes(block) ? message : `${block}: ${message}`
}

/**
 * Where a problem of a request stands on the form. The form has the cloud's names, but one field for both IP versions
 * and one text for several blocks.
 */
export const fieldProblem = (requestPath: string, message: string, request?: unknown): FieldProblem => {
  const path = requestPath.replace(/^(peer_subnets|policy_rules)_v6/, '$1')
  const list = /^(peer_subnets|policy_rules\.\d+\.destination)\.\d+$/.exec(path)
  return list?.[1] ? { path: list[1], message: aboutBlock(request, requestPath, message) } : { path, message }
}

/** The first sentence for each field: one thing at a time beside it. */
export const firstByPath = (problems: readonly FieldProblem[]): FieldProblem[] => {
  const seen = new Set<string>()
  return problems.filter(({ path }) => !seen.has(path) && seen.add(path))
}
