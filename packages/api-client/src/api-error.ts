/** Codes of our own, for what went wrong without an answer of the cloud; each with the status it is shown with. */
export const ownCodes = {
  'CONSOLE.CLOUD_TIMEOUT': { status: 504, message: 'The cloud did not answer in time.' },
  'CONSOLE.CLOUD_UNREACHABLE': { status: 502, message: 'The cloud could not be reached.' },
  'CONSOLE.CLOUD_GARBAGE': { status: 502, message: 'The cloud gave an answer that could not be read.' },
  'CONSOLE.CLOUD_PAUSED': {
    status: 503,
    message: 'The cloud failed several times in a row, so calls to it are paused for a moment.',
  },
  'CONSOLE.WRONG_CLOUD_KEY': { status: 502, message: 'The cloud refuses the access key of the cloud account.' },
  'CONSOLE.WRONG_CLOUD_SIGN_IN': {
    status: 502,
    message: 'The cloud refuses the user name or password of the cloud account.',
  },
  'CONSOLE.NO_PROJECT': { status: 502, message: 'The cloud account has no project for its region.' },
  'CONSOLE.PRIVATE_ADDRESS': {
    status: 502,
    message:
      'The address of the cloud leads into a private network. CONSOLE_ALLOW_PRIVATE_ENDPOINTS=1 where the console is started allows that.',
  },
  'CONSOLE.CANCELLED': { status: 499, message: 'The request was cancelled.' },
  'CONSOLE.UNREACHABLE': { status: 0, message: 'The console could not be reached.' },
  'CONSOLE.INVALID_INPUT': { status: 400, message: 'The request is not complete or not valid.' },
  'CONSOLE.SIGNED_OUT': { status: 401, message: 'You are signed out.' },
  'CONSOLE.WRONG_SIGN_IN': { status: 401, message: 'User name or password is wrong.' },
  'CONSOLE.WRONG_CODE': { status: 401, message: 'This code is wrong, or was used before.' },
  'CONSOLE.CODE_NEEDED': { status: 401, message: 'Enter the code of your second factor.' },
  'CONSOLE.PROVIDER_ONLY': {
    status: 403,
    message: 'Sign in by your organization: passwords are for administrators alone.',
  },
  'CONSOLE.LOCKED': { status: 429, message: 'Too many failed sign-ins by this name.' },
  'CONSOLE.WRONG_LINK': {
    status: 404,
    message: 'This link cannot be used: it is not complete, was used already, was withdrawn, or is too old.',
  },
  'CONSOLE.CONFLICT': { status: 409, message: 'This cannot be done as things stand.' },
  'CONSOLE.FOREIGN_ORIGIN': { status: 403, message: 'The request did not come from the console.' },
  'CONSOLE.DENIED': { status: 403, message: 'You are not allowed to do this.' },
  'CONSOLE.NOT_FOUND': { status: 404, message: 'There is nothing at this address.' },
  'CONSOLE.LINK_UNUSABLE': {
    status: 410,
    message: 'This link cannot be used any more, or is not complete. Ask whoever sent it for a new one.',
  },
  'CONSOLE.SERVICE_DOWN': {
    status: 503,
    message: 'The VPN service cannot be reached just now, and nothing was changed. Try again in a few minutes.',
  },
  'CONSOLE.ANSWER_LOST': {
    status: 504,
    message: 'The VPN service did not answer, so it is not known whether the password was changed. Try both.',
  },
  'CONSOLE.TOO_LARGE': { status: 413, message: 'The request is too large.' },
  'CONSOLE.TOO_MANY': { status: 429, message: 'Too many requests. Wait a moment and try again.' },
  'CONSOLE.FAULT': { status: 500, message: 'The console failed. The request id helps to find out why.' },
} as const satisfies Record<string, { status: number; message: string }>

export type OwnCode = keyof typeof ownCodes

/** A call that failed: at the cloud, on the way, or at the console. One class for all of them. */
export class ApiError extends Error {
  /** HTTP status; 0 where there was no answer at all. */
  readonly status: number
  /** The cloud's code, such as `VPN.0003`, or one of our own. */
  readonly code: string
  /** The failed request's id at the cloud, for its support. */
  readonly requestId: string | undefined
  /** Messages by field path, such as `vpn_gateway.name`. */
  readonly fields: Readonly<Record<string, string>> | undefined

  constructor(given: {
    status: number
    code: string
    message: string
    requestId?: string | undefined
    fields?: Readonly<Record<string, string>> | undefined
    cause?: unknown
  }) {
    super(given.message, given.cause === undefined ? undefined : { cause: given.cause })
    this.name = 'ApiError'
    this.status = given.status
    this.code = given.code
    this.requestId = given.requestId
    this.fields = given.fields
  }
}

/** An error of our own code; `detail` is added to its sentence. */
export const ownError = (
  code: OwnCode,
  detail?: string,
  more: { requestId?: string | undefined; fields?: Record<string, string>; cause?: unknown } = {},
): ApiError => {
  const { status, message } = ownCodes[code]
  return new ApiError({ status, code, message: detail ? `${message} ${detail}` : message, ...more })
}

const record = (value: unknown): Record<string, unknown> | undefined =>
  // Any object that is no list can be read by key.
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

const readError = (body: Record<string, unknown>) => {
  const code = textOf(body['error_code']) ?? textOf(body['code'])
  const message = textOf(body['error_msg']) ?? textOf(body['message'])
  return (code ?? message) ? { code, message } : undefined
}

/** Reads either error body of the cloud (`error_code` or `code`), also one level down, as the official client does. */
export const toApiError = (status: number, text: string, requestIdHeader?: string): ApiError => {
  let body: Record<string, unknown> | undefined
  try {
    body = record(JSON.parse(text))
  } catch {
    body = undefined
  }
  const nested =
    body &&
    Object.values(body)
      .map(record)
      .map((inner) => inner && readError(inner))
      .find(Boolean)
  const found = (body && readError(body)) ?? nested
  const fields = record(body?.['fields'])
  return new ApiError({
    status,
    code: found?.code ?? `HTTP.${status}`,
    message: found?.message ?? `The cloud answered with status ${status} and no explanation.`,
    requestId: textOf(body?.['request_id']) ?? requestIdHeader,
    // Only our own backend sends them, as text by path.
    fields: fields as Record<string, string> | undefined,
  })
}

/** Whether waiting may help: the service says "not ready" or "busy", and will take the same request later. */
export const isBusy = (error: unknown): boolean =>
  error instanceof ApiError &&
  (busyCodes.has(error.code) || (error.code === 'VPN.0003' && error.message.includes('not ready')))

const busyCodes = new Set(['VPN.0030', 'VPN.0506', 'VPN.0507', 'VPN.0511', 'VPN.1113', 'VPN.1114'])
