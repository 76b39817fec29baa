import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { expiryOf } from './expiry.ts'
import { useNow } from './now.ts'
import { dayWords, exactWords, parseTime } from './time-words.ts'

type ExpiryProps = {
  value: string | undefined
  /** With the day itself. */
  isDated?: boolean
}

/** When a certificate ends, as the days that are left; the exact time on hover. */
export const Expiry = ({ value, isDated = false }: ExpiryProps) => {
  const now = useNow()
  const end = parseTime(value)
  if (end === undefined) return <>–</>
  const { words, kind } = expiryOf(end, now)
  return (
    <time dateTime={new Date(end).toISOString()} title={exactWords(end)}>
      {isDated && <div>{dayWords(end)}</div>}
      <StatusIndicator type={kind}>{words}</StatusIndicator>
    </time>
  )
}
