import { createHash } from 'node:crypto'
import type { ClientSession, P2cConnection } from '@vpn-console/api-client'
import type { Insertable, Kysely } from 'kysely'
import type { Tuning } from '../tuning.ts'
import type { Tables } from './tables.ts'

export type ClientSessionFilter = {
  cloudId: string
  gatewayId?: string | undefined
  userName?: string | undefined
  /** Only sessions that began before this, milliseconds since 1970. */
  before?: number | undefined
  /** Only sessions that were still seen at this moment or later. */
  since?: number | undefined
  limit: number
}

type Row = Tables['client_sessions']

// Few numbers of rows make few statements, and each is prepared once.
const rowsAtOnce = 25

const clip = (text: string | undefined) => (text ?? '').slice(0, 64)

const rowOf = (cloudId: string, gatewayId: string, seen: P2cConnection, at: number): Insertable<Row> => {
  const begun = Date.parse(seen.connection_established_time ?? '')
  const connectionId = clip(seen.connection_id)
  const key = [cloudId, gatewayId, connectionId, seen.client_user_name, seen.connection_established_time].join(' ')
  return {
    id: createHash('sha256').update(key).digest('base64url'),
    cloud_id: cloudId,
    gateway_id: gatewayId,
    connection_id: connectionId,
    user_name: clip(seen.client_user_name),
    client_ip: clip(seen.client_ip),
    virtual_ip: clip(seen.client_virtual_ip),
    established_at: Number.isNaN(begun) ? at : begun,
    last_seen_at: at,
    ended_at: null,
    inbound_packets: Math.trunc(seen.inbound_packets ?? 0),
    outbound_packets: Math.trunc(seen.outbound_packets ?? 0),
    inbound_bytes: Math.trunc(seen.inbound_bytes ?? 0),
    outbound_bytes: Math.trunc(seen.outbound_bytes ?? 0),
  }
}

const toSession = ({ cloud_id: _cloud, gateway_id, ended_at, ...row }: Row): ClientSession => ({
  ...row,
  p2c_vgw_id: gateway_id,
  ...(ended_at !== null && { ended_at }),
})

/** Who was connected to the P2C gateways, when, and how much went through: put together from samples. */
export const createClientSessions = (
  db: Kysely<Tables>,
  { sessionKeepMs, sessionKeepAll }: Pick<Tuning, 'sessionKeepMs' | 'sessionKeepAll'>,
  now: () => number,
) => ({
  /** Takes in the whole list of one gateway: what is open and not in it has ended since it was seen. */
  sample: async (cloudId: string, gatewayId: string, seen: readonly P2cConnection[]): Promise<void> => {
    if (sessionKeepMs === 0) return
    const at = now()
    // A list that changes while it is read, page by page, names some twice; a statement may write a row only once.
    const byId = new Map(
      seen.map((connection) => rowOf(cloudId, gatewayId, connection, at)).map((row) => [row.id, row]),
    )
    const rows = [...byId.values()]
    for (let index = 0; index < rows.length; index += rowsAtOnce) {
      await db
        .insertInto('client_sessions')
        .values(rows.slice(index, index + rowsAtOnce))
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((row) => ({
            last_seen_at: row.ref('excluded.last_seen_at'),
            ended_at: row.ref('excluded.ended_at'),
            inbound_packets: row.ref('excluded.inbound_packets'),
            outbound_packets: row.ref('excluded.outbound_packets'),
            inbound_bytes: row.ref('excluded.inbound_bytes'),
            outbound_bytes: row.ref('excluded.outbound_bytes'),
          })),
        )
        .execute()
    }
    await db
      .updateTable('client_sessions')
      .set({ ended_at: at })
      .where('cloud_id', '=', cloudId)
      .where('gateway_id', '=', gatewayId)
      .where('ended_at', 'is', null)
      .where('last_seen_at', '<', at)
      .execute()
  },

  /** Latest begun first. Sessions of one moment stay together, so that a page may be longer than its limit. */
  list: async ({ cloudId, gatewayId, userName, before, since, limit }: ClientSessionFilter) => {
    let query = db
      .selectFrom('client_sessions')
      .selectAll()
      .where('cloud_id', '=', cloudId)
      .orderBy('established_at', 'desc')
      .orderBy('id')
    if (gatewayId !== undefined) query = query.where('gateway_id', '=', gatewayId)
    if (userName !== undefined) query = query.where('user_name', '=', userName)
    if (before !== undefined) query = query.where('established_at', '<', before)
    if (since !== undefined) query = query.where('last_seen_at', '>=', since)
    const page = await query.limit(limit).execute()
    const end = page.at(-1)
    const isFull = end !== undefined && page.length === limit
    const known = new Set(page.map(({ id }) => id))
    const beside = isFull ? await query.where('established_at', '=', end.established_at).execute() : []
    const sessions = [...page, ...beside.filter(({ id }) => !known.has(id))].map(toSession)
    return { sessions, nextBefore: isFull ? end.established_at : undefined }
  },

  /** Drops what ended too long ago, and the oldest of what is too much. */
  prune: async (): Promise<void> => {
    await db
      .deleteFrom('client_sessions')
      .where('last_seen_at', '<', now() - sessionKeepMs)
      .execute()
    const first = await db
      .selectFrom('client_sessions')
      .select('last_seen_at')
      .orderBy('last_seen_at', 'desc')
      .offset(sessionKeepAll)
      .limit(1)
      .executeTakeFirst()
    if (first) await db.deleteFrom('client_sessions').where('last_seen_at', '<=', first.last_seen_at).execute()
  },
})
export type ClientSessions = ReturnType<typeof createClientSessions>
