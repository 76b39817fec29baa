import * as z from 'zod'
import {
  listLogGroupsResponse,
  listLogsRequestBody,
  listLogsResponse,
  listLogStreamResponse,
  listLogStreamsResponse,
} from '../schemas/lts.ts'
import { inProject, pathId, type Operation } from './operation.ts'

export const lts = {
  listLogGroups: {
    service: 'lts',
    method: 'GET',
    path: '/v2/{project_id}/groups',
    action: 'lts:logGroup:listLogGroup',
    status: 200,
    params: inProject,
    response: listLogGroupsResponse,
  },
  listLogStream: {
    service: 'lts',
    method: 'GET',
    path: '/v2/{project_id}/groups/{log_group_id}/streams',
    action: 'lts:logStream:listLogStream',
    status: 200,
    params: inProject.extend({ log_group_id: pathId }),
    response: listLogStreamResponse,
  },
  listLogStreams: {
    service: 'lts',
    method: 'GET',
    path: '/v2/{project_id}/log-streams',
    action: 'lts:logStream:listLogStream',
    status: 200,
    params: inProject,
    query: z.strictObject({ log_group_name: z.string().optional(), log_stream_name: z.string().optional() }),
    response: listLogStreamsResponse,
  },
  listLogs: {
    service: 'lts',
    method: 'POST',
    path: '/v2/{project_id}/groups/{log_group_id}/streams/{log_stream_id}/content/query',
    action: null,
    status: 200,
    reads: true,
    params: inProject.extend({ log_group_id: pathId, log_stream_id: pathId }),
    body: listLogsRequestBody,
    response: listLogsResponse,
  },
} satisfies Record<string, Operation>
