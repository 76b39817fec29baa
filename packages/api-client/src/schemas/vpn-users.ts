import * as z from 'zod'
import { anyText, list, plainName, resourceId, userName, userPassword, wordText } from './fields.ts'
import { pageInfo, resourceRef, resourceRefInput } from './shared.ts'

export const vpnUserCreate = z.strictObject({
  name: userName,
  password: userPassword.meta({ secret: true }),
  description: wordText.optional(),
  user_group_id: resourceId.optional(),
  static_ip: anyText.optional().meta({ default: 'disable' }),
})
export type VpnUserCreate = z.infer<typeof vpnUserCreate>

export const createVpnUserRequestBody = z.strictObject({
  user: vpnUserCreate,
})
export type CreateVpnUserRequestBody = z.infer<typeof createVpnUserRequestBody>

export const createVpnUserResponse = z.object({
  user: resourceRef,
  request_id: z.string().optional(),
})
export type CreateVpnUserResponse = z.infer<typeof createVpnUserResponse>

export const vpnUserBatchItem = z.strictObject({
  name: userName,
  password: userPassword.meta({ secret: true }),
  description: wordText.optional(),
  user_group_name: plainName.optional(),
  static_ip: anyText.optional().meta({ default: 'disable' }),
})
export type VpnUserBatchItem = z.infer<typeof vpnUserBatchItem>

export const batchCreateVpnUsersRequestBody = z.strictObject({
  users: list(vpnUserBatchItem, 1),
})
export type BatchCreateVpnUsersRequestBody = z.infer<typeof batchCreateVpnUsersRequestBody>

export const invalidVpnUser = z.object({
  name: z.string(),
  description: z.string().optional(),
  user_group_name: z.string().optional(),
  static_ip: z.string().optional(),
  cause: z.string().optional(),
})
export type InvalidVpnUser = z.infer<typeof invalidVpnUser>

export const batchCreateVpnUsersResponse = z.object({
  invalid_users: z.array(invalidVpnUser),
  request_id: z.string().optional(),
})
export type BatchCreateVpnUsersResponse = z.infer<typeof batchCreateVpnUsersResponse>

export const vpnUser = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  user_group_id: z.string().optional(),
  user_group_name: z.string().optional(),
  static_ip: z.string().optional(),
  created_at: z.string().optional(),
  updated_at: z.string().optional(),
})
export type VpnUser = z.infer<typeof vpnUser>

export const vpnUserResponse = z.object({
  user: vpnUser,
  request_id: z.string().optional(),
})
export type VpnUserResponse = z.infer<typeof vpnUserResponse>

export const listVpnUsersResponse = z.object({
  users: z.array(vpnUser),
  total_count: z.number().optional(),
  page_info: pageInfo.optional(),
  request_id: z.string().optional(),
})
export type ListVpnUsersResponse = z.infer<typeof listVpnUsersResponse>

export const vpnUserUpdate = z.strictObject({
  description: wordText.optional(),
  user_group_id: resourceId.optional(),
  static_ip: anyText.optional(),
})
export type VpnUserUpdate = z.infer<typeof vpnUserUpdate>

export const updateVpnUserRequestBody = z.strictObject({
  user: vpnUserUpdate,
})
export type UpdateVpnUserRequestBody = z.infer<typeof updateVpnUserRequestBody>

export const vpnUserIdsRequestBody = z.strictObject({
  users: list(resourceRefInput, 1),
})
export type VpnUserIdsRequestBody = z.infer<typeof vpnUserIdsRequestBody>

export const updateVpnUserPasswordRequestBody = z.strictObject({
  old_password: anyText.meta({ secret: true }),
  new_password: userPassword.meta({ secret: true }),
})
export type UpdateVpnUserPasswordRequestBody = z.infer<typeof updateVpnUserPasswordRequestBody>

export const resetVpnUserPasswordRequestBody = z.strictObject({
  new_password: userPassword.meta({ secret: true }),
})
export type ResetVpnUserPasswordRequestBody = z.infer<typeof resetVpnUserPasswordRequestBody>
