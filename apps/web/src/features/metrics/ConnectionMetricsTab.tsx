import type { VpnConnection } from '@vpn-console/api-client'
import Checkbox from '@cloudscape-design/components/checkbox'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useCloudId } from '../../api/operation-query.ts'
import type { ConnectionContext } from '../../ui/connections/connection-rows.ts'
import { emptyReasons } from './empty-reasons.ts'
import { connectionCharts } from './metric-charts.ts'
import { MetricCharts } from './MetricCharts.tsx'
import { SaMetrics } from './SaMetrics.tsx'
import { StatusHistory } from './StatusHistory.tsx'

/** Whether both tunnels of a pair are shown; in the URL, so that a link shows the same. */
const usePairShown = () => {
  const [params, change] = useSearchParams()
  const isShown = params.get('pair') !== 'off'
  const show = (wanted: boolean) =>
    change(
      (params) => {
        if (wanted) params.delete('pair')
        else params.set('pair', 'off')
        return params
      },
      { replace: true, preventScrollReset: true },
    )
  return [isShown, show] as const
}

type ConnectionMetricsTabProps = { connection: VpnConnection; context: ConnectionContext }

/** How a tunnel was over time and what it carried, beside the other one of its pair. */
export default function ConnectionMetricsTab({ connection, context: { other } }: ConnectionMetricsTabProps) {
  const cloudId = useCloudId()
  const [isPairShown, showPair] = usePairShown()
  const tunnels = useMemo(
    () => (other && isPairShown ? [connection, other] : [connection]),
    [connection, other, isPairShown],
  )
  const charts = useMemo(() => connectionCharts(tunnels), [tunnels])
  return (
    <SpaceBetween size="l">
      <StatusHistory tunnels={tunnels} />
      <MetricCharts
        title={`Metrics of ${connection.name}`}
        subject={`connections ${tunnels.map(({ id }) => id).join(' ')}`}
        owner={connection.name}
        charts={charts}
        reasonsOf={({ needs }, ids) =>
          emptyReasons(
            needs,
            tunnels.filter(({ id }) => ids.includes(id)),
            cloudId,
          )
        }
        tools={
          other && (
            <Checkbox checked={isPairShown} onChange={({ detail }) => showPair(detail.checked)}>
              With {other.name}
            </Checkbox>
          )
        }
      />
      <SaMetrics connection={connection} />
    </SpaceBetween>
  )
}
