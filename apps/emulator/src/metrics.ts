import { connectionsOf, type Connection, type Gateway, type Project } from './project-state.ts'
import { noise } from './random.ts'
import { phaseAt } from './tunnel.ts'

export const metricNamespace = 'SYS.VPN'
export const gatewayDimension = 'evpn_gateway_id'
export const connectionDimension = 'evpn_connection_id'

const minuteMs = 60_000
const dayMs = 86_400_000
const megabit = 1_000_000
export const bitsPerPacket = 5_600

/** A figure at a moment; undefined where nothing was measured. */
export type Series = (at: number) => number | undefined

const isUpAt = (connection: Connection, at: number) => phaseAt(connection.tunnel, at)?.up === true
const existedAt = (connection: Connection, at: number) => connection.created_at <= at

const usualRate = ({ id }: Connection, direction: 'send' | 'recv') => (2 + 38 * noise(`${id} ${direction}`)) * megabit

/** Traffic follows the working day, with some noise by the minute; a tunnel that is down carries none. */
const rate = (connection: Connection, at: number, direction: 'send' | 'recv'): number => {
  if (!isUpAt(connection, at)) return 0
  const usual = usualRate(connection, direction)
  const day = 0.55 + 0.45 * Math.sin(((at % dayMs) / dayMs) * 2 * Math.PI - Math.PI / 2)
  const minute = Math.floor(at / minuteMs)
  return Math.round(usual * day * (0.7 + 0.6 * noise(`${connection.id} ${direction} ${minute}`)))
}

/** Bytes that a connection carries between two moments, at the usual rate and without the noise, while it is up. */
export const usualBytes = (connection: Connection, from: number, to: number, direction: 'send' | 'recv'): number => {
  const turn = (2 * Math.PI) / dayMs
  const usual = usualRate(connection, direction) / 8 / 1_000
  const until = (at: number) => 0.55 * at - (0.45 / turn) * Math.cos(turn * at - Math.PI / 2)
  return usual * (until(to) - until(from))
}

const latency = (connection: Connection, at: number): number | undefined => {
  if (!isUpAt(connection, at)) return undefined
  const jitter = noise(`${connection.id} latency ${Math.floor(at / minuteMs)}`)
  return Math.round((8 + 60 * noise(`${connection.id} far`) + 6 * jitter) * 10) / 10
}

const loss = (connection: Connection, at: number): number => {
  if (!isUpAt(connection, at)) return 100
  const bad = noise(`${connection.id} loss ${Math.floor(at / minuteMs)}`)
  return bad > 0.9 ? Math.round((bad - 0.9) * 200) / 10 : 0
}

/** On the way outside the tunnel the peer answers, unless it does not even answer negotiation. */
const isReachedAt = (connection: Connection, at: number) =>
  phaseAt(connection.tunnel, at)?.reason !== 'max transmit reached'

const isMonitoredAt = ({ monitor }: Connection, at: number) => monitor !== undefined && monitor.created_at <= at

const linkLatency = (connection: Connection, at: number): number | undefined => {
  if (!isMonitoredAt(connection, at) || !isReachedAt(connection, at)) return undefined
  const jitter = noise(`${connection.id} link latency ${Math.floor(at / minuteMs)}`)
  return Math.round((6 + 60 * noise(`${connection.id} far`) + 5 * jitter) * 10) / 10
}

const linkLoss = (connection: Connection, at: number): number | undefined => {
  if (!isMonitoredAt(connection, at)) return undefined
  if (!isReachedAt(connection, at)) return 100
  const bad = noise(`${connection.id} link loss ${Math.floor(at / minuteMs)}`)
  return bad > 0.9 ? Math.round((bad - 0.9) * 150) / 10 : 0
}

/** The worst round trip beside a mean one. */
const worst = (average: number | undefined) => (average === undefined ? undefined : Math.round(average * 14) / 10)

type Metric<T> = {
  unit: string
  at: (project: Project, one: T, at: number) => number | undefined
  /** Absent: every one has it. */
  on?: (one: T) => boolean
}

const measuresTunnel = ({ style, enable_nqa }: Connection) => style === 'STATIC' && enable_nqa
const measuresLink = ({ monitor }: Connection) => monitor !== undefined

const connectionMetrics: Record<string, Metric<Connection>> = {
  connection_status: {
    unit: '',
    at: (_, one, at) => (existedAt(one, at) ? (phaseAt(one.tunnel, at) ? Number(isUpAt(one, at)) : 2) : undefined),
  },
  recv_pkt_rate: { unit: 'pps', at: (_, one, at) => Math.round(rate(one, at, 'recv') / bitsPerPacket) },
  send_pkt_rate: { unit: 'pps', at: (_, one, at) => Math.round(rate(one, at, 'send') / bitsPerPacket) },
  recv_rate: { unit: 'bit/s', at: (_, one, at) => rate(one, at, 'recv') },
  send_rate: { unit: 'bit/s', at: (_, one, at) => rate(one, at, 'send') },
  tunnel_average_latency: { unit: 'ms', at: (_, one, at) => latency(one, at), on: measuresTunnel },
  tunnel_max_latency: {
    unit: 'ms',
    at: (_, one, at) => worst(latency(one, at)),
    on: measuresTunnel,
  },
  tunnel_packet_loss_rate: { unit: '%', at: (_, one, at) => loss(one, at), on: measuresTunnel },
  link_average_latency: { unit: 'ms', at: (_, one, at) => linkLatency(one, at), on: measuresLink },
  link_max_latency: { unit: 'ms', at: (_, one, at) => worst(linkLatency(one, at)), on: measuresLink },
  link_packet_loss_rate: { unit: '%', at: (_, one, at) => linkLoss(one, at), on: measuresLink },
}

const sum = (project: Project, gateway: Gateway, at: number, direction: 'send' | 'recv') =>
  connectionsOf(project, gateway.id).reduce((total, one) => total + rate(one, at, direction), 0)

const usage = (project: Project, gateway: Gateway, at: number, direction: 'send' | 'recv') => {
  const { eips, bandwidths } = project.neighbours
  const sizes = gateway.eips.map((id) => bandwidths.get(eips.get(id ?? '')?.bandwidth_id ?? '')?.size ?? 0)
  const capacity = (sizes.reduce((total, size) => total + size, 0) || 1000) * megabit
  return Math.min(100, Math.round((sum(project, gateway, at, direction) / capacity) * 1000) / 10)
}

const gatewayMetrics: Record<string, Metric<Gateway>> = {
  gateway_send_pkt_rate: {
    unit: 'pps',
    at: (project, one, at) => Math.round(sum(project, one, at, 'send') / bitsPerPacket),
  },
  gateway_recv_pkt_rate: {
    unit: 'pps',
    at: (project, one, at) => Math.round(sum(project, one, at, 'recv') / bitsPerPacket),
  },
  gateway_send_rate: { unit: 'bit/s', at: (project, one, at) => sum(project, one, at, 'send') },
  gateway_recv_rate: { unit: 'bit/s', at: (project, one, at) => sum(project, one, at, 'recv') },
  gateway_send_rate_usage: { unit: '%', at: (project, one, at) => usage(project, one, at, 'send') },
  gateway_recv_rate_usage: { unit: '%', at: (project, one, at) => usage(project, one, at, 'recv') },
  gateway_connection_num: {
    unit: 'count',
    at: (project, one, at) => connectionsOf(project, one.id).filter((connection) => existedAt(connection, at)).length,
  },
}

export type MetricName = { metric_name: string; unit: string; dimensions: { name: string; value: string }[] }

const named = <T extends { id: string }>(table: Record<string, Metric<T>>, one: T, dimension: string): MetricName[] =>
  Object.entries(table)
    .filter(([, { on }]) => on?.(one) ?? true)
    .map(([metric_name, { unit }]) => ({ metric_name, unit, dimensions: [{ name: dimension, value: one.id }] }))

/** Every metric that has figures in the project. */
export const metricsOf = (project: Project): MetricName[] => [
  ...[...project.gateways.values()].flatMap((one) => named(gatewayMetrics, one, gatewayDimension)),
  ...[...project.connections.values()].flatMap((one) => named(connectionMetrics, one, connectionDimension)),
]

/** The figures of one metric; undefined where there is no such metric or object. */
export const seriesOf = (
  project: Project,
  metricName: string,
  dimensions: readonly { name: string; value: string }[],
): { unit: string; series: Series } | undefined => {
  const [dimension, ...more] = dimensions
  if (!dimension || more.length > 0) return undefined
  const pick = <T extends { created_at: number }>(table: Record<string, Metric<T>>, one: T | undefined) => {
    const metric = table[metricName]
    if (!one || !metric || metric.on?.(one) === false) return undefined
    const series: Series = (at) => (at < one.created_at ? undefined : metric.at(project, one, at))
    return { unit: metric.unit, series }
  }
  if (dimension.name === gatewayDimension) return pick(gatewayMetrics, project.gateways.get(dimension.value))
  if (dimension.name === connectionDimension) return pick(connectionMetrics, project.connections.get(dimension.value))
  return undefined
}
