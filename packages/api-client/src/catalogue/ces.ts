import * as z from 'zod'
import {
  batchListMetricDataRequestBody,
  batchListMetricDataResponse,
  listMetricsResponse,
  showMetricDataResponse,
} from '../schemas/ces.ts'
import { inProject, type Operation } from './operation.ts'

const dimensions = {
  'dim.0': z.string().optional(),
  'dim.1': z.string().optional(),
  'dim.2': z.string().optional(),
  'dim.3': z.string().optional(),
}

export const ces = {
  batchListMetricData: {
    service: 'ces',
    method: 'POST',
    path: '/V1.0/{project_id}/batch-query-metric-data',
    action: 'ces:metricData:list',
    status: 200,
    reads: true,
    params: inProject,
    body: batchListMetricDataRequestBody,
    response: batchListMetricDataResponse,
  },
  showMetricData: {
    service: 'ces',
    method: 'GET',
    path: '/V1.0/{project_id}/metric-data',
    action: null,
    status: 200,
    params: inProject,
    query: z.strictObject({
      namespace: z.string(),
      metric_name: z.string(),
      ...dimensions,
      'dim.0': z.string(),
      filter: z.string(),
      period: z.int(),
      from: z.int(),
      to: z.int(),
    }),
    response: showMetricDataResponse,
  },
  listMetrics: {
    service: 'ces',
    method: 'GET',
    path: '/V1.0/{project_id}/metrics',
    action: null,
    status: 200,
    params: inProject,
    query: z.strictObject({
      namespace: z.string().optional(),
      metric_name: z.string().optional(),
      ...dimensions,
      start: z.string().optional(),
      limit: z.int().min(0).optional(),
      order: z.string().optional(),
    }),
    response: listMetricsResponse,
  },
} satisfies Record<string, Operation>
