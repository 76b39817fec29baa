import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import type { Logger } from 'pino'

const requestIds = new WeakMap<object, string>()

/** Our own id of a request: in each answer, each log line and each audit row. */
export const consoleRequestId = (request: Request): string => requestIds.get(request) ?? ''

const levelOf = (method: string, status: number) => {
  if (status >= 500) return 'error'
  // Reads come by the thousand from open tabs, and are counted in the metrics.
  return method === 'GET' && status < 400 ? 'debug' : 'info'
}

/** One line for each request: what, for how long, with which end. No header, query, cookie or body. */
export const createRequestLog =
  (log: Logger): RequestHandler =>
  (request, response, next) => {
    const id = randomUUID()
    requestIds.set(request, id)
    response.setHeader('x-console-request-id', id)
    const start = performance.now()
    response.once('close', () => {
      const level = levelOf(request.method, response.statusCode)
      if (!log.isLevelEnabled(level)) return
      const [path] = request.originalUrl.split('?', 1)
      const tookMs = Math.round(performance.now() - start)
      log[level](
        { reqId: id, method: request.method, path, ip: request.ip, status: response.statusCode, tookMs },
        'request',
      )
    })
    next()
  }
