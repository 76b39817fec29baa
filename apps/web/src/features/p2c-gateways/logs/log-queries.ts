import type { Output } from '@vpn-console/api-client'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../../api/client.ts'
import { operationQuery } from '../../../api/operation-query.ts'
import { isGone } from '../../../api/gone.ts'

export type LogPlace = Output<'showVpnConnectionsLogConfig'>['log_config']

/** Where a gateway writes its connection log; null where it writes none, which the cloud tells by a 404. */
export const logConfig = (cloudId: string, gatewayId: string) =>
  queryOptions({
    queryKey: [cloudId, 'showVpnConnectionsLogConfig', gatewayId],
    queryFn: async ({ signal }): Promise<LogPlace | null> => {
      try {
        const params = { p2c_vgw_id: gatewayId }
        return (await call(cloudId, 'showVpnConnectionsLogConfig', { params }, { signal })).log_config
      } catch (error) {
        if (isGone(error)) return null
        throw error
      }
    },
  })

export const logGroups = (cloudId: string) => operationQuery(cloudId, 'listLogGroups', {})

export const logStreams = (cloudId: string, groupId: string) =>
  operationQuery(cloudId, 'listLogStream', { params: { log_group_id: groupId } })

export const logSpans = [
  { id: '1h', words: 'Last hour', ms: 3_600_000 },
  { id: '24h', words: 'Last 24 h', ms: 86_400_000 },
  { id: '7d', words: 'Last 7 d', ms: 7 * 86_400_000 },
] as const
export type LogSpan = (typeof logSpans)[number]

export const linesOnPage = 200

type LogPage = { lines: Output<'listLogs'>['logs']; count: number | undefined }

/** The newest raw lines of a stream. */
export const logLines = (cloudId: string, place: LogPlace, span: LogSpan, keywords: string) =>
  queryOptions({
    queryKey: [cloudId, 'listLogs', place.log_group_id, place.log_stream_id, span.id, keywords],
    queryFn: async ({ signal }): Promise<LogPage> => {
      const now = Date.now()
      const { log_group_id, log_stream_id } = place
      const body = {
        start_time: String(now - span.ms),
        end_time: String(now),
        limit: linesOnPage,
        is_desc: true,
        is_count: true,
        ...(keywords !== '' && { keywords }),
      }
      const answer = await call(cloudId, 'listLogs', { params: { log_group_id, log_stream_id }, body }, { signal })
      return { lines: answer.logs, count: answer.count }
    },
    staleTime: 10_000,
  })
