import * as z from 'zod'
import { pageInfo } from './shared.ts'

export const enterpriseRouter = z.object({
  id: z.string(),
  name: z.string().optional(),
  state: z.string().optional(),
  asn: z.number().optional(),
  availability_zone_ids: z.array(z.string()).optional(),
  enterprise_project_id: z.string().optional(),
  enable_default_association: z.boolean().optional(),
  enable_default_propagation: z.boolean().optional(),
})
export type EnterpriseRouter = z.infer<typeof enterpriseRouter>

export const listEnterpriseRoutersResponse = z.object({
  instances: z.array(enterpriseRouter),
  page_info: pageInfo.optional(),
})
