import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useState } from 'react'
import type { Store } from '../../api/store.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { download } from '../../ui/table/export.ts'
import styles from './ChartCard.module.css'
import { chartCsv, notMeasured, shownThreshold, type ChartLine } from './chart-lines.ts'
import { ChartTable } from './ChartTable.tsx'
import type { EmptyReason } from './empty-reasons.ts'
import { LineChart, type Cursor } from './LineChart.tsx'
import { isEmpty, linesOf, type Chart } from './metric-charts.ts'
import type { MetricData } from './metric-queries.ts'
import { valueWords, type Unit } from './metric-units.ts'
import { summaryOf } from './readings.ts'

const Legend = ({ lines, unit, title }: { lines: readonly ChartLine[]; unit: Unit; title: string }) => (
  <table className={styles['legend']}>
    <caption className="visually-hidden">{title} at a glance</caption>
    <thead>
      <tr>
        <th scope="col">
          <span className="visually-hidden">Line</span>
        </th>
        <th scope="col">Latest</th>
        <th scope="col">Average</th>
        <th scope="col">Highest</th>
      </tr>
    </thead>
    <tbody>
      {lines.map(({ id, name, values, colour, isDashed }) => {
        const summary = summaryOf(values)
        const words = (value: number | undefined) => (value === undefined ? notMeasured : valueWords(unit, value))
        return (
          <tr key={id}>
            <th scope="row">
              <span className={styles['swatch']} data-colour={colour} data-dashed={isDashed} />
              {name}
            </th>
            <td>{words(summary?.latest)}</td>
            <td>{words(summary?.average)}</td>
            <td>{words(summary?.highest)}</td>
          </tr>
        )
      })}
    </tbody>
  </table>
)

const Reasons = ({ reasons }: { reasons: readonly EmptyReason[] }) => (
  <>
    {reasons.map(({ text, actions }) => (
      <div key={text} className={styles['reason']}>
        <Box color="text-body-secondary">{text}</Box>
        {actions.map((action) => (
          <ActionButton key={action.text} to={action.to}>
            {action.text}
          </ActionButton>
        ))}
      </div>
    ))}
  </>
)

type ChartCardProps = {
  chart: Chart
  data: MetricData
  /** Whose figures: for the names of what is here and of the file. */
  owner: string
  /** Why something is missing, one for each thing of which nothing was measured. */
  reasons: readonly EmptyReason[]
  cursor: Store<Cursor | undefined>
}

/** One chart with its figures in words, the table behind it and its export; or why there is nothing to draw. */
export const ChartCard = ({ chart, data, owner, reasons, cursor }: ChartCardProps) => {
  const [isTable, setTable] = useState(false)
  const { id, title, description, unit, threshold } = chart
  const all = linesOf(chart, data)
  const lines = all.filter((line) => !isEmpty(line))
  const hasNothing = lines.length === 0
  const highest = Math.max(0, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const { grid, range } = data

  return (
    <Container
      header={
        <Header
          variant="h3"
          {...(description !== undefined && { description })}
          actions={
            hasNothing ? undefined : (
              <div className={styles['actions']}>
                <Button
                  formAction="none"
                  variant="inline-link"
                  ariaLabel={`${isTable ? 'Show as chart' : 'Show as table'}: ${title}`}
                  onClick={() => setTable(!isTable)}
                >
                  {isTable ? 'Show as chart' : 'Show as table'}
                </Button>
                <Button
                  formAction="none"
                  variant="inline-link"
                  ariaLabel={`CSV of ${title}`}
                  onClick={() => download(`${owner}-${id}-${range}.csv`, 'text/csv', chartCsv(lines, unit, grid))}
                >
                  CSV
                </Button>
              </div>
            )
          }
        >
          {title}
        </Header>
      }
    >
      {hasNothing ? (
        <div className={styles['empty']}>
          <strong>Not measured</strong>
          <Reasons reasons={reasons} />
        </div>
      ) : (
        <>
          {isTable ? (
            <ChartTable title={title} lines={lines} unit={unit} grid={grid} />
          ) : (
            <LineChart
              label={`${title} of ${owner} over time`}
              lines={lines}
              grid={grid}
              unit={unit}
              threshold={threshold}
              cursor={cursor}
            />
          )}
          <Legend lines={lines} unit={unit} title={title} />
          {threshold && !shownThreshold(threshold, highest) && (
            <Box color="text-body-secondary" fontSize="body-s">
              Limit of {threshold.words}, far above this chart.
            </Box>
          )}
          <Reasons reasons={reasons} />
        </>
      )}
    </Container>
  )
}
