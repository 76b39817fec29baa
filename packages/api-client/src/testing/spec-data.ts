import { existsSync, readdirSync, readFileSync } from 'node:fs'

// The API as data, kept beside the package: our catalogue is held to it, field by field.
const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/spec/${name}.json`, import.meta.url), 'utf8'))

export type SpecField = {
  name: string
  type: string
  required: boolean
  format?: string
  enum?: (string | number)[]
  min?: number
  max?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  pattern?: string
  patternFlags?: string
  default?: unknown
  secret?: boolean
  weakValues?: string[]
  deprecated?: boolean
}

export type SpecOperation = {
  id: string
  method: string
  path: string
  successStatus: number
  action: string | null
  dependencies: string[]
  enterpriseProject: boolean
  pathParams: { name: string }[]
  queryParams: { name: string; type: string; min?: number; max?: number; default?: unknown; required: boolean }[]
  headers: { name: string }[]
  request: string | null
  response: string | null
  pagination: 'marker' | 'offset' | null
}

export type SpecDependency = {
  id: string
  service: string
  method: string
  path: string
  scope: string
  action: string | null
  queryParams: { name: string }[]
  request: unknown
  response: Record<string, unknown>
}

export type SigningVector = {
  name: string
  algorithm: string
  method: string
  url: string
  headers: Record<string, string>
  body: string
  ak: string
  sk: string
  securityToken?: string
  regionId?: string
  derivedService?: string
  date: string
  expected: {
    authorization: string
    signedHeaders: string
    canonicalRequest: string
    host: string
    headersSigned: Record<string, string>
  }
}

// The files are ours; their shapes are stated above, once.
export const specOperations = read('operations') as SpecOperation[]
export const specSchemas = read('schemas') as Record<string, { fields: SpecField[] }>
export const specRules = read('rules') as { id: string; applies: string[]; rule: string; error: string | null }[]
export const specErrors = read('errors') as {
  codes: { code: string; status: number; message: string; retryable: boolean }[]
}
export const specDependencies = (read('dependencies') as { operations: SpecDependency[] }).operations
export const signingVectors = (read('signing-vectors') as { vectors: SigningVector[] }).vectors

const examplesFolder = new URL('../../../../../shared/spec/examples/', import.meta.url)

/** Why a test of the printed examples may be missing. */
export const absence = 'the printed examples are not beside this checkout (shared/spec/examples)'

/** The printed examples are not part of the project; where they lie beside it, tests read them. */
export const examples: { name: string; operation: string; kind: string; body: unknown }[] = existsSync(examplesFolder)
  ? readdirSync(examplesFolder).map((name) => ({
      name,
      operation: name.split('.')[0] ?? '',
      kind: name.includes('.error.') ? 'error' : (name.split('.')[1] ?? ''),
      body: JSON.parse(readFileSync(new URL(name, examplesFolder), 'utf8')) as unknown,
    }))
  : []
