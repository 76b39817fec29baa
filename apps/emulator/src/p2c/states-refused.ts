import type { Project } from '../project-state.ts'
import { refusal } from '../refusal.ts'
import type { P2cGateway, Server } from './state.ts'

export const findP2cGateway = (project: Project, id: string): P2cGateway => {
  const gateway = project.p2c.gateways.get(id)
  if (!gateway) throw refusal('VPN.0509')
  return gateway
}

export const findServer = (project: Project, id: string): Server => {
  const server = project.p2c.servers.get(id)
  if (!server) throw refusal('VPN.1116')
  return server
}

const gatewayCodes: Record<string, string> = {
  PENDING_CREATE: 'VPN.0506',
  PENDING_UPDATE: 'VPN.0507',
  PENDING_DELETE: 'VPN.0508',
  FAULT: 'VPN.0510',
}

/** Refuses what a gateway in this state does not take. A faulty or frozen one can still be deleted. */
export const checkGatewayTakes = (action: 'update' | 'delete', { status, frozen_effect }: P2cGateway): void => {
  if (status === 'ACTIVE') return
  if (action === 'delete' && (status === 'FAULT' || (status === 'FROZEN' && frozen_effect !== 2))) return
  throw refusal(gatewayCodes[status] ?? 'VPN.0511')
}

const serverCodes: Record<string, string> = { PENDING_CREATE: 'VPN.1113', PENDING_UPDATE: 'VPN.1114' }

/** Refuses every change of a server that is at work, faulty or frozen. */
export const checkServerTakes = ({ status }: Server): void => {
  if (status !== 'ACTIVE') throw refusal(serverCodes[status] ?? 'VPN.1117')
}

/** A server that is there, at rest, on a gateway that is. */
export const changeableServer = (project: Project, id: string): Server => {
  const server = findServer(project, id)
  const gateway = project.p2c.gateways.get(server.p2c_vgw_id)
  if (gateway?.status === 'PENDING_DELETE') throw refusal('VPN.0508')
  checkServerTakes(server)
  return server
}
