import type { Input, Output } from '@vpn-console/api-client'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { gridEnd, gridOf, type MetricRange, type TimeGrid } from './metric-ranges.ts'
import type { Reading } from './readings.ts'
import type { StatusPoint } from './status-history.ts'

export const namespace = 'SYS.VPN'

export const pollMs = 60_000

type Dimensions = readonly { name: string; value: string }[]
export type Filter = 'average' | 'max'

/** One metric of one thing, and which figure of a period is meant. */
export type WantedMetric = { name: string; dimensions: Dimensions; filter: Filter }

export const ofGateway = (id: string): Dimensions => [{ name: 'evpn_gateway_id', value: id }]
export const ofConnection = (id: string): Dimensions => [{ name: 'evpn_connection_id', value: id }]
export const ofP2cGateway = (id: string): Dimensions => [{ name: 'p2c_vpn_gateway_id', value: id }]
export const ofSa = (connectionId: string, saId: string): Dimensions => [
  ...ofConnection(connectionId),
  { name: 'evpn_sa_id', value: saId },
]

export const metricKey = (name: string, dimensions: Dimensions): string =>
  [name, ...dimensions.map(({ value }) => value)].join(' ')

/** More figures in one call make Cloud Eye leave out the beginning. */
const mostFigures = 3_000

/** Metrics in groups of one filter each, small enough for one call. */
export const callsFor = (wanted: readonly WantedMetric[], steps: number): WantedMetric[][] => {
  const size = Math.max(1, Math.floor(mostFigures / Math.max(1, steps)))
  return (['average', 'max'] as const).flatMap((filter) => {
    const group = wanted.filter((metric) => metric.filter === filter)
    return Array.from({ length: Math.ceil(group.length / size) }, (_, index) =>
      group.slice(index * size, (index + 1) * size),
    )
  })
}

type Datapoint = Output<'batchListMetricData'>['metrics'][number]['datapoints'][number]

const readingsOf = (datapoints: readonly Datapoint[], filter: Filter): Reading[] =>
  datapoints.flatMap((point) => {
    const value = point[filter]
    return value === undefined ? [] : [{ at: point.timestamp, value }]
  })

// The row knows the periods there are; ours are some of them.
type Period = Input<'batchListMetricData'>['body']['period']

const fetchReadings = async (
  cloudId: string,
  wanted: readonly WantedMetric[],
  grid: TimeGrid,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Reading[]>> => {
  const period = String(grid.periodMs / 1_000) as Period
  const answers = await Promise.all(
    callsFor(wanted, grid.count).map(async (metrics) => {
      const filter = metrics[0]?.filter ?? 'average'
      const body = {
        metrics: metrics.map(({ name, dimensions }) => ({ namespace, metric_name: name, dimensions: [...dimensions] })),
        period,
        filter,
        from: grid.from,
        to: gridEnd(grid),
      }
      const answer = await call(cloudId, 'batchListMetricData', { body }, { signal })
      return answer.metrics.map(
        ({ metric_name, dimensions = [], datapoints }) =>
          [metricKey(metric_name, dimensions), readingsOf(datapoints, filter)] as const,
      )
    }),
  )
  return new Map(answers.flat())
}

export type MetricData = { range: MetricRange['id']; grid: TimeGrid; readings: ReadonlyMap<string, Reading[]> }

/** The figures of a page of charts. While another range is on its way, the one before stays in its place. */
export const metricData = (cloudId: string, subject: string, wanted: readonly WantedMetric[], range: MetricRange) =>
  queryOptions({
    queryKey: [cloudId, 'batchListMetricData', subject, range.id],
    queryFn: async ({ signal }): Promise<MetricData> => {
      const grid = gridOf(range, Date.now())
      return { range: range.id, grid, readings: await fetchReadings(cloudId, wanted, grid, signal) }
    },
    staleTime: pollMs / 2,
    placeholderData: (previous: MetricData | undefined, query) =>
      query?.queryKey[2] === subject ? previous : undefined,
  })

const dayMs = 86_400_000

/** The spans over which uptime is told; the longer, the coarser the figures that Cloud Eye still has. */
export const statusSpans = [
  { id: '24h', words: 'Last 24 h', ms: dayMs, periodS: 60 },
  { id: '7d', words: 'Last 7 d', ms: 7 * dayMs, periodS: 300 },
  { id: '30d', words: 'Last 30 d', ms: 30 * dayMs, periodS: 3_600 },
] as const
export type StatusSpan = (typeof statusSpans)[number]

export type StatusHistory = { grid: TimeGrid; to: number; points: readonly StatusPoint[] }

/** The status of one connection over a span. */
export const statusHistory = (cloudId: string, connectionId: string, span: StatusSpan) =>
  queryOptions({
    queryKey: [cloudId, 'batchListMetricData', 'status', connectionId, span.id],
    queryFn: async ({ signal }): Promise<StatusHistory> => {
      const now = Date.now()
      const grid = gridOf(span, now)
      const metric = { name: 'connection_status', dimensions: ofConnection(connectionId) }
      const key = metricKey(metric.name, metric.dimensions)
      const read = async (filter: Filter) =>
        (await fetchReadings(cloudId, [{ ...metric, filter }], grid, signal)).get(key) ?? []
      // A minute has one figure; of a longer period the highest tells whether the average can be trusted.
      const [averages, highest] = await Promise.all([read('average'), span.periodS === 60 ? [] : read('max')])
      const maxAt = new Map(highest.map(({ at, value }) => [at, value]))
      const points = averages.map(({ at, value }): StatusPoint => {
        const max = maxAt.get(at)
        return { at, average: value, ...(max !== undefined && { max }) }
      })
      return { grid, to: Math.min(gridEnd(grid), now), points }
    },
    // The coarser the figures, the less a minute changes them.
    staleTime: (span.periodS * 1_000) / 2,
  })

/** The metrics that Cloud Eye has of a Point-to-Cloud gateway. */
export const p2cGatewayMetrics = (cloudId: string, gatewayId: string) =>
  queryOptions({
    queryKey: [cloudId, 'listMetrics', gatewayId],
    queryFn: async ({ signal }) => {
      const query = { namespace, 'dim.0': `p2c_vpn_gateway_id,${gatewayId}`, limit: 1000 }
      return (await call(cloudId, 'listMetrics', { query }, { signal })).metrics
    },
    staleTime: pollMs,
  })

/** The SAs of a connection that have figures, by id. */
export const measuredSas = (cloudId: string, connectionId: string) =>
  queryOptions({
    queryKey: [cloudId, 'listMetrics', connectionId],
    queryFn: async ({ signal }): Promise<string[]> => {
      const query = { namespace, 'dim.0': `evpn_connection_id,${connectionId}`, limit: 1000 }
      const { metrics } = await call(cloudId, 'listMetrics', { query }, { signal })
      const ids = metrics.flatMap(({ dimensions = [] }) =>
        dimensions.flatMap(({ name, value }) => (name === 'evpn_sa_id' ? [value] : [])),
      )
      return [...new Set(ids)]
    },
    staleTime: 5 * pollMs,
  })
