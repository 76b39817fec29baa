import * as z from 'zod'
import { freeText, openEnum, plainName, text } from './fields.ts'
import { pageInfo, resourceRef } from './shared.ts'

export const vpnUserGroupCreate = z.strictObject({
  name: plainName,
  description: freeText.optional(),
})
export type VpnUserGroupCreate = z.infer<typeof vpnUserGroupCreate>

export const createVpnUserGroupRequestBody = z.strictObject({
  user_group: vpnUserGroupCreate,
})
export type CreateVpnUserGroupRequestBody = z.infer<typeof createVpnUserGroupRequestBody>

export const createVpnUserGroupResponse = z.object({
  user_group: resourceRef,
  request_id: z.string().optional(),
})
export type CreateVpnUserGroupResponse = z.infer<typeof createVpnUserGroupResponse>

export const vpnUserGroup = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  type: openEnum(['Default', 'Custom']).optional(),
  user_number: z.number().optional(),
  created_at: z.string().optional(),
  updated_at: z.string().optional(),
})
export type VpnUserGroup = z.infer<typeof vpnUserGroup>

export const vpnUserGroupResponse = z.object({
  user_group: vpnUserGroup,
  request_id: z.string().optional(),
})
export type VpnUserGroupResponse = z.infer<typeof vpnUserGroupResponse>

export const listVpnUserGroupsResponse = z.object({
  user_groups: z.array(vpnUserGroup),
  total_count: z.number().optional(),
  page_info: pageInfo.optional(),
  request_id: z.string().optional(),
})
export type ListVpnUserGroupsResponse = z.infer<typeof listVpnUserGroupsResponse>

export const vpnUserGroupUpdate = z.strictObject({
  name: text(1, 64).optional(),
  description: freeText.optional(),
})
export type VpnUserGroupUpdate = z.infer<typeof vpnUserGroupUpdate>

export const updateVpnUserGroupRequestBody = z.strictObject({
  user_group: vpnUserGroupUpdate,
})
export type UpdateVpnUserGroupRequestBody = z.infer<typeof updateVpnUserGroupRequestBody>

export const vpnUserInGroup = z.object({
  id: z.string(),
  name: z.string().optional(),
  description: z.string().optional(),
})
export type VpnUserInGroup = z.infer<typeof vpnUserInGroup>

export const listVpnUsersInGroupResponse = z.object({
  users: z.array(vpnUserInGroup),
  total_count: z.number().optional(),
  page_info: pageInfo.optional(),
  request_id: z.string().optional(),
})
export type ListVpnUsersInGroupResponse = z.infer<typeof listVpnUsersInGroupResponse>
