import { Variable } from './variable.ts'

// What no row declares is judged by its name: an answer has fields that we do not know.
const secretName = /^(?:psk|sk|ak|.*(?:password|private_key|secret|secret_key|token))$/i

type Replace = (key: string, value: unknown) => Variable

/** Goes through a value along the places that are still possible here, each a list of the names on the way. */
const walk = (places: readonly (readonly string[])[], value: unknown, key: string, replace: Replace): unknown => {
  if (value instanceof Variable || value === undefined || value === null) return value
  const isPlace = places.some((place) => place.length === 0)
  if (isPlace || (typeof value !== 'object' && secretName.test(key))) return replace(key, value)
  if (typeof value !== 'object') return value
  const below = (name: string) => places.flatMap(([first, ...rest]) => (first === name ? [rest] : []))
  if (Array.isArray(value)) return value.map((item: unknown) => walk(below('*'), item, key, replace))
  return Object.fromEntries(
    Object.entries(value).map(([name, item]: [string, unknown]) => [name, walk(below(name), item, name, replace)]),
  )
}

/**
 * A value with a variable in the place of each secret: `$PSK`, or `$PSK_1` and `$PSK_2` where there are several. One
 * secret in two places is one variable. Places are dotted paths, with `*` for each item of a list.
 */
export const withoutSecrets = (secrets: readonly string[], value: unknown): unknown => {
  const places = secrets.map((place) => place.split('.'))
  const found: { key: string; value: unknown }[] = []
  walk(places, value, '', (key, secret) => {
    if (!found.some((one) => one.key === key && one.value === secret)) found.push({ key, value: secret })
    return new Variable(key)
  })
  return walk(places, value, '', (key, secret) => {
    const alike = found.filter((one) => one.key === key)
    const number = alike.findIndex((one) => one.value === secret) + 1
    return new Variable(`${key.toUpperCase()}${alike.length > 1 ? `_${number}` : ''}`)
  })
}
