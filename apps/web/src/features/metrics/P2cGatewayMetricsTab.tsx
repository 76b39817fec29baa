import type { P2cVpnGateway } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useCloudId } from '../../api/operation-query.ts'
import { Loading } from '../../ui/Loading.tsx'
import { p2cGatewayMetrics } from './metric-queries.ts'
import { MetricCharts } from './MetricCharts.tsx'
import { MetricsFailed } from './MetricsFailed.tsx'
import { p2cGatewayCharts } from './p2c-charts.ts'

/** What a Point-to-Cloud gateway carries, all its clients together. */
export default function P2cGatewayMetricsTab({ gateway }: { gateway: P2cVpnGateway }) {
  const { id, name } = gateway
  const { data, error, isFetching, refetch } = useQuery(p2cGatewayMetrics(useCloudId(), id))
  const charts = useMemo(() => p2cGatewayCharts(id, data ?? []), [id, data])
  if (!data) {
    return error ? (
      <MetricsFailed error={error} onRetry={() => void refetch()} isRetrying={isFetching} />
    ) : (
      <Loading what="the metrics that there are" />
    )
  }
  if (charts.length === 0) {
    return (
      <Box color="text-body-secondary">
        Cloud Eye has no metrics of {name} yet. They appear some minutes after the first client has connected.
      </Box>
    )
  }
  return (
    <MetricCharts
      title={`Metrics of ${name}`}
      subject={`p2c gateway ${id} ${charts.length}`}
      owner={name}
      charts={charts}
      reasonsOf={(_, missing) =>
        missing.map(() => ({ text: `Nothing was measured of ${name} in this time.`, actions: [] }))
      }
    />
  )
}
