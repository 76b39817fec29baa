import { vpnServerCreateProblems, vpnServerUpdateProblems } from '@vpn-console/api-client'
import { addressOf } from '../addresses.ts'
import { clientProfile } from '../p2c/client-profile.ts'
import { addServer, buildServerLater, shownServer, surroundingsOf, updateServer } from '../p2c/servers.ts'
import { serverOf } from '../p2c/state.ts'
import {
  changeableServer,
  checkGatewayTakes,
  checkServerTakes,
  findP2cGateway,
  findServer,
} from '../p2c/states-refused.ts'
import type { Project } from '../project-state.ts'
import { invalid, refusal, refuseProblems } from '../refusal.ts'
import type { Handlers } from './handler.ts'
import { pageByTime } from './paging.ts'

const most = 2000

const checkProvider = (project: Project, name: string | undefined) => {
  if (name === undefined) return
  const found = project.neighbours.identityProviders.find(({ id }) => id === name)
  if (!found?.enabled) throw invalid(`identity provider ${name} is not found`)
}

export const vpnServers = {
  createVpnServer: ({ project, params, body }) => {
    const gateway = findP2cGateway(project, params.p2c_vgw_id)
    const wanted = body.vpn_server
    checkGatewayTakes('update', gateway)
    if (serverOf(project.p2c, gateway.id)) throw refusal('VPN.1102')
    if (gateway.eip === undefined) throw refusal('VPN.1121')
    refuseProblems(vpnServerCreateProblems(wanted, surroundingsOf(project, gateway)))
    checkProvider(project, wanted.idp_name)
    const server = addServer(project, gateway, wanted, { at: project.clock.now() })
    buildServerLater(project, server)
    return { vpn_server: { id: server.id } }
  },

  listVpnServersByVgw: ({ project, params }) => {
    const server = serverOf(project.p2c, findP2cGateway(project, params.p2c_vgw_id).id)
    return { vpn_servers: server ? [shownServer(project, server)] : [] }
  },

  listVpnServersByProject: ({ project, query }) => {
    const { items, page_info, total_count } = pageByTime([...project.p2c.servers.values()], query, most)
    return { vpn_servers: items.map((one) => shownServer(project, one)), total_count, page_info }
  },

  updateVpnServer: ({ project, params, body }) => {
    const server = changeableServer(project, params.vpn_server_id)
    const gateway = findP2cGateway(project, server.p2c_vgw_id)
    const update = body.vpn_server
    checkGatewayTakes('update', gateway)
    const kept = { ...server, client_ca_certificates: [...server.clientCas.keys()] }
    refuseProblems(vpnServerUpdateProblems(update, kept, surroundingsOf(project, gateway)))
    checkProvider(project, update.idp_name)
    updateServer(project, server, update)
    return {}
  },

  exportClientConfig: ({ project, params, body }) => {
    const server = findServer(project, params.vpn_server_id)
    const { os_type = 'Windows' } = body
    checkServerTakes(server)
    const { eip } = findP2cGateway(project, server.p2c_vgw_id)
    if (eip === undefined) throw refusal('VPN.1121')
    const os = os_type === 'MacOS' ? 'macOS' : os_type
    return { client_config: clientProfile(project, server, addressOf(project, eip), os) }
  },
} satisfies Partial<Handlers>
