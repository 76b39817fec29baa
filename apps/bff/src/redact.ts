import * as z from 'zod'

export const mask = '***'

const secretName = /psk|pre_shared|password|passwd|private_key|secret|token|credential/i
const privateKeyText = /-----BEGIN [A-Z ]*PRIVATE KEY/

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The schema inside `optional`, `nullable` and the like, and whether one of the layers says "secret". */
const unwrap = (schema: z.core.$ZodType | undefined): { schema: z.core.$ZodType | undefined; secret: boolean } => {
  let inner = schema
  let secret = false
  for (;;) {
    if (inner instanceof z.ZodType && inner.meta()?.['secret'] === true) secret = true
    if (!(inner instanceof z.ZodOptional || inner instanceof z.ZodNullable || inner instanceof z.ZodDefault)) break
    inner = inner.unwrap()
  }
  return { schema: inner, secret }
}

type OnSecret = (value: unknown) => void

const secretField = z.unknown().meta({ secret: true })

const fieldOf = (fields: Record<string, z.core.$ZodType>, key: string) => {
  if (secretName.test(key)) return secretField
  return Object.hasOwn(fields, key) ? fields[key] : undefined
}

const redactValue = (given: z.core.$ZodType | undefined, value: unknown, onSecret: OnSecret): unknown => {
  if (value === undefined) return undefined
  const { schema, secret } = unwrap(given)
  if (!secret && Array.isArray(value)) {
    const element = schema instanceof z.ZodArray ? schema.element : undefined
    return value.map((item: unknown) => redactValue(element, item, onSecret))
  }
  if (!secret && isRecord(value)) {
    const fields = schema instanceof z.ZodObject ? schema.shape : {}
    const entries = Object.entries(value).map(([key, inner]) => [
      key,
      redactValue(fieldOf(fields, key), inner, onSecret),
    ])
    return Object.fromEntries(entries)
  }
  // What the row does not describe there is masked: a mistyped name must not let its value through.
  const isDescribed = schema !== undefined && !(schema instanceof z.ZodObject || schema instanceof z.ZodArray)
  const isPrivateKey = typeof value === 'string' && privateKeyText.test(value)
  if (isDescribed && !secret && !isPrivateKey) return value
  onSecret(value)
  return mask
}

/** A copy of a body that may be kept: secrets by the row's own notes, by name, and whatever the row does not know. */
export const redact = (schema: z.ZodType | undefined, body: unknown): unknown => redactValue(schema, body, () => {})

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return isRecord(value) ? Object.values(value).flatMap(textsIn) : []
}

/** Takes a body's secrets out of a text that came back for it: the cloud may quote what it refuses. */
export const withoutSecrets = (text: string, schema: z.ZodType | undefined, body: unknown): string => {
  const secrets: string[] = []
  redactValue(schema, body, (value) => secrets.push(...textsIn(value)))
  return secrets
    .filter((secret) => secret.length >= 4)
    .toSorted((a, b) => b.length - a.length)
    .reduce((clean, secret) => clean.replaceAll(secret, mask), text)
}
