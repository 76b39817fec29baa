import { catalogue, type Operation } from '@vpn-console/api-client'
import * as z from 'zod'
import { bodySchema, documentedRefusal } from './body-codes.ts'
import { invalid, Refusal } from './refusal.ts'

/** Throws what is wrong with a part of a request, by its first complaint. Values are not repeated: one may be a key. */
const parse = (schema: z.ZodType, value: unknown): unknown => {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const documented = issue && documentedRefusal(issue, value)
  if (documented) throw documented
  const path = issue?.path.join('.')
  throw invalid(path ? `${path}: ${issue?.message}` : (issue?.message ?? 'the request is not valid'))
}

const kindOf = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional ? kindOf(schema.unwrap() as z.ZodType) : schema // core types its inner schema more loosely than the classic package does

/** Query values come as text; what the row wants as a number or a switch is read as one, where it can be. */
const readText = (schema: z.ZodType, texts: readonly string[]): unknown => {
  const kind = kindOf(schema)
  if (kind instanceof z.ZodArray) return texts.map((text) => readText(kind.element as z.ZodType, [text])) // as above
  const text = texts.at(-1) ?? ''
  if (kind instanceof z.ZodNumber) return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text
  if (kind instanceof z.ZodBoolean) return text === 'true' ? true : text === 'false' ? false : text
  return text
}

/** The query by its row. Parameters that the row does not know are ignored, as gateways do. */
export const readQuery = (row: Operation, search: string): unknown => {
  if (!row.query) return undefined
  const given = new URLSearchParams(search)
  const values = Object.entries(row.query.shape).flatMap(([name, schema]) => {
    const texts = given.getAll(name)
    // Shapes of this package hold schemas of the classic package only.
    return texts.length === 0 ? [] : [[name, readText(schema as z.ZodType, texts)] as const]
  })
  return parse(row.query, Object.fromEntries(values))
}

export const readParams = (row: Operation, params: Record<string, string>): unknown => parse(row.params, params)

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The reference types this switch as boolean and prints it as text in its examples: both are taken, here only. */
const readTagFilter = (row: Operation, body: unknown): unknown => {
  if (row.body !== catalogue.listResourcesByTags.body || !isFields(body)) return body
  const { without_any_tag: text } = body
  return text === 'true' || text === 'false' ? { ...body, without_any_tag: text === 'true' } : body
}

/** The body by its row. A body that the row does not ask for is ignored, since SDKs send `{}`. */
export const readBody = (row: Operation, bytes: Uint8Array): unknown => {
  const schema = bodySchema(row)
  if (!schema) return undefined
  try {
    return parse(schema, readTagFilter(row, JSON.parse(Buffer.from(bytes).toString('utf8'))))
  } catch (error) {
    // The identity service has a text of its own, and says no more.
    if (row.service === 'iam') throw new Refusal('IAM.0011', 'Request body is invalid.')
    throw error instanceof Refusal ? error : invalid('the body is not valid JSON')
  }
}
