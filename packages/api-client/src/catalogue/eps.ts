import * as z from 'zod'
import { listEnterpriseProjectsResponse } from '../schemas/eps.ts'
import { inAccount, type Operation } from './operation.ts'

export const eps = {
  listEnterpriseProjects: {
    service: 'eps',
    method: 'GET',
    path: '/v1.0/enterprise-projects',
    action: null,
    status: 200,
    scope: 'domain',
    params: inAccount,
    query: z.strictObject({
      id: z.string().optional(),
      limit: z.int().min(0).optional(),
      name: z.string().optional(),
      offset: z.int().min(0).optional(),
      sort_dir: z.string().optional(),
      sort_key: z.string().optional(),
      status: z.int().optional(),
      type: z.string().optional(),
    }),
    response: listEnterpriseProjectsResponse,
    paging: 'offset',
  },
} satisfies Record<string, Operation>
