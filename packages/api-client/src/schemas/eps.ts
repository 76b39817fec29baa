import * as z from 'zod'

export const enterpriseProject = z.object({
  /** 0 is the default project. */
  id: z.string(),
  name: z.string().optional(),
  /** 1: enabled, 2: disabled. */
  status: z.number().optional(),
  type: z.string().optional(),
  description: z.string().optional(),
})
export type EnterpriseProject = z.infer<typeof enterpriseProject>

export const listEnterpriseProjectsResponse = z.object({
  enterprise_projects: z.array(enterpriseProject),
  total_count: z.number().optional(),
})
