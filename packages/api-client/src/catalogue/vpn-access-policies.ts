import * as z from 'zod'
import {
  createVpnAccessPolicyRequestBody,
  createVpnAccessPolicyResponse,
  listVpnAccessPoliciesResponse,
  updateVpnAccessPolicyRequestBody,
  vpnAccessPolicyResponse,
} from '../schemas/vpn-access-policies.ts'
import { inProject, pathId, type Operation } from './operation.ts'

export const vpnAccessPolicies = {
  createVpnAccessPolicy: {
    service: 'vpn',
    method: 'POST',
    path: '/v5/{project_id}/p2c-vpn-gateways/vpn-servers/{vpn_server_id}/access-policies',
    action: 'vpn:p2cVpnGateway:createAccessPolicy',
    status: 201,
    params: inProject.extend({ vpn_server_id: pathId }),
    body: createVpnAccessPolicyRequestBody,
    response: createVpnAccessPolicyResponse,
    clientToken: true,
  },
  showVpnAccessPolicy: {
    service: 'vpn',
    method: 'GET',
    path: '/v5/{project_id}/p2c-vpn-gateways/vpn-servers/{vpn_server_id}/access-policies/{policy_id}',
    action: 'vpn:p2cVpnGateway:getAccessPolicy',
    status: 200,
    params: inProject.extend({ vpn_server_id: pathId, policy_id: pathId }),
    response: vpnAccessPolicyResponse,
  },
  listVpnAccessPolicies: {
    service: 'vpn',
    method: 'GET',
    path: '/v5/{project_id}/p2c-vpn-gateways/vpn-servers/{vpn_server_id}/access-policies',
    action: 'vpn:p2cVpnGateway:listAccessPolicies',
    status: 200,
    params: inProject.extend({ vpn_server_id: pathId }),
    query: z.strictObject({ limit: z.int().min(0).optional(), marker: z.string().optional() }),
    response: listVpnAccessPoliciesResponse,
    paging: 'marker',
  },
  updateVpnAccessPolicy: {
    service: 'vpn',
    method: 'PUT',
    path: '/v5/{project_id}/p2c-vpn-gateways/vpn-servers/{vpn_server_id}/access-policies/{policy_id}',
    action: 'vpn:p2cVpnGateway:updateAccessPolicy',
    status: 200,
    params: inProject.extend({ vpn_server_id: pathId, policy_id: pathId }),
    body: updateVpnAccessPolicyRequestBody,
    response: vpnAccessPolicyResponse,
  },
  deleteVpnAccessPolicy: {
    service: 'vpn',
    method: 'DELETE',
    path: '/v5/{project_id}/p2c-vpn-gateways/vpn-servers/{vpn_server_id}/access-policies/{policy_id}',
    action: 'vpn:p2cVpnGateway:deleteAccessPolicy',
    status: 204,
    params: inProject.extend({ vpn_server_id: pathId, policy_id: pathId }),
  },
} satisfies Record<string, Operation>
