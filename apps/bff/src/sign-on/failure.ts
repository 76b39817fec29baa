import type { SignOnProblem } from '@vpn-console/api-client'
import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client'
import { PrivateAddress } from '../outbound.ts'

/** A sign-in by the provider that does not go on, for a reason that the sign-in page has words for. */
export class SignOnFailure extends Error {
  readonly problem: SignOnProblem
  constructor(problem: SignOnProblem, message: string, options?: ErrorOptions) {
    super(message, options)
    this.problem = problem
  }
}

const ofAuthorization: Record<string, SignOnProblem> = {
  server_error: 'provider-down',
  temporarily_unavailable: 'provider-down',
  unauthorized_client: 'client-refused',
  invalid_request: 'client-refused',
  invalid_scope: 'client-refused',
  unsupported_response_type: 'client-refused',
}
const ofToken: Record<string, SignOnProblem> = {
  invalid_client: 'client-refused',
  unauthorized_client: 'client-refused',
  // The code was used before, or it came too late.
  invalid_grant: 'lost',
}
const ofClient: Record<string, SignOnProblem> = {
  OAUTH_TIMEOUT: 'provider-down',
  OAUTH_ABORT: 'provider-down',
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'clock',
}

/** The errors behind an error, it included. */
const chainOf = (error: unknown): unknown[] => {
  const chain: unknown[] = []
  for (
    let next = error;
    next !== undefined && chain.length < 8;
    next = next instanceof Error ? next.cause : undefined
  ) {
    chain.push(next)
  }
  return chain
}

const isDown = (status: number) => status >= 500 || status === 429

/** What went wrong on the way through the provider, as the sign-in page tells it. */
export const problemOf = (error: unknown): SignOnProblem => {
  const chain = chainOf(error)
  const known = chain.find((cause) => cause instanceof SignOnFailure)
  if (known) return known.problem
  if (chain.some((cause) => cause instanceof PrivateAddress)) return 'provider-wrong'
  if (error instanceof AuthorizationResponseError) return ofAuthorization[error.error] ?? 'refused'
  if (error instanceof ResponseBodyError) {
    return ofToken[error.error] ?? (isDown(error.status) ? 'provider-down' : 'provider-wrong')
  }
  // The token endpoint answers so to a wrong secret.
  if (error instanceof WWWAuthenticateChallengeError) return 'client-refused'
  // What undici throws where there is no answer at all.
  if (chain.some((cause) => cause instanceof TypeError && cause.message === 'fetch failed')) return 'provider-down'
  if (!(error instanceof ClientError)) return 'fault'
  const response = chain.find((cause) => cause instanceof Object && 'status' in cause && 'headers' in cause)
  // An unexpected answer is its own cause.
  if (response && isDown(Number((response as { status: unknown }).status))) return 'provider-down'
  return ofClient[error.code ?? ''] ?? 'provider-wrong'
}

/** What the log may hold of it: kinds and codes, and the provider's own words for them; no answer, no token. */
export const detailsOf = (error: unknown): Record<string, unknown> => {
  const codes = chainOf(error).flatMap((cause) =>
    cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? [cause.code] : [],
  )
  const told = error instanceof AuthorizationResponseError || error instanceof ResponseBodyError ? error : undefined
  return {
    problem: problemOf(error),
    reason: error instanceof Error ? error.message : undefined,
    codes,
    ...(told && { error: told.error, description: told.error_description?.slice(0, 300) }),
  }
}
