import { operation, operationNames, type Operation, type OperationName } from '@vpn-console/api-client'

type Segment = { text: string; isParam: boolean }
export type Route = { name: OperationName; row: Operation; segments: readonly Segment[] }

const compile = (name: OperationName): Route => {
  const row = operation(name)
  const segments = row.path.split('/').map((part) => {
    const param = /^\{(\w+)\}$/.exec(part)?.[1]
    return { text: param ?? part, isParam: param !== undefined }
  })
  return { name, row, segments }
}

// `x` stands for a fixed segment and sorts before `{`: the more a path says itself, the earlier it is tried.
// The end counts first: `{resource_type}/tags` is meant where `p2c-vpn-gateways/{id}` would take `tags` for an id.
const rank = ({ segments }: Route) =>
  segments
    .map(({ isParam }) => (isParam ? '{' : 'x'))
    .toReversed()
    .join('')

const routes = operationNames.map(compile).toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))

const paramsOf = ({ segments }: Route, parts: readonly string[]): Record<string, string> | undefined => {
  if (segments.length !== parts.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, { text, isParam }] of segments.entries()) {
    const part = parts[index] ?? ''
    if (isParam) params[text] = part
    else if (text !== part) return undefined
  }
  return params
}

export type Match =
  | { kind: 'found'; name: OperationName; row: Operation; params: Record<string, string> }
  | { kind: 'wrong method'; allowed: string[] }
  | { kind: 'unknown' }

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    // Not UTF-8: no id looks like this, so the text as it came will not be found either.
    return part
  }
}

/** The row that a method and path belong to. A slash at the end is forgiven. */
export const matchRoute = (method: string, path: string): Match => {
  const parts = path
    .replace(/(?<=.)\/$/, '')
    .split('/')
    .map(decoded)
  const allowed = new Set<string>()
  for (const route of routes) {
    const params = paramsOf(route, parts)
    // Some placeholders take only certain words, so that several rows can have the shape of one path.
    if (!params || (params['resource_type'] !== undefined && !route.row.params.safeParse(params).success)) continue
    if (route.row.method === method) return { kind: 'found', name: route.name, row: route.row, params }
    allowed.add(route.row.method)
  }
  return allowed.size > 0 ? { kind: 'wrong method', allowed: [...allowed] } : { kind: 'unknown' }
}
