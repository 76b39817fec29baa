/**
 * What kinds of values an answer must hold, as data made from its schema at build time: text, number, flag, anything,
 * list, map, optional, nullable, or an object by its fields.
 */
export type Shape = 's' | 'n' | 'b' | '*' | ['[]' | '{}' | '?' | '0', Shape] | { [field: string]: Shape }

export type LightOperation = {
  service: string
  method: string
  path: string
  action: string | null
  clientToken?: true
  reads?: true
  answer?: Shape
  /** Where its body has secrets: dotted paths, with `*` for each item of a list. */
  secrets?: string[]
}

export type LightConsoleOperation = Pick<LightOperation, 'method' | 'path' | 'answer'> & {
  /** Of the console's own actions, the one it asks for. */
  action?: string
}

const kinds = { s: 'string', n: 'number', b: 'boolean' } as const

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where a value is not what its shape asks for; unknown fields pass. */
export const misfits = (value: unknown, shape: Shape, path = ''): string[] => {
  if (shape === '*') return []
  const wrong = [path || 'the answer']
  if (typeof shape === 'string') return typeof value === kinds[shape] ? [] : wrong
  if (!Array.isArray(shape)) {
    if (!isRecord(value)) return wrong
    return Object.entries(shape).flatMap(([key, inner]) => misfits(value[key], inner, path ? `${path}.${key}` : key))
  }
  const [kind, inner] = shape
  if (kind === '?') return value === undefined ? [] : misfits(value, inner, path)
  if (kind === '0') return value === null ? [] : misfits(value, inner, path)
  if (kind === '[]') {
    return Array.isArray(value) ? value.flatMap((item, index) => misfits(item, inner, `${path}.${index}`)) : wrong
  }
  return isRecord(value)
    ? Object.entries(value).flatMap(([key, item]) => misfits(item, inner, `${path}.${key}`))
    : wrong
}
