import * as z from 'zod'

const dimension = z.object({ name: z.string(), value: z.string() })

const metric = z.object({
  namespace: z.string().optional(),
  metric_name: z.string(),
  unit: z.string().optional(),
  dimensions: z.array(dimension).optional(),
})
export type Metric = z.infer<typeof metric>

/** Only the field that `filter` names is filled. */
const datapoint = z.object({
  /** Milliseconds since 1970. */
  timestamp: z.number(),
  unit: z.string().optional(),
  average: z.number().optional(),
  max: z.number().optional(),
  min: z.number().optional(),
  sum: z.number().optional(),
  variance: z.number().optional(),
})
export type Datapoint = z.infer<typeof datapoint>

export const batchListMetricDataRequestBody = z.strictObject({
  metrics: z
    .array(
      z.strictObject({
        namespace: z.string(),
        metric_name: z.string(),
        dimensions: z.array(z.strictObject({ name: z.string(), value: z.string() })),
      }),
    )
    .max(500),
  /** Seconds: 1 stands for the raw interval. */
  period: z.enum(['1', '60', '300', '1200', '3600', '14400', '86400']),
  filter: z.enum(['average', 'max', 'min', 'sum', 'variance']),
  from: z.int(),
  to: z.int(),
})

export const batchListMetricDataResponse = z.object({
  metrics: z.array(metric.extend({ datapoints: z.array(datapoint) })),
})

export const showMetricDataResponse = z.object({ datapoints: z.array(datapoint), metric_name: z.string().optional() })

export const listMetricsResponse = z.object({
  metrics: z.array(metric),
  meta_data: z
    .object({ count: z.number().optional(), total: z.number().optional(), marker: z.string().optional() })
    .optional(),
})
