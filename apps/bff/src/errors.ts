import { ApiError, ownError } from '@vpn-console/api-client'
import type { ErrorRequestHandler, Request } from 'express'
import type { Logger } from 'pino'
import { consoleRequestId } from './middleware/request-log.ts'

/** What Express and its body parser throw: an Error with a status, and the parser's with a type. */
const statusAndType = (error: unknown) =>
  error instanceof Error
    ? {
        status: 'status' in error && typeof error.status === 'number' ? error.status : 500,
        type: 'type' in error && typeof error.type === 'string' ? error.type : '',
      }
    : { status: 500, type: '' }

/** Any failure as an ApiError. The body parser's own words quote the body, so its failures get ours. */
export const toApiError = (error: unknown): ApiError => {
  if (error instanceof ApiError) return error
  const { status, type } = statusAndType(error)
  if (status === 413) return ownError('CONSOLE.TOO_LARGE')
  if (type === 'entity.parse.failed') return ownError('CONSOLE.INVALID_INPUT', 'The body is not JSON.')
  if (status >= 400 && status < 500) return ownError('CONSOLE.INVALID_INPUT')
  return ownError('CONSOLE.FAULT', undefined, { cause: error })
}

const shortBytes = 64 * 1024

/** Whether a body is still on its way that is more than what the connection holds anyway. */
const mayBeLong = ({ complete, headers }: Request): boolean =>
  !complete && (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > shortBytes)

/** The last handler: every error leaves in the cloud's own shape. */
export const createErrorHandler =
  (log: Logger): ErrorRequestHandler =>
  (error, request, response, next) => {
    const { status, code, message, requestId, fields, cause } = toApiError(error)
    const consoleId = consoleRequestId(request)
    if (code === 'CONSOLE.FAULT') log.error({ err: cause ?? error, reqId: consoleId }, 'request failed')
    if (response.headersSent) {
      next(error)
      return
    }
    if (requestId) response.setHeader('x-request-id', requestId)
    if (mayBeLong(request)) {
      // Refused before all of it was there: the rest is read away, and the connection ends with it instead of hanging.
      response.setHeader('Connection', 'close')
      response.once('finish', () => request.resume())
    }
    // 499 is nobody's to read: the browser has gone.
    response.status(status >= 400 ? status : 500).json({
      error_code: code,
      error_msg: message,
      request_id: requestId ?? consoleId,
      console_request_id: requestId ? consoleId : undefined,
      fields,
    })
  }
