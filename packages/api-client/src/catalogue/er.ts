import * as z from 'zod'
import { listEnterpriseRoutersResponse } from '../schemas/er.ts'
import { inProject, type Operation } from './operation.ts'

export const er = {
  listEnterpriseRouters: {
    service: 'er',
    method: 'GET',
    path: '/v3/{project_id}/enterprise-router/instances',
    action: 'er:instances:list',
    status: 200,
    params: inProject,
    query: z.strictObject({
      limit: z.int().min(0).optional(),
      marker: z.string().optional(),
      enterprise_project_id: z.array(z.string()).optional(),
      state: z.array(z.string()).optional(),
      id: z.array(z.string()).optional(),
      resource_id: z.array(z.string()).optional(),
      owned_by_self: z.boolean().optional(),
      sort_key: z.array(z.string()).optional(),
      sort_dir: z.array(z.string()).optional(),
    }),
    response: listEnterpriseRoutersResponse,
    paging: 'marker',
  },
} satisfies Record<string, Operation>
