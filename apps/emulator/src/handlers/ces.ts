import { datapointsOf, filters, isFilter, periods, type Asked } from '../datapoints.ts'
import { findMetric, metricNamespace, metricsOf, type Dimension, type Measured } from '../metrics.ts'
import type { Project } from '../project-state.ts'
import { invalid } from '../refusal.ts'
import type { Handlers } from './handler.ts'

const mostDimensions = 4

type Dimensions = Partial<Record<'dim.0' | 'dim.1' | 'dim.2' | 'dim.3', string | undefined>>

/** `evpn_gateway_id,<id>` as the query writes a dimension. */
const dimensionsOf = (query: Dimensions): { name: string; value: string | undefined }[] =>
  [query['dim.0'], query['dim.1'], query['dim.2'], query['dim.3']]
    .filter((text) => text !== undefined)
    .map((text) => {
      const comma = text.indexOf(',')
      return comma < 0 ? { name: text, value: undefined } : { name: text.slice(0, comma), value: text.slice(comma + 1) }
    })

const keyOf = ({ metric_name, dimensions }: Measured) =>
  `${metricNamespace}.${metric_name}.${dimensions.map(({ name, value }) => `${name}:${value}`).join('.')}`

const checkTimes = ({ from, to }: { from: number; to: number }) => {
  if (from >= to) throw invalid('from must be before to')
}

const datapoints = (
  project: Project,
  { namespace, metric_name, dimensions }: { namespace: string; metric_name: string; dimensions: Dimension[] },
  asked: Asked,
) => {
  const found = namespace === metricNamespace ? findMetric(project, metric_name, dimensions) : undefined
  return {
    unit: found?.unit ?? '',
    datapoints: found ? datapointsOf(found, asked, project.clock.now()) : [],
  }
}

export const ces = {
  listMetrics: ({ project, query }) => {
    const wanted = dimensionsOf(query)
    const { namespace, metric_name, limit = 1000, start, order = 'asc' } = query
    if (limit < 1 || limit > 1000) throw invalid('limit must be 1 to 1000')
    if (order !== 'asc' && order !== 'desc') throw invalid('order must be asc or desc')
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
      .toSorted((a, b) => (a.key < b.key === (order === 'asc') ? -1 : 1))
    const from = start ? all.findIndex(({ key }) => key === start) + 1 : 0
    if (start && from === 0) throw invalid('start must be the marker of the page before')
    const page = all.slice(from, from + limit)
    return {
      metrics: page.map(({ metric: { metric_name: name, unit, dimensions } }) => ({
        namespace: metricNamespace,
        metric_name: name,
        unit,
        dimensions,
      })),
      meta_data: { count: page.length, total: all.length, marker: page.at(-1)?.key ?? '' },
    }
  },

  showMetricData: ({ project, query }) => {
    const { namespace, metric_name, filter, period, from, to } = query
    if (!isFilter(filter)) throw invalid(`filter must be one of ${filters.join(', ')}`)
    if (!periods.includes(period)) throw invalid(`period must be one of ${periods.join(', ')}`)
    checkTimes(query)
    const dimensions = dimensionsOf(query).map(({ name, value = '' }) => ({ name, value }))
    const asked = { from, to, period, filter }
    return { datapoints: datapoints(project, { namespace, metric_name, dimensions }, asked).datapoints, metric_name }
  },

  batchListMetricData: ({ project, body }) => {
    const { metrics, period, filter, from, to } = body
    checkTimes(body)
    const asked = { from, to, period: Number(period), filter, metrics: metrics.length }
    if (metrics.length === 0) throw invalid('metrics must name 1 to 500 metrics')
    for (const { dimensions } of metrics) {
      if (dimensions.length === 0 || dimensions.length > mostDimensions) {
        throw invalid(`dimensions must be 1 to ${mostDimensions}`)
      }
    }
    return {
      metrics: metrics.map((metric) => ({
        ...datapoints(project, metric, asked),
        namespace: metric.namespace,
        metric_name: metric.metric_name,
        dimensions: metric.dimensions,
      })),
    }
  },
} satisfies Partial<Handlers>
