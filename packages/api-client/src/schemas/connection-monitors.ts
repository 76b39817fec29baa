import * as z from 'zod'
import { openEnum, resourceId } from './fields.ts'

export const connectionMonitorCreate = z.strictObject({
  vpn_connection_id: resourceId,
})
export type ConnectionMonitorCreate = z.infer<typeof connectionMonitorCreate>

export const createConnectionMonitorRequestBody = z.strictObject({
  connection_monitor: connectionMonitorCreate,
})
export type CreateConnectionMonitorRequestBody = z.infer<typeof createConnectionMonitorRequestBody>

export const connectionMonitorCreated = z.object({
  id: z.string(),
  vpn_connection_id: z.string().optional(),
  type: openEnum(['gateway']).optional(),
  source_ip: z.string().optional(),
  destination_ip: z.string().optional(),
  proto_type: openEnum(['icmp']).optional(),
})
export type ConnectionMonitorCreated = z.infer<typeof connectionMonitorCreated>

export const connectionMonitor = z.object({
  id: z.string(),
  status: openEnum(['ACTIVE', 'PENDING_CREATE', 'PENDING_DELETE']),
  vpn_connection_id: z.string().optional(),
  type: openEnum(['gateway']).optional(),
  source_ip: z.string().optional(),
  destination_ip: z.string().optional(),
  proto_type: openEnum(['icmp']).optional(),
})
export type ConnectionMonitor = z.infer<typeof connectionMonitor>

export const createConnectionMonitorResponse = z.object({
  connection_monitor: connectionMonitorCreated,
  request_id: z.string().optional(),
})
export type CreateConnectionMonitorResponse = z.infer<typeof createConnectionMonitorResponse>

export const showConnectionMonitorResponse = z.object({
  connection_monitor: connectionMonitor,
  request_id: z.string().optional(),
})
export type ShowConnectionMonitorResponse = z.infer<typeof showConnectionMonitorResponse>

export const listConnectionMonitorsResponse = z.object({
  connection_monitors: z.array(connectionMonitor),
  request_id: z.string().optional(),
})
export type ListConnectionMonitorsResponse = z.infer<typeof listConnectionMonitorsResponse>
