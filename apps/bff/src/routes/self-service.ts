import { ApiError } from '@vpn-console/api-client'
import { Router, type ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'
import { createDirectory } from '../self-service/directory.ts'
import { createInvitationTokens } from '../self-service/invitation-token.ts'
import { createSelfServiceLimits } from '../self-service/limits.ts'
import type { RouteParts } from './parts.ts'
import { invitationRoutes } from './self-service/invitation-routes.ts'
import { ownRoutes } from './self-service/own-routes.ts'
import type { SelfServiceParts } from './self-service/parts.ts'
import { portalRoutes } from './self-service/portal-routes.ts'
import { serverRoutes } from './self-service/server-routes.ts'
import { createServe } from './serve.ts'

/**
 * Guests are told little of what failed at the cloud; whoever looks after the console finds the rest in the log. Its
 * words are left out: the cloud may quote what it refuses.
 */
const logCauses =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, _request, _response, next) => {
    const cause = error instanceof ApiError ? error.cause : undefined
    if (cause instanceof ApiError) {
      const { code, status, requestId } = cause
      log.warn({ code, status, requestId }, 'self-service: the cloud refused or failed')
    }
    next(error)
  }

export const selfServiceRoutes = (parts: RouteParts): Router => {
  const { store, clouds, tuning, cache, now, read, vault, log } = parts
  const router = Router({ caseSensitive: true, strict: true })
  const serve = createServe(parts, router)
  const shared: SelfServiceParts = {
    store,
    clouds,
    tuning,
    cache,
    now,
    directory: createDirectory(read),
    tokens: createInvitationTokens(vault),
    limits: createSelfServiceLimits(store.rateLimits, vault, tuning),
  }
  serverRoutes(serve, shared)
  portalRoutes(serve, shared)
  invitationRoutes(serve, shared)
  ownRoutes(serve, shared)
  router.use(logCauses(log))
  return router
}
