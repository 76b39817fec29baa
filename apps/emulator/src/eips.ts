import type { EipCreate, P2cEipCreate } from '@vpn-console/api-client'
import { addressOf } from './addresses.ts'
import type { EipRecord } from './neighbours.ts'
import { connectionsOf, type Gateway, type Project } from './project-state.ts'
import { endSessions } from './p2c/sessions.ts'
import { serverOf } from './p2c/state.ts'
import { goDown, renegotiate } from './tunnel.ts'

const newAddress = (project: Project): string => {
  const taken = new Set([...project.neighbours.eips.values()].map((eip) => eip.public_ip_address))
  for (;;) {
    const address = `198.${project.random.whole(18, 19)}.${project.random.whole(0, 255)}.${project.random.whole(1, 254)}`
    if (!taken.has(address)) return address
  }
}

type EipOrder = Omit<EipCreate, 'id'> | Omit<P2cEipCreate, 'id'>

/** Makes a new EIP as a gateway orders it, with a bandwidth of its own or on a shared one. */
export const orderEip = (project: Project, order: EipOrder, enterprise_project_id: string): EipRecord => {
  const { random, neighbours } = project
  let bandwidthId = 'bandwidth_id' in order ? order.bandwidth_id : undefined
  if (bandwidthId === undefined) {
    bandwidthId = random.uuid()
    neighbours.bandwidths.set(bandwidthId, {
      id: bandwidthId,
      name: order.bandwidth_name ?? `vpngw-bandwidth-${random.hex(4)}`,
      size: order.bandwidth_size ?? 10,
      share_type: 'PER',
      charge_mode: order.charge_mode ?? 'bandwidth',
      enterprise_project_id,
    })
  }
  const eip: EipRecord = {
    id: random.uuid(),
    alias: '',
    public_ip_address: newAddress(project),
    type: order.type ?? '5_bgp',
    status: 'DOWN',
    bandwidth_id: bandwidthId,
    enterprise_project_id,
    bound_to: undefined,
    billing_info: undefined,
    of_gateway: true,
  }
  neighbours.eips.set(eip.id, eip)
  return eip
}

/** Binds a free EIP to a gateway. Connections over the EIP that was there before move to it. */
export const bindEip = (project: Project, gateway: Gateway, slot: 0 | 1, eipId: string): void => {
  const eip = project.neighbours.eips.get(eipId)
  if (!eip) return
  eip.status = 'VPN'
  eip.bound_to = { type: 'VPN', id: gateway.id }
  gateway.eips[slot] = eipId
  const former = gateway.formerEips[slot]
  gateway.formerEips[slot] = undefined
  if (former === undefined) return
  for (const connection of connectionsOf(project, gateway.id)) {
    if (connection.vgw_ip !== former) continue
    const { ikepolicy } = connection
    if (ikepolicy.local_id === addressOf(project, former)) ikepolicy.local_id = eip.public_ip_address
    connection.vgw_ip = eipId
    renegotiate(project, connection, project.clock.now(), 'ip address syn failed')
  }
}

/** Unbinds an EIP; a gateway's connections over it have nothing to stand on until another is bound. */
export const unbindEip = (project: Project, eip: EipRecord): void => {
  const { id: boundTo = '' } = eip.bound_to ?? {}
  const gateway = project.gateways.get(boundTo)
  const p2cGateway = project.p2c.gateways.get(boundTo)
  const server = p2cGateway && serverOf(project.p2c, p2cGateway.id)
  if (p2cGateway) p2cGateway.eip = undefined
  // Clients reach the server over this address alone.
  if (server) endSessions(project, server, project.clock.now(), { reason: 'the EIP was unbound' })
  eip.status = 'DOWN'
  eip.bound_to = undefined
  // From now on it lives on its own: no gateway takes it along when it goes.
  eip.of_gateway = false
  if (!gateway) return
  const slot = gateway.eips[0] === eip.id ? 0 : 1
  gateway.eips[slot] = undefined
  gateway.formerEips[slot] = eip.id
  for (const connection of connectionsOf(project, gateway.id)) {
    if (connection.vgw_ip !== eip.id) continue
    connection.tunnel.order++
    goDown(connection.tunnel, project.clock.now(), 'ip address syn failed', 'max transmit reached')
  }
}

/** Gives an EIP back as its gateway goes: one that was ordered with the gateway goes with it. */
export const releaseEip = (project: Project, id: string): void => {
  const eip = project.neighbours.eips.get(id)
  if (!eip) return
  if (!eip.of_gateway) {
    eip.status = 'DOWN'
    eip.bound_to = undefined
    return
  }
  project.neighbours.eips.delete(id)
  if (project.neighbours.bandwidths.get(eip.bandwidth_id)?.share_type === 'PER') {
    project.neighbours.bandwidths.delete(eip.bandwidth_id)
  }
}
