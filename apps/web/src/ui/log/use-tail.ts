import { useEffect, useState, type RefObject } from 'react'
import type { LogEntry } from './log-entry.ts'

const countWords = (count: number) => `${count} new ${count === 1 ? 'line' : 'lines'}`

type Tail = {
  /** All lines that are known, newest first. */
  entries: readonly LogEntry[]
  isPending: boolean
  isLive: boolean
  /** Whether somebody reads further down or one line, so that nothing may move. */
  isReading: boolean
  /** What the lines are shown in. */
  place: RefObject<HTMLElement | null>
}

/** Whether the head of something has been scrolled out of sight. */
const useIsScrolledPast = (place: RefObject<HTMLElement | null>): boolean => {
  const [isPast, setPast] = useState(false)
  useEffect(() => {
    const look = () => setPast((place.current?.getBoundingClientRect().top ?? 0) < 0)
    document.addEventListener('scroll', look, { passive: true, capture: true })
    return () => document.removeEventListener('scroll', look, { capture: true })
  }, [place])
  return isPast
}

/**
 * Lets new lines in at the top only while nobody reads: where the head of the list is in sight. Otherwise they wait,
 * and are counted, until they are asked for.
 */
export const useTail = ({ entries, isPending, isLive, isReading, place }: Tail) => {
  // The newest line that is shown; those after it wait.
  const [until, setUntil] = useState<number>()
  const [news, setNews] = useState('')
  const isScrolledPast = useIsScrolledPast(place)
  const newest = entries[0]?.line.time ?? 0
  const at = until === undefined ? 0 : entries.findIndex(({ line }) => line.time <= until)
  const count = at === -1 ? entries.length : at

  // Both follow from what has come, and are set while rendering so that nothing is drawn twice.
  if (!isPending && until === undefined) setUntil(newest)
  if (isLive && count > 0) {
    if (news !== countWords(count)) setNews(countWords(count))
    if (!isReading && !isScrolledPast) setUntil(newest)
  }

  return {
    shown: count === 0 ? entries : entries.slice(count),
    waiting: isLive ? count : 0,
    waitingWords: `Show ${countWords(count)}`,
    show: () => setUntil(newest),
    /** Said to those who cannot see it. */
    news,
  }
}
