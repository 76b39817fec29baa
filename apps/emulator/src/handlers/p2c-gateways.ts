import { p2cGatewayCreateProblems, p2cGatewayUpdateProblems } from '@vpn-console/api-client'
import {
  addP2cGateway,
  bindP2cEip,
  buildP2cLater,
  checkFreeEip,
  checkP2cWorld,
  p2cZones,
  removeP2cLater,
  settleP2cLater,
  shownP2cGateway,
} from '../p2c/gateways.ts'
import { checkEmpty } from '../p2c/servers.ts'
import { endSession, shownSession } from '../p2c/sessions.ts'
import { serverOf } from '../p2c/state.ts'
import { checkGatewayTakes, findP2cGateway } from '../p2c/states-refused.ts'
import { invalid, refusal, refuseProblems } from '../refusal.ts'
import type { Handlers } from './handler.ts'
import { pageByOffset, pageByTime } from './paging.ts'

const most = 2000

export const p2cGateways = {
  createP2cVgw: ({ project, body }) => {
    const wanted = body.p2c_vpn_gateway
    refuseProblems(p2cGatewayCreateProblems(wanted, p2cZones))
    checkP2cWorld(project, wanted)
    const gateway = addP2cGateway(project, wanted, { at: project.clock.now() })
    buildP2cLater(project, gateway)
    return { p2c_vpn_gateway: { id: gateway.id } }
  },

  showP2cVgw: ({ project, params }) => ({
    p2c_vpn_gateway: shownP2cGateway(project, findP2cGateway(project, params.p2c_vgw_id)),
  }),

  listP2cVgws: ({ project, query }) => {
    const { items, page_info, total_count } = pageByTime([...project.p2c.gateways.values()], query, most)
    return { p2c_vpn_gateways: items.map((one) => shownP2cGateway(project, one)), total_count, page_info }
  },

  updateP2cVgw: ({ project, params, body }) => {
    const gateway = findP2cGateway(project, params.p2c_vgw_id)
    const { name, eip_id } = body.p2c_vpn_gateway
    checkGatewayTakes('update', gateway)
    refuseProblems(p2cGatewayUpdateProblems(body.p2c_vpn_gateway, shownP2cGateway(project, gateway)))
    if (eip_id !== undefined && gateway.eip !== eip_id) {
      checkFreeEip(project, eip_id)
      bindP2cEip(project, gateway, eip_id)
    }
    if (name !== undefined) gateway.name = name
    settleP2cLater(project, gateway)
    return { p2c_vpn_gateway: { id: gateway.id } }
  },

  deleteP2cVgw: ({ project, params }) => {
    const gateway = findP2cGateway(project, params.p2c_vgw_id)
    checkGatewayTakes('delete', gateway)
    const server = serverOf(project.p2c, gateway.id)
    if (server) checkEmpty(server)
    if (gateway.order_id !== undefined) throw invalid(`gateway ${gateway.id} is billed yearly/monthly, unsubscribe it`)
    removeP2cLater(project, gateway)
    return undefined
  },

  listP2cVgwAvailabilityZones: () => ({ availability_zones: [...p2cZones] }),

  listP2cVgwConnections: ({ project, params, query }) => {
    const server = serverOf(project.p2c, findP2cGateway(project, params.p2c_vgw_id).id)
    const sessions = server?.sessions ?? []
    const now = project.clock.now()
    return {
      connections: pageByOffset(sessions, query, most).map((one) => shownSession(one, now)),
      total_count: sessions.length,
    }
  },

  deleteP2cVgwConnection: ({ project, params }) => {
    const server = serverOf(project.p2c, findP2cGateway(project, params.p2c_vgw_id).id)
    const session = server?.sessions.find(({ id }) => id === params.connection_id)
    if (!server || !session) throw refusal('VPN.0563')
    endSession(project, server, session, project.clock.now(), 'disconnected by an administrator')
    return {}
  },
} satisfies Partial<Handlers>
