import { memo, useMemo } from 'react'
import { useStore, type Store } from '../../api/store.ts'
import {
  drawingHeight,
  drawingWidth,
  linePath,
  notMeasured,
  shownThreshold,
  stepPlace,
  stepTime,
  stepWords,
  type ChartLine,
  type Threshold,
} from './chart-lines.ts'
import styles from './LineChart.module.css'
import { gridEnd, type TimeGrid } from './metric-ranges.ts'
import { axisFor, numberWords, valueWords, type Unit } from './metric-units.ts'
import { gapsOf, type Run } from './readings.ts'
import { Scrubber } from './Scrubber.tsx'
import { momentWords, tickWords, timeTicks } from './time-axis.ts'

/** The moment that is pointed at, and in which chart: the others mark it, too. */
export type Cursor = { time: number; label: string }

type LineChartProps = {
  label: string
  lines: readonly ChartLine[]
  grid: TimeGrid
  unit: Unit
  threshold?: Threshold | undefined
  /** Shared by the charts of a page. */
  cursor: Store<Cursor | undefined>
}

const percent = (part: number) => `${part * 100}%`

const Paths = memo(({ lines, max }: { lines: readonly ChartLine[]; max: number }) => (
  <svg
    className={styles['lines']}
    viewBox={`0 0 ${drawingWidth} ${drawingHeight}`}
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    {lines.map(({ id, values, colour, isDashed }) => (
      <path key={id} className={styles['line']} data-colour={colour} data-dashed={isDashed} d={linePath(values, max)} />
    ))}
  </svg>
))

const Gap = ({ run: { start, end }, count }: { run: Run; count: number }) => {
  const left = stepPlace(Math.max(0, start - 1), count)
  const right = stepPlace(Math.min(count - 1, end), count)
  return (
    <div
      className={styles['gap']}
      title="Not measured"
      style={{ insetInlineStart: percent(left), inlineSize: percent(right - left) }}
    />
  )
}

type AtStep = Pick<LineChartProps, 'lines' | 'grid' | 'unit'> & { step: number }

/** The figures of a moment, beside it. */
const Tip = ({ lines, grid, unit, step }: AtStep) => {
  const place = stepPlace(step, grid.count)
  return (
    <div
      className={styles['tip']}
      data-side={place > 0.4 ? 'before' : 'after'}
      style={{ insetInlineStart: percent(place) }}
      aria-hidden="true"
    >
      <div className={styles['tip-time']}>{momentWords(stepTime(grid, step), gridEnd(grid) - grid.from)}</div>
      {lines.map(({ id, name, values, colour, isDashed }) => {
        const value = values[step]
        return (
          <div key={id} className={styles['tip-line']}>
            <span className={styles['swatch']} data-colour={colour} data-dashed={isDashed} />
            <span className={styles['tip-name']}>{name}</span>
            <span>{value === undefined ? notMeasured : valueWords(unit, value)}</span>
          </div>
        )
      })}
    </div>
  )
}

const Pointed = ({ max, isHere, ...at }: AtStep & { max: number; isHere: boolean }) => {
  const place = stepPlace(at.step, at.grid.count)
  return (
    <>
      <div className={styles['hair']} style={{ insetInlineStart: percent(place) }} />
      {at.lines.map(({ id, values, colour }) => {
        const value = values[at.step]
        if (value === undefined) return null
        const style = { insetInlineStart: percent(place), insetBlockEnd: percent(Math.min(1, value / max)) }
        return <div key={id} className={styles['dot']} data-colour={colour} style={style} />
      })}
      {isHere && <Tip {...at} />}
    </>
  )
}

/** Lines over time. Where nothing was measured there is no line: the kit's charts would join the ends or draw zero. */
export const LineChart = ({ label, lines, grid, unit, threshold, cursor }: LineChartProps) => {
  const pointed = useStore(cursor)
  const { count } = grid
  const highest = useMemo(
    () => lines.reduce((most, { values }) => values.reduce<number>((top, value) => Math.max(top, value ?? 0), most), 0),
    [lines],
  )
  const limit = shownThreshold(threshold, highest)
  const axis = axisFor(unit, Math.max(highest, limit?.value ?? 0))
  const ticks = useMemo(() => timeTicks(grid), [grid])
  const gaps = useMemo(
    () =>
      gapsOf(
        lines.map(({ values }) => values),
        count,
      ),
    [lines, count],
  )
  const span = gridEnd(grid) - grid.from
  const step = pointed === undefined ? undefined : Math.floor((pointed.time - grid.from) / grid.periodMs)
  const shownStep = step !== undefined && step >= 0 && step < count ? step : undefined

  return (
    <div className={styles['chart']}>
      <div className={styles['unit']} aria-hidden="true">
        {axis.scale.name}
      </div>
      <div className={styles['axis']} aria-hidden="true">
        {axis.ticks.map((tick) => (
          <div key={tick} className={styles['value']} style={{ insetBlockEnd: percent(tick / axis.max) }}>
            {numberWords(tick / axis.scale.factor)}
          </div>
        ))}
      </div>
      <div className={styles['plot']}>
        {axis.ticks.map((tick) => (
          <div key={tick} className={styles['rule']} style={{ insetBlockEnd: percent(tick / axis.max) }} />
        ))}
        {gaps.map((run) => (
          <Gap key={run.start} run={run} count={count} />
        ))}
        {limit && (
          <div className={styles['threshold']} style={{ insetBlockEnd: percent(limit.value / axis.max) }}>
            <span className={styles['threshold-words']}>{limit.words}</span>
          </div>
        )}
        <Paths lines={lines} max={axis.max} />
        {shownStep !== undefined && (
          <Pointed
            lines={lines}
            grid={grid}
            unit={unit}
            step={shownStep}
            max={axis.max}
            isHere={pointed?.label === label}
          />
        )}
        <Scrubber
          label={label}
          count={count}
          index={shownStep}
          wordsOf={(index) => stepWords(lines, unit, grid, index)}
          indexAt={(place) => Math.round(place * (count - 1))}
          onIndex={(index) => cursor.set(index === undefined ? undefined : { time: stepTime(grid, index), label })}
        />
      </div>
      <div className={styles['times']} aria-hidden="true">
        {ticks
          .map((tick) => ({ tick, place: (tick - grid.from) / (span - grid.periodMs) }))
          // A time at the very end would stick out.
          .filter(({ place }) => place < 0.96)
          .map(({ tick, place }) => (
            <div key={tick} className={styles['time']} style={{ insetInlineStart: percent(place) }}>
              {tickWords(tick, span)}
            </div>
          ))}
      </div>
    </div>
  )
}
