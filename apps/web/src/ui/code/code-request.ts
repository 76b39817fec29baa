import type { AnyInput, Cloud, OperationName } from '@vpn-console/api-client'
import { operations } from 'virtual:operations'
import { Variable } from './variable.ts'
import { withoutSecrets } from './secrets.ts'

/** What a program would be told of the cloud. */
export type CodeCloud = Pick<Cloud, 'vendor' | 'region' | 'project_id'>

/** One call of the cloud's API, to be shown as code. */
export type CodeRequest = {
  name: OperationName
  input: AnyInput
  /** What it does: `Create gw-paris`. */
  title?: string
}

/** The body of a call with variables for its secrets. */
export const bodyOf = ({ name, input }: CodeRequest): unknown =>
  withoutSecrets(operations[name].secrets ?? [], input.body)

/** The parameters of a call as they may be shown: what is in a query could be a secret, too. */
export const openInput = (request: CodeRequest) => ({
  params: Object.entries(request.input.params ?? {}) as [string, unknown][], // whatever the row has
  query: Object.entries(withoutSecrets([], request.input.query ?? {}) as Record<string, unknown>), // an object stays one
  body: bodyOf(request),
})

/** Calls as JSON: the body of one, or what is sent by each, by the name of its operation. */
export const toRequestJson = (requests: readonly CodeRequest[]): string => {
  const [first, ...others] = requests
  const content = (request: CodeRequest) => bodyOf(request) ?? request.input.params ?? {}
  if (!first) return '{}\n'
  const value = others.length === 0 ? content(first) : requests.map((request) => ({ [request.name]: content(request) }))
  return `${JSON.stringify(value, null, 2)}\n`
}

/** The names of the variables that a value needs. */
export const variablesOf = (value: unknown): string[] => {
  if (value instanceof Variable) return [value.name]
  if (typeof value !== 'object' || value === null) return []
  return [...new Set(Object.values(value).flatMap(variablesOf))]
}
