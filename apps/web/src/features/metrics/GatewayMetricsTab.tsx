import type { VpnGateway } from '@vpn-console/api-client'
import { useMemo } from 'react'
import { gatewayCharts } from './metric-charts.ts'
import { MetricCharts } from './MetricCharts.tsx'

/** What a gateway carries, all its connections together. */
export default function GatewayMetricsTab({ gateway }: { gateway: VpnGateway }) {
  const { id, name, flavor } = gateway
  const charts = useMemo(() => gatewayCharts({ id, flavor }), [id, flavor])
  return (
    <MetricCharts
      title={`Metrics of ${name}`}
      subject={`gateway ${id}`}
      owner={name}
      charts={charts}
      reasonsOf={(_, missing) =>
        missing.map(() => ({
          text: `Nothing was measured of ${name} in this time. Figures come once a minute, from the first connection on.`,
          actions: [],
        }))
      }
    />
  )
}
