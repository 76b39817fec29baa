import { ApiError, ownError } from '@vpn-console/api-client'

export type CircuitState = 'closed' | 'half-open' | 'open'

const noAnswer = new Set(['CONSOLE.CLOUD_TIMEOUT', 'CONSOLE.CLOUD_UNREACHABLE'])

/**
 * Leaves a cloud alone that gave no answer several times in a row: calls fail at once until a while has passed; then
 * one call tries, and decides for the others. An answer of whatever status closes it.
 */
export const createCircuitBreaker = (limits: { failures: number; openMs: number }, now: () => number) => {
  let failures = 0
  let openUntil = 0
  let isTrying = false

  const isOpen = () => failures >= limits.failures
  const check = () => {
    if (isOpen() && (isTrying || now() < openUntil)) throw ownError('CONSOLE.CLOUD_PAUSED')
  }

  return {
    /** Throws while calls are paused. */
    check,
    run: async <T>(call: () => Promise<T>): Promise<T> => {
      check()
      const isTrial = isOpen()
      if (isTrial) isTrying = true
      try {
        const answer = await call()
        failures = 0
        return answer
      } catch (error) {
        if (error instanceof ApiError && noAnswer.has(error.code)) {
          failures++
          if (isOpen()) openUntil = now() + limits.openMs
        } else if (!(error instanceof ApiError) || error.code !== 'CONSOLE.CANCELLED') {
          failures = 0
        }
        throw error
      } finally {
        if (isTrial) isTrying = false
      }
    },
    state: (): CircuitState => {
      if (!isOpen()) return 'closed'
      return now() < openUntil ? 'open' : 'half-open'
    },
  }
}
export type CircuitBreaker = ReturnType<typeof createCircuitBreaker>
