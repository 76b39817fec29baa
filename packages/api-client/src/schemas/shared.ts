import * as z from 'zod'
import { oneOf, openEnum, resourceId, tagKey, tagValue } from './fields.ts'

export const resourceRefInput = z.strictObject({
  id: resourceId,
})
export type ResourceRefInput = z.infer<typeof resourceRefInput>

export const resourceRef = z.object({
  id: z.string(),
})
export type ResourceRef = z.infer<typeof resourceRef>

export const pageInfo = z.object({
  next_marker: z.string().optional(),
  current_count: z.number().optional(),
})
export type PageInfo = z.infer<typeof pageInfo>

export const vpnResourceTagInput = z.strictObject({
  key: tagKey,
  value: tagValue,
})
export type VpnResourceTagInput = z.infer<typeof vpnResourceTagInput>

export const vpnResourceTag = z.object({
  key: z.string(),
  value: z.string(),
})
export type VpnResourceTag = z.infer<typeof vpnResourceTag>

export const eip = z.object({
  id: z.string(),
  ip_version: z.number().optional(),
  /** Yearly/monthly EIP only. */
  ip_billing_info: z.string().optional(),
  type: z.string().optional(),
  ip_address: z.string().optional(),
  charge_mode: openEnum(['bandwidth', 'traffic']).optional(),
  bandwidth_id: z.string().optional(),
  bandwidth_size: z.number().optional(),
  bandwidth_name: z.string().optional(),
  /** Yearly/monthly EIP only. */
  bandwidth_billing_info: z.string().optional(),
  share_type: openEnum(['PER', 'WHOLE']).optional(),
})
export type Eip = z.infer<typeof eip>

export const upgradeRequestBody = z.strictObject({
  action: oneOf(['start', 'finish', 'rollback']),
})
export type UpgradeRequestBody = z.infer<typeof upgradeRequestBody>

export const upgradeResponse = z.object({
  job_id: z.string().optional(),
  request_id: z.string().optional(),
})
export type UpgradeResponse = z.infer<typeof upgradeResponse>

export const subJob = z.object({
  id: z.string(),
  job_type: openEnum(['prepare_resource', 'upgrade_worker_1', 'upgrade_worker_2']).optional(),
  status: openEnum(['init', 'upgrading', 'success', 'fail']),
  expected_time_seconds: z.number().optional(),
  created_at: z.string().optional(),
  finished_at: z.string().optional(),
  error_message: z.string().optional(),
})
export type SubJob = z.infer<typeof subJob>

export const job = z.object({
  id: z.string(),
  resource_id: z.string().optional(),
  job_type: openEnum(['upgrade', 'rollback']).optional(),
  status: openEnum(['upgrading', 'pending_upgrade_confirm', 'success', 'rolling_back', 'rollback_success', 'fail']),
  created_at: z.string().optional(),
  expected_time_seconds: z.number().optional(),
  finished_at: z.string().optional(),
  error_message: z.string().optional(),
  sub_jobs: z.array(subJob).optional(),
})
export type Job = z.infer<typeof job>

export const listJobsResponse = z.object({
  jobs: z.array(job),
  request_id: z.string().optional(),
})
export type ListJobsResponse = z.infer<typeof listJobsResponse>
