import { showQuotasInfoResponse } from '../schemas/quotas.ts'
import { inProject, type Operation } from './operation.ts'

export const quotas = {
  showQuotasInfo: {
    service: 'vpn',
    method: 'GET',
    path: '/v5/{project_id}/vpn/quotas',
    action: 'vpn:quota:list',
    status: 200,
    params: inProject,
    response: showQuotasInfoResponse,
  },
} satisfies Record<string, Operation>
