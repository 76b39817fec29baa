import * as z from 'zod'
import { anyText } from './fields.ts'

export const logConfigInput = z.strictObject({
  log_group_id: anyText,
  log_stream_id: anyText,
})
export type LogConfigInput = z.infer<typeof logConfigInput>

export const updateVpnLogConfigRequestBody = z.strictObject({
  log_config: logConfigInput,
})
export type UpdateVpnLogConfigRequestBody = z.infer<typeof updateVpnLogConfigRequestBody>

export const logConfig = z.object({
  log_group_id: z.string(),
  log_stream_id: z.string(),
})
export type LogConfig = z.infer<typeof logConfig>

export const logConfigResponse = z.object({
  log_config: logConfig,
  request_id: z.string().optional(),
})
export type LogConfigResponse = z.infer<typeof logConfigResponse>
