import * as z from 'zod'
import {
  createConnectionMonitorRequestBody,
  createConnectionMonitorResponse,
  listConnectionMonitorsResponse,
  showConnectionMonitorResponse,
} from '../schemas/connection-monitors.ts'
import { inProject, pathId, type Operation } from './operation.ts'

export const connectionMonitors = {
  createConnectionMonitor: {
    service: 'vpn',
    method: 'POST',
    path: '/v5/{project_id}/connection-monitors',
    action: 'vpn:connectionMonitors:create',
    status: 201,
    params: inProject,
    body: createConnectionMonitorRequestBody,
    response: createConnectionMonitorResponse,
  },
  showConnectionMonitor: {
    service: 'vpn',
    method: 'GET',
    path: '/v5/{project_id}/connection-monitors/{connection_monitor_id}',
    action: 'vpn:connectionMonitors:get',
    status: 200,
    params: inProject.extend({ connection_monitor_id: pathId }),
    response: showConnectionMonitorResponse,
  },
  listConnectionMonitors: {
    service: 'vpn',
    method: 'GET',
    path: '/v5/{project_id}/connection-monitors',
    action: 'vpn:connectionMonitors:list',
    status: 200,
    params: inProject,
    query: z.strictObject({
      vpn_connection_id: z.string().optional(),
      enterprise_project_id: z.array(z.string()).optional(),
    }),
    response: listConnectionMonitorsResponse,
  },
  deleteConnectionMonitor: {
    service: 'vpn',
    method: 'DELETE',
    path: '/v5/{project_id}/connection-monitors/{connection_monitor_id}',
    action: 'vpn:connectionMonitors:delete',
    status: 204,
    params: inProject.extend({ connection_monitor_id: pathId }),
  },
} satisfies Record<string, Operation>
