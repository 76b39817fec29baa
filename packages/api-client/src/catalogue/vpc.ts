import * as z from 'zod'
import {
  listRouteTablesResponse,
  listSubnetsResponse,
  listVpcsResponse,
  showRouteTableResponse,
} from '../schemas/vpc.ts'
import { inProject, pathId, type Operation } from './operation.ts'

export const vpc = {
  listVpcs: {
    service: 'vpc',
    method: 'GET',
    path: '/v1/{project_id}/vpcs',
    action: 'vpc:vpcs:list',
    status: 200,
    params: inProject,
    query: z.strictObject({
      limit: z.int().min(0).optional(),
      marker: z.string().optional(),
      id: z.string().optional(),
      enterprise_project_id: z.string().optional(),
    }),
    response: listVpcsResponse,
    paging: 'last-id',
  },
  listSubnets: {
    service: 'vpc',
    method: 'GET',
    path: '/v1/{project_id}/subnets',
    action: 'vpc:subnets:list',
    status: 200,
    params: inProject,
    query: z.strictObject({
      limit: z.int().min(0).optional(),
      marker: z.string().optional(),
      vpc_id: z.string().optional(),
    }),
    response: listSubnetsResponse,
    paging: 'last-id',
  },
  listRouteTables: {
    service: 'vpc',
    method: 'GET',
    path: '/v1/{project_id}/routetables',
    action: 'vpc:routeTables:get',
    status: 200,
    params: inProject,
    query: z.strictObject({
      limit: z.int().min(0).optional(),
      marker: z.string().optional(),
      id: z.string().optional(),
      vpc_id: z.string().optional(),
      subnet_id: z.string().optional(),
    }),
    response: listRouteTablesResponse,
    paging: 'last-id',
  },
  showRouteTable: {
    service: 'vpc',
    method: 'GET',
    path: '/v1/{project_id}/routetables/{routetable_id}',
    action: 'vpc:routeTables:get',
    status: 200,
    params: inProject.extend({ routetable_id: pathId }),
    response: showRouteTableResponse,
  },
} satisfies Record<string, Operation>
