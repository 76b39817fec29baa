import * as z from 'zod'
import { anyText, list, oneOf, tagKey, tagValue, text } from './fields.ts'

export const tagFilter = z.strictObject({
  key: text(1, 128),
  values: list(anyText, 0, 20),
})
export type TagFilter = z.infer<typeof tagFilter>

export const match = z.strictObject({
  key: oneOf(['resource_name']),
  value: text(0, 255),
})
export type Match = z.infer<typeof match>

export const queryResourcesRequestBody = z.strictObject({
  without_any_tag: z.boolean().optional(),
  tags: list(tagFilter, 0, 20).optional(),
  matches: z.array(match).optional(),
})
export type QueryResourcesRequestBody = z.infer<typeof queryResourcesRequestBody>

export const resourceTag = z.object({
  key: z.string(),
  value: z.string().optional(),
})
export type ResourceTag = z.infer<typeof resourceTag>

export const taggedResource = z.object({
  resource_id: z.string(),
  resource_detail: z.record(z.string(), z.unknown()).optional(),
  tags: z.array(resourceTag).optional(),
  resource_name: z.string().optional(),
})
export type TaggedResource = z.infer<typeof taggedResource>

export const listResourcesByTagsResponse = z.object({
  resources: z.array(taggedResource),
  total_count: z.number().optional(),
})
export type ListResourcesByTagsResponse = z.infer<typeof listResourcesByTagsResponse>

export const countResourcesByTagsResponse = z.object({
  total_count: z.number().optional(),
})
export type CountResourcesByTagsResponse = z.infer<typeof countResourcesByTagsResponse>

export const resourceTagInput = z.strictObject({
  key: tagKey,
  value: tagValue.optional(),
})
export type ResourceTagInput = z.infer<typeof resourceTagInput>

export const resourceTagsRequestBody = z.strictObject({
  tags: list(resourceTagInput, 1, 20),
})
export type ResourceTagsRequestBody = z.infer<typeof resourceTagsRequestBody>

export const showResourceTagsResponse = z.object({
  tags: z.array(resourceTag),
})
export type ShowResourceTagsResponse = z.infer<typeof showResourceTagsResponse>

export const tagValues = z.object({
  key: z.string(),
  values: z.array(z.string()).optional(),
})
export type TagValues = z.infer<typeof tagValues>

export const listProjectTagsResponse = z.object({
  tags: z.array(tagValues),
})
export type ListProjectTagsResponse = z.infer<typeof listProjectTagsResponse>
