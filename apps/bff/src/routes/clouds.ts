import { isRead, operation, operationNames, type OperationName } from '@vpn-console/api-client'
import { Router, type RequestHandler } from 'express'
import { forwardChange, type ChangeParts } from '../forward/forward-change.ts'
import { forwardRead } from '../forward/forward-read.ts'
import type { Metrics } from '../metrics.ts'

const expressPath = (name: OperationName) => {
  const { service, path } = operation(name)
  return `/:cloudId/${service}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`
}

// A word comes before a placeholder in the same place: `availability-zones` is no gateway's id.
const sortKey = (name: OperationName) => expressPath(name).replaceAll(/:\w+/g, '~')
const byKey = (a: OperationName, b: OperationName) => (sortKey(a) < sortKey(b) ? -1 : 1)

/** The rows that may be forwarded. Signing in at the cloud is the console's own business, and answers with a token. */
export const forwardable: readonly OperationName[] = operationNames.filter((name) => operation(name).scope !== 'none')

const counted =
  (name: OperationName, metrics: Metrics, handle: RequestHandler): RequestHandler =>
  (request, response, next) => {
    response.once('close', () => metrics.requests.inc({ operation: name, status: response.statusCode }))
    return handle(request, response, next)
  }

/** One route for each row of the catalogue, at the cloud's own path. */
export const cloudRoutes = (parts: ChangeParts): Router => {
  const router = Router({ caseSensitive: true, strict: true })
  for (const name of forwardable.toSorted(byKey)) {
    const row = operation(name)
    const handle = isRead(row) ? forwardRead(name, parts) : forwardChange(name, parts)
    const path = expressPath(name)
    const handler = counted(name, parts.metrics, handle)
    if (row.method === 'GET') router.get(path, handler)
    else if (row.method === 'POST') router.post(path, handler)
    else if (row.method === 'PUT') router.put(path, handler)
    else router.delete(path, handler)
  }
  return router
}
