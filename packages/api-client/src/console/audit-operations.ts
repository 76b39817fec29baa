import * as z from 'zod'
import { id, moment } from './fields.ts'
import type { ConsoleOperation } from './operation.ts'

/**
 * How an attempt ended. `pending`: it is still at work. `unknown`: it was sent and its answer was lost, so the change may
 * have been made.
 */
export const auditOutcomes = ['pending', 'done', 'denied', 'invalid', 'failed', 'unknown'] as const
export type AuditOutcome = (typeof auditOutcomes)[number]

/** What an entry says at a glance. */
export const auditEntry = z.object({
  id: z.string(),
  /** Times are milliseconds since 1970. */
  at: z.number(),
  /** Absent while it is at work, and for what was refused at once. */
  ended_at: z.number().optional(),
  /** Absent where nobody was signed in. */
  person_id: z.string().optional(),
  person_name: z.string(),
  ip: z.string(),
  operation: z.string(),
  /** Absent for what belongs to no cloud. */
  cloud_id: z.string().optional(),
  /** One id, or several with spaces between them. */
  resource_id: z.string().optional(),
  outcome: z.enum(auditOutcomes),
  status: z.number().optional(),
  code: z.string().optional(),
  /** The cloud's id of the call. */
  request_id: z.string().optional(),
  console_request_id: z.string(),
  /** How often it happened: the same refused read within a minute is one entry. */
  times: z.number(),
})
export type AuditEntry = z.infer<typeof auditEntry>

/** The whole entry. The three bodies are JSON as text, without secrets. */
export const auditEntryDetails = auditEntry.extend({
  /** What was sent. */
  body: z.string().optional(),
  /** The thing before and after, for changes of something that can be shown. */
  before: z.string().optional(),
  after: z.string().optional(),
})
export type AuditEntryDetails = z.infer<typeof auditEntryDetails>

const text = z.string().min(1).max(128)

/** What entries are asked for by; an empty filter asks for all. */
const filter = {
  /** Part of a person's name, or his id. */
  person: text.optional(),
  /** Names of operations, with commas between them. */
  operation: z
    .string()
    .regex(/^\w{1,64}(?:,\w{1,64}){0,199}$/)
    .optional(),
  cloud_id: id.optional(),
  resource_id: text.optional(),
  /** Outcomes, with commas between them. */
  outcome: z
    .string()
    .regex(/^[a-z]{1,16}(?:,[a-z]{1,16}){0,5}$/)
    .optional(),
  /** From this moment on, and before this one: milliseconds since 1970. */
  since: moment.optional(),
  until: moment.optional(),
  /** Text anywhere in it, in any case. */
  text: text.optional(),
}
/** A place between two entries, as an earlier answer gave it. */
const cursor = z.string().regex(/^\d{1,16}\.[\w-]{1,36}$/)

/** Whether the journal beside the entries still says the same as they do. */
export const auditChain = z.object({
  state: z.enum(['unchecked', 'checking', 'intact', 'broken']),
  /** When it was last gone through to its end; absent where that has not been yet. */
  checked_at: z.number().optional(),
  /** How many entries and how many lines of the journal that went through. */
  entries: z.number(),
  lines: z.number(),
  /** The newest line, to be noted elsewhere: its number and its hash. */
  head: z.string(),
  /** When the journal begins; earlier entries were taken into it as they stood then, and this many are left of them. */
  began_at: z.number(),
  adopted: z.number(),
  /** How many were removed by the retention setting; they are outside. */
  pruned: z.number(),
  /** The first place where it is broken, in words. */
  problem: z
    .object({
      kind: z.enum(['altered', 'missing', 'inserted', 'journal', 'cut-off']),
      message: z.string(),
      entry_id: z.string().optional(),
      line: z.number().optional(),
      /** When that entry or line was written, where that is known. */
      at: z.number().optional(),
    })
    .optional(),
})
export type AuditChain = z.infer<typeof auditChain>

export const auditSettings = z.strictObject({
  /** How long entries are kept; 0: for ever. */
  retention_days: z
    .number('Enter a number of days.')
    .int('Enter whole days.')
    .min(0)
    .max(36_500, 'Enter at most 36500.'),
})
export type AuditSettings = z.infer<typeof auditSettings>

/** The audit: who did what. */
export const auditOperations = {
  /** Newest first. */
  listAuditEntries: {
    method: 'GET',
    path: '/api/audit/entries',
    action: 'console:audit:list',
    query: z.strictObject({
      ...filter,
      /** Only entries older than this place, or only newer ones. */
      before: cursor.optional(),
      after: cursor.optional(),
      limit: z.number().int().min(1).max(500).optional(),
    }),
    status: 200,
    response: z.object({
      entries: z.array(auditEntry),
      /** Where older ones go on; absent at the end. */
      older: z.string().optional(),
      /** Where newer ones go on; absent where these are the newest. */
      newer: z.string().optional(),
      /** A search for a text goes so far at once; `older` goes on from there, even where nothing was found. */
      searched_to: z.number().optional(),
    }),
  },
  showAuditEntry: {
    method: 'GET',
    path: '/api/audit/entries/{entryId}',
    action: 'console:audit:list',
    params: z.strictObject({ entryId: id }),
    status: 200,
    response: auditEntryDetails,
  },
  /** A file of all entries that match, newest first. */
  exportAuditEntries: {
    method: 'GET',
    path: '/api/audit/export',
    action: 'console:audit:export',
    query: z.strictObject({ ...filter, format: z.enum(['csv', 'jsonl']) }),
    status: 200,
  },
  showAuditSettings: {
    method: 'GET',
    path: '/api/audit/settings',
    action: 'console:audit:list',
    status: 200,
    response: auditSettings,
  },
  updateAuditSettings: {
    method: 'PUT',
    path: '/api/audit/settings',
    action: 'console:audit:settings',
    body: auditSettings,
    status: 200,
    response: auditSettings,
  },
  /** What the last check of the journal found. */
  showAuditChain: {
    method: 'GET',
    path: '/api/audit/chain',
    action: 'console:audit:list',
    status: 200,
    response: auditChain,
  },
  /** Checks the journal now; it may go on after the answer, which then says `checking`. */
  verifyAudit: {
    method: 'POST',
    path: '/api/audit/chain',
    action: 'console:audit:list',
    status: 200,
    response: auditChain,
  },
} as const satisfies Record<string, ConsoleOperation>
