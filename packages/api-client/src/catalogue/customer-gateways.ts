import * as z from 'zod'
import {
  createCgwRequestBody,
  customerGatewayResponse,
  listCgwsResponse,
  updateCgwRequestBody,
} from '../schemas/customer-gateways.ts'
import { whole } from '../schemas/fields.ts'
import { inProject, pathId, type Operation } from './operation.ts'

export const customerGateways = {
  createCgw: {
    service: 'vpn',
    method: 'POST',
    path: '/v5/{project_id}/customer-gateways',
    action: 'vpn:customerGateways:create',
    status: 201,
    params: inProject,
    body: createCgwRequestBody,
    response: customerGatewayResponse,
  },
  showCgw: {
    service: 'vpn',
    method: 'GET',
    path: '/v5/{project_id}/customer-gateways/{customer_gateway_id}',
    action: 'vpn:customerGateways:get',
    status: 200,
    params: inProject.extend({ customer_gateway_id: pathId }),
    response: customerGatewayResponse,
  },
  listCgws: {
    service: 'vpn',
    method: 'GET',
    path: '/v5/{project_id}/customer-gateways',
    action: 'vpn:customerGateways:list',
    status: 200,
    params: inProject,
    query: z.strictObject({
      limit: whole(0, 200).optional().meta({ default: 200 }),
      marker: z.string().optional(),
      cgw_id: z.string().optional(),
    }),
    response: listCgwsResponse,
    paging: 'marker',
  },
  updateCgw: {
    service: 'vpn',
    method: 'PUT',
    path: '/v5/{project_id}/customer-gateways/{customer_gateway_id}',
    action: 'vpn:customerGateways:update',
    status: 200,
    params: inProject.extend({ customer_gateway_id: pathId }),
    body: updateCgwRequestBody,
    response: customerGatewayResponse,
  },
  deleteCgw: {
    service: 'vpn',
    method: 'DELETE',
    path: '/v5/{project_id}/customer-gateways/{customer_gateway_id}',
    action: 'vpn:customerGateways:delete',
    status: 204,
    params: inProject.extend({ customer_gateway_id: pathId }),
  },
} satisfies Record<string, Operation>
