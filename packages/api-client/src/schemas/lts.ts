import * as z from 'zod'

export const listLogGroupsResponse = z.object({
  log_groups: z.array(
    z.object({
      log_group_id: z.string(),
      log_group_name: z.string().optional(),
      log_group_name_alias: z.string().nullish(),
      ttl_in_days: z.number().optional(),
      creation_time: z.number().optional(),
    }),
  ),
})

export const listLogStreamResponse = z.object({
  log_streams: z.array(
    z.object({
      log_stream_id: z.string(),
      log_stream_name: z.string().optional(),
      log_stream_name_alias: z.string().nullish(),
      ttl_in_days: z.number().optional(),
      creation_time: z.number().optional(),
    }),
  ),
})

export const listLogStreamsResponse = z.object({
  log_streams: z.array(
    z.object({
      log_stream_id: z.string(),
      log_stream_name: z.string().optional(),
      log_group_id: z.string().optional(),
    }),
  ),
})

export const listLogsRequestBody = z.strictObject({
  /** Milliseconds since 1970, as text. */
  start_time: z.string(),
  end_time: z.string(),
  keywords: z.string().optional(),
  labels: z.record(z.string(), z.string()).optional(),
  limit: z.int().optional(),
  is_desc: z.boolean().optional(),
  is_count: z.boolean().optional(),
  line_num: z.string().optional(),
  search_type: z.string().optional(),
  highlight: z.boolean().optional(),
  is_iterative: z.boolean().optional(),
  scroll_id: z.string().optional(),
  query: z.string().optional(),
  is_analysis_query: z.boolean().optional(),
  __time__: z.string().optional(),
})

export const listLogsResponse = z.object({
  logs: z
    .array(
      z.object({
        content: z.string().optional(),
        line_num: z.string().optional(),
        labels: z.record(z.string(), z.string()).optional(),
      }),
    )
    .optional(),
  count: z.number().optional(),
  isQueryComplete: z.boolean().optional(),
  scrollId: z.string().optional(),
})
