import { setTimeout as pause } from 'node:timers/promises'
import { isBusy } from '@vpn-console/api-client'

type Waiting = {
  limitMs: number
  firstPauseMs: number
  /** The console is closing: no more waiting. */
  signal: AbortSignal
  onWait: () => void
}

const longestPauseMs = 8_000

/**
 * Offers a change again while the cloud says that it is busy or not ready, which means that it did nothing yet; the
 * pauses grow. When the time is up, its last word goes on to the caller.
 */
export const waitOutBusy = async <T>(change: () => Promise<T>, waiting: Waiting): Promise<T> => {
  const until = Date.now() + waiting.limitMs
  for (let pauseMs = waiting.firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return await change()
    } catch (error) {
      if (!isBusy(error) || Date.now() + pauseMs > until || waiting.signal.aborted) throw error
      waiting.onWait()
      // Interrupted by the end of the console, the cloud's word stands.
      await pause(pauseMs, undefined, { signal: waiting.signal }).catch(() => {
        throw error
      })
    }
  }
}
