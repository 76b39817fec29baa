import {
  catalogue,
  consoleOperations,
  requiredAction,
  type ConsoleOperation,
  type ConsoleOperationName,
  type Operation,
  type OperationName,
} from '@vpn-console/api-client'
import type { Plugin } from 'vite'
import type { ZodType } from 'zod'
import type { LightConsoleOperation, LightOperation, Shape } from '../src/api/shape.ts'
import { secretPlaces } from './secret-places.ts'

const virtualId = 'virtual:operations'
const resolvedId = `\0${virtualId}`

const open = (schema: unknown): ZodType => schema as ZodType // zod's inner types are narrower than what it stores

/** The kinds of values a response schema asks for. A kind that is not known here stops the build. */
export const shapeOf = (schema: ZodType): Shape => {
  const { def } = schema as unknown as { def: { type: string } & Record<string, unknown> } // each kind has its own def
  switch (def.type) {
    case 'string':
    case 'enum':
      return 's'
    case 'number':
      return 'n'
    case 'boolean':
      return 'b'
    case 'unknown':
    case 'any':
      return '*'
    case 'array':
      return ['[]', shapeOf(open(def['element']))]
    case 'record':
      return ['{}', shapeOf(open(def['valueType']))]
    case 'optional':
      return ['?', shapeOf(open(def['innerType']))]
    case 'nullable':
      return ['0', shapeOf(open(def['innerType']))]
    case 'object': {
      const shape = def['shape'] as Record<string, ZodType> // what z.object was given
      return Object.fromEntries(Object.entries(shape).map(([key, field]) => [key, shapeOf(field)]))
    }
    default:
      throw new Error(`The table of operations cannot describe a ${def.type}.`)
  }
}

const lightRow = (name: OperationName): LightOperation => {
  const row: Operation = catalogue[name]
  const secrets = row.body ? secretPlaces(row.body) : []
  return {
    service: row.service,
    method: row.method,
    path: row.path,
    action: requiredAction(name),
    ...(row.clientToken && { clientToken: true }),
    ...(row.reads && { reads: true }),
    ...(row.response && { answer: shapeOf(row.response) }),
    ...(secrets.length > 0 && { secrets }),
  }
}

const lightConsoleRow = (name: ConsoleOperationName): LightConsoleOperation => {
  const row: ConsoleOperation = consoleOperations[name]
  const { method, path, response } = row
  return {
    method,
    path,
    ...('action' in row && { action: row.action }),
    ...(response && { answer: shapeOf(response) }),
  }
}

/**
 * The catalogue as plain data: the same rows without their zod schemas. Pages that only read need no schema library,
 * which saves a tenth of the first load; forms import the schemas they use.
 */
export const operationTable = (): Plugin => ({
  name: 'operation-table',
  resolveId: (id) => (id === virtualId ? resolvedId : undefined),
  load: (id) => {
    if (id !== resolvedId) return undefined
    const names = Object.keys(catalogue) as OperationName[] // Object.keys forgets the literal names
    const operations = Object.fromEntries(names.map((name) => [name, lightRow(name)]))
    const text = JSON.stringify(JSON.stringify(operations))
    const own = Object.keys(consoleOperations) as ConsoleOperationName[] // and here too
    const ownText = JSON.stringify(JSON.stringify(Object.fromEntries(own.map((name) => [name, lightConsoleRow(name)]))))
    return `export const operations = JSON.parse(${text})\nexport const consoleOperations = JSON.parse(${ownText})\n`
  },
})
