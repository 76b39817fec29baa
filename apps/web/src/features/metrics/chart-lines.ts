import { gridEnd, periodWords, type TimeGrid } from './metric-ranges.ts'
import { measuredRuns, type Values } from './readings.ts'
import { momentWords } from './time-axis.ts'
import { numberWords, scaleFor, valueWords, type Unit } from './metric-units.ts'
import { csvCell } from '../../ui/table/export.ts'

export type LineColour = 1 | 2

export type ChartLine = {
  id: string
  name: string
  values: Values
  colour: LineColour
  /** The second of two that share a colour. */
  isDashed?: boolean
}

export type Threshold = { value: number; words: string }

/** A threshold far above everything would press the lines to the ground; it is told in words then. */
export const shownThreshold = (threshold: Threshold | undefined, highest: number): Threshold | undefined =>
  threshold && highest >= threshold.value / 6 ? threshold : undefined

export const notMeasured = 'not measured'

/** The drawing is stretched to its place, so it has units of its own. */
export const drawingWidth = 1_000
export const drawingHeight = 100

/** Where a step lies across the drawing, 0 to 1. */
export const stepPlace = (step: number, count: number): number => (count <= 1 ? 0 : step / (count - 1))

const round = (value: number) => Math.round(value * 100) / 100

/** The line through what was measured, broken where nothing was; a lone figure is a dot. */
export const linePath = (values: Values, max: number): string => {
  const place = (step: number) => {
    const value = Math.min(values[step] ?? 0, max)
    return `${round(stepPlace(step, values.length) * drawingWidth)} ${round(drawingHeight * (1 - value / max))}`
  }
  return measuredRuns(values)
    .map(({ start, end }) => {
      const rest = Array.from({ length: end - start - 1 }, (_, index) => `L${place(start + 1 + index)}`)
      return `M${place(start)}${rest.length > 0 ? rest.join('') : 'h0'}`
    })
    .join('')
}

export const stepTime = (grid: TimeGrid, step: number): number => grid.from + step * grid.periodMs

/** What all lines say at a step, in one sentence: for those who hear it. */
export const stepWords = (lines: readonly ChartLine[], unit: Unit, grid: TimeGrid, step: number): string => {
  const time = momentWords(stepTime(grid, step), gridEnd(grid) - grid.from)
  const values = lines.map(({ name, values }) => {
    const value = values[step]
    return `${name}: ${value === undefined ? notMeasured : valueWords(unit, value)}`
  })
  return `${time}. ${values.join(', ')}`
}

/** A chart as CSV: a row for each step, in plain numbers, empty where nothing was measured. */
export const chartCsv = (lines: readonly ChartLine[], unit: Unit, grid: TimeGrid): string => {
  const head = ['Time (UTC)', ...lines.map(({ name }) => `${name} (${unit})`)]
  const rows = Array.from({ length: grid.count }, (_, step) => [
    new Date(stepTime(grid, step)).toISOString(),
    ...lines.map(({ values }) => values[step] ?? ''),
  ])
  return [head, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
}

export type ChartRow = { time: number; cells: string[] }

/** A chart as a table in one unit, the newest first. */
export const chartRows = (lines: readonly ChartLine[], unit: Unit, grid: TimeGrid) => {
  const highest = Math.max(0, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const { factor, name } = scaleFor(unit, highest)
  const rows = Array.from({ length: grid.count }, (_, step): ChartRow => {
    const cells = lines.map(({ values }) => {
      const value = values[step]
      return value === undefined ? notMeasured : numberWords(value / factor)
    })
    return { time: stepTime(grid, step), cells }
  })
  return { unit: name, rows: rows.toReversed() }
}

/** What a chart's points are, for the small print: `One point for 5 minutes`. */
export const pointWords = ({ periodMs }: TimeGrid): string => `One point for ${periodWords(periodMs)}`
