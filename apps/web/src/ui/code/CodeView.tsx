import Button from '@cloudscape-design/components/button'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import { useState, type ReactNode } from 'react'
import { CopyButton } from '../CopyButton.tsx'
import { download } from '../table/export.ts'
import styles from './CodeView.module.css'

/** One way to write the same thing. */
export type CodeFormat = {
  id: string
  /** What people call it: `Terraform`. */
  text: string
  /** The text, made when it is looked at. */
  write: () => string
  /** Under which name it is saved. */
  fileName: string
  note?: ReactNode
  /** What else can be chosen in this format. */
  tools?: ReactNode
}

type CodeViewProps = {
  formats: readonly CodeFormat[]
  /** Name of the choice: `Format of gw-paris`. */
  label: string
}

const typeOf = (fileName: string) => (fileName.endsWith('.json') ? 'application/json' : 'text/plain')

/** Code to read, copy and save, in one of several formats. */
export const CodeView = ({ formats, label }: CodeViewProps) => {
  const [chosen, setChosen] = useState<string>()
  const format = formats.find(({ id }) => id === chosen) ?? formats[0]
  if (!format) return null
  const text = format.write()
  return (
    <div>
      <div className={styles['tools']}>
        <SegmentedControl
          label={label}
          selectedId={format.id}
          options={formats.map(({ id, text }) => ({ id, text }))}
          onChange={({ detail }) => setChosen(detail.selectedId)}
        />
        {format.tools}
        <Button
          formAction="none"
          iconName="download"
          onClick={() => download(format.fileName, typeOf(format.fileName), text)}
        >
          Download {format.fileName}
        </Button>
      </div>
      {format.note !== undefined && <p className={styles['note']}>{format.note}</p>}
      <section className={styles['place']} aria-label={`${format.text} code`}>
        <div className={styles['copy']}>
          <CopyButton text={text} what={`the ${format.text} code`} />
        </div>
        <pre className={`mono ${styles['code'] ?? ''}`}>{text}</pre>
      </section>
    </div>
  )
}
