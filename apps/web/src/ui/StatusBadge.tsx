import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useNow } from './now.ts'
import { noteStatus } from './status-since.ts'
import { statusWords, type StatusOf } from './status-words.ts'
import styles from './StatusBadge.module.css'
import { spanWords } from './time-words.ts'

type StatusBadgeProps = {
  of: StatusOf
  /** Id of the resource, by which its changes are remembered. */
  id: string
  /** The API's own word. */
  status: string
  /** What is known beyond the status, in a few words: a cause. */
  cause?: string | undefined
  /** Since when, where something knows better than we who only look; `isLate`: it was so before already. */
  since?: { since: number; isLate: boolean } | undefined
}

/** A late witness says nothing until there is something to say. */
const leastLateMs = 60_000

const Age = ({ id, status, told }: { id: string; status: string; told: StatusBadgeProps['since'] }) => {
  const now = useNow()
  // Remembering a status once more changes nothing, so it may happen while rendering.
  const seen = noteStatus(id, status, now)
  // Who came late knows less than who tells of an earlier time; who saw the change knows best.
  const { since, isLate } = told && seen.isLate && told.since <= seen.since ? told : seen
  const ms = Math.max(0, now - since)
  if (isLate && ms < leastLateMs) return null
  return (
    <span className={styles['age']}>
      {isLate ? ' for at least ' : ' for '}
      {spanWords(ms)}
    </span>
  )
}

/** A status as icon and words, with its age; the API's own code on hover. */
export const StatusBadge = ({ of, id, status, cause, since }: StatusBadgeProps) => {
  const { words, kind, hasAge } = statusWords(of, status)
  return (
    <span title={`Status ${status}`} className={styles['badge']}>
      <StatusIndicator type={kind}>
        {words}
        {hasAge && <Age id={id} status={status} told={since} />}
      </StatusIndicator>
      {cause !== undefined && <span className={styles['cause']}>{cause}</span>}
    </span>
  )
}
