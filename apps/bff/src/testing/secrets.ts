import * as z from 'zod'

const inside = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? inside(schema.unwrap()) : schema

const isSecret = (schema: z.core.$ZodType): boolean =>
  (schema instanceof z.ZodType && schema.meta()?.['secret'] === true) ||
  (schema instanceof z.ZodOptional && isSecret(schema.unwrap()))

/** Where a row's body has secrets, as paths of names. */
export const secretPaths = (schema: z.core.$ZodType | undefined, path: string[] = []): string[][] => {
  if (!schema) return []
  if (isSecret(schema)) return [path]
  const inner = inside(schema)
  if (inner instanceof z.ZodArray) return secretPaths(inner.element, [...path, '0'])
  if (!(inner instanceof z.ZodObject)) return []
  return Object.entries(inner.shape).flatMap(([name, field]) => secretPaths(field, [...path, name]))
}

/** The same, and the fields of every choice of objects as well. */
export const allSecretPaths = (schema: z.core.$ZodType | undefined, path: string[] = []): string[][] => {
  if (!schema) return []
  if (isSecret(schema)) return [path]
  const inner = inside(schema)
  if (inner instanceof z.ZodArray) return allSecretPaths(inner.element, [...path, '0'])
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((option) => allSecretPaths(option, path))
  if (!(inner instanceof z.ZodObject)) return []
  return Object.entries(inner.shape).flatMap(([name, field]) => allSecretPaths(field, [...path, name]))
}

/** A body with every field filled, and the same text in each field that is secret. */
export const bodyWithSecrets = (schema: z.core.$ZodType, secret: string): unknown => {
  if (isSecret(schema)) return secret
  const inner = inside(schema)
  if (inner instanceof z.ZodArray) return [bodyWithSecrets(inner.element, secret)]
  if (inner instanceof z.ZodUnion) {
    return Object.assign(
      {},
      ...inner.options.map((option) => Object(bodyWithSecrets(option, secret)) as object),
    ) as object
  }
  if (!(inner instanceof z.ZodObject)) return 'plain'
  return Object.fromEntries(Object.entries(inner.shape).map(([name, field]) => [name, bodyWithSecrets(field, secret)]))
}
