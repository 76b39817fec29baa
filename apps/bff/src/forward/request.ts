import { ownError, type Operation } from '@vpn-console/api-client'
import { json, type Request, type Response } from 'express'
import type { Authorizer } from '../access/authorize.ts'
import type { Callers } from '../caller.ts'
import type { CloudRegistry } from '../clouds/registry.ts'
import { toApiError } from '../errors.ts'
import type { Metrics } from '../metrics.ts'
import type { SharedRead } from './shared-read.ts'

/** What both ways through the forwarding loop work with. */
export type ForwardParts = {
  callers: Callers
  clouds: CloudRegistry
  metrics: Metrics
  read: SharedRead
  access: Authorizer
}

const parseJson = json({ limit: '1mb' })

/** Reads the body into `request.body`; only once the caller may send one at all. */
export const readBody = (request: Request, response: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    parseJson(request, response, (error: unknown) => {
      if (error === undefined) resolve()
      else reject(toApiError(error))
    })
  })

/** The cloud's id in the URL. */
export const cloudIdOf = (request: Request): string => String(request.params['cloudId'])

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The idempotency token of a create that takes one. */
export const clientTokenOf = (row: Operation, request: Request): string | undefined => {
  if (!row.clientToken) return undefined
  const token = request.get('x-client-token')
  if (token === undefined || uuid.test(token)) return token
  throw ownError('CONSOLE.INVALID_INPUT', undefined, { fields: { 'x-client-token': 'Give a UUID.' } })
}
