import Button from '@cloudscape-design/components/button'
import { useEffect, type ReactNode } from 'react'
import { CopyButton } from '../CopyButton.tsx'
import { KeyValues } from '../KeyValues.tsx'
import type { LogEntry } from './log-entry.ts'
import styles from './LineDetail.module.css'
import { lineTime, lineTimeUtc } from './time-text.ts'

type LineDetailProps = {
  entry: LogEntry
  tunnel: ReactNode
  /** What it means, where that is known. */
  meaning: ReactNode
  onClose: () => void
}

/** One line of a log: as it was written, taken apart, explained, and with a link to send on. */
export const LineDetail = ({ entry, tunnel, meaning, onClose }: LineDetailProps) => {
  const { line, id } = entry

  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose()
    }
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [onClose])

  const link = new URL(location.href)
  link.searchParams.set('line', id)
  link.searchParams.delete('page')

  return (
    <section aria-label={`Line of ${lineTime(line)}`} className={styles['detail']}>
      <div className={styles['head']}>
        <h3 className={styles['title']}>
          {lineTime(line)} <span className={styles['quiet']}>{lineTimeUtc(line)}</span>
        </h3>
        <span className={styles['tool']}>
          Raw line <CopyButton text={line.raw} what="the raw line" />
        </span>
        <span className={styles['tool']}>
          Link <CopyButton text={link.href} what="the link to this line" />
        </span>
        <Button formAction="none" variant="icon" iconName="close" ariaLabel="Close the line" onClick={onClose} />
      </div>
      <pre className={styles['raw']}>{line.raw}</pre>
      {line.process === undefined && (
        <p className={styles['note']}>This line fits none of the known formats, so it is shown as it came.</p>
      )}
      {meaning}
      <KeyValues
        columns={4}
        items={[
          { label: 'Connection', value: tunnel },
          ...Object.entries(line.values).map(([key, value]) => ({
            label: key,
            value: value && <span className="mono">{value}</span>,
          })),
        ]}
      />
    </section>
  )
}
