import { useState } from 'react'
import { Scrubber } from './Scrubber.tsx'
import type { Segment } from './status-history.ts'
import { segmentWords } from './status-words.ts'
import styles from './StatusStrip.module.css'

const width = 1_000
/** Thin, yet to be seen: what matters most is short. */
const leastTroubleWidth = 3

// Troubles stand out by their height and are drawn last, so that not colour alone tells them.
const shapes = [
  // Covers the hatching, which is left where nothing was measured.
  { state: 'measured', top: 0, height: 24 },
  { state: 'up', top: 6, height: 12 },
  { state: 'unknown', top: 9, height: 6 },
  { state: 'partly', top: 3, height: 18 },
  { state: 'down', top: 0, height: 24 },
] as const

/** The rectangles of all segments of one state, as one path. */
export const statePath = (
  segments: readonly Segment[],
  { state, top, height }: { state: Segment['state'] | 'measured'; top: number; height: number },
): string => {
  const from = segments[0]?.from ?? 0
  const whole = (segments.at(-1)?.to ?? 0) - from
  const least = state === 'down' || state === 'partly' ? leastTroubleWidth : 0
  return segments
    .filter((segment) => (state === 'measured' ? segment.state !== 'unmeasured' : segment.state === state))
    .map((segment) => {
      const wide = Math.max(least, ((segment.to - segment.from) / whole) * width)
      const left = Math.min(((segment.from - from) / whole) * width, width - wide)
      return `M${left.toFixed(2)} ${top}h${wide.toFixed(2)}v${height}h${(-wide).toFixed(2)}z`
    })
    .join('')
}

type StatusStripProps = { label: string; segments: readonly Segment[] }

/** The status over time as a band; pointing or arrow keys go through its segments. */
export const StatusStrip = ({ label, segments }: StatusStripProps) => {
  const [index, setIndex] = useState<number>()
  const from = segments[0]?.from ?? 0
  const span = (segments.at(-1)?.to ?? 0) - from
  const pointed = index === undefined ? undefined : segments[index]
  const middle = pointed ? ((pointed.from + pointed.to) / 2 - from) / span : 0
  const indexAt = (place: number) => {
    const time = from + place * span
    const found = segments.findIndex((segment) => time < segment.to)
    return found === -1 ? segments.length - 1 : found
  }
  return (
    <div className={styles['strip']}>
      <svg viewBox={`0 0 ${width} 24`} preserveAspectRatio="none" className={styles['band']} aria-hidden="true">
        {shapes.map((shape) => (
          <path key={shape.state} data-state={shape.state} d={statePath(segments, shape)} />
        ))}
      </svg>
      {pointed && (
        <div
          className={styles['tip']}
          data-side={middle > 0.5 ? 'before' : 'after'}
          style={{ insetInlineStart: `${middle * 100}%` }}
          aria-hidden="true"
        >
          {segmentWords(pointed, span)}
        </div>
      )}
      <Scrubber
        label={label}
        count={segments.length}
        index={index}
        wordsOf={(at) => {
          const segment = segments[at]
          return segment ? segmentWords(segment, span) : ''
        }}
        indexAt={indexAt}
        onIndex={setIndex}
      />
    </div>
  )
}
