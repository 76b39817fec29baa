import { sql, type Kysely } from 'kysely'
import type { AuditChain, Head } from './audit-chain.ts'
import { digestOf, type AuditRow } from './audit-row.ts'
import type { Tables } from './tables.ts'

/** A line that was seen or noted earlier: its number and its hash. */
export type Mark = { seq: number; hash: string }

export type AuditProblem = {
  kind: 'altered' | 'missing' | 'inserted' | 'journal' | 'cut-off'
  message: string
  entryId?: string
  line?: number
  at?: number
}

export type AuditFinding = {
  problem?: AuditProblem
  entries: number
  lines: number
  /** Entries from before the journal, as far as they are left. */
  adopted: number
  head: Head
}

const atOnce = 500
// A journal whose beginning is removed meanwhile, by the retention, is begun anew.
const mostBeginnings = 5

type Walked = { problem?: AuditProblem; lines: number; adopted: number }

/** Goes through the journal and the entries, and says the first place where they do not agree. */
export const createAuditCheck = (db: Kysely<Tables>, chain: AuditChain) => {
  const { seals } = chain

  const walkJournal = async (pause: () => Promise<void>): Promise<Walked> => {
    const head = await chain.head()
    let [seq, hash] = [head.first_seq - 1, head.anchor]
    let adopted = 0
    const ended = (problem?: AuditProblem): Walked => {
      const lines = seq - head.first_seq + 1
      return { lines, adopted, ...(problem ? { problem } : {}) }
    }
    let isFirst = true
    for (;;) {
      let query = db.selectFrom('audit_journal').selectAll()
      if (!isFirst) query = query.where('seq', '>', seq)
      isFirst = false
      const lines = await query.orderBy('seq').limit(atOnce).execute()
      for (const line of lines) {
        const { at, entry_id: entryId } = line
        if (line.seq !== seq + 1) {
          const message = `Line ${seq + 1} of the journal is not there.`
          return ended({ kind: 'journal', message, line: seq + 1, at })
        }
        if (seals.hashOf(line, hash) !== line.hash) {
          const message = `Line ${line.seq} of the journal was altered, or put there by somebody else.`
          return ended({ kind: 'journal', message, line: line.seq, entryId, at })
        }
        ;({ seq, hash } = line)
        if (line.kind === 'adopted') adopted++
      }
      if (lines.length < atOnce) return ended()
      await pause()
    }
  }

  /** Each entry against its latest line: one statement reads both, so that what is written meanwhile fits. */
  const walkEntries = async (pause: () => Promise<void>): Promise<{ problem?: AuditProblem; entries: number }> => {
    let entries = 0
    let last: AuditRow | undefined
    for (;;) {
      let query = db
        .selectFrom('audit')
        .selectAll('audit')
        .select((row) =>
          row
            .selectFrom('audit_journal')
            .select('digest')
            .whereRef('audit_journal.entry_id', '=', 'audit.id')
            .orderBy('audit_journal.seq', 'desc')
            .limit(1)
            .as('digest'),
        )
      if (last) query = query.where(sql<boolean>`(audit.at, audit.id) > (${last.at}, ${last.id})`)
      const rows = await query.orderBy('audit.at').orderBy('audit.id').limit(atOnce).execute()
      for (const { digest, ...row } of rows) {
        const of = { entryId: row.id, at: row.at }
        if (digest === null) {
          return {
            entries,
            problem: { kind: 'inserted', message: 'An entry is there that the console did not write.', ...of },
          }
        }
        if (digestOf(row) !== digest) {
          return {
            entries,
            problem: { kind: 'altered', message: 'An entry was altered after the console wrote it.', ...of },
          }
        }
        entries++
        last = row
      }
      if (rows.length < atOnce) return { entries }
      await pause()
    }
  }

  const findMissing = async (pause: () => Promise<void>): Promise<AuditProblem | undefined> => {
    const head = await chain.head()
    for (let from = head.first_seq; from <= head.seq; from += atOnce) {
      const found = await db
        .selectFrom('audit_journal')
        .leftJoin('audit', 'audit.id', 'audit_journal.entry_id')
        .select(['audit_journal.seq', 'audit_journal.at', 'audit_journal.entry_id'])
        .where('audit_journal.seq', '>=', from)
        .where('audit_journal.seq', '<', from + atOnce)
        .where('audit.id', 'is', null)
        .orderBy('audit_journal.seq')
        .limit(1)
        .executeTakeFirst()
      if (found) {
        const { seq: line, at, entry_id: entryId } = found
        return { kind: 'missing', message: 'An entry that the console wrote is not there.', entryId, line, at }
      }
      await pause()
    }
    return undefined
  }

  const hashAt = async ({ seq }: Mark): Promise<string | undefined> =>
    (await db.selectFrom('audit_journal').select('hash').where('seq', '=', seq).executeTakeFirst())?.hash

  /** Whether a line that was there is still there; one that the retention removed is not missed. */
  const holds = async (mark: Mark, head: Head): Promise<boolean> => {
    if (mark.seq === head.first_seq - 1) return mark.hash === head.anchor
    return mark.seq < head.first_seq || (await hashAt(mark)) === mark.hash
  }

  /** The head and the newest line, by one statement: what is written meanwhile is in both or in neither. */
  const end = async (): Promise<{ head: Head; last: Mark }> => {
    const newest = db.selectFrom('audit_journal').orderBy('seq', 'desc').limit(1)
    const {
      last_seq: seq,
      last_hash: hash,
      ...head
    } = await db
      .selectFrom('audit_head')
      .selectAll('audit_head')
      .select([newest.select('seq').as('last_seq'), newest.select('hash').as('last_hash')])
      .where('audit_head.id', '=', 1)
      .executeTakeFirstOrThrow()
    return { head, last: { seq: seq ?? head.first_seq - 1, hash: hash ?? head.anchor } }
  }

  const endProblem = async (marks: readonly Mark[]): Promise<AuditProblem | undefined> => {
    const { head, last } = await end()
    if (!seals.isGenuine(head)) {
      return { kind: 'journal', message: 'The head of the journal, which says where it begins and ends, was altered.' }
    }
    if (last.seq < head.seq) {
      const message = `The journal ends with line ${last.seq}, but should go on to line ${head.seq}.`
      return { kind: 'cut-off', message, line: last.seq + 1 }
    }
    if (last.seq !== head.seq || last.hash !== head.hash) {
      return {
        kind: 'journal',
        message: `The journal should end with line ${head.seq}, as it was written.`,
        line: head.seq,
      }
    }
    for (const mark of marks) {
      if (await holds(mark, head)) continue
      const message = `Line ${mark.seq} was there earlier and is not any more: the newest entries were cut off, or an older copy of the database was put in its place.`
      return { kind: 'cut-off', message, line: mark.seq }
    }
    return undefined
  }

  const walkFromBeginning = async (pause: () => Promise<void>): Promise<Walked> => {
    for (let beginning = 1; ; beginning++) {
      const { first_seq: first } = await chain.head()
      const walked = await walkJournal(pause)
      if (!walked.problem || beginning === mostBeginnings || (await chain.head()).first_seq === first) return walked
    }
  }

  return {
    /** Whether a line that was noted is still part of the journal. */
    isKept: async (mark: Mark): Promise<boolean> => holds(mark, await chain.head()),

    /** `marks` are lines that must be there; `pause` is taken between parts, so that others get their turn. */
    verify: async (
      marks: readonly Mark[] = [],
      pause: () => Promise<void> = () => Promise.resolve(),
    ): Promise<AuditFinding> => {
      const { lines, adopted, problem: inJournal } = await walkFromBeginning(pause)
      const walked = inJournal ? { entries: 0, problem: inJournal } : await walkEntries(pause)
      const found = walked.problem ?? (await findMissing(pause)) ?? (await endProblem(marks))
      const { head } = await end()
      return { entries: walked.entries, lines, adopted, head, ...(found ? { problem: found } : {}) }
    },
  }
}
