import { useNow } from './now.ts'
import { agoWords, exactWords, parseTime } from './time-words.ts'

/** A time of the cloud, as its distance from now; exact on hover, with UTC. */
export const Timestamp = ({ value }: { value: string | undefined }) => {
  const now = useNow()
  const time = parseTime(value)
  if (time === undefined) return <>–</>
  return (
    <time dateTime={new Date(time).toISOString()} title={exactWords(time)}>
      {agoWords(time, now)}
    </time>
  )
}
