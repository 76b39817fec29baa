import * as z from 'zod'
import { openEnum } from './fields.ts'

export const quotaInfo = z.object({
  type: openEnum(['customer_gateway', 'vpn_connection', 'vpn_gateway', 'vpngw', 'vpn']),
  quota: z.number(),
  used: z.number(),
})
export type QuotaInfo = z.infer<typeof quotaInfo>

export const quotas = z.object({
  resources: z.array(quotaInfo).optional(),
})
export type Quotas = z.infer<typeof quotas>

export const showQuotasInfoResponse = z.object({
  quotas: quotas,
  request_id: z.string().optional(),
})
export type ShowQuotasInfoResponse = z.infer<typeof showQuotasInfoResponse>
