import { existsSync, readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../../../../../shared/spec/examples/', import.meta.url)

/** Why a test of the printed examples may be missing: they are not part of the project. */
export const absence = 'the printed examples are not beside this checkout (shared/spec/examples)'

export const hasExamples = existsSync(folder)

/** A printed value with its masked parts filled in; `certificate` stands for a masked certificate. */
export const fillMasks = (value: unknown, certificate: string, key = ''): unknown => {
  if (Array.isArray(value)) return value.map((item) => fillMasks(item, certificate, key))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fillMasks(inner, certificate, name)]))
  }
  if (typeof value !== 'string' || !value.includes('*')) return value
  if (key === 'psk') return 'abcdABCD1234'
  if (key === 'content') return certificate
  return value.replaceAll('***', '1').replaceAll('*', '1')
}

/** The bodies of an operation by their file names, such as `createVgw.request.1`. */
export const printed = (operation: string, kind: 'request' | 'response' | 'error'): [name: string, body: unknown][] => {
  if (!hasExamples) return []
  const isWanted = (name: string) =>
    kind === 'error'
      ? name.startsWith(`${operation}.`) && name.includes('.error.')
      : name.startsWith(`${operation}.${kind}`) && !name.includes('.error.')
  return readdirSync(folder)
    .filter(isWanted)
    .toSorted()
    .map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(new URL(name, folder), 'utf8'))])
}

/** Paths of the fields that are printed but not answered. Of a list, some item has to answer for each printed one. */
export const missingFields = (expected: unknown, actual: unknown, path = ''): string[] => {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [path]
    return expected.flatMap((item) => {
      const tries = actual.map((candidate) => missingFields(item, candidate, `${path}[]`))
      const best = tries.toSorted((a, b) => a.length - b.length)[0]
      return best ?? [`${path}[]`]
    })
  }
  if (typeof expected !== 'object' || expected === null) return actual === undefined ? [path] : []
  if (typeof actual !== 'object' || actual === null) return [path]
  const fields: Record<string, unknown> = { ...actual }
  return Object.entries(expected).flatMap(([name, inner]) =>
    missingFields(inner, fields[name], path === '' ? name : `${path}.${name}`),
  )
}

/** Paths of what was asked for and is answered otherwise; words are compared without regard to their case. */
export const changedFields = (asked: unknown, actual: unknown, path = ''): string[] => {
  if (Array.isArray(asked)) {
    const items: unknown[] = Array.isArray(actual) ? actual : []
    return asked.flatMap((item, index) => changedFields(item, items[index], `${path}.${index}`))
  }
  if (typeof asked === 'object' && asked !== null) {
    const fields: Record<string, unknown> = { ...Object(actual) }
    return Object.entries(asked).flatMap(([name, inner]) => changedFields(inner, fields[name], `${path}.${name}`))
  }
  const same = typeof asked === 'string' ? asked.toLowerCase() === String(actual).toLowerCase() : asked === actual
  return same ? [] : [path]
}
