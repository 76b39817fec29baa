import { connectionMetrics, gatewayMetrics, p2cMetrics, saMetrics, type Metric, type Series } from './metric-table.ts'
import { connectionsOf, type Connection, type Gateway, type Project } from './project-state.ts'
import { serverOf, type P2cGateway } from './p2c/state.ts'
import { sasOf } from './traffic.ts'

export const metricNamespace = 'SYS.VPN'
const gatewayDimension = 'evpn_gateway_id'
const p2cDimension = 'p2c_vpn_gateway_id'
const connectionDimension = 'evpn_connection_id'
const saDimension = 'evpn_sa_id'

export type Dimension = { name: string; value: string }

/** One metric of one object: its name, and its figures once somebody asks for them. */
export type Measured = {
  metric_name: string
  unit: string
  dimensions: Dimension[]
  /** Figures since the object was created. */
  series: () => Series
  /** How much work a figure is, in figures of a single object. */
  cost: number
}

const since =
  (created_at: number, series: Series): Series =>
  (at) =>
    at < created_at ? undefined : series(at)

const measured = <T>(
  project: Project,
  table: Record<string, Metric<T>>,
  one: T,
  about: { dimensions: Dimension[]; created_at: number; cost: number },
): Measured[] =>
  Object.entries(table)
    .filter(([, { on }]) => on?.(one) ?? true)
    .map(([metric_name, { unit, series }]) => ({
      metric_name,
      unit,
      dimensions: about.dimensions,
      series: () => since(about.created_at, series(project, one)),
      cost: about.cost,
    }))

const ofGateway = (project: Project, gateway: Gateway): Measured[] => {
  const dimensions = [{ name: gatewayDimension, value: gateway.id }]
  const cost = Math.max(1, connectionsOf(project, gateway.id).length)
  return measured(project, gatewayMetrics, gateway, { dimensions, created_at: gateway.created_at, cost })
}

const ofP2cGateway = (project: Project, gateway: P2cGateway): Measured[] => {
  const server = serverOf(project.p2c, gateway.id)
  const count = (server?.sessions.length ?? 0) + (server?.past.length ?? 0)
  // There is nothing to measure before somebody was online.
  if (count === 0) return []
  const dimensions = [{ name: p2cDimension, value: gateway.id }]
  return measured(project, p2cMetrics, gateway, { dimensions, created_at: gateway.created_at, cost: count })
}

const ofConnection = (project: Project, connection: Connection): Measured[] => {
  const dimensions = [{ name: connectionDimension, value: connection.id }]
  return measured(project, connectionMetrics, connection, { dimensions, created_at: connection.created_at, cost: 1 })
}

const ofSas = (project: Project, connection: Connection): Measured[] => {
  // There is nothing to measure before the tunnel came up for the first time.
  if (!connection.tunnel.phases.some(({ up }) => up)) return []
  return sasOf(project, connection).flatMap((sa) => {
    const dimensions = [
      { name: connectionDimension, value: connection.id },
      { name: saDimension, value: sa.id },
    ]
    return measured(project, saMetrics, { connection, sa }, { dimensions, created_at: connection.created_at, cost: 1 })
  })
}

/** Every metric that has figures in the project. */
export const metricsOf = (project: Project): Measured[] => [
  ...[...project.gateways.values()].flatMap((one) => ofGateway(project, one)),
  ...[...project.p2c.gateways.values()].flatMap((one) => ofP2cGateway(project, one)),
  ...[...project.connections.values()].flatMap((one) => [...ofConnection(project, one), ...ofSas(project, one)]),
]

const isSame = (a: readonly Dimension[], b: readonly Dimension[]) =>
  a.length === b.length && a.every(({ name, value }, index) => name === b[index]?.name && value === b[index]?.value)

/** One metric; undefined where there is no such metric or object. The order of the dimensions counts. */
export const findMetric = (
  project: Project,
  metricName: string,
  dimensions: readonly Dimension[],
): Measured | undefined => {
  const [first] = dimensions
  const gateway = project.gateways.get(first?.value ?? '')
  const p2cGateway = project.p2c.gateways.get(first?.value ?? '')
  const connection = project.connections.get(first?.value ?? '')
  const near = [
    ...(gateway ? ofGateway(project, gateway) : []),
    ...(p2cGateway ? ofP2cGateway(project, p2cGateway) : []),
    ...(connection ? [...ofConnection(project, connection), ...ofSas(project, connection)] : []),
  ]
  return near.find((one) => one.metric_name === metricName && isSame(one.dimensions, dimensions))
}
