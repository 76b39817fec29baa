import * as z from 'zod'

export const scmCertificate = z.object({
  id: z.string(),
  name: z.string().optional(),
  domain: z.string().nullish(),
  sans: z.string().nullish(),
  type: z.string().nullish(),
  brand: z.string().nullish(),
  signature_algorithm: z.string().nullish(),
  /** Usable: ISSUED and UPLOAD. */
  status: z.string().optional(),
  expire_time: z.string().nullish(),
  deploy_support: z.boolean().optional(),
  enterprise_project_id: z.string().nullish(),
})
export type ScmCertificate = z.infer<typeof scmCertificate>

export const listCertificatesResponse = z.object({
  certificates: z.array(scmCertificate),
  total_count: z.number().optional(),
})
