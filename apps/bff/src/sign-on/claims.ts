const mostGroups = 200
const longestGroup = 255
const longestName = 64

export type Claims = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Claims =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A claim by its name; where there is none of that name, its dots lead inwards: `realm_access.roles`. */
export const claimOf = (claims: Claims, name: string): unknown => {
  if (Object.hasOwn(claims, name)) return claims[name]
  let value: unknown = claims
  for (const part of name.split('.')) {
    if (!isRecord(value) || !Object.hasOwn(value, part)) return undefined
    value = value[part]
  }
  return value
}

// Control characters and line ends have no place in a name; a provider may let people choose theirs.
const clean = (text: string) => text.replaceAll(/[\p{C}\p{Z}]+/gu, ' ').trim()

/** The name of a person as a claim gives it; undefined where it gives none. */
export const nameIn = (claims: Claims, claim: string): string | undefined => {
  const value = claimOf(claims, claim)
  if (typeof value !== 'string') return undefined
  // Cutting may leave half a character behind, which is cleaned away as well.
  return clean(clean(value).slice(0, longestName)) || undefined
}

/** The names of the groups that a claim gives, each once; undefined where there is no such claim. */
export const groupsIn = (claims: Claims, claim: string): string[] | undefined => {
  const value = claimOf(claims, claim)
  if (value === undefined || value === null) return undefined
  const names = (Array.isArray(value) ? value : [value]).filter((name) => typeof name === 'string')
  // One that is too long to be granted anything is left out, and not cut: another group may begin like it.
  const fitting = names.filter((name) => name !== '' && name.length <= longestGroup)
  return [...new Set(fitting)].slice(0, mostGroups)
}
