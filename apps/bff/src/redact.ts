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
    if (inner instanceof z.ZodUnion) secret ||= inner.options.some((option) => unwrap(option).secret)
    if (inner instanceof z.ZodPipe) inner = inner.in
    else if (inner instanceof z.ZodReadonly) inner = inner.unwrap()
    else if (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable || inner instanceof z.ZodDefault) {
      inner = inner.unwrap()
    } else break
  }
  return { schema: inner, secret }
}

/** The fields of an object; of a choice of objects, those of all of them. */
const fieldsOf = (schema: z.core.$ZodType | undefined): Record<string, z.core.$ZodType> => {
  if (schema instanceof z.ZodObject) return schema.shape
  if (!(schema instanceof z.ZodUnion)) return {}
  // A field that only one of them keeps secret is secret.
  const all = schema.options.flatMap((option) => Object.entries(fieldsOf(unwrap(option).schema)))
  const secrets = all.filter(([, field]) => unwrap(field).secret)
  return { ...Object.fromEntries(all), ...Object.fromEntries(secrets) }
}

/** A name that somebody may have mistyped; what looks otherwise may be a secret that slipped into the wrong place. */
const isOurWord = (key: string) =>
  /^[a-z]{1,24}(?:_[a-z0-9]{1,16}){0,4}$/.test(key) || /^[a-z]+(?:[A-Z][a-z]+){1,4}$/.test(key)

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
    const fields = fieldsOf(schema)
    const entries = Object.entries(value).map(([key, inner], at) => [
      Object.hasOwn(fields, key) || isOurWord(key) ? key : `${mask} ${at + 1}`,
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
