import {
  connectionBatchProblems,
  connectionCreateProblems,
  connectionRefuses,
  connectionUpdateProblems,
  type VpnConnectionCreate,
} from '@vpn-console/api-client'
import { addressOf } from '../addresses.ts'
import { createdConnection, shownConnection, statusOf, updatedConnection } from '../connection-views.ts'
import { addConnection, buildLater, removeLater, resetConnection, updateConnection } from '../connections.ts'
import { shownGateway } from '../gateway-views.ts'
import { connectionsOf, type Connection, type Gateway, type Project } from '../project-state.ts'
import { invalid, notFound, notReady, refuseProblems } from '../refusal.ts'
import { connectionLog } from '../tunnel-log.ts'
import type { Handlers } from './handler.ts'
import { pageByTime } from './paging.ts'
import { checkGatewayAllows, findGateway } from './vpn-gateways.ts'

const mostConnections = 2000

const find = (project: Project, id: string): Connection => {
  const found = project.connections.get(id)
  if (!found) throw notFound()
  return found
}

const checkAllows = (action: 'update' | 'delete' | 'reset', connection: Connection) => {
  const status = statusOf(connection)
  const reason = connectionRefuses(action, { name: connection.name, status })
  if (reason === undefined) return
  if (status === 'FREEZED') throw invalid(`ILLEGAL not allowed ${action} vpnConnection`)
  if (status.startsWith('PENDING_')) throw notReady('CONNECTION', connection.id, status)
  throw invalid(reason)
}

const checkRoom = (project: Project, gateway: Gateway, more: number) => {
  if (project.connections.size + more > project.quotas.vpn_connection) {
    throw invalid('the quota of VPN connections is used up')
  }
  if (connectionsOf(project, gateway.id).length + more > gateway.connection_number) {
    throw invalid(`gateway ${gateway.id} takes at most ${gateway.connection_number} connections`)
  }
}

const checkCustomerGateway = (project: Project, gateway: Gateway, { cgw_id }: VpnConnectionCreate) => {
  const customer = project.customerGateways.get(cgw_id)
  if (!customer) throw notFound()
  if (gateway.flavor !== 'GM') return
  if (!gateway.certificate_id) throw invalid(`gateway ${gateway.id} has no certificate`)
  if (!customer.ca_certificate) throw invalid(`customer gateway ${cgw_id} has no CA certificate`)
}

const create = (project: Project, gateway: Gateway, body: VpnConnectionCreate) => {
  const connection = addConnection(project, gateway, body, { at: project.clock.now() })
  buildLater(project, connection)
  return createdConnection(project, connection)
}

export const vpnConnections = {
  createVpnConnection: ({ project, body }) => {
    const wanted = body.vpn_connection
    const gateway = findGateway(project, wanted.vgw_id)
    checkGatewayAllows(project, 'createConnection', gateway)
    refuseProblems(connectionCreateProblems(wanted, shownGateway(project, gateway)))
    checkCustomerGateway(project, gateway, wanted)
    checkRoom(project, gateway, 1)
    return { vpn_connection: create(project, gateway, wanted) }
  },

  batchCreateVpnConnection: ({ project, body }) => {
    const wanted = body.vpn_connections
    const gateways = wanted.map(({ vgw_id }) => findGateway(project, vgw_id))
    const [gateway] = gateways
    if (!gateway) throw invalid('vpn_connections must not be empty')
    checkGatewayAllows(project, 'createConnection', gateway)
    refuseProblems(connectionBatchProblems(wanted, shownGateway(project, gateway)))
    for (const one of wanted) checkCustomerGateway(project, gateway, one)
    checkRoom(project, gateway, wanted.length)
    return { vpn_connections: wanted.map((one) => create(project, gateway, one)) }
  },

  showVpnConnection: ({ project, params }) => ({
    vpn_connection: shownConnection(project, find(project, params.vpn_connection_id)),
  }),

  listVpnConnections: ({ project, query }) => {
    const { vgw_id, vpn_id, enterprise_project_id: among } = query
    const ip = query.vgw_ip ?? query.eip_id
    const all = [...project.connections.values()].filter(
      (connection) =>
        (!vgw_id || connection.vgw_id === vgw_id) &&
        (!vpn_id || connection.id === vpn_id || connection.vgw_id === vpn_id) &&
        (!ip || connection.vgw_ip === ip || addressOf(project, connection.vgw_ip) === ip) &&
        (!among ||
          among.length === 0 ||
          among.includes(project.gateways.get(connection.vgw_id)?.enterprise_project_id ?? '0')),
    )
    const { items, total_count, page_info } = pageByTime(all, query, mostConnections)
    return { vpn_connections: items.map((one) => shownConnection(project, one)), page_info, total_count }
  },

  updateVpnConnection: ({ project, params, body }) => {
    const connection = find(project, params.vpn_connection_id)
    const update = body.vpn_connection
    checkAllows('update', connection)
    const gateway = shownGateway(project, findGateway(project, connection.vgw_id))
    refuseProblems(connectionUpdateProblems(update, shownConnection(project, connection), gateway))
    if (update.cgw_id !== undefined && !project.customerGateways.has(update.cgw_id)) throw notFound()
    updateConnection(project, connection, update)
    return { vpn_connection: updatedConnection(project, connection) }
  },

  deleteVpnConnection: ({ project, params }) => {
    const connection = find(project, params.vpn_connection_id)
    // A second delete finds nothing, also while the first is still at work.
    if (connection.life === 'PENDING_DELETE') throw notFound()
    checkAllows('delete', connection)
    removeLater(project, connection)
    return undefined
  },

  showVpnConnectionLog: ({ project, params }) => ({
    logs: connectionLog(project, find(project, params.vpn_connection_id), project.clock.now()),
  }),

  resetVpnConnection: ({ project, params }) => {
    const connection = find(project, params.vpn_connection_id)
    checkAllows('reset', connection)
    resetConnection(project, connection)
    return {}
  },
} satisfies Partial<Handlers>
