import type { ZodType } from 'zod'

type Def = { innerType?: ZodType; shape?: Record<string, ZodType>; element?: ZodType }

/** Where a schema has secrets: dotted paths, with `*` for each item of a list. */
export const secretPlaces = (schema: ZodType, path = ''): string[] => {
  if (schema.meta()?.['secret'] === true) return [path]
  const { innerType, shape, element } = (schema as unknown as { def: Def }).def // each kind has one of them
  const below = (part: string) => (path === '' ? part : `${path}.${part}`)
  if (innerType) return secretPlaces(innerType, path)
  if (element) return secretPlaces(element, below('*'))
  return Object.entries(shape ?? {}).flatMap(([key, field]) => secretPlaces(field, below(key)))
}
