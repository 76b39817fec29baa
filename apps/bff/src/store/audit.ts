import { randomUUID } from 'node:crypto'
import type { AuditOutcome } from '@vpn-console/api-client'
import type { Kysely } from 'kysely'
import type { AuditChain } from './audit-chain.ts'
import { createAuditRetention } from './audit-retention.ts'
import { clip, orderedId, type AuditRow } from './audit-row.ts'
import { createAuditSearch } from './audit-search.ts'
import { createAuditCheck } from './audit-check.ts'
import type { Tables } from './tables.ts'

export type { AuditRow }
export type Outcome = AuditOutcome

export type AuditSubject = {
  personId: string | null
  personName: string
  ip: string
  operation: string
  cloudId: string | null
  consoleRequestId: string
}

export type AuditResult = {
  outcome: Outcome
  status?: number | undefined
  code?: string | undefined
  requestId?: string | undefined
  resourceId?: string | undefined
  /** The thing before and after a change, redacted. */
  before?: unknown
  after?: unknown
}

const mostBodyCharacters = 64 * 1024

/** How long a refused read that comes again is counted with the first. */
const countedMs = 60_000
const mostCounted = 1_000

const bodyText = (body: unknown): string | null => {
  if (body === undefined) return null
  const text = JSON.stringify(body)
  return text.length > mostBodyCharacters ? JSON.stringify({ left_out: `${text.length} characters` }) : text
}

/** Who did what: written before it is done where it can be, and never altered but to say how it ended. */
export const createAudit = (db: Kysely<Tables>, chain: AuditChain, now: () => number) => {
  // Entries of this process whose end is still to come.
  const atWork = new Set<string>()
  const counted = new Map<string, { id: string; until: number; more: number }>()

  const rowOf = (subject: AuditSubject, result: AuditResult, body: unknown): AuditRow => {
    const at = now()
    return {
      id: orderedId(at, randomUUID),
      at,
      ended_at: result.outcome === 'pending' ? null : at,
      times: 1,
      person_id: subject.personId,
      person_name: clip(subject.personName, 64),
      ip: clip(subject.ip, 64),
      operation: subject.operation,
      cloud_id: clip(subject.cloudId, 64),
      resource_id: clip(result.resourceId, 128),
      outcome: result.outcome,
      status: result.status ?? null,
      code: clip(result.code, 64),
      request_id: clip(result.requestId, 128),
      console_request_id: clip(subject.consoleRequestId, 36),
      body: bodyText(body),
      before_state: bodyText(result.before),
      after_state: bodyText(result.after),
    }
  }

  /** Writes a row down; `body` is already redacted. Gives its id, for the end of what has only begun. */
  const record = async (subject: AuditSubject, result: AuditResult, body?: unknown): Promise<string> => {
    const row = rowOf(subject, result, body)
    if (result.outcome === 'pending') atWork.add(row.id)
    await chain.write('written', async (trx) => {
      await trx.insertInto('audit').values(row).execute()
      return [row]
    })
    return row.id
  }

  const update = (kind: 'completed' | 'counted', ids: readonly string[], change: (row: AuditRow) => AuditRow) =>
    chain.write(kind, async (trx) => {
      const rows = await trx
        .selectFrom('audit')
        .selectAll()
        .where('id', 'in', [...ids])
        .execute()
      const changed = rows.map(change)
      for (const { id, ...values } of changed) {
        await trx.updateTable('audit').set(values).where('id', '=', id).execute()
      }
      return changed
    })

  const writeCounts = async (isDue: (until: number) => boolean): Promise<void> => {
    for (const [key, { id, until, more }] of counted) {
      if (!isDue(until)) continue
      counted.delete(key)
      if (more > 0) await update('counted', [id], (row) => ({ ...row, times: row.times + more, ended_at: now() }))
    }
  }

  return {
    ...createAuditSearch(db),
    ...createAuditCheck(db, chain),
    ...createAuditRetention(chain, { record, now }),
    record,

    /** Completes a row that was written as pending, with what was found out meanwhile of who and where. */
    complete: async (
      id: string,
      result: AuditResult,
      found: Partial<Pick<AuditSubject, 'personName' | 'cloudId'>> = {},
    ): Promise<void> => {
      await update('completed', [id], (row) => ({
        ...row,
        person_name: clip(found.personName ?? row.person_name, 64),
        cloud_id: clip(found.cloudId ?? row.cloud_id, 64),
        ended_at: now(),
        outcome: result.outcome,
        status: result.status ?? null,
        code: clip(result.code, 64),
        request_id: clip(result.requestId, 128),
        resource_id: result.resourceId === undefined ? row.resource_id : clip(result.resourceId, 128),
        before_state: bodyText(result.before),
        after_state: bodyText(result.after),
      }))
      atWork.delete(id)
    },

    /** Writes down a read that was refused; the same one again within a minute is only counted. */
    recordRefused: async (subject: AuditSubject, result: AuditResult): Promise<void> => {
      const { personId, personName, operation, cloudId } = subject
      const key = JSON.stringify([personId, personName, operation, cloudId])
      const known = counted.get(key)
      if (known && now() < known.until) {
        known.more++
        return
      }
      // Somebody tries everything: what was counted so far is written, and counting begins anew.
      await writeCounts((until) => counted.size >= mostCounted || until <= now())
      const waiting = { id: '', until: now() + countedMs, more: 0 }
      counted.set(key, waiting)
      waiting.id = await record(subject, result).catch((error: unknown) => {
        counted.delete(key)
        throw error
      })
    },

    /** Writes down how often refused reads came again; all of them when the console closes. */
    writeCounts: (all = false): Promise<void> => writeCounts((until) => all || until <= now()),

    /** Entries that began before this and whose process has died meanwhile get an end: nobody knows which. */
    endOrphans: async (before: number): Promise<number> => {
      const found = await db
        .selectFrom('audit')
        .select('id')
        .where('outcome', '=', 'pending')
        .where('at', '<', before)
        .execute()
      const orphans = found.map(({ id }) => id).filter((id) => !atWork.has(id))
      for (const id of orphans) {
        await chain.write('completed', async (trx) => {
          const row = await trx.selectFrom('audit').selectAll().where('id', '=', id).executeTakeFirst()
          // Its process lives after all.
          if (row?.outcome !== 'pending') return []
          const ended: AuditRow = { ...row, outcome: 'unknown', ended_at: now() }
          const { outcome, ended_at } = ended
          await trx.updateTable('audit').set({ outcome, ended_at }).where('id', '=', id).execute()
          return [ended]
        })
      }
      return orphans.length
    },

    /** The head of the journal beside the entries. */
    head: chain.head,

    /** The latest rows, newest first. */
    list: (limit = 100): Promise<AuditRow[]> =>
      db.selectFrom('audit').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute(),
  }
}
export type Audit = ReturnType<typeof createAudit>
