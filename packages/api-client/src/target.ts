import type { Operation } from './catalogue/operation.ts'

/** Any row's input, for code that goes through the catalogue in a loop. */
export type AnyInput = { params?: object; query?: object; body?: unknown }

const encodePair = (key: string, value: unknown) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`

const encodeQuery = (query: object): string =>
  Object.entries(query)
    .flatMap(([key, value]: [string, unknown]) => {
      if (value === undefined || value === null) return []
      return Array.isArray(value) ? value.map((item) => encodePair(key, item)) : [encodePair(key, value)]
    })
    .join('&')

/** Path and query of a row filled with an input. */
export const targetOf = (row: Pick<Operation, 'path'>, projectId: string, input: AnyInput): string => {
  const params: Record<string, unknown> = { ...input.params, project_id: projectId }
  const path = row.path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(params[key])))
  const query = input.query ? encodeQuery(input.query) : ''
  return query ? `${path}?${query}` : path
}
