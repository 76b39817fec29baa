import Button from '@cloudscape-design/components/button'
import { exactWords } from '../time-words.ts'
import type { LogEntry } from './log-entry.ts'
import styles from './LogView.module.css'
import { lineTime, momentText } from './time-text.ts'
import type { KeptLines } from './use-kept-lines.ts'

type LogHistoryProps = {
  kept: KeptLines
  oldest: LogEntry | undefined
  /** When the line was that a link asks for and that is not loaded. */
  linked: number | undefined
}

const keptWords = ({ keptSince, isPending, error }: KeptLines): string => {
  if (isPending || error) return ''
  if (keptSince === undefined) return 'The console has kept none of these lines yet: it keeps what it sees from now on.'
  return `The console keeps lines since ${momentText(keptSince)}; the cloud itself has only the newest 200 of a connection.`
}

/** How far back the lines reach, and the way further back. */
export const LogHistory = ({ kept, oldest, linked }: LogHistoryProps) => (
  <div className={styles['history']}>
    <output>
      {linked !== undefined &&
        !kept.isPending &&
        !kept.isReaching &&
        `The line of ${momentText(linked)} that the link leads to is not among those loaded. It may no longer be kept.`}
      {kept.isReaching && 'Loading older lines.'}
    </output>
    <span title={kept.keptSince === undefined ? undefined : exactWords(kept.keptSince)}>
      {oldest && `Loaded back to ${lineTime(oldest.line)}. `}
      {keptWords(kept)}
    </span>
    {kept.hasOlder && (
      <Button formAction="none" loading={kept.isLoadingOlder} loadingText="Loading" onClick={kept.loadOlder}>
        Load older
      </Button>
    )}
  </div>
)
