import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { invalidate, nextPollMs, staleSince, useCloudId } from '../../api/operation-query.ts'
import { createStore } from '../../api/store.ts'
import { Loading } from '../../ui/Loading.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { pointWords } from './chart-lines.ts'
import { ChartCard } from './ChartCard.tsx'
import type { EmptyReason } from './empty-reasons.ts'
import styles from './MetricCharts.module.css'
import { linesOf, unmeasuredIds, wantedBy, type Chart } from './metric-charts.ts'
import type { Cursor } from './LineChart.tsx'
import { metricData, pollMs } from './metric-queries.ts'
import { MetricsFailed } from './MetricsFailed.tsx'
import { RangePicker, useRange } from './RangePicker.tsx'

type MetricChartsProps = {
  title: string
  /** What tells these charts from others in the cache. */
  subject: string
  owner: string
  charts: readonly Chart[]
  reasonsOf: (chart: Chart, ids: readonly string[]) => readonly EmptyReason[]
  /** Beside the range. */
  tools?: ReactNode
  /** Below others, which have the range for both, and say what goes wrong for both. */
  isSecond?: boolean
}

/** Charts over one range, refreshed each minute; pointing at one moment shows it in all of them. */
export const MetricCharts = ({
  title,
  subject,
  owner,
  charts,
  reasonsOf,
  tools,
  isSecond = false,
}: MetricChartsProps) => {
  const cloudId = useCloudId()
  const range = useRange()
  const cursor = useMemo(() => createStore<Cursor | undefined>(undefined), [])
  const metrics = useQuery({
    ...metricData(cloudId, subject, wantedBy(charts), range),
    refetchInterval: ({ state }) => nextPollMs(pollMs, state.error),
  })
  const { data, error, isFetching } = metrics
  // The status above failed for the same cause.
  const retry = () => void invalidate(cloudId, 'batchListMetricData')
  if (isSecond && data === undefined) return null
  return (
    <SpaceBetween size="m">
      <Header
        variant="h2"
        {...(data && !isSecond && { description: `${pointWords(data.grid)}. Refreshed each minute.` })}
        actions={
          <SpaceBetween direction="horizontal" size="s" alignItems="center">
            <StaleNotice
              since={data && !metrics.isPlaceholderData ? staleSince(metrics) : undefined}
              onRetry={retry}
              isRetrying={isFetching}
            />
            {tools}
            {!isSecond && <RangePicker />}
          </SpaceBetween>
        }
      >
        {title}
      </Header>
      {data === undefined && error === null && (
        <div className={styles['waiting']}>
          <Loading what="the figures of Cloud Eye" />
        </div>
      )}
      {error !== null && data === undefined && <MetricsFailed error={error} onRetry={retry} isRetrying={isFetching} />}
      {data && (
        <div className={styles['grid']} data-old={metrics.isPlaceholderData} aria-busy={metrics.isPlaceholderData}>
          {charts.map((chart) => (
            <ChartCard
              key={chart.id}
              chart={chart}
              data={data}
              owner={owner}
              reasons={reasonsOf(chart, unmeasuredIds(chart, linesOf(chart, data)))}
              cursor={cursor}
            />
          ))}
        </div>
      )}
      {data && !isSecond && (
        <Box color="text-body-secondary" fontSize="body-s">
          Measured by Cloud Eye. Hatched: not measured. 1 Mbit/s is 1024 × 1024 bit/s.
        </Box>
      )}
    </SpaceBetween>
  )
}
