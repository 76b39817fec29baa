import { operations } from 'virtual:operations'
import { bodyOf, openInput, variablesOf, type CodeCloud, type CodeRequest } from './code-request.ts'
import { shellCommand, shellComment, shellVariable, shellWord } from './shell.ts'
import { Variable } from './variable.ts'

/** Texts as they are, numbers and flags as JSON has them. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** One argument for each plain value: fields are joined by periods, items of a list are numbered from 1. */
const argumentsOf = (path: string, value: unknown): string[] => {
  if (value === undefined || value === null) return []
  if (value instanceof Variable) return [`--${path}=${shellVariable(value)}`]
  if (Array.isArray(value)) {
    if (value.length === 0) return [`--${path}=${shellWord('[]')}`]
    return value.flatMap((item: unknown, index) => argumentsOf(`${path}.${index + 1}`, item))
  }
  if (typeof value !== 'object') return [`--${path}=${shellWord(textOf(value))}`]
  const entries = Object.entries(value)
  if (entries.length === 0) return [`--${path}=${shellWord('{}')}`]
  return entries.flatMap(([key, item]: [string, unknown]) => argumentsOf(`${path}.${key}`, item))
}

const operationId = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`

/** One call as a command of Huawei Cloud's KooCLI, which signs with the keys of its own profile. */
export const toHcloud = (cloud: CodeCloud, request: CodeRequest): string => {
  const { service, path } = operations[request.name]
  const { params, query, body } = openInput(request)
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : []
  return shellCommand([
    `hcloud ${service.toUpperCase()} ${operationId(request.name)}`,
    `--cli-region=${shellWord(cloud.region)}`,
    ...(path.includes('{project_id}') ? [`--project_id=${shellWord(cloud.project_id)}`] : []),
    ...[...params, ...query, ...fields].flatMap(([key, value]) => argumentsOf(key, value)),
  ])
}

/** A shell script of `hcloud` commands. */
export const toHcloudScript = (cloud: CodeCloud, requests: readonly CodeRequest[]): string => {
  const names = [...new Set(requests.flatMap((request) => variablesOf(bodyOf(request))))]
  const parts = [
    shellComment(
      [
        'KooCLI takes its access key from the profile made by hcloud configure init.',
        ...(names.length === 0 ? [] : [`Before you run this, set ${names.join(', ')}.`]),
      ].join('\n'),
    ),
    ...requests.map((request) =>
      [...(request.title === undefined ? [] : [shellComment(request.title)]), toHcloud(cloud, request)].join('\n'),
    ),
  ]
  return `${parts.join('\n\n')}\n`
}
