import { useMemo, useRef, useState, type PointerEvent } from 'react'
import { barsOf, chosenSpan, stepOf } from './histogram.ts'
import type { LogEntry } from './log-entry.ts'
import type { Span } from './log-filter.ts'
import { SpanInputs } from './SpanInputs.tsx'
import { momentText } from './time-text.ts'
import styles from './TimeBrush.module.css'

const stacked = ['other', 'established', 'deleted', 'failed'] as const
type HandleProps = { label: string; at: number; span: Span; onMove: (to: number) => void }

/** One end of what is chosen: its looks are ours, the keys that move it are those of a range input. */
const Handle = ({ label, at, span, onMove }: HandleProps) => (
  <div
    className={styles['handle']}
    style={{ insetInlineStart: `${((at - span.from) / (span.to - span.from)) * 100}%` }}
  >
    <input
      type="range"
      className={styles['range']}
      aria-label={label}
      aria-valuetext={momentText(at)}
      min={span.from}
      max={span.to}
      step={stepOf(span)}
      value={at}
      onChange={({ target }) => onMove(Number(target.value))}
    />
  </div>
)

type TimeBrushProps = {
  /** Whose times are drawn. */
  entries: readonly LogEntry[]
  /** The time that is drawn. */
  span: Span
  chosen: Span | undefined
  onChoose: (span: Span | undefined) => void
}

/** When it happened: bars over the time that the lines cover, of which a part can be chosen by pointer or keyboard. */
export const TimeBrush = ({ entries, span, chosen, onChoose }: TimeBrushProps) => {
  const bars = useMemo(() => barsOf(entries, span), [entries, span])
  const [drag, setDrag] = useState<{ from: number; to: number }>()
  const plot = useRef<HTMLDivElement>(null)
  const most = Math.max(1, ...bars.map(({ total }) => total))
  const length = span.to - span.from
  const step = stepOf(span)

  const momentAt = ({ clientX }: PointerEvent) => {
    const box = plot.current?.getBoundingClientRect()
    if (!box || box.width === 0) return span.from
    const part = Math.min(1, Math.max(0, (clientX - box.left) / box.width))
    return span.from + part * length
  }
  const dragged = drag && (chosenSpan(drag.from, drag.to, span) ?? span)
  // What is chosen may reach beyond the lines that there are.
  const given = chosen && { from: Math.max(span.from, chosen.from), to: Math.min(span.to, chosen.to) }
  const shown = dragged ?? (given && given.from < given.to ? given : span)
  const percent = (time: number) => ((time - span.from) / length) * 100
  const failed = bars.reduce((sum, bar) => sum + bar.failed, 0)

  return (
    <fieldset className={styles['brush']}>
      <legend className="visually-hidden">Time span</legend>
      <div
        ref={plot}
        className={styles['plot']}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          const at = momentAt(event)
          // Near an end of what is chosen, that end is taken hold of.
          const near = Math.max(step, length / 60)
          const anchor =
            chosen && Math.abs(at - shown.from) < near
              ? shown.to
              : chosen && Math.abs(at - shown.to) < near
                ? shown.from
                : at
          setDrag({ from: anchor, to: at })
        }}
        onPointerMove={(event) => setDrag((current) => current && { ...current, to: momentAt(event) })}
        onPointerUp={() => {
          if (dragged) onChoose(dragged === span ? undefined : dragged)
          setDrag(undefined)
        }}
        onPointerCancel={() => setDrag(undefined)}
      >
        <svg
          className={styles['bars']}
          viewBox={`0 0 ${bars.length} 100`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${entries.length} lines from ${momentText(span.from)} to ${momentText(span.to)}, ${failed} of them failures`}
        >
          {bars.map((bar, at) => {
            let top = 100
            return stacked.map((kind) => {
              const height = (bar[kind] / most) * 96
              top -= height
              return height > 0 ? (
                <rect
                  key={`${bar.from}-${kind}`}
                  x={at + 0.1}
                  y={top}
                  width={0.8}
                  height={height}
                  className={styles['bar']}
                  data-kind={kind}
                />
              ) : null
            })
          })}
        </svg>
        <div className={styles['shade']} style={{ insetInlineStart: 0, inlineSize: `${percent(shown.from)}%` }} />
        <div
          className={styles['shade']}
          style={{ insetInlineStart: `${percent(shown.to)}%`, inlineSize: `${100 - percent(shown.to)}%` }}
        />
        <Handle
          label="Start of the time span"
          at={shown.from}
          span={span}
          onMove={(from) => onChoose(chosenSpan(Math.min(from, shown.to - step), shown.to, span))}
        />
        <Handle
          label="End of the time span"
          at={shown.to}
          span={span}
          onMove={(to) => onChoose(chosenSpan(shown.from, Math.max(to, shown.from + step), span))}
        />
      </div>
      <div className={styles['axis']} aria-hidden="true">
        <span>{momentText(span.from)}</span>
        <span>{momentText(span.to)}</span>
      </div>
      <SpanInputs key={`${chosen?.from} ${chosen?.to}`} span={span} chosen={chosen} onChoose={onChoose} />
    </fieldset>
  )
}
