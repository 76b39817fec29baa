import { useEffect, useState } from 'react'
import styles from './CopyButton.module.css'

/** How long the button says that it has copied. */
const confirmationMs = 2_000

const drawings = {
  idle: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  copied: 'M3 8.5l3.5 3.5L13 5',
  failed: 'M4 4l8 8M12 4l-8 8',
}

type CopyButtonProps = { text: string; what: string }

/** Copies a text, and says so; `what` is the text's name, as in "Copy the request id". */
export const CopyButton = ({ text, what }: CopyButtonProps) => {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')

  useEffect(() => {
    if (state === 'idle') return undefined
    const timer = setTimeout(() => setState('idle'), confirmationMs)
    return () => clearTimeout(timer)
  }, [state])

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      setState('failed')
    }
  }

  return (
    <>
      <button type="button" className={styles['button']} aria-label={`Copy ${what}`} onClick={() => void copy()}>
        <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <path d={drawings[state]} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
        </svg>
      </button>
      <output className="visually-hidden">
        {state === 'copied' ? 'Copied' : state === 'failed' ? 'Copying failed' : ''}
      </output>
    </>
  )
}
