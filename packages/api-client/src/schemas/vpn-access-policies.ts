import * as z from 'zod'
import { anyText, cidr4, list, openEnum, resourceId } from './fields.ts'
import { pageInfo, resourceRef } from './shared.ts'

export const vpnAccessPolicyCreate = z.strictObject({
  name: anyText,
  user_group_id: resourceId,
  description: anyText.optional(),
  dest_ip_cidrs: list(cidr4, 1, 10),
})
export type VpnAccessPolicyCreate = z.infer<typeof vpnAccessPolicyCreate>

export const createVpnAccessPolicyRequestBody = z.strictObject({
  access_policy: vpnAccessPolicyCreate,
})
export type CreateVpnAccessPolicyRequestBody = z.infer<typeof createVpnAccessPolicyRequestBody>

export const createVpnAccessPolicyResponse = z.object({
  access_policy: resourceRef,
  request_id: z.string().optional(),
})
export type CreateVpnAccessPolicyResponse = z.infer<typeof createVpnAccessPolicyResponse>

export const vpnAccessPolicy = z.object({
  id: z.string(),
  name: z.string(),
  type: openEnum(['Default', 'Custom']).optional(),
  user_group_id: z.string().optional(),
  user_group_name: z.string().optional(),
  description: z.string().optional(),
  dest_ip_cidrs: z.array(z.string()).optional(),
  created_at: z.string().optional(),
  updated_at: z.string().optional(),
})
export type VpnAccessPolicy = z.infer<typeof vpnAccessPolicy>

export const vpnAccessPolicyResponse = z.object({
  access_policy: vpnAccessPolicy,
  request_id: z.string().optional(),
})
export type VpnAccessPolicyResponse = z.infer<typeof vpnAccessPolicyResponse>

export const listVpnAccessPoliciesResponse = z.object({
  access_policies: z.array(vpnAccessPolicy),
  total_count: z.number().optional(),
  page_info: pageInfo.optional(),
  request_id: z.string().optional(),
})
export type ListVpnAccessPoliciesResponse = z.infer<typeof listVpnAccessPoliciesResponse>

export const vpnAccessPolicyUpdate = z.strictObject({
  name: anyText.optional(),
  user_group_id: resourceId.optional(),
  description: anyText.optional(),
  dest_ip_cidrs: list(cidr4, 1, 10).optional(),
})
export type VpnAccessPolicyUpdate = z.infer<typeof vpnAccessPolicyUpdate>

export const updateVpnAccessPolicyRequestBody = z.strictObject({
  access_policy: vpnAccessPolicyUpdate,
})
export type UpdateVpnAccessPolicyRequestBody = z.infer<typeof updateVpnAccessPolicyRequestBody>
