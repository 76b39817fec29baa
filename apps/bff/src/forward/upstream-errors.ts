import { ApiError, ownError } from '@vpn-console/api-client'

const clockHint = 'It says that the time of the request is too far off: check the clock of this machine.'

/**
 * A failed call as the browser is told of it. A 401 of the cloud is about the console's key, not about the person in
 * front of it, who would be sent to sign in for nothing; and an answer that is neither good nor an error is garbage.
 */
export const toOwnError = (error: unknown): unknown => {
  if (!(error instanceof ApiError) || error.code.startsWith('CONSOLE.')) return error
  const { status, message, requestId } = error
  if (status === 401) {
    const detail = /expired|\bdate\b/i.test(message) ? clockHint : undefined
    return ownError('CONSOLE.WRONG_CLOUD_KEY', detail, { requestId })
  }
  if (status < 400 || status > 599) {
    return ownError('CONSOLE.CLOUD_GARBAGE', `Its status was ${status}.`, { requestId })
  }
  return error
}

/** The same, its text without what the cloud may have quoted. */
export const withMessage = (error: unknown, clean: (message: string) => string): unknown => {
  if (!(error instanceof ApiError)) return error
  const { status, code, message, requestId, fields } = error
  return new ApiError({ status, code, message: clean(message), requestId, fields })
}
