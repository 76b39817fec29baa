import { logConfigResponse, updateVpnLogConfigRequestBody } from '../schemas/log-config.ts'
import { inProject, pathId, type Operation } from './operation.ts'

export const logConfig = {
  updateVpnConnectionsLogConfig: {
    service: 'vpn',
    method: 'PUT',
    path: '/v5/{project_id}/p2c-vpn-gateways/{p2c_vgw_id}/log-config',
    action: 'vpn:p2cVpnGateway:updateConnectionsLogConfig',
    status: 200,
    params: inProject.extend({ p2c_vgw_id: pathId }),
    body: updateVpnLogConfigRequestBody,
    response: logConfigResponse,
  },
  showVpnConnectionsLogConfig: {
    service: 'vpn',
    method: 'GET',
    path: '/v5/{project_id}/p2c-vpn-gateways/{p2c_vgw_id}/log-config',
    action: 'vpn:p2cVpnGateway:getConnectionsLogConfig',
    status: 200,
    params: inProject.extend({ p2c_vgw_id: pathId }),
    response: logConfigResponse,
  },
  deleteVpnConnectionsLogConfig: {
    service: 'vpn',
    method: 'DELETE',
    path: '/v5/{project_id}/p2c-vpn-gateways/{p2c_vgw_id}/log-config',
    action: 'vpn:p2cVpnGateway:deleteConnectionsLogConfig',
    status: 204,
    params: inProject.extend({ p2c_vgw_id: pathId }),
  },
} satisfies Record<string, Operation>
