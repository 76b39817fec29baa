import { randomUUID } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import type { Tables } from './tables.ts'

/** `unknown`: the call was sent and its answer was lost, so the change may have been made. */
export type Outcome = 'pending' | 'done' | 'denied' | 'invalid' | 'failed' | 'unknown'

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
}

export type AuditRow = Selectable<Tables['audit']>

const mostBodyCharacters = 64 * 1024

const bodyText = (body: unknown): string | null => {
  if (body === undefined) return null
  const text = JSON.stringify(body)
  return text.length > mostBodyCharacters ? JSON.stringify({ left_out: `${text.length} characters` }) : text
}

// Some of it was sent by others, and the columns have their widths.
const clip = (text: string | null | undefined, length: number) => text?.slice(0, length) ?? null

export const createAudit = (db: Kysely<Tables>, now: () => number) => ({
  /** Writes a row down; `body` is already redacted. Gives its id, for the end of what has only begun. */
  record: async (subject: AuditSubject, result: AuditResult, body?: unknown): Promise<string> => {
    const id = randomUUID()
    await db
      .insertInto('audit')
      .values({
        id,
        at: now(),
        person_id: subject.personId,
        person_name: subject.personName,
        ip: subject.ip.slice(0, 64),
        operation: subject.operation,
        cloud_id: clip(subject.cloudId, 64),
        resource_id: clip(result.resourceId, 128),
        outcome: result.outcome,
        status: result.status ?? null,
        code: clip(result.code, 64),
        request_id: clip(result.requestId, 128),
        console_request_id: subject.consoleRequestId,
        body: bodyText(body),
      })
      .execute()
    return id
  },

  /** Completes a row that was written as pending. */
  complete: async (id: string, result: AuditResult): Promise<void> => {
    await db
      .updateTable('audit')
      .set({
        outcome: result.outcome,
        status: result.status ?? null,
        code: clip(result.code, 64),
        request_id: clip(result.requestId, 128),
        ...(result.resourceId === undefined ? {} : { resource_id: clip(result.resourceId, 128) }),
      })
      .where('id', '=', id)
      .execute()
  },

  /** The latest rows, newest first. */
  list: (limit = 100): Promise<AuditRow[]> =>
    db.selectFrom('audit').selectAll().orderBy('at', 'desc').limit(limit).execute(),
})
export type Audit = ReturnType<typeof createAudit>
