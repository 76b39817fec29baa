import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import {
  absence,
  examples,
  specDependencies,
  specOperations,
  specSchemas,
  type SpecField,
} from '../testing/spec-data.ts'
import { catalogue, isRead, operation, operationNames, type OperationName } from './catalogue.ts'
import { grants } from './grants.ts'
import { services } from './operation.ts'

const isName = (id: string): id is OperationName => id in catalogue

describe('the table and itself', () => {
  test.each(operationNames)('%s: placeholders match params', (name) => {
    const { path, params } = operation(name)
    const placeholders = [...path.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => key)
    expect(Object.keys(params.shape).toSorted()).toEqual(placeholders.toSorted())
  })

  test('no two rows have the same method and path', () => {
    const keys = operationNames.map((name) => {
      const { service, method, path } = operation(name)
      return `${service} ${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`
    })
    expect(new Set(keys).size).toBe(keys.length)
  })

  test.each(operationNames)('%s: a read has no action that changes, and a GET has no body', (name) => {
    const row = operation(name)
    expect(services).toContain(row.service)
    if (row.method === 'GET') expect(row.body).toBeUndefined()
    if (isRead(row)) expect(row.action ?? '').not.toMatch(/:(?:create|update|delete|reset|batch)/)
    if (row.status === 204) expect(row.response).toBeUndefined()
  })
})

describe('the table and the documented operations', () => {
  test('every operation has its row, and every row its operation', () => {
    const documented = [...specOperations, ...specDependencies].map(({ id }) => id)
    expect(operationNames.toSorted()).toEqual(documented.toSorted())
    expect(specOperations).toHaveLength(89)
  })

  test.each(specOperations)('$id', (documented) => {
    expect.assert(isName(documented.id))
    const row = operation(documented.id)
    expect(row).toMatchObject({
      service: 'vpn',
      method: documented.method,
      path: documented.path,
      action: documented.action,
      status: documented.successStatus,
    })
    expect(row.paging ?? null).toBe(documented.pagination)
    expect(row.clientToken ?? false).toBe(documented.headers.some(({ name }) => name === 'X-Client-Token'))
    expect(Object.keys(row.params.shape)).toEqual(documented.pathParams.map(({ name }) => name))
    expect(Object.keys(row.query?.shape ?? {})).toEqual(documented.queryParams.map(({ name }) => name))
    for (const param of documented.queryParams) {
      const json = describeSchema(row.query)
      const ours = json.properties?.[param.name] ?? {}
      expect(json.required?.includes(param.name) ?? false).toBe(param.required)
      expect(ownKind(ours)).toBe(param.type)
      expect(ours.default).toEqual(param.default)
      if (param.min !== undefined) expect(ours.minimum).toBe(param.min)
      if (param.max !== undefined) expect(ours.maximum).toBe(param.max)
    }
    expect(row.body !== undefined).toBe(documented.request !== null)
    expect(row.response !== undefined).toBe(documented.response !== null)
    if (documented.request) expectRequest(describeSchema(row.body), documented.request, documented.id)
    if (documented.response) expectAnswer(describeSchema(row.response), documented.response, documented.id)
    expect(grants[documented.id]).toEqual({
      dependencies: documented.dependencies,
      enterpriseProject: documented.enterpriseProject,
    })
  })

  test.each(specDependencies)('neighbour $id', (documented) => {
    expect.assert(isName(documented.id))
    const row = operation(documented.id)
    expect(row).toMatchObject({
      service: documented.service,
      method: documented.method,
      path: documented.path,
      action: documented.action,
    })
    expect(row.scope ?? 'project').toBe(documented.scope)
    expect(Object.keys(row.query?.shape ?? {}).toSorted()).toEqual(
      documented.queryParams.map(({ name }) => name).toSorted(),
    )
    expect(row.body !== undefined).toBe(documented.request !== null)
    const json = describeSchema(row.response)
    for (const [container, names] of Object.entries(documented.response)) {
      if (container === 'header' || !Array.isArray(names)) continue
      for (const name of names)
        expect(leadsSomewhere(json, [...segments(container), ...segments(String(name))]), String(name)).toBe(true)
    }
  })
})

const answers = examples.filter(({ kind }) => kind === 'response')
test.for(answers)('printed example $name is read', ({ operation: id, body }) => {
  expect.assert(isName(id))
  expect(operation(id).response?.safeParse(body).error).toBeUndefined()
})
test.for(answers.length > 0 ? [] : [absence])('the printed examples are read: %s', (why, { skip }) => skip(why))

type Json = {
  type?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  values?: unknown[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  pattern?: string
  properties?: Record<string, Json>
  required?: string[]
  items?: Json
  anyOf?: Json[]
  additionalProperties?: boolean | Json
  default?: unknown
  secret?: boolean
  weakValues?: string[]
  deprecated?: boolean
}

/** What a schema says of itself, our own notes (secret, weakValues, default) included. */
function describeSchema(schema: z.ZodType | undefined): Json {
  expect.assert(schema)
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
}

const baseOf = (type: string) => /^array<(.*)>$/.exec(type)?.[1] ?? type
const kindOf = (type: string) => {
  const base = baseOf(type) in specSchemas ? 'object' : baseOf(type)
  return type.startsWith('array<') ? `array<${base}>` : base
}
const ownKind = (json: Json): string => {
  if (json.type === 'array') return `array<${ownKind(json.items ?? {})}>`
  return json.type === 'number' ? 'integer' : (json.type ?? '')
}
/** Where the documents disagree, the data has one reading; ours takes both. */
const otherFields: Record<string, readonly string[]> = { SupportedDevice: ['type', 'model'] }
const otherValues: Record<string, readonly string[]> = { 'exportClientConfig.os_type': ['MacOS'] }

const formats: Record<string, string> = { cidrv4: 'cidr4', cidrv6: 'cidr6' }

/** The same constraint may be written with other escapes: what counts is which texts it takes. */
function expectSamePattern(pattern: string | undefined, documented: SpecField, where: string) {
  if (!documented.pattern) return
  expect.assert(pattern, where)
  const left = new RegExp(pattern, documented.patternFlags)
  const right = new RegExp(documented.pattern, documented.patternFlags)
  const alphabet = [...Array.from({ length: 256 }, (_, code) => String.fromCodePoint(code)), 'ñ', '中', '😀']
  for (const length of [0, 1, 3, 4, 8, 32, 63, 64, 65, 128, 129, 255, 256]) {
    expect(left.test('A'.repeat(length)), `${where} length ${length}`).toBe(right.test('A'.repeat(length)))
  }
  for (const char of alphabet) {
    const text = `${'A'.repeat(7)}${char}`
    expect(left.test(text), `${where} character ${char}`).toBe(right.test(text))
  }
}

function expectRequest(json: Json, name: string, path: string) {
  expect(json.additionalProperties, `${path} is strict`).toBe(false)
  const fields = specSchemas[name]?.fields ?? []
  expect(Object.keys(json.properties ?? {}), path).toEqual(fields.map((field) => field.name))
  expect(json.required ?? [], `${path} required`).toEqual(
    fields.filter(({ required }) => required).map(({ name }) => name),
  )
  for (const field of fields) {
    const ours = json.properties?.[field.name] ?? {}
    const item = ours.items ?? ours
    const where = `${path}.${field.name}`
    expect(ownKind(ours), `${where} type`).toBe(kindOf(field.type))
    for (const key of ['minItems', 'maxItems', 'secret', 'weakValues', 'default', 'deprecated'] as const) {
      expect(ours[key], `${where} ${key}`).toEqual(field[key])
    }
    const values = item.const === undefined ? item.enum : [item.const]
    const documented = values?.filter((value) => !otherValues[where]?.includes(String(value)))
    expect(documented, `${where} enum`).toEqual(field.enum)
    if (field.min !== undefined) expect([item.minimum, item.maximum], `${where} range`).toEqual([field.min, field.max])
    if (field.format) expect(formats[item.format ?? ''] ?? item.format, `${where} format`).toBe(field.format)
    if (field.maxLength !== undefined) {
      expect([item.minLength ?? 0, item.maxLength], `${where} length`).toEqual([field.minLength ?? 0, field.maxLength])
    }
    expectSamePattern(item.pattern, field, where)
    if (baseOf(field.type) in specSchemas) expectRequest(item, baseOf(field.type), where)
  }
}

/** Answers are tolerant: names and kinds are held, ranges are not; we may insist on what a page cannot do without. */
function expectAnswer(json: Json, name: string, path: string) {
  const fields = specSchemas[name]?.fields ?? []
  const names = Object.keys(json.properties ?? {}).filter((field) => !otherFields[name]?.includes(field))
  expect(names, path).toEqual(fields.map((field) => field.name))
  for (const field of fields) {
    const ours = json.properties?.[field.name] ?? {}
    const where = `${path}.${field.name}`
    if (field.required) expect(json.required, `${where} required`).toContain(field.name)
    expect(ownKind(ours), `${where} type`).toBe(kindOf(field.type))
    if (field.enum?.every((value) => typeof value === 'string')) expect(ours.values, where).toEqual(field.enum)
    if (baseOf(field.type) in specSchemas) expectAnswer(ours.items ?? ours, baseOf(field.type), where)
  }
}

const segments = (path: string) =>
  path
    .split('.')
    .filter(Boolean)
    .map((part) => part.replace('[]', ''))

/** Whether a path of names leads somewhere in a schema. */
function leadsSomewhere(json: Json, path: string[]): boolean {
  const [head, ...rest] = path
  if (head === undefined) return true
  if (json.anyOf) return json.anyOf.some((choice) => leadsSomewhere(choice, path))
  if (json.items) return leadsSomewhere(json.items, path)
  if (typeof json.additionalProperties === 'object' && !json.properties) return true
  const inner = json.properties?.[head]
  return inner !== undefined && leadsSomewhere(inner, rest)
}
