import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export type RateLimit = {
  /** How often within a window. */
  limit: number
  windowMs: number
}

export type Taken = {
  isAllowed: boolean
  /** How long it stays closed; 0 where it is open. */
  waitMs: number
}

const longestPauseMs = 24 * 60 * 60_000
const pruneEveryMs = 10 * 60_000

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex')

/**
 * Counts attempts, over all replicas. Who passes a limit waits for a window, the next time for two, then for four, up to
 * a day; after a day without a try all of that is forgotten. A key that holds what somebody typed is to be signed first.
 */
export const createRateLimits = (db: Kysely<Tables>, now: () => number) => {
  let prunedAt = now()

  const prune = async (at: number) => {
    if (at - prunedAt < pruneEveryMs) return
    prunedAt = at
    await db
      .deleteFrom('rate_limits')
      .where('ends_at', '<', at - longestPauseMs)
      .execute()
  }

  return {
    /** Counts one attempt, and says whether it may be made. Of attempts at the same moment, each is counted. */
    take: async (key: string, { limit, windowMs }: RateLimit): Promise<Taken> => {
      const at = now()
      await prune(at)
      const isOver = sql<boolean>`rate_limits.ends_at <= ${at}`
      const isForgotten = sql<boolean>`rate_limits.ends_at <= ${at - longestPauseMs}`
      // One statement, so that two replicas cannot both count from the same figure.
      const isPassing = sql<boolean>`rate_limits.count = ${limit}`
      const twice = sql<number>`rate_limits.pause_ms * 2`
      const row = await db
        .insertInto('rate_limits')
        .values({ key_hash: hashOf(key), count: 1, ends_at: at + windowMs, pause_ms: windowMs })
        .onConflict((conflict) =>
          conflict.column('key_hash').doUpdateSet({
            count: sql<number>`case when ${isOver} then 1 else rate_limits.count + 1 end`,
            ends_at: sql<number>`case when ${isOver} then ${at + windowMs} when ${isPassing} then ${at} + rate_limits.pause_ms else rate_limits.ends_at end`,
            pause_ms: sql<number>`case when ${isForgotten} then ${windowMs} when ${isOver} then rate_limits.pause_ms when ${isPassing} then case when ${twice} > ${longestPauseMs} then ${longestPauseMs} else ${twice} end else rate_limits.pause_ms end`,
          }),
        )
        .returning(['count', 'ends_at'])
        .executeTakeFirstOrThrow()
      const isAllowed = row.count <= limit
      return { isAllowed, waitMs: isAllowed ? 0 : row.ends_at - at }
    },

    /** Takes one attempt back: it was a good one. */
    giveBack: async (key: string): Promise<void> => {
      await db
        .updateTable('rate_limits')
        .set({ count: sql<number>`count - 1` })
        .where('key_hash', '=', hashOf(key))
        .where('count', '>', 0)
        .execute()
    },

    /** Forgets all attempts: the right one has come. */
    forget: async (key: string): Promise<void> => {
      await db.deleteFrom('rate_limits').where('key_hash', '=', hashOf(key)).execute()
    },
  }
}
export type RateLimits = ReturnType<typeof createRateLimits>
