import { ApiError, ownError, toApiError } from './api-error.ts'
import { catalogue, isRead, operation, type Input, type OperationName, type Output } from './catalogue/catalogue.ts'
import type { Operation } from './catalogue/operation.ts'
import { targetOf, type AnyInput } from './target.ts'

/** One request as the row describes it, before a transport adds host, keys or cookies. */
export type WireRequest = {
  name: OperationName
  row: Operation
  /** Path and query, percent-encoded. */
  target: string
  body: string | undefined
  headers: Record<string, string>
  signal: AbortSignal | undefined
}

export type WireResponse = {
  status: number
  text: string
  header: (name: string) => string | undefined
}

/** Sends one request and gives the answer whatever its status; throws an ApiError where there was no answer. */
export type Transport = (request: WireRequest) => Promise<WireResponse>

export type CallOptions = {
  signal?: AbortSignal | undefined
  /** Idempotency token of the creates that take one: the same when the same request is sent again. */
  clientToken?: string | undefined
}

const retriedStatuses = new Set([429, 502, 503, 504])
const retriedCodes = new Set(['CONSOLE.CLOUD_UNREACHABLE'])
const attempts = 3

/** Full jitter, so that many clients that failed together do not come back together. */
export const retryDelayMs = (attempt: number, random: () => number = Math.random): number =>
  Math.round(random() * Math.min(2_000, 200 * 2 ** attempt))

const pause = (ms: number, signal: AbortSignal | undefined) =>
  new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(ownError('CONSOLE.CANCELLED'))
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    // An aborted signal tells nobody a second time.
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })

const failureOf = (response: WireResponse): ApiError | undefined =>
  response.status >= 200 && response.status < 300
    ? undefined
    : toApiError(response.status, response.text, response.header('x-request-id'))

/**
 * Sends a row's request and gives the good answer as it came. Reads are sent up to three times when the cloud cannot be
 * reached or answers 429, 502, 503 or 504; a change is sent once, since it may have been made although its answer is lost.
 */
export const send = async (
  transport: Transport,
  name: OperationName,
  projectId: string,
  input: AnyInput,
  options: CallOptions = {},
): Promise<WireResponse> => {
  const row = operation(name)
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (row.clientToken && options.clientToken) headers['X-Client-Token'] = options.clientToken
  const request: WireRequest = {
    name,
    row,
    target: targetOf(row, projectId, input),
    body: input.body === undefined ? undefined : JSON.stringify(input.body),
    headers,
    signal: options.signal,
  }
  for (let attempt = 0; ; attempt++) {
    const mayRetry = isRead(row) && attempt + 1 < attempts
    try {
      const response = await transport(request)
      const failure = failureOf(response)
      if (!failure) return response
      if (!mayRetry || !retriedStatuses.has(failure.status)) throw failure
    } catch (error) {
      const unreached = error instanceof ApiError && (retriedCodes.has(error.code) || retriedStatuses.has(error.status))
      if (!mayRetry || !unreached || error.code === 'CONSOLE.CLOUD_PAUSED') throw error
    }
    await pause(retryDelayMs(attempt), options.signal)
  }
}

/** Reads an answer by its row: JSON, of the documented kinds. Fields that the row does not know pass. */
export const readAnswer = <N extends OperationName>(name: N, response: WireResponse): Output<N> => {
  const { response: schema } = operation(name)
  // A row without an answer is one without a body.
  if (!schema) return undefined as Output<N>
  const requestId = response.header('x-request-id')
  let data: unknown
  try {
    data = JSON.parse(response.text)
  } catch (cause) {
    throw ownError('CONSOLE.CLOUD_GARBAGE', `${name} did not answer with JSON.`, { requestId, cause })
  }
  const parsed = schema.safeParse(data)
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join('.') || 'the answer').join(', ')
    throw ownError('CONSOLE.CLOUD_GARBAGE', `${name} answered with an unexpected value at ${where}.`, { requestId })
  }
  // The original, not the parsed copy: unknown fields stay for whoever looks at the raw object.
  return data as Output<N>
}

export type Client = { [N in OperationName]: (input: Input<N>, options?: CallOptions) => Promise<Output<N>> }

/** One method for each row, typed by it. */
export const createClient = (transport: Transport, projectId: string): Client => {
  const call = async <N extends OperationName>(name: N, input: Input<N>, options?: CallOptions): Promise<Output<N>> =>
    readAnswer(name, await send(transport, name, projectId, input, options))
  const methods = Object.keys(catalogue).map((key) => {
    const name = key as OperationName // Object.keys forgets the literal names
    return [name, (input: Input<OperationName>, options?: CallOptions) => call(name, input, options)]
  })
  // fromEntries forgets which name has which type; the loop above gives each name its own.
  return Object.fromEntries(methods) as Client
}
