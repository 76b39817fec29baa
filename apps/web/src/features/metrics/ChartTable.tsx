import { chartRows, type ChartLine } from './chart-lines.ts'
import { gridEnd, type TimeGrid } from './metric-ranges.ts'
import type { Unit } from './metric-units.ts'
import { ScrollTable } from './ScrollTable.tsx'
import { momentWords } from './time-axis.ts'

type ChartTableProps = { title: string; lines: readonly ChartLine[]; unit: Unit; grid: TimeGrid }

/** The chart's figures for those who read. */
export const ChartTable = ({ title, lines, unit, grid }: ChartTableProps) => {
  const { unit: shownUnit, rows } = chartRows(lines, unit, grid)
  const span = gridEnd(grid) - grid.from
  return (
    <ScrollTable
      label={`${title} as a table`}
      columns={[{ words: 'Time' }, ...lines.map(({ name }) => ({ words: `${name} (${shownUnit})`, isNumber: true }))]}
      rows={rows.map(({ time, cells }) => ({
        key: String(time),
        cells: [
          <time key="time" dateTime={new Date(time).toISOString()}>
            {momentWords(time, span)}
          </time>,
          ...cells,
        ],
      }))}
    />
  )
}
