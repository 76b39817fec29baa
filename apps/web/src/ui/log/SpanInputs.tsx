import Button from '@cloudscape-design/components/button'
import { useId, useState } from 'react'
import type { Span } from './log-filter.ts'
import { toInputText, zoneName } from './time-text.ts'
import styles from './TimeBrush.module.css'

type SpanInputsProps = { span: Span; chosen: Span | undefined; onChoose: (span: Span | undefined) => void }

/** The chosen span to the second, for those who know when it was. */
export const SpanInputs = ({ span, chosen, onChoose }: SpanInputsProps) => {
  const id = useId()
  const [from, setFrom] = useState(() => (chosen ? toInputText(chosen.from) : ''))
  const [to, setTo] = useState(() => (chosen ? toInputText(chosen.to) : ''))
  // What is typed has the reader's zone, as a date without a zone has.
  const [first, last] = [from === '' ? span.from : Date.parse(from), to === '' ? span.to : Date.parse(to)]
  const trouble = first > last ? 'The span ends before it begins.' : undefined
  const send = () => {
    if (from === '' && to === '') return onChoose(undefined)
    if (first <= last) onChoose({ from: first, to: last })
  }
  const input = (name: string, value: string, change: (value: string) => void) => (
    <label className={styles['input']}>
      <span>{name}</span>
      <input
        type="datetime-local"
        step={1}
        value={value}
        aria-describedby={`${id}-zone`}
        aria-invalid={trouble !== undefined}
        onChange={({ target }) => change(target.value)}
        onBlur={send}
        onKeyDown={({ key }) => {
          if (key === 'Enter') send()
        }}
      />
    </label>
  )
  return (
    <div className={styles['inputs']}>
      {input('From', from, setFrom)}
      {input('To', to, setTo)}
      <span id={`${id}-zone`} className={styles['zone']}>
        {trouble ?? zoneName()}
      </span>
      {chosen && (
        <Button formAction="none" variant="inline-link" onClick={() => onChoose(undefined)}>
          Show the whole time
        </Button>
      )}
    </div>
  )
}
