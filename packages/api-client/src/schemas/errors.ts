import * as z from 'zod'

export const errorBody = z.object({
  error_code: z.string(),
  error_msg: z.string(),
  request_id: z.string().optional(),
})
export type ErrorBody = z.infer<typeof errorBody>

export const errorBodyAppendix = z.object({
  code: z.string(),
  message: z.string(),
})
export type ErrorBodyAppendix = z.infer<typeof errorBodyAppendix>

export const requestIdResponse = z.object({
  request_id: z.string().optional(),
})
export type RequestIdResponse = z.infer<typeof requestIdResponse>
