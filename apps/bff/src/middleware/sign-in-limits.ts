import { ownError, type SignInBody } from '@vpn-console/api-client'
import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit, type Options } from 'express-rate-limit'
import type { Tuning } from '../tuning.ts'

const tooMany: Options['handler'] = (_request, _response, next) => {
  next(ownError('CONSOLE.TOO_MANY'))
}

/** Slows down who tries passwords: failed sign-ins are counted by address, and by the name they were for. */
export const createSignInLimits = (
  tuning: Tuning,
  readBody: (request: Request) => SignInBody,
): { byAddress: RequestHandler; byUser: RequestHandler } => {
  const shared = {
    windowMs: tuning.signInWindowMs,
    skipSuccessfulRequests: true,
    standardHeaders: true,
    legacyHeaders: false,
    handler: tooMany,
    // Its own checks would write to the output of the process; the settings are checked when they are read.
    validate: false,
  } satisfies Partial<Options>
  return {
    byAddress: rateLimit({
      ...shared,
      limit: tuning.signInPerAddress,
      keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
    }),
    byUser: rateLimit({
      ...shared,
      limit: tuning.signInPerUser,
      keyGenerator: (request) => readBody(request).userName.normalize('NFKC').toLowerCase(),
    }),
  }
}
