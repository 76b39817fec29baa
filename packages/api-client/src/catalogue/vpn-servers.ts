import * as z from 'zod'
import { requestIdResponse } from '../schemas/errors.ts'
import {
  createServerRequestBody,
  createVpnServerResponse,
  exportClientConfigRequestBody,
  exportClientConfigResponse,
  listVpnServersResponse,
  updateServerRequestBody,
} from '../schemas/vpn-servers.ts'
import { inProject, pathId, type Operation } from './operation.ts'

export const vpnServers = {
  createVpnServer: {
    service: 'vpn',
    method: 'POST',
    path: '/v5/{project_id}/p2c-vpn-gateways/{p2c_vgw_id}/vpn-servers',
    action: 'vpn:p2cVpnGateway:createServer',
    status: 201,
    params: inProject.extend({ p2c_vgw_id: pathId }),
    body: createServerRequestBody,
    response: createVpnServerResponse,
    clientToken: true,
  },
  listVpnServersByVgw: {
    service: 'vpn',
    method: 'GET',
    path: '/v5/{project_id}/p2c-vpn-gateways/{p2c_vgw_id}/vpn-servers',
    action: 'vpn:p2cVpnGateway:listServers',
    status: 200,
    params: inProject.extend({ p2c_vgw_id: pathId }),
    response: listVpnServersResponse,
  },
  updateVpnServer: {
    service: 'vpn',
    method: 'PUT',
    path: '/v5/{project_id}/p2c-vpn-gateways/vpn-servers/{vpn_server_id}',
    action: 'vpn:p2cVpnGateway:updateServer',
    status: 200,
    params: inProject.extend({ vpn_server_id: pathId }),
    body: updateServerRequestBody,
    response: requestIdResponse,
  },
  exportClientConfig: {
    service: 'vpn',
    method: 'POST',
    path: '/v5/{project_id}/p2c-vpn-gateways/vpn-servers/{vpn_server_id}/client-config/export',
    action: 'vpn:p2cVpnGateway:exportClientConfig',
    status: 200,
    params: inProject.extend({ vpn_server_id: pathId }),
    body: exportClientConfigRequestBody,
    response: exportClientConfigResponse,
  },
  listVpnServersByProject: {
    service: 'vpn',
    method: 'GET',
    path: '/v5/{project_id}/vpn-servers',
    action: 'vpn:p2cVpnGateway:listAllServers',
    status: 200,
    params: inProject,
    query: z.strictObject({ limit: z.int().min(0).optional(), marker: z.string().optional() }),
    response: listVpnServersResponse,
    paging: 'marker',
  },
} satisfies Record<string, Operation>
