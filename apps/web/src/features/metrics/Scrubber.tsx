import type { PointerEvent } from 'react'
import styles from './Scrubber.module.css'

type ScrubberProps = {
  label: string
  count: number
  /** Undefined: nobody points at anything. */
  index: number | undefined
  /** What is at an index, in words. */
  wordsOf: (index: number) => string
  /** Which index lies at a place, 0 to 1. */
  indexAt: (place: number) => number
  onIndex: (index: number | undefined) => void
}

/**
 * Lies unseen over a picture of many values and reads them out one by one: to the pointer, and as a slider to the
 * keyboard and to screen readers.
 */
export const Scrubber = ({ label, count, index, wordsOf, indexAt, onIndex }: ScrubberProps) => {
  const point = ({ clientX, currentTarget }: PointerEvent<HTMLInputElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    const place = width === 0 ? 0 : Math.min(1, Math.max(0, (clientX - left) / width))
    onIndex(Math.min(count - 1, Math.max(0, indexAt(place))))
  }
  const shown = index ?? count - 1
  return (
    <input
      type="range"
      className={styles['scrubber']}
      aria-label={label}
      aria-valuetext={wordsOf(shown)}
      min={0}
      max={Math.max(0, count - 1)}
      value={shown}
      onChange={({ target }) => onIndex(target.valueAsNumber)}
      onPointerMove={point}
      onPointerLeave={() => onIndex(undefined)}
      onFocus={() => onIndex(index ?? count - 1)}
      onBlur={() => onIndex(undefined)}
    />
  )
}
