import * as z from 'zod'
import { listCertificatesResponse } from '../schemas/scm.ts'
import { inAccount, type Operation } from './operation.ts'

export const scm = {
  listCertificates: {
    service: 'scm',
    method: 'GET',
    path: '/v3/scm/certificates',
    action: 'scm:cert:list',
    status: 200,
    scope: 'domain',
    params: inAccount,
    query: z.strictObject({
      limit: z.int().min(0).optional(),
      offset: z.int().min(0).optional(),
      sort_dir: z.string().optional(),
      sort_key: z.string().optional(),
      status: z.string().optional(),
      enterprise_project_id: z.string().optional(),
      deploy_support: z.boolean().optional(),
      owned_by_self: z.boolean().optional(),
      expired_days_since: z.int().optional(),
      content: z.string().optional(),
    }),
    response: listCertificatesResponse,
    paging: 'offset',
  },
} satisfies Record<string, Operation>
