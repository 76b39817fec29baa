import type { Metric } from '@vpn-console/api-client'
import type { Chart } from './metric-charts.ts'
import { ofP2cGateway } from './metric-queries.ts'
import type { Unit } from './metric-units.ts'

type Found = Pick<Metric, 'metric_name' | 'unit'>

// Named by where the reader stands: before the cloud. What a gateway sends comes from the cloud.
const pairs: readonly { id: string; title: string; unit: Unit; received: string; sent: string }[] = [
  { id: 'bandwidth', title: 'Bandwidth', unit: 'bit/s', received: 'gateway_recv_rate', sent: 'gateway_send_rate' },
  {
    id: 'bandwidth-use',
    title: 'Bandwidth in use',
    unit: '%',
    received: 'gateway_recv_rate_usage',
    sent: 'gateway_send_rate_usage',
  },
  {
    id: 'packets',
    title: 'Packets',
    unit: 'packets/s',
    received: 'gateway_recv_pkt_rate',
    sent: 'gateway_send_pkt_rate',
  },
]

const clientsMetric = 'gateway_connection_num'

const known = new Set([clientsMetric, ...pairs.flatMap(({ received, sent }) => [received, sent])])

const units: Record<string, Unit> = { 'bit/s': 'bit/s', pps: 'packets/s', ms: 'ms', '%': '%' }

/** What can be drawn of a Point-to-Cloud gateway: which metrics it has is documented nowhere, so by what is there. */
export const p2cGatewayCharts = (id: string, found: readonly Found[]): Chart[] => {
  const dimensions = ofP2cGateway(id)
  const names = new Set(found.map(({ metric_name }) => metric_name))
  const line = (metric: string, name: string, colour: 1 | 2) => ({
    metric,
    name,
    colour,
    dimensions,
    filter: 'average' as const,
  })
  const ofPairs = pairs.flatMap(({ received, sent, ...chart }): Chart[] => {
    const lines = [
      ...(names.has(received) ? [line(received, 'To the cloud', 1)] : []),
      ...(names.has(sent) ? [line(sent, 'From the cloud', 2)] : []),
    ]
    return lines.length === 0 ? [] : [{ ...chart, lines }]
  })
  const clients: Chart[] = names.has(clientsMetric)
    ? [{ id: 'clients', title: 'Connections', unit: 'connections', lines: [line(clientsMetric, 'Connections', 1)] }]
    : []
  const others = found.flatMap(({ metric_name, unit = '' }): Chart[] => {
    const drawn = units[unit]
    if (known.has(metric_name) || drawn === undefined) return []
    return [{ id: metric_name, title: metric_name, unit: drawn, lines: [line(metric_name, metric_name, 1)] }]
  })
  return [...ofPairs, ...clients, ...others]
}
