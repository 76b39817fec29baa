import { gatewayAddress, peerAddress } from '../addresses.ts'
import type { Connection, Monitor, Project } from '../project-state.ts'
import { invalid, notFound, notReady } from '../refusal.ts'
import type { Handlers } from './handler.ts'

const createMs = 10_000
const deleteMs = 5_000

type Monitored = Connection & { monitor: Monitor }

const isMonitored = (connection: Connection): connection is Monitored => connection.monitor !== undefined

const find = (project: Project, id: string): Monitored => {
  for (const connection of project.connections.values()) {
    if (isMonitored(connection) && connection.monitor.id === id) return connection
  }
  throw notFound()
}

// The addresses are those of this moment: a connection may have got another customer gateway since.
const targets = (project: Project, connection: Monitored) => ({
  id: connection.monitor.id,
  vpn_connection_id: connection.id,
  type: 'gateway',
  source_ip: gatewayAddress(project, connection),
  destination_ip: peerAddress(project, connection).address,
  proto_type: 'icmp',
})

const shown = (project: Project, connection: Monitored) => {
  const { id, ...rest } = targets(project, connection)
  return { id, status: connection.monitor.status, ...rest }
}

const later = (project: Project, { monitor }: Monitored, ms: number, run: () => void) => {
  const { status } = monitor
  project.schedule.add(project.clock.now() + project.clock.takes(ms), () => {
    // It may be going away meanwhile, alone or with its connection.
    if (monitor.status === status) run()
  })
}

export const connectionMonitors = {
  createConnectionMonitor: ({ project, body }) => {
    const connection = project.connections.get(body.connection_monitor.vpn_connection_id)
    if (!connection) throw notFound()
    if (connection.life === 'PENDING_DELETE') throw notReady('CONNECTION', connection.id, connection.life)
    if (connection.monitor) throw invalid(`connection ${connection.id} has a connection monitor already`)
    const created_at = project.stamp(project.clock.now())
    const monitor: Monitor = { id: project.random.uuid(), status: 'PENDING_CREATE', created_at }
    const monitored = Object.assign(connection, { monitor })
    later(project, monitored, createMs, () => {
      monitor.status = 'ACTIVE'
    })
    return { connection_monitor: targets(project, monitored) }
  },

  showConnectionMonitor: ({ project, params }) => ({
    connection_monitor: shown(project, find(project, params.connection_monitor_id)),
  }),

  listConnectionMonitors: ({ project, query }) => {
    const { vpn_connection_id: of, enterprise_project_id: among } = query
    const found = [...project.connections.values()]
      .filter(isMonitored)
      .filter(
        ({ id, vgw_id }) =>
          (!of || id === of) &&
          (!among || among.length === 0 || among.includes(project.gateways.get(vgw_id)?.enterprise_project_id ?? '0')),
      )
    const newestFirst = found.toSorted((a, b) => b.monitor.created_at - a.monitor.created_at)
    return { connection_monitors: newestFirst.map((one) => shown(project, one)) }
  },

  deleteConnectionMonitor: ({ project, params }) => {
    const connection = find(project, params.connection_monitor_id)
    // A second delete finds nothing, also while the first is still at work.
    if (connection.monitor.status === 'PENDING_DELETE') throw notFound()
    connection.monitor.status = 'PENDING_DELETE'
    later(project, connection, deleteMs, () => Object.assign(connection, { monitor: undefined }))
    return undefined
  },
} satisfies Partial<Handlers>
