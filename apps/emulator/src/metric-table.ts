import { connectionsOf, type Connection, type Gateway, type Project } from './project-state.ts'
import { noise } from './random.ts'
import { sessionRate } from './p2c/sessions.ts'
import { serverOf, type P2cGateway, type Session } from './p2c/state.ts'
import { bitsPerPacket, trafficOf, type Direction, type Sa } from './traffic.ts'
import { phaseAt } from './tunnel.ts'

const minuteMs = 60_000
const megabit = 1_000_000

/** A figure at a moment; undefined where nothing was measured. */
export type Series = (at: number) => number | undefined

export type Metric<T> = {
  unit: string
  /** Prepares what many moments have in common. */
  series: (project: Project, one: T) => Series
  /** Whether anything measures it; left out: always. */
  on?: (one: T) => boolean
}

export type SaOf = { connection: Connection; sa: Sa }

const isUpAt = ({ tunnel }: Connection, at: number) => phaseAt(tunnel, at)?.up === true

/** The same figure whenever that minute is asked for. */
const noiseAt = (seed: string, at: number) => noise(`${seed} ${Math.floor(at / minuteMs)}`)

const measuresTunnel = ({ style, enable_nqa }: Connection) => style === 'STATIC' && enable_nqa
const measuresLink = ({ monitor }: Connection) => monitor !== undefined

const tenth = (value: number) => Math.round(value * 10) / 10

const tunnelLatency = (project: Project, connection: Connection, times: number): Series => {
  const traffic = trafficOf(project, connection)
  const far = 8 + 60 * noise(`${connection.id} far`)
  return (at) =>
    isUpAt(connection, at) && !traffic.isSilentAt(at)
      ? tenth(times * tenth(far + 6 * noiseAt(`${connection.id} latency`, at)))
      : undefined
}

const tunnelLoss = (project: Project, connection: Connection): Series => {
  const traffic = trafficOf(project, connection)
  return (at) => {
    if (!isUpAt(connection, at) || traffic.isSilentAt(at)) return 100
    const bad = noiseAt(`${connection.id} loss`, at)
    return bad > 0.9 ? tenth((bad - 0.9) * 20) : 0
  }
}

/** On the way outside the tunnel the peer answers, unless it does not even answer negotiation. */
const isReachedAt = ({ tunnel }: Connection, at: number) => phaseAt(tunnel, at)?.reason !== 'max transmit reached'
const isMonitoredAt = ({ monitor }: Connection, at: number) => monitor !== undefined && monitor.created_at <= at

const linkLatency = (connection: Connection, times: number): Series => {
  const far = 6 + 60 * noise(`${connection.id} far`)
  return (at) =>
    isMonitoredAt(connection, at) && isReachedAt(connection, at)
      ? tenth(times * tenth(far + 5 * noiseAt(`${connection.id} link latency`, at)))
      : undefined
}

const linkLoss =
  (connection: Connection): Series =>
  (at) => {
    if (!isMonitoredAt(connection, at)) return undefined
    if (!isReachedAt(connection, at)) return 100
    const bad = noiseAt(`${connection.id} link loss`, at)
    return bad > 0.9 ? tenth((bad - 0.9) * 15) : 0
  }

/** 0 not connected, 1 connected, 2 unknown: before the ends first talked to each other. */
const status =
  ({ tunnel }: Connection): Series =>
  (at) => {
    const phase = phaseAt(tunnel, at)
    return phase === undefined ? 2 : Number(phase.up)
  }

const ofConnection = (what: 'bits' | 'packets', direction: Direction): Metric<Connection> => ({
  unit: what === 'bits' ? 'bit/s' : 'pps',
  series: (project, connection) => {
    const traffic = trafficOf(project, connection)
    return (at) => traffic.ofAll(what, at, direction)
  },
})

export const connectionMetrics: Record<string, Metric<Connection>> = {
  connection_status: { unit: '', series: (_, one) => status(one) },
  recv_pkt_rate: ofConnection('packets', 'recv'),
  send_pkt_rate: ofConnection('packets', 'send'),
  recv_rate: ofConnection('bits', 'recv'),
  send_rate: ofConnection('bits', 'send'),
  tunnel_average_latency: { unit: 'ms', series: (project, one) => tunnelLatency(project, one, 1), on: measuresTunnel },
  // The worst round trip beside a mean one.
  tunnel_max_latency: { unit: 'ms', series: (project, one) => tunnelLatency(project, one, 1.4), on: measuresTunnel },
  tunnel_packet_loss_rate: { unit: '%', series: tunnelLoss, on: measuresTunnel },
  link_average_latency: { unit: 'ms', series: (_, one) => linkLatency(one, 1), on: measuresLink },
  link_max_latency: { unit: 'ms', series: (_, one) => linkLatency(one, 1.4), on: measuresLink },
  link_packet_loss_rate: { unit: '%', series: (_, one) => linkLoss(one), on: measuresLink },
}

const ofSa = (what: 'bits' | 'packets', direction: Direction): Metric<SaOf> => ({
  unit: what === 'bits' ? 'bit/s' : 'pps',
  series: (project, { connection, sa }) => {
    const traffic = trafficOf(project, connection)
    // An association is there while the tunnel is.
    return (at) => (isUpAt(connection, at) ? traffic.ofSa(what, sa, at, direction) : undefined)
  },
})

export const saMetrics: Record<string, Metric<SaOf>> = {
  sa_send_pkt_rate: ofSa('packets', 'send'),
  sa_recv_pkt_rate: ofSa('packets', 'recv'),
  sa_send_rate: ofSa('bits', 'send'),
  sa_recv_rate: ofSa('bits', 'recv'),
}

const sum = (project: Project, gateway: Gateway, what: 'bits' | 'packets', direction: Direction) => {
  const all = connectionsOf(project, gateway.id).map((one) => ({ one, traffic: trafficOf(project, one) }))
  return (at: number) =>
    all.reduce((total, { one, traffic }) => total + (one.created_at <= at ? traffic.ofAll(what, at, direction) : 0), 0)
}

const ofGateway = (what: 'bits' | 'packets', direction: Direction): Metric<Gateway> => ({
  unit: what === 'bits' ? 'bit/s' : 'pps',
  series: (project, gateway) => sum(project, gateway, what, direction),
})

/** How much of the bandwidth of some EIPs is used. */
const share = (project: Project, eipIds: readonly (string | undefined)[], bits: (at: number) => number): Series => {
  const { eips, bandwidths } = project.neighbours
  const sizes = eipIds.map((id) => bandwidths.get(eips.get(id ?? '')?.bandwidth_id ?? '')?.size ?? 0)
  const capacity = (sizes.reduce((total, size) => total + size, 0) || 1000) * megabit
  return (at) => Math.min(100, tenth((bits(at) / capacity) * 100))
}

const usage = (direction: Direction): Metric<Gateway> => ({
  unit: '%',
  series: (project, gateway) => share(project, gateway.eips, sum(project, gateway, 'bits', direction)),
})

export const gatewayMetrics: Record<string, Metric<Gateway>> = {
  gateway_send_pkt_rate: ofGateway('packets', 'send'),
  gateway_recv_pkt_rate: ofGateway('packets', 'recv'),
  gateway_send_rate: ofGateway('bits', 'send'),
  gateway_recv_rate: ofGateway('bits', 'recv'),
  gateway_send_rate_usage: usage('send'),
  gateway_recv_rate_usage: usage('recv'),
  gateway_connection_num: {
    unit: 'count',
    series: (project, gateway) => {
      const created = connectionsOf(project, gateway.id).map(({ created_at }) => created_at)
      return (at) => created.filter((from) => from <= at).length
    },
  },
}

const sessionsOf = (project: Project, gateway: P2cGateway): Session[] => {
  const server = serverOf(project.p2c, gateway.id)
  return server ? [...server.sessions, ...server.past] : []
}

const p2cRate = (project: Project, gateway: P2cGateway, direction: Direction) => {
  const rates = sessionsOf(project, gateway).map((session) => sessionRate(session, direction))
  return (at: number) => rates.reduce((total, rate) => total + rate(at), 0)
}

/** Nothing was measured before anybody was online. */
const sinceFirst = (project: Project, gateway: P2cGateway, series: Series): Series => {
  const first = Math.min(...sessionsOf(project, gateway).map(({ from }) => from))
  return (at) => (at < first ? undefined : series(at))
}

const ofP2c = (unit: string, of: (project: Project, gateway: P2cGateway) => Series): Metric<P2cGateway> => ({
  unit,
  series: (project, gateway) => sinceFirst(project, gateway, of(project, gateway)),
})

const p2cPackets = (direction: Direction) =>
  ofP2c('pps', (project, gateway) => {
    const bits = p2cRate(project, gateway, direction)
    return (at) => Math.round(bits(at) / bitsPerPacket)
  })
const p2cUsage = (direction: Direction) =>
  ofP2c('%', (project, gateway) => share(project, [gateway.eip], p2cRate(project, gateway, direction)))

/** The same seven figures; from the cloud to the clients is out. */
export const p2cMetrics: Record<string, Metric<P2cGateway>> = {
  gateway_send_pkt_rate: p2cPackets('send'),
  gateway_recv_pkt_rate: p2cPackets('recv'),
  gateway_send_rate: ofP2c('bit/s', (project, gateway) => p2cRate(project, gateway, 'send')),
  gateway_recv_rate: ofP2c('bit/s', (project, gateway) => p2cRate(project, gateway, 'recv')),
  gateway_send_rate_usage: p2cUsage('send'),
  gateway_recv_rate_usage: p2cUsage('recv'),
  gateway_connection_num: ofP2c('count', (project, gateway) => {
    const sessions = sessionsOf(project, gateway)
    return (at) => sessions.filter(({ from, until = Number.POSITIVE_INFINITY }) => from <= at && at < until).length
  }),
}
