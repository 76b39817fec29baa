import Button from '@cloudscape-design/components/button'
import type { ReactNode } from 'react'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { download } from '../../../ui/table/export.ts'
import styles from './PeerConfiguration.module.css'

type ConfigurationTextProps = {
  /** What the device is told. */
  text: string
  /** The same with the key hidden, for the screen: the text itself, or a picture of it. */
  shown: ReactNode
  label: string
  fileName: string
  note: string
}

/** A configuration to read, copy and save. */
export const ConfigurationText = ({ text, shown, label, fileName, note }: ConfigurationTextProps) => (
  <div>
    <div className={styles['tools']}>
      <span className={styles['note']}>{note}</span>
      <span className={styles['buttons']}>
        <CopyButton text={text} what={label} />
        <Button formAction="none" iconName="download" onClick={() => download(fileName, 'text/plain', text)}>
          Download {fileName}
        </Button>
      </span>
    </div>
    <section aria-label={label}>
      {typeof shown === 'string' ? <pre className={`mono ${styles['text'] ?? ''}`}>{shown}</pre> : shown}
    </section>
  </div>
)
