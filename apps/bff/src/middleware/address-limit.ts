import { ownError } from '@vpn-console/api-client'
import type { RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import type { Tuning } from '../tuning.ts'

/** Slows down who tries: what failed is counted by address. What fails by name is counted in the database. */
export const createAddressLimit = (tuning: Pick<Tuning, 'signInWindowMs' | 'signInPerAddress'>): RequestHandler =>
  rateLimit({
    windowMs: tuning.signInWindowMs,
    limit: tuning.signInPerAddress,
    skipSuccessfulRequests: true,
    // Somebody who is only asked for his code has not failed.
    requestWasSuccessful: (_request, response) => response.statusCode < 400 || response.locals['isHalfWay'] === true,
    standardHeaders: true,
    legacyHeaders: false,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
    handler: (_request, _response, next) => {
      next(ownError('CONSOLE.TOO_MANY'))
    },
    // Its own checks would write to the output of the process; the settings are checked when they are read.
    validate: false,
  })
