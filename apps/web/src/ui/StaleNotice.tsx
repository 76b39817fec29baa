import Button from '@cloudscape-design/components/button'
import styles from './StaleNotice.module.css'
import { clockWords, exactWords } from './time-words.ts'

type StaleNoticeProps = {
  /** When the data was last right; undefined while it is current. */
  since: Date | undefined
  onRetry: () => void
  isRetrying?: boolean
}

/** Says quietly that what is on screen could not be refreshed; the old data stays. */
export const StaleNotice = ({ since, onRetry, isRetrying = false }: StaleNoticeProps) => (
  <output className={styles['place']}>
    {since && (
      <span className={styles['notice']}>
        <span title={exactWords(since.getTime())}>Not updated since {clockWords(since)}</span>
        <Button
          formAction="none"
          variant="inline-link"
          onClick={onRetry}
          loading={isRetrying}
          loadingText="Trying again"
        >
          Try again
        </Button>
      </span>
    )}
  </output>
)
