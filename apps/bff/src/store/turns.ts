import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { rest } from '../background/repeat.ts'
import { channel, messageOf, type Replica } from './replica.ts'
import type { Tables } from './tables.ts'

/** A place in the order in which changes to one thing came to any replica. */
export type Turn = { ticket: string; seq: number; key: string; replica: string; breaks: number }
export type Place = {
  /** Whether the place is still held for this replica. */
  isHeld: boolean
  /** How many came before and are still there. */
  ahead: number
}

const againMs = 1_000
// A statement whose end we did not see may still take place for as long as the server lets one run.
const doubtMs = 40_000

// Waiting for the disk would take longer than all the rest, and a ticket need not outlive the server: with that the link
// breaks as well, after which a turn is looked at again.
const withoutDisk = sql`without_disk as materialized (select set_config('synchronous_commit', 'off', true))`

/** The order of changes over all replicas. */
export const createTurns = (db: Kysely<Tables>, replica: Replica) => {
  const closing = new AbortController()

  const remove = async (ticket: string, key: string): Promise<void> => {
    await sql`
      with ${withoutDisk}, gone as (delete from write_turns where ticket = ${ticket} returning key)
      select pg_notify(${channel}, ${messageOf(replica.id(), 'turn', key)}) from gone, without_disk`.execute(db)
  }

  /** Nothing may stay that nobody will take away: everybody behind it would wait for as long as this replica lives. */
  const removeSurely = async (ticket: string, key: string, untilMs: number): Promise<void> => {
    while (!closing.signal.aborted) {
      const isGone = await remove(ticket, key).then(
        () => true,
        () => false,
      )
      if (isGone && performance.now() >= untilMs) return
      await rest(againMs, closing.signal)
    }
  }

  return {
    /** Takes the last place; undefined where the others take this replica for dead. */
    take: async (key: string): Promise<Turn | undefined> => {
      const ticket = randomUUID()
      const id = replica.id()
      const breaks = replica.breaks()
      if (!(await replica.isAlive(id))) return undefined
      try {
        const { rows } = await sql<{ seq: number }>`
          with ${withoutDisk}, head as (update write_turn_head set seq = seq + 1 where id = 1 returning seq)
          insert into write_turns (ticket, seq, key, replica, created_at)
          select ${ticket}, head.seq, ${key}, replicas.id, ${replica.clock()}
          from head, replicas, without_disk where replicas.id = ${id}
          returning seq`.execute(db)
        const [row] = rows
        return row && { ticket, seq: row.seq, key, replica: id, breaks }
      } catch (error) {
        void removeSurely(ticket, key, performance.now() + doubtMs)
        throw error
      }
    },

    look: async ({ key, seq, ticket }: Turn): Promise<Place> => {
      const { rows } = await sql<{ held: number; ahead: number }>`
        select count(*) filter (where ticket = ${ticket}) as held, count(*) filter (where seq < ${seq}) as ahead
        from write_turns join replicas on replicas.id = write_turns.replica
        where key = ${key} and seq <= ${seq}`.execute(db)
      const [row] = rows
      return { isHeld: row?.held === 1, ahead: row?.ahead ?? 0 }
    },

    /** Gives the place up; resolves when the next one may look. */
    give: async ({ ticket, key }: Turn): Promise<void> => removeSurely(ticket, key, 0),

    /** How many places are held altogether. */
    count: async (): Promise<number> => {
      const { rows } = await sql<{ count: number }>`select count(*) as count from write_turns`.execute(db)
      return rows[0]?.count ?? 0
    },

    close: (): void => {
      closing.abort()
    },
  }
}
export type Turns = ReturnType<typeof createTurns>
