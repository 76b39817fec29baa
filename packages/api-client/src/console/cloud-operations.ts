import * as z from 'zod'
import { doctorReport } from './doctor-report.ts'
import type { ConsoleOperation } from './operation.ts'
import { id, inCloud, moment } from './fields.ts'

/** A line of a connection log that the console has kept. */
export const keptLogLine = z.object({
  /** The same for the same line, for ever. */
  id: z.string(),
  connection_id: z.string(),
  /** Milliseconds since 1970, as exactly as the line tells. */
  time: z.number(),
  raw_message: z.string(),
})
export type KeptLogLine = z.infer<typeof keptLogLine>

/** A session of a VPN user, as the console saw it from time to time. Times are milliseconds since 1970. */
export const clientSession = z.object({
  id: z.string(),
  p2c_vgw_id: z.string(),
  /** The cloud's id of the session while it lasts. */
  connection_id: z.string(),
  user_name: z.string(),
  client_ip: z.string(),
  virtual_ip: z.string(),
  established_at: z.number(),
  last_seen_at: z.number(),
  /** When it was first missed: it ended between `last_seen_at` and this. Absent while it lasts. */
  ended_at: z.number().optional(),
  inbound_packets: z.number(),
  outbound_packets: z.number(),
  inbound_bytes: z.number(),
  outbound_bytes: z.number(),
})
export type ClientSession = z.infer<typeof clientSession>

/** What the console keeps of a cloud, beside what the cloud itself answers. */
export const cloudOperations = {
  /** Lines of connection logs that the console has kept, newest first. */
  listKeptLogLines: {
    method: 'GET',
    path: '/api/clouds/{cloudId}/console/log-lines',
    like: 'showVpnConnectionLog',
    params: inCloud,
    query: z.strictObject({
      /** Ids with commas between them; left out, all connections of the cloud. */
      connection_id: z
        .string()
        .regex(/^[\w.-]{1,64}(?:,[\w.-]{1,64}){0,19}$/)
        .optional(),
      /** Only lines older than this, milliseconds since 1970. */
      before: moment.optional(),
      /** Only lines from this moment on, milliseconds since 1970. */
      since: moment.optional(),
      limit: z.number().int().min(1).max(2_000).optional(),
      /** The reason as the line names it. */
      reason: z.string().min(1).max(128).optional(),
      /** Text anywhere in the line, in any case. */
      text: z.string().min(1).max(128).optional(),
    }),
    status: 200,
    response: z.object({
      lines: z.array(keptLogLine),
      /** What to give as `before` for the lines that come next; absent at the end. */
      next_before: z.number().optional(),
      /** Time of the oldest line kept of these connections; absent where none is. */
      kept_since: z.number().optional(),
    }),
  },
  /** Who was connected to the Point-to-Cloud gateways, latest begun first. */
  listClientSessions: {
    method: 'GET',
    path: '/api/clouds/{cloudId}/console/client-sessions',
    like: 'listP2cVgwConnections',
    params: inCloud,
    query: z.strictObject({
      p2c_vgw_id: id.optional(),
      user_name: z.string().min(1).max(64).optional(),
      /** Only sessions that began before this. */
      before: moment.optional(),
      /** Only sessions that were still seen at this moment or later. */
      since: moment.optional(),
      limit: z.number().int().min(1).max(2_000).optional(),
    }),
    status: 200,
    response: z.object({
      sessions: z.array(clientSession),
      /** What to give as `before` for those that come next; absent at the end. */
      next_before: z.number().optional(),
    }),
  },
  createDoctorReport: {
    method: 'POST',
    path: '/api/clouds/{cloudId}/console/doctor-reports',
    like: 'showVpnConnection',
    params: inCloud,
    body: z.strictObject({ connection_id: id, report: doctorReport }),
    status: 201,
    response: z.object({ id: z.string() }),
  },
  showDoctorReport: {
    method: 'GET',
    path: '/api/clouds/{cloudId}/console/doctor-reports/{reportId}',
    like: 'showVpnConnection',
    params: z.strictObject({ cloudId: id, reportId: id }),
    status: 200,
    response: z.object({
      id: z.string(),
      connection_id: z.string(),
      /** Milliseconds since 1970. */
      created_at: z.number(),
      created_by: z.string(),
      report: doctorReport,
    }),
  },
} as const satisfies Record<string, ConsoleOperation>
