import { bandwidthLimit, type VpnConnection, type VpnGateway } from '@vpn-console/api-client'
import type { ChartLine, LineColour, Threshold } from './chart-lines.ts'
import {
  metricKey,
  ofConnection,
  ofGateway,
  ofSa,
  type Filter,
  type MetricData,
  type WantedMetric,
} from './metric-queries.ts'
import { megabit, type Unit } from './metric-units.ts'
import { toValues } from './readings.ts'

/** What would have to be switched on for a chart to fill; absent: nothing but time. */
export type NeededSwitch = 'monitor' | 'nqa'

type Line = WantedMetric & { name: string; metric: string; colour: LineColour; isDashed?: boolean }

export type Chart = {
  id: string
  title: string
  /** What it shows, where the title does not say it. */
  description?: string
  unit: Unit
  lines: readonly Line[]
  needs?: NeededSwitch
  threshold?: Threshold
}

type Dimensions = WantedMetric['dimensions']
type Part = { metric: string; name: string; filter?: Filter; isDashed?: boolean }

const line = (dimensions: Dimensions, colour: LineColour, part: Part): Line => ({
  filter: 'average',
  ...part,
  dimensions,
  colour,
})

// From where the reader stands: before the cloud. What a gateway sends comes from the cloud.
const toCloud = 'To the cloud'
const fromCloud = 'From the cloud'

/** Both ways of one thing in one chart. */
const bothWays = (dimensions: Dimensions, received: string, sent: string): Line[] => [
  line(dimensions, 1, { metric: received, name: toCloud }),
  line(dimensions, 2, { metric: sent, name: fromCloud }),
]

type Tunnel = Pick<VpnConnection, 'id' | 'name'>

/** The same of each tunnel in one chart. */
const ofEach = (tunnels: readonly Tunnel[], metric: string): Line[] =>
  tunnels.map(({ id, name }, index) => line(ofConnection(id), index === 0 ? 1 : 2, { metric, name }))

const latency = (tunnels: readonly Tunnel[], kind: 'tunnel' | 'link'): Line[] =>
  tunnels.flatMap(({ id, name }, index) => {
    const colour = index === 0 ? 1 : 2
    const whose = tunnels.length > 1 ? `${name}, ` : ''
    const [average, highest] = whose === '' ? ['Average', 'Highest'] : ['average', 'highest']
    return [
      line(ofConnection(id), colour, { metric: `${kind}_average_latency`, name: `${whose}${average}` }),
      line(ofConnection(id), colour, {
        metric: `${kind}_max_latency`,
        name: `${whose}${highest}`,
        filter: 'max',
        isDashed: true,
      }),
    ]
  })

const loss = (tunnels: readonly Tunnel[], kind: 'tunnel' | 'link'): Line[] =>
  tunnels.length > 1
    ? ofEach(tunnels, `${kind}_packet_loss_rate`)
    : tunnels.map(({ id }) => line(ofConnection(id), 1, { metric: `${kind}_packet_loss_rate`, name: 'Lost' }))

const trafficCharts = (tunnels: readonly Tunnel[]): Chart[] => {
  const [only, other] = tunnels
  if (only && !other) {
    const dimensions = ofConnection(only.id)
    return [
      { id: 'traffic', title: 'Traffic', unit: 'bit/s', lines: bothWays(dimensions, 'recv_rate', 'send_rate') },
      {
        id: 'packets',
        title: 'Packets',
        unit: 'packets/s',
        lines: bothWays(dimensions, 'recv_pkt_rate', 'send_pkt_rate'),
      },
    ]
  }
  return [
    { id: 'traffic-to', title: 'Traffic to the cloud', unit: 'bit/s', lines: ofEach(tunnels, 'recv_rate') },
    { id: 'traffic-from', title: 'Traffic from the cloud', unit: 'bit/s', lines: ofEach(tunnels, 'send_rate') },
    { id: 'packets-to', title: 'Packets to the cloud', unit: 'packets/s', lines: ofEach(tunnels, 'recv_pkt_rate') },
    { id: 'packets-from', title: 'Packets from the cloud', unit: 'packets/s', lines: ofEach(tunnels, 'send_pkt_rate') },
  ]
}

/** What is measured of a connection, or of both tunnels of a pair side by side. */
export const connectionCharts = (tunnels: readonly Tunnel[]): Chart[] => [
  ...trafficCharts(tunnels),
  {
    id: 'tunnel-latency',
    title: 'Latency in the tunnel',
    description: 'There and back, to the tunnel address of the peer',
    unit: 'ms',
    lines: latency(tunnels, 'tunnel'),
    needs: 'nqa',
  },
  {
    id: 'tunnel-loss',
    title: 'Packet loss in the tunnel',
    unit: '%',
    lines: loss(tunnels, 'tunnel'),
    needs: 'nqa',
  },
  {
    id: 'link-latency',
    title: 'Latency of the link',
    description: 'There and back, outside the tunnel, to the customer gateway',
    unit: 'ms',
    lines: latency(tunnels, 'link'),
    needs: 'monitor',
  },
  { id: 'link-loss', title: 'Packet loss of the link', unit: '%', lines: loss(tunnels, 'link'), needs: 'monitor' },
]

/** What is measured of one SA, which carries one pair of subnets. */
export const saCharts = (connectionId: string, saId: string): Chart[] => {
  const dimensions = ofSa(connectionId, saId)
  return [
    {
      id: 'sa-traffic',
      title: 'Traffic of the SA',
      unit: 'bit/s',
      lines: bothWays(dimensions, 'sa_recv_rate', 'sa_send_rate'),
    },
    {
      id: 'sa-packets',
      title: 'Packets of the SA',
      unit: 'packets/s',
      lines: bothWays(dimensions, 'sa_recv_pkt_rate', 'sa_send_pkt_rate'),
    },
  ]
}

export const gatewayCharts = ({ id, flavor }: Pick<VpnGateway, 'id' | 'flavor'>): Chart[] => {
  const dimensions = ofGateway(id)
  const limit = flavor === undefined ? undefined : bandwidthLimit(flavor)
  return [
    {
      id: 'bandwidth',
      title: 'Bandwidth',
      unit: 'bit/s',
      lines: bothWays(dimensions, 'gateway_recv_rate', 'gateway_send_rate'),
      ...(limit !== undefined && { threshold: { value: limit * megabit, words: `${flavor}: ${limit} Mbit/s` } }),
    },
    {
      id: 'bandwidth-use',
      title: 'Bandwidth in use',
      description: 'Of what the gateway may carry',
      unit: '%',
      lines: bothWays(dimensions, 'gateway_recv_rate_usage', 'gateway_send_rate_usage'),
    },
    {
      id: 'packets',
      title: 'Packets',
      unit: 'packets/s',
      lines: bothWays(dimensions, 'gateway_recv_pkt_rate', 'gateway_send_pkt_rate'),
    },
    {
      id: 'connections',
      title: 'Connections',
      unit: 'connections',
      lines: [line(dimensions, 1, { metric: 'gateway_connection_num', name: 'Connections' })],
    },
  ]
}

/** Everything that a page of charts needs, each once. */
export const wantedBy = (charts: readonly Chart[]): WantedMetric[] =>
  charts.flatMap(({ lines }) => lines.map(({ metric, dimensions, filter }) => ({ name: metric, dimensions, filter })))

/** The lines of a chart with what was measured. */
export const linesOf = (chart: Chart, { grid, readings }: MetricData): ChartLine[] =>
  chart.lines.map(({ name, metric, dimensions, colour, isDashed }) => ({
    id: metricKey(metric, dimensions),
    name,
    values: toValues(readings.get(metricKey(metric, dimensions)) ?? [], grid),
    colour,
    ...(isDashed && { isDashed }),
  }))

export const isEmpty = ({ values }: ChartLine): boolean => values.every((value) => value === undefined)

/** The connections of which a chart has nothing at all. */
export const unmeasuredIds = (chart: Chart, lines: readonly ChartLine[]): string[] => {
  const idOf = (index: number) => chart.lines[index]?.dimensions[0]?.value ?? ''
  const measured = new Set(lines.flatMap((one, index) => (isEmpty(one) ? [] : [idOf(index)])))
  return [...new Set(chart.lines.map((_, index) => idOf(index)))].filter((id) => !measured.has(id))
}
