import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { sessionEnd } from '../api/presence.ts'
import { renewSession } from '../api/session.ts'
import { useStore } from '../api/store.ts'
import { useNow } from '../ui/now.ts'
import type { Ending } from './ending.ts'
import styles from './IdleNotice.module.css'

const leftWords = (leftMs: number) => {
  const minutes = Math.max(1, Math.ceil(leftMs / 60_000))
  return minutes === 1 ? 'in less than a minute' : `in ${minutes} minutes`
}

/** Says that the session is about to end. It takes no focus: whoever is at work goes on, and with that stays. */
export default function IdleNotice({ ending }: { ending: Ending }) {
  const end = useStore(sessionEnd) ?? 0
  const left = leftWords(end - useNow())
  const [isAsking, setAsking] = useState(false)
  const stay = async () => {
    setAsking(true)
    try {
      await renewSession()
    } catch {
      // That the session has ended meanwhile is met by the guard.
    } finally {
      setAsking(false)
    }
  }
  return (
    <section className={styles['notice']} aria-label="End of your session">
      <output>
        {ending === 'final'
          ? `You will be signed out ${left}: a session lasts no longer than this. Save your work; you can sign in again at once.`
          : `You will be signed out ${left}, because nothing was done here.`}
      </output>
      {ending === 'idle' && (
        <Button variant="primary" formAction="none" loading={isAsking} onClick={() => void stay()}>
          Stay signed in
        </Button>
      )}
    </section>
  )
}
