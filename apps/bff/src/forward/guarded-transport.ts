import { ownError, type Transport } from '@vpn-console/api-client'
import type { CircuitBreaker } from './circuit-breaker.ts'
import type { Slots } from './slots.ts'

type Guards = {
  slots: Slots
  breaker: CircuitBreaker
  /** How long an attempt took, for the measurements. */
  onAttempt: (operation: string, seconds: number) => void
}

/** A transport that sends so many calls at a time, and none while the cloud does not answer. */
export const guardTransport =
  (transport: Transport, { slots, breaker, onAttempt }: Guards): Transport =>
  async (request) => {
    // Asked before waiting as well: behind calls that hang, a paused cloud would still cost seconds.
    breaker.check()
    const release = await slots.take({ signal: request.signal, onAbort: () => ownError('CONSOLE.CANCELLED') })
    try {
      return await breaker.run(async () => {
        const start = performance.now()
        try {
          return await transport(request)
        } finally {
          onAttempt(request.name, (performance.now() - start) / 1_000)
        }
      })
    } finally {
      release()
    }
  }
