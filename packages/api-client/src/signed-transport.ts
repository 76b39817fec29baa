import { Agent, errors, type Dispatcher } from 'undici'
import { ApiError, ownError } from './api-error.ts'
import type { Transport } from './call.ts'
import { catalogue } from './catalogue/catalogue.ts'
import type { Service } from './catalogue/operation.ts'
import { exchange, ExchangeStopped, type Answer } from './exchange.ts'
import { signRequest, type SigningKey } from './signing/sign-request.ts'
import { createTokenSource, type TokenSource } from './token.ts'

export type CloudCredentials =
  /** AK/SK, permanent or temporary; a function where temporary keys are renewed by somebody else. */
  | { key: SigningKey | (() => SigningKey | Promise<SigningKey>) }
  /** Sign-in by user name and password. */
  | { token: TokenSource }

export type SignedTransportConfig = {
  credentials: CloudCredentials
  projectId: string
  /** Account id, sent to the account-wide services. */
  domainId?: string | undefined
  /** Base URL of each service, without a slash at the end. */
  endpoints: Readonly<Record<Service, string>>
  /** How long one attempt may take. */
  timeoutMs?: number
  dispatcher?: Dispatcher
}

const mostAnswerBytes = 32 * 1024 * 1024

/** A pool that keeps connections open, so that a call does not pay for a new one. */
export const createPool = (options: Agent.Options = {}): Agent =>
  new Agent({ keepAliveTimeout: 30_000, connections: 64, pipelining: 1, ...options })

const failureOf = (error: unknown, timeoutMs: number) => {
  const tooLate = `The limit is ${timeoutMs / 1000} s.`
  if (error instanceof ExchangeStopped) {
    if (error.reason === 'cancelled') return ownError('CONSOLE.CANCELLED')
    if (error.reason === 'too large') return ownError('CONSOLE.CLOUD_GARBAGE', 'It is too large.')
    return ownError('CONSOLE.CLOUD_TIMEOUT', tooLate)
  }
  // Whoever connects may refuse an address in words of our own.
  if (error instanceof ApiError) return error
  // Only the kind of failure is told: an address or a key in the text would travel to a browser.
  if (error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError) {
    return ownError('CONSOLE.CLOUD_TIMEOUT', tooLate, { cause: error })
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'connection failed'
  return ownError('CONSOLE.CLOUD_UNREACHABLE', `(${code})`, { cause: error })
}

/** Sends calls to the cloud, signed with AK/SK or carrying a token. For Node only. */
export const createSignedTransport = (config: SignedTransportConfig): Transport => {
  const dispatcher = config.dispatcher ?? createPool()
  const timeoutMs = config.timeoutMs ?? 20_000
  const { credentials } = config

  return async ({ row, target, body, headers, signal }) => {
    const origin = config.endpoints[row.service]
    const sent: Record<string, string> = { ...headers }
    if (row.scope === undefined) sent['X-Project-Id'] = config.projectId
    else if (row.scope === 'domain' && config.domainId) sent['X-Domain-Id'] = config.domainId

    let token: string | undefined
    let signedHeaders = sent
    if (row.scope !== 'none') {
      if ('token' in credentials) {
        token = await credentials.token.get()
        sent['X-Auth-Token'] = token
      } else {
        const key = typeof credentials.key === 'function' ? await credentials.key() : credentials.key
        signedHeaders = signRequest({ method: row.method, url: origin + target, headers: sent, body }, key)
      }
    }
    signedHeaders['accept'] = 'application/json'

    let answer: Answer
    try {
      answer = await exchange(dispatcher, {
        origin,
        target,
        method: row.method,
        headers: signedHeaders,
        body,
        timeoutMs,
        mostBytes: mostAnswerBytes,
        signal,
      })
    } catch (error) {
      throw failureOf(error, timeoutMs)
    }
    if (answer.status === 401 && token !== undefined && 'token' in credentials) credentials.token.drop(token)
    return {
      status: answer.status,
      text: answer.text,
      header: (name) => {
        const value = answer.headers[name]
        return Array.isArray(value) ? value[0] : value
      },
    }
  }
}

export type PasswordSignIn = {
  domainName: string
  userName: string
  password: string
  /** The project the token is for, by id or, where that is not known yet, by name. */
  project: { id: string } | { name: string }
}

const tokenTimeoutMs = 20_000

const tokenAnswer = async (dispatcher: Dispatcher, iamEndpoint: string, body: string): Promise<Answer> => {
  try {
    return await exchange(dispatcher, {
      origin: iamEndpoint,
      target: `${catalogue.createToken.path}?nocatalog=1`,
      method: 'POST',
      headers: { 'content-type': 'application/json;charset=UTF-8' },
      body,
      timeoutMs: tokenTimeoutMs,
      mostBytes: mostAnswerBytes,
      signal: undefined,
    })
  } catch (error) {
    throw failureOf(error, tokenTimeoutMs)
  }
}

const parsedToken = (text: string) => {
  try {
    return catalogue.createToken.response.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** A token source that signs in by user name and password at IAM. */
export const passwordTokenSource = (
  signIn: PasswordSignIn,
  iamEndpoint: string,
  dispatcher: Dispatcher = createPool(),
): TokenSource =>
  createTokenSource(async () => {
    const body = JSON.stringify({
      auth: {
        identity: {
          methods: ['password'],
          password: {
            user: { name: signIn.userName, password: signIn.password, domain: { name: signIn.domainName } },
          },
        },
        scope: { project: signIn.project },
      },
    })
    const answer = await tokenAnswer(dispatcher, iamEndpoint, body)
    if (answer.status === 401) throw ownError('CONSOLE.WRONG_CLOUD_SIGN_IN')
    if (answer.status !== 201) {
      throw ownError('CONSOLE.CLOUD_UNREACHABLE', `Signing in at IAM failed with status ${answer.status}.`)
    }
    const token = answer.headers['x-subject-token']
    const parsed = parsedToken(answer.text)
    if (typeof token !== 'string' || !parsed) throw ownError('CONSOLE.CLOUD_GARBAGE', 'It was to be a token.')
    return { token, expiresAt: Date.parse(parsed.token.expires_at) }
  })
