import { useEffect, useState } from 'react'
import { isUnattended, sessionEnd, watchPresence } from '../api/presence.ts'
import { renewSession } from '../api/session.ts'
import { signedOut } from '../api/signed-out.ts'
import { endingOf, mustAsk, warnMs, type Ending } from './ending.ts'

const lookMs = 5_000

const leftMs = () => (sessionEnd.get() ?? Infinity) - Date.now()

/** Whether the session is about to end. It is asked for when it should have, so that nothing stays on screen after it. */
export const useEnding = (): Ending | undefined => {
  const [ending, setEnding] = useState<Ending>()

  useEffect(() => {
    let shown: Ending | undefined
    let isAsking = false
    const show = (next: Ending | undefined) => {
      shown = next
      setEnding(next)
    }
    const look = async () => {
      if (signedOut.get() !== 'no') show(undefined)
      if (isAsking || signedOut.get() !== 'no') return
      if (!mustAsk({ leftMs: leftMs(), shown, isUnattended: isUnattended() })) return
      isAsking = true
      try {
        const session = await renewSession()
        show(endingOf(leftMs(), session))
      } catch {
        // The transport has met the end of the session; anything else is tried again.
      } finally {
        isAsking = false
      }
    }
    const onSeen = () => void look()
    const stops = [
      watchPresence(),
      // Any answer may tell that it lasts longer now.
      sessionEnd.subscribe(() => {
        if (shown !== undefined && leftMs() > warnMs) show(undefined)
      }),
    ]
    const timer = setInterval(onSeen, lookMs)
    // A machine that slept, or a tab that was hidden, is behind.
    document.addEventListener('visibilitychange', onSeen)
    return () => {
      for (const stop of stops) stop()
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onSeen)
    }
  }, [])

  return ending
}
