import {
  ApiError,
  ownError,
  targetOf,
  type AnyInput,
  type CallOptions,
  type Input,
  type OperationName,
  type Output,
  type WireResponse,
} from '@vpn-console/api-client'
import { operations } from 'virtual:operations'
import { misfits, type Shape } from './shape.ts'
import { sendToConsole } from './transport.ts'

/** Reads a good answer: JSON, of the kinds its operation documents. A surprise names the operation. */
export const readAnswer = (name: string, shape: Shape | undefined, response: WireResponse): unknown => {
  if (shape === undefined) return undefined
  const requestId = response.header('x-request-id')
  let data: unknown
  try {
    data = JSON.parse(response.text)
  } catch (cause) {
    throw ownError('CONSOLE.CLOUD_GARBAGE', `${name} did not answer with JSON.`, { requestId, cause })
  }
  const wrong = misfits(data, shape)
  if (wrong.length === 0) return data
  const where = wrong.slice(0, 3).join(', ')
  throw ownError('CONSOLE.CLOUD_GARBAGE', `${name} answered with an unexpected value at ${where}.`, { requestId })
}

/** Calls one operation of the cloud through the console's backend, which signs it and knows the project. */
export const call = async <N extends OperationName>(
  cloudId: string,
  name: N,
  input: Input<N>,
  { signal, clientToken }: CallOptions = {},
): Promise<Output<N>> => {
  const row = operations[name]
  const { body, ...rest }: AnyInput = input
  const response = await sendToConsole({
    method: row.method,
    url: `/api/clouds/${encodeURIComponent(cloudId)}/${row.service}${targetOf(row, '-', rest)}`,
    body,
    ...(row.clientToken && clientToken && { headers: { 'X-Client-Token': clientToken } }),
    signal,
  })
  // The shape was made from this row's own response schema.
  return readAnswer(name, row.answer, response) as Output<N>
}

const lostCodes = new Set([
  'CONSOLE.UNREACHABLE',
  'CONSOLE.CLOUD_TIMEOUT',
  'CONSOLE.CLOUD_UNREACHABLE',
  'CONSOLE.CLOUD_GARBAGE',
])
const lostStatuses = new Set([502, 503, 504])

/** Whether an error leaves open if a change was made: no answer, none that can be read, or one of a hop on the way. */
export const isAnswerLost = (error: unknown): boolean =>
  error instanceof ApiError &&
  (error.code.startsWith('CONSOLE.') ? lostCodes.has(error.code) : lostStatuses.has(error.status))
