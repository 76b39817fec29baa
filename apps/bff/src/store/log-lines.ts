import { createHash } from 'node:crypto'
import { readLogLine, type KeptLogLine, type Log } from '@vpn-console/api-client'
import { sql, type Insertable, type Kysely } from 'kysely'
import type { Tuning } from '../tuning.ts'
import type { Tables } from './tables.ts'

export type LogLineFilter = {
  cloudId: string
  /** Absent: all connections of the cloud. */
  connectionIds?: readonly string[] | undefined
  before?: number | undefined
  since?: number | undefined
  reason?: string | undefined
  text?: string | undefined
  limit: number
}

type Limits = Pick<Tuning, 'logKeepMs' | 'logKeepLines' | 'logKeepAll'>

// A line of the cloud has some hundred characters; what is far longer is no log line.
const mostCharacters = 4_000
// Few numbers of rows make few statements, and each is prepared once.
const rowsAtOnce = 25
/** A line may come after newer ones; later than this it does not. */
const lateMs = 60_000

const digestOf = (text: string) => createHash('sha256').update(text).digest('base64url')

/** Characters that LIKE reads as patterns stand for themselves. Databases agree on the small letters of ASCII alone. */
const pattern = (text: string) =>
  `%${text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

/** The lines as rows. The same line twice in one answer is two lines, told apart by their count. */
const rowsOf = (cloudId: string, connectionId: string, logs: readonly Log[]): Insertable<Tables['log_lines']>[] => {
  const seen = new Map<string, number>()
  return logs.map((log) => {
    const line = readLogLine(log)
    const raw = log.raw_message.slice(0, mostCharacters)
    const key = `${log.time} ${raw}`
    const count = seen.get(key) ?? 0
    seen.set(key, count + 1)
    return {
      id: digestOf(`${cloudId} ${connectionId} ${count} ${key}`),
      cloud_id: cloudId,
      connection_id: connectionId,
      at: Math.floor(line.time),
      reason: line.reason?.toLowerCase().slice(0, 128) ?? null,
      raw_message: raw,
    }
  })
}

/** Lines of connection logs beyond the 200 that the cloud keeps, bounded by age and number. */
export const createLogLines = (db: Kysely<Tables>, limits: Limits, now: () => number) => {
  const { logKeepMs, logKeepLines, logKeepAll } = limits
  // What was kept last of each connection, and how far it reached: most polls bring nothing new.
  const kept = new Map<string, { digest: string; until: number }>()

  const matching = ({ cloudId, connectionIds, before, since, reason, text }: Omit<LogLineFilter, 'limit'>) => {
    let query = db.selectFrom('log_lines').where('cloud_id', '=', cloudId)
    if (connectionIds) query = query.where('connection_id', 'in', connectionIds)
    if (before !== undefined) query = query.where('at', '<', before)
    if (since !== undefined) query = query.where('at', '>=', since)
    if (reason !== undefined) query = query.where('reason', '=', reason.toLowerCase())
    if (text === undefined) return query
    return query.where(sql<boolean>`lower(raw_message) like ${pattern(text)} escape '\\'`)
  }

  return {
    /** Keeps what is new of an answer of the cloud. */
    keep: async (cloudId: string, connectionId: string, logs: readonly Log[]): Promise<void> => {
      if (logKeepMs === 0 || logs.length === 0) return
      const key = `${cloudId} ${connectionId}`
      const before = kept.get(key)
      const all = rowsOf(cloudId, connectionId, logs)
      const digest = digestOf(all.map(({ id }) => id).join())
      if (before?.digest === digest) return
      const from = Math.max(now() - logKeepMs, (before?.until ?? 0) - lateMs)
      const rows = all.filter(({ at }) => at >= from)
      for (let at = 0; at < rows.length; at += rowsAtOnce) {
        await db
          .insertInto('log_lines')
          .values(rows.slice(at, at + rowsAtOnce))
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute()
      }
      kept.set(key, { digest, until: Math.max(before?.until ?? 0, ...all.map(({ at }) => at)) })
    },

    /** Newest first. Lines of one moment stay together, so that a page may be longer than its limit. */
    list: async ({ limit, ...filter }: LogLineFilter): Promise<{ lines: KeptLogLine[]; nextBefore?: number }> => {
      const ordered = matching(filter).selectAll().orderBy('at', 'desc').orderBy('id')
      const page = await ordered.limit(limit).execute()
      const end = page.at(-1)
      const isFull = end !== undefined && page.length === limit
      const seen = new Set(page.map(({ id }) => id))
      const rest = isFull ? await ordered.where('at', '=', end.at).execute() : []
      const lines = [...page, ...rest.filter(({ id }) => !seen.has(id))].map(
        ({ id, connection_id, at, raw_message }) => ({
          id,
          connection_id,
          time: at,
          raw_message,
        }),
      )
      return isFull ? { lines, nextBefore: end.at } : { lines }
    },

    /** The moment of the oldest line that is kept. */
    keptSince: async (filter: Pick<LogLineFilter, 'cloudId' | 'connectionIds'>): Promise<number | undefined> => {
      const found = await matching(filter)
        .select(({ fn }) => fn.min('at').as('at'))
        .executeTakeFirst()
      return found?.at ?? undefined
    },

    /** Drops what is too old, and the oldest of what is too much. */
    prune: async (): Promise<void> => {
      await db
        .deleteFrom('log_lines')
        .where('at', '<', now() - logKeepMs)
        .execute()
      const crowded = await db
        .selectFrom('log_lines')
        .select(['cloud_id', 'connection_id'])
        .groupBy(['cloud_id', 'connection_id'])
        .having(({ fn }) => fn.countAll(), '>', logKeepLines)
        .execute()
      for (const { cloud_id, connection_id } of crowded) {
        const first = await db
          .selectFrom('log_lines')
          .select('at')
          .where('cloud_id', '=', cloud_id)
          .where('connection_id', '=', connection_id)
          .orderBy('at', 'desc')
          .offset(logKeepLines - 1)
          .limit(1)
          .executeTakeFirstOrThrow()
        await db
          .deleteFrom('log_lines')
          .where('cloud_id', '=', cloud_id)
          .where('connection_id', '=', connection_id)
          .where('at', '<', first.at)
          .execute()
      }
      const firstOfAll = await db
        .selectFrom('log_lines')
        .select('at')
        .orderBy('at', 'desc')
        .offset(logKeepAll)
        .limit(1)
        .executeTakeFirst()
      if (firstOfAll) await db.deleteFrom('log_lines').where('at', '<=', firstOfAll.at).execute()
    },
  }
}
export type LogLines = ReturnType<typeof createLogLines>
