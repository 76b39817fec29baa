import { findStream } from '../log-streams.ts'
import { checkGatewayTakes, findP2cGateway } from '../p2c/states-refused.ts'
import { invalid, notFound } from '../refusal.ts'
import type { Handlers } from './handler.ts'

export const logConfig = {
  updateVpnConnectionsLogConfig: ({ project, params, body }) => {
    const gateway = findP2cGateway(project, params.p2c_vgw_id)
    const { log_group_id, log_stream_id } = body.log_config
    checkGatewayTakes('update', gateway)
    if (!findStream(project.neighbours, log_group_id, log_stream_id)) {
      throw invalid(`log stream ${log_stream_id} of log group ${log_group_id} is not found`)
    }
    gateway.logConfig = { log_group_id, log_stream_id }
    return { log_config: { ...gateway.logConfig } }
  },

  showVpnConnectionsLogConfig: ({ project, params }) => {
    const { logConfig: config } = findP2cGateway(project, params.p2c_vgw_id)
    if (!config) throw notFound()
    return { log_config: { ...config } }
  },

  deleteVpnConnectionsLogConfig: ({ project, params }) => {
    const gateway = findP2cGateway(project, params.p2c_vgw_id)
    checkGatewayTakes('update', gateway)
    if (!gateway.logConfig) throw notFound()
    gateway.logConfig = undefined
    return undefined
  },
} satisfies Partial<Handlers>
