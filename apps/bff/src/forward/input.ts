import { ownError, type AnyInput } from '@vpn-console/api-client'
import * as z from 'zod'

type Convert = (value: unknown) => unknown

const toNumber: Convert = (value) => (typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value)
const toBoolean: Convert = (value) => (value === 'true' ? true : value === 'false' ? false : value)

/** How a text of the query becomes what the row wants there; what does not fit stays, and is refused by the row. */
const convertTo = (schema: z.core.$ZodType): Convert => {
  if (schema instanceof z.ZodOptional) return convertTo(schema.unwrap())
  if (schema instanceof z.ZodNumber) return toNumber
  if (schema instanceof z.ZodBoolean) return toBoolean
  if (schema instanceof z.ZodArray) {
    const convertItem = convertTo(schema.element)
    return (value) => (Array.isArray(value) ? value : [value]).map(convertItem)
  }
  return (value) => value
}

/** A key as it may be told: what does not look like the name of a field may be a secret in the wrong place. */
const shownKey = (key: string) => (/^[\w-]{1,64}$/.test(key) ? key : '(a field)')

/** One message for each field that is wrong, by its path. */
export const fieldsOf = (issues: readonly z.core.$ZodIssue[]): Record<string, string> => {
  const found = issues.flatMap((issue): [string, string][] => {
    const path = issue.path.map((part) => shownKey(String(part)))
    if (issue.code !== 'unrecognized_keys') return [[path.join('.') || 'body', issue.message]]
    return issue.keys.map((key) => [[...path, shownKey(key)].join('.'), 'This field is not known here.'])
  })
  // The first message of a field is the one that matters, so it is put in last.
  return Object.fromEntries(found.toReversed())
}

const checked = (schema: z.ZodType, value: unknown): unknown => {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw ownError('CONSOLE.INVALID_INPUT', undefined, { fields: fieldsOf(parsed.error.issues) })
}

/** What an operation of the cloud or of the console says of its input. */
export type InputRow = { params: z.ZodObject; query?: z.ZodObject; body?: z.ZodType }

export type ReceivedInput = { params: Record<string, unknown>; query: Record<string, unknown>; body: unknown }

/**
 * Makes the check of what a browser sent against a row: path, query and body, each refused where it holds anything that
 * the row does not know. Worked out once for each row, since it runs with every request.
 */
export const createInputReader = (row: InputRow): ((received: ReceivedInput, projectId: string) => AnyInput) => {
  const names = Object.keys(row.params.shape)
  const { query, body } = row
  const converters = new Map(Object.entries(query?.shape ?? {}).map(([name, field]) => [name, convertTo(field)]))

  return (received, projectId) => {
    // The project is the account's own, whatever the browser sent.
    const params = names.map((name) => [name, name === 'project_id' ? projectId : received.params[name]])
    const input: AnyInput = { params: checked(row.params, Object.fromEntries(params)) as object } // a row's params are an object
    const given = Object.entries(received.query)
    if (query) {
      const converted = given.map(([name, value]) => [name, converters.get(name)?.(value) ?? value])
      input.query = checked(query, Object.fromEntries(converted)) as object // and so is its query
    } else if (given.length > 0) {
      checked(z.strictObject({}), Object.fromEntries(given))
    }
    if (body) input.body = checked(body, received.body)
    return input
  }
}
