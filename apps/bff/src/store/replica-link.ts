import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { Client } from 'pg'
import { rest } from '../background/repeat.ts'
import type { Tuning } from '../tuning.ts'
import { DatabaseUnusable } from './database-error.ts'
import { channel, createListeners, messageOf, type Replica } from './replica.ts'
import type { Tables } from './tables.ts'

export type ReplicaTuning = Pick<Tuning, 'replicaBeatMs' | 'replicaDeadMs'>

const clockText = '(extract(epoch from clock_timestamp()) * 1000)::bigint'
const firstPauseMs = 50

const connectTo = async (url: string, answerMs: number, onEnd: () => void): Promise<Client> => {
  const client = new Client({
    connectionString: url,
    application_name: 'vpn-console-link',
    connectionTimeoutMillis: answerMs,
    statement_timeout: answerMs,
    query_timeout: answerMs,
    keepAlive: true,
  })
  client.on('error', onEnd)
  client.on('end', onEnd)
  try {
    await client.connect()
    return client
  } catch (error) {
    void client.end().catch(() => {})
    throw error
  }
}

/**
 * A replica on a database that others share. One connection of its own carries its sign of life and what the others tell,
 * so that the one cannot fail without the other being noticed.
 */
export const createLinkedReplica = (url: string, db: Kysely<Tables>, tuning: ReplicaTuning): Replica => {
  const { replicaBeatMs: beatMs, replicaDeadMs: deadMs } = tuning
  // A beat that takes longer could be too late for the next.
  const answerMs = Math.max(500, deadMs / 4)
  // Others count from when the database took the beat, we from before we sent it; the rest is for clocks that run unevenly.
  const sureMs = deadMs / 2
  const closing = new AbortController()
  const { on, onGap, heard, gap } = createListeners()
  let id = randomUUID()
  let aliveSince: number | undefined
  let breaks = 0
  let link: Client | undefined
  let beating: Promise<void> | undefined
  let work: Promise<void> = Promise.resolve()

  const tell: Replica['tell'] = async (topic, text = '') => {
    await sql`select pg_notify(${channel}, ${messageOf(id, topic, text)})`.execute(db)
  }

  const clearAway = async (client: Client): Promise<void> => {
    // Who is dead is so from here on, whatever he still does: his next beat finds nothing to renew.
    const dead = await client.query(`delete from replicas where seen_at < ${clockText} - $1`, [deadMs])
    if ((dead.rowCount ?? 0) === 0) return
    await client.query('delete from write_turns where replica not in (select id from replicas)')
    heard('gone', '')
    await tell('gone')
  }

  const beat = async (client: Client): Promise<void> => {
    const begun = performance.now()
    const renewed = await client.query(`update replicas set seen_at = ${clockText} where id = $1`, [id])
    if (renewed.rowCount === 0) {
      // Never the old one again: the others have gone on without it.
      id = randomUUID()
      await client.query(`insert into replicas (id, seen_at) values ($1, ${clockText})`, [id])
    }
    aliveSince = begun
    await clearAway(client)
  }

  /** One at a time, for all who want one. */
  const beatNow = (): Promise<void> => {
    if (!link) return Promise.reject(new Error('the database is away'))
    beating ??= beat(link).finally(() => {
      beating = undefined
    })
    return beating
  }

  const connect = async (onLost: () => void): Promise<Client> => {
    const client = await connectTo(url, answerMs, onLost)
    client.on('notification', ({ payload = '' }) => {
      const [from, topic = '', ...words] = payload.split(' ')
      if (from !== id) heard(topic, words.join(' '))
    })
    try {
      await client.query(`listen ${channel}`)
      await beat(client)
      await client.query('delete from write_turns where replica not in (select id from replicas)')
    } catch (error) {
      void client.end().catch(() => {})
      throw error
    }
    link = client
    return client
  }

  const stay = async (client: Client, lost: AbortSignal): Promise<void> => {
    try {
      for (;;) {
        await rest(beatMs, lost)
        if (lost.aborted) return
        await beatNow()
      }
    } catch {
      // Whatever it was: a new connection is the way to find out.
    } finally {
      link = undefined
      breaks += 1
      // With a query under way this drops the connection, else it says goodbye.
      void client.end().catch(() => {})
      gap()
    }
  }

  const attempt = async (): Promise<{ client: Client; lost: AbortSignal }> => {
    const lost = new AbortController()
    const client = await connect(() => lost.abort())
    return { client, lost: AbortSignal.any([lost.signal, closing.signal]) }
  }

  const keep = async (first: Awaited<ReturnType<typeof attempt>>): Promise<void> => {
    await stay(first.client, first.lost)
    let pauseMs = firstPauseMs
    while (!closing.signal.aborted) {
      await rest(pauseMs, closing.signal)
      pauseMs = Math.min(2 * pauseMs, beatMs)
      if (closing.signal.aborted) return
      const again = await attempt().catch(() => undefined)
      if (!again) continue
      // Between the end of the last connection and now something may have been told.
      gap()
      pauseMs = firstPauseMs
      await stay(again.client, again.lost)
    }
  }

  const isSure = () => aliveSince !== undefined && performance.now() - aliveSince < sureMs

  return {
    id: () => id,
    clock: () => sql<number>`${sql.raw(clockText)}`,
    start: async () => {
      const first = await attempt().catch((cause: unknown) => {
        throw new DatabaseUnusable('The console lost its database while it started: start it again.', { cause })
      })
      work = keep(first)
    },
    isAlive: async (asked) => {
      if (asked === id && !isSure()) await beatNow().catch(() => {})
      return asked === id && isSure()
    },
    breaks: () => breaks,
    isListening: () => link !== undefined,
    tell,
    on,
    onGap,
    close: async () => {
      closing.abort()
      await work
      if (aliveSince === undefined) return
      const goodbye = async () => {
        await db.deleteFrom('write_turns').where('replica', '=', id).execute()
        await db.deleteFrom('replicas').where('id', '=', id).execute()
        await tell('gone')
      }
      // Without it the others wait a little until they notice.
      await goodbye().catch(() => {})
    },
  }
}
