import { once } from 'node:events'
import { ownError, type AuditChain, type AuditEntry, type AuditEntryDetails } from '@vpn-console/api-client'
import { Router, type Response } from 'express'
import { markText, type AuditKeeper } from '../background/audit-keeper.ts'
import { rest } from '../background/repeat.ts'
import { subjectOf } from '../forward/audit-subject.ts'
import type { AuditFilter, AuditPlace } from '../store/audit-search.ts'
import type { Audit, AuditRow } from '../store/audit.ts'
import { auditFormats } from './audit-export.ts'
import type { RouteParts } from './parts.ts'
import { createServe } from './serve.ts'

const defaultLimit = 50
/** How long an answer waits for the end of a check. */
const patienceMs = 5_000

type GivenFilter = {
  person?: string | undefined
  operation?: string | undefined
  cloud_id?: string | undefined
  resource_id?: string | undefined
  outcome?: string | undefined
  since?: number | undefined
  until?: number | undefined
  text?: string | undefined
}

const toFilter = ({
  person,
  operation,
  cloud_id,
  resource_id,
  outcome,
  since,
  until,
  text,
}: GivenFilter): AuditFilter => ({
  person,
  operations: operation?.split(','),
  cloudId: cloud_id,
  resourceId: resource_id,
  outcomes: outcome?.split(','),
  since,
  until,
  text,
})

const toPlace = (cursor: string | undefined): AuditPlace | undefined => {
  if (cursor === undefined) return undefined
  const at = cursor.indexOf('.')
  return { at: Number(cursor.slice(0, at)), id: cursor.slice(at + 1) }
}
const toCursor = ({ at, id }: AuditPlace) => `${at}.${id}`

const toEntry = (row: AuditRow): AuditEntry => ({
  id: row.id,
  at: row.at,
  ended_at: row.ended_at ?? undefined,
  person_id: row.person_id ?? undefined,
  person_name: row.person_name,
  ip: row.ip,
  operation: row.operation,
  cloud_id: row.cloud_id ?? undefined,
  resource_id: row.resource_id ?? undefined,
  // Written by the store, which knows no other.
  outcome: row.outcome as AuditEntry['outcome'],
  status: row.status ?? undefined,
  code: row.code ?? undefined,
  request_id: row.request_id ?? undefined,
  console_request_id: row.console_request_id,
  times: row.times,
})

const toDetails = (row: AuditRow): AuditEntryDetails => ({
  ...toEntry(row),
  body: row.body ?? undefined,
  before: row.before_state ?? undefined,
  after: row.after_state ?? undefined,
})

const chainAnswer = async (audit: Audit, keeper: AuditKeeper): Promise<AuditChain> => {
  const { isChecking, finding } = keeper.state()
  const { head = await audit.head(), problem, entries = 0, lines = 0, adopted = 0, at } = finding ?? {}
  const known = problem ? 'broken' : finding ? 'intact' : 'unchecked'
  return {
    state: isChecking ? 'checking' : known,
    checked_at: at,
    entries,
    lines,
    adopted,
    head: markText(head),
    began_at: head.began_at,
    pruned: head.pruned,
    problem: problem && {
      kind: problem.kind,
      message: problem.message,
      entry_id: problem.entryId,
      line: problem.line,
      at: problem.at,
    },
  }
}

/** Writes as fast as the other end reads; whether that is still there. */
const write = async (response: Response, text: string, gone: AbortSignal): Promise<boolean> => {
  if (!response.write(text)) await once(response, 'drain', { signal: gone }).catch(() => undefined)
  return !gone.aborted
}

/** The audit: looking things up, files of it, how long it is kept, and whether it was tampered with. */
export const auditRoutes = (parts: RouteParts): Router => {
  const { audit, keeper, now } = parts
  const router = Router({ caseSensitive: true, strict: true })
  const serve = createServe(parts, router)

  serve('listAuditEntries', async ({ input: { query } }) => {
    const { before, after, limit = defaultLimit, ...filter } = query
    const places = { before: toPlace(before), after: toPlace(after), limit }
    const { rows, older, newer, searchedTo } = await audit.search(toFilter(filter), places)
    return {
      entries: rows.map(toEntry),
      older: older && toCursor(older),
      newer: newer && toCursor(newer),
      searched_to: searchedTo,
    }
  })

  serve('showAuditEntry', async ({ input: { params } }) => {
    const row = await audit.find(params.entryId)
    if (!row) throw ownError('CONSOLE.NOT_FOUND', 'There is no such entry, or it is older than entries are kept.')
    return toDetails(row)
  })

  serve(
    'exportAuditEntries',
    async ({ caller, input: { query }, request, response }) => {
      const { format, ...filter } = query
      const { type, head, line } = auditFormats[format]
      const gone = new AbortController()
      response.once('close', () => gone.abort())
      // A copy of everything leaves the console: that is worth an entry.
      await audit.record(subjectOf(request, caller, 'exportAuditEntries'), { outcome: 'done', status: 200 }, query)
      const name = `audit-${new Date(now()).toISOString().slice(0, 10)}.${format}`
      response.setHeader('Content-Disposition', `attachment; filename="${name}"`)
      response.type(type)
      await write(response, head, gone.signal)
      for await (const rows of audit.everything(toFilter(filter))) {
        if (!(await write(response, rows.map(line).join(''), gone.signal))) return
      }
      response.end()
    },
    { isRaw: true },
  )

  serve('showAuditSettings', async () => ({ retention_days: await audit.retentionDays() }))

  serve(
    'updateAuditSettings',
    async ({ input: { body } }) => {
      await audit.setRetentionDays(body.retention_days)
      await keeper.prune()
      return { retention_days: await audit.retentionDays() }
    },
    { before: async () => ({ retention_days: await audit.retentionDays() }) },
  )

  serve('showAuditChain', () => chainAnswer(audit, keeper))

  serve(
    'verifyAudit',
    async () => {
      const patience = new AbortController()
      await Promise.race([keeper.check(), rest(patienceMs, patience.signal)])
      patience.abort()
      return chainAnswer(audit, keeper)
    },
    // It changes nothing.
    { isAudited: true },
  )

  return router
}
