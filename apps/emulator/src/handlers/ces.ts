import { datapointsOf, isFilter } from '../datapoints.ts'
import { metricNamespace, metricsOf, seriesOf, type MetricName } from '../metrics.ts'
import { invalid } from '../refusal.ts'
import type { Handlers } from './handler.ts'

type Dimensions = Partial<Record<'dim.0' | 'dim.1' | 'dim.2' | 'dim.3', string | undefined>>

/** `evpn_gateway_id,<id>` as the query writes a dimension. */
const dimensionsOf = (query: Dimensions): { name: string; value: string | undefined }[] =>
  [query['dim.0'], query['dim.1'], query['dim.2'], query['dim.3']]
    .filter((text) => text !== undefined)
    .map((text) => {
      const comma = text.indexOf(',')
      return comma < 0 ? { name: text, value: undefined } : { name: text.slice(0, comma), value: text.slice(comma + 1) }
    })

const keyOf = ({ metric_name, dimensions }: MetricName) =>
  `${metricNamespace}.${metric_name}.${dimensions.map(({ name, value }) => `${name}:${value}`).join('.')}`

export const ces = {
  listMetrics: ({ project, query }) => {
    const wanted = dimensionsOf(query)
    const { namespace, metric_name, limit = 1000, start, order } = query
    const all = (namespace === undefined || namespace === metricNamespace ? metricsOf(project) : [])
      .filter(
        (metric) =>
          (!metric_name || metric.metric_name === metric_name) &&
          wanted.every(({ name, value }, index) => {
            const own = metric.dimensions[index]
            return own?.name === name && (value === undefined || own.value === value)
          }),
      )
      .map((metric) => ({ key: keyOf(metric), metric }))
      .toSorted((a, b) => (a.key < b.key === (order !== 'desc') ? -1 : 1))
    const from = start ? all.findIndex(({ key }) => key === start) + 1 : 0
    const page = all.slice(from, from + Math.min(limit, 1000))
    return {
      metrics: page.map(({ metric }) => ({ namespace: metricNamespace, ...metric })),
      meta_data: { count: page.length, total: all.length, marker: page.at(-1)?.key ?? '' },
    }
  },

  showMetricData: ({ project, query }) => {
    const { namespace, metric_name, filter, period, from, to } = query
    if (!isFilter(filter)) throw invalid('filter must be average, max, min, sum or variance')
    const dimensions = dimensionsOf(query).map(({ name, value = '' }) => ({ name, value }))
    const found = namespace === metricNamespace ? seriesOf(project, metric_name, dimensions) : undefined
    const asked = { from, to, period, filter }
    return {
      datapoints: found ? datapointsOf(found.series, found.unit, asked, project.clock.now()) : [],
      metric_name,
    }
  },

  batchListMetricData: ({ project, body }) => {
    const { metrics, period, filter, from, to } = body
    const asked = { from, to, period: Number(period), filter, metrics: metrics.length }
    return {
      metrics: metrics.map(({ namespace, metric_name, dimensions }) => {
        const found = namespace === metricNamespace ? seriesOf(project, metric_name, dimensions) : undefined
        return {
          unit: found?.unit ?? '',
          datapoints: found ? datapointsOf(found.series, found.unit, asked, project.clock.now()) : [],
          namespace,
          metric_name,
          dimensions,
        }
      }),
    }
  },
} satisfies Partial<Handlers>
