import { endpointsOf, targetOf, type Service } from '@vpn-console/api-client'
import { operations } from 'virtual:operations'
import { bodyOf, openInput, variablesOf, type CodeCloud, type CodeRequest } from './code-request.ts'
import { shellCommand, shellComment, shellJson, shellWord } from './shell.ts'
import { Variable } from './variable.ts'

const tokenVariable = 'X_AUTH_TOKEN'

const urlOf = (cloud: CodeCloud, request: CodeRequest): string => {
  const row = operations[request.name]
  const { query } = openInput(request)
  const input = { ...request.input, query: Object.fromEntries(query) }
  const service = row.service as Service // the table is made from the catalogue
  return `${endpointsOf(cloud.region)[service]}${targetOf(row, cloud.project_id, input)}`
}

const words = (cloud: CodeCloud, request: CodeRequest, headers: readonly string[], indent?: number): string[] => {
  const { method } = operations[request.name]
  const body = bodyOf(request)
  return [
    `curl --silent --show-error --request ${method} ${shellWord(urlOf(cloud, request))}`,
    ...headers.map((header) => `--header ${header}`),
    ...(body === undefined ? [] : ["--header 'Content-Type: application/json'", `--data ${shellJson(body, indent)}`]),
  ]
}

const tokenRequest = ({ project_id }: CodeCloud): CodeRequest => ({
  name: 'createToken',
  input: {
    query: { nocatalog: 'true' },
    body: {
      auth: {
        identity: {
          methods: ['password'],
          password: {
            user: {
              name: new Variable('CLOUD_USER'),
              password: new Variable('CLOUD_PASSWORD'),
              domain: { name: new Variable('CLOUD_DOMAIN') },
            },
          },
        },
        scope: { project: { id: project_id } },
      },
    },
  },
})

/** The call that gets a project token. It comes in a header of the answer. */
export const toTokenCommand = (cloud: CodeCloud): string => {
  // On one line: what is asked for with the token is what people came to read.
  const call = shellCommand([...words(cloud, tokenRequest(cloud), [], 0), '--output /dev/null --dump-header -'])
  const pick = String.raw`| tr -d '\r' | sed -n 's/^[Xx]-[Ss]ubject-[Tt]oken: *//p'`
  return `${tokenVariable}=$(${call} ${pick})`
}

/** One call as a curl command; the token is in a variable. */
export const toCurl = (cloud: CodeCloud, request: CodeRequest): string =>
  shellCommand(words(cloud, request, [`"X-Auth-Token: $${tokenVariable}"`]))

const introduction = (names: readonly string[]) =>
  [
    'An access key signs each call, which curl cannot do: it needs a token.',
    `Before you run this, set ${names.join(', ')}`,
    '(a quotation mark or backslash in one of them needs a backslash before it).',
  ].join('\n')

/** A shell script of curl commands, with the call that gets the token before them. */
export const toCurlScript = (cloud: CodeCloud, requests: readonly CodeRequest[]): string => {
  const names = new Set(requests.flatMap((request) => variablesOf(bodyOf(request))))
  const parts = [
    shellComment(introduction(['CLOUD_USER', 'CLOUD_PASSWORD', 'CLOUD_DOMAIN (the account’s name)', ...names])),
    toTokenCommand(cloud),
    ...requests.map((request) =>
      [...(request.title === undefined ? [] : [shellComment(request.title)]), toCurl(cloud, request)].join('\n'),
    ),
  ]
  return `${parts.join('\n\n')}\n`
}
