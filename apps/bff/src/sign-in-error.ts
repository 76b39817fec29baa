import { ownError, type ApiError } from '@vpn-console/api-client'
import type { Response } from 'express'
import type { Authenticated } from './store/people.ts'

type Refused = Exclude<Authenticated, { person: unknown }>

/** A refused sign-in as the error that is answered; where the name has to wait, it says how long. */
export const signInError = (
  refused: Refused,
  response: Response,
  now: number,
  wrong: 'CONSOLE.WRONG_SIGN_IN' | 'CONSOLE.WRONG_CODE' = 'CONSOLE.WRONG_SIGN_IN',
): ApiError => {
  if (refused.refused === 'wrong') return ownError(wrong)
  const seconds = Math.max(1, Math.ceil((refused.until - now) / 1000))
  response.setHeader('Retry-After', seconds)
  const minutes = Math.ceil(seconds / 60)
  return ownError('CONSOLE.LOCKED', `Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`)
}
