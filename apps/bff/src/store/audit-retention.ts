import type { AuditChain, Head } from './audit-chain.ts'
import type { AuditResult, AuditSubject } from './audit.ts'

const dayMs = 24 * 60 * 60_000
const linesAtOnce = 500

type Parts = {
  record: (subject: AuditSubject, result: AuditResult, body: unknown) => Promise<string>
  now: () => number
}

/** How long entries are kept, and the removal of those that are older. */
export const createAuditRetention = (chain: AuditChain, { record, now }: Parts) => {
  /**
   * Removes the oldest lines and their entries, up to the first that is to stay; gives how many entries. The head keeps
   * the hash of the last line that is gone, so that the rest can still be gone through.
   */
  const removeSome = async (cutoff: number, most: number): Promise<{ entries: number; isStuck: boolean }> => {
    let entries = 0
    let isStuck = false
    await chain.rewrite(async (trx, head): Promise<Head | undefined> => {
      // Evidence stays.
      if (!chain.seals.isGenuine(head)) return undefined
      const lines = await trx.selectFrom('audit_journal').selectAll().orderBy('seq').limit(most).execute()
      const young = lines.findIndex(({ at }) => at >= cutoff)
      const old = young === -1 ? lines : lines.slice(0, young)
      const end = old.at(-1)
      if (!end) return undefined
      const spanning = await trx
        .selectFrom('audit_journal as line')
        .select('line.seq')
        .where('line.seq', '<=', end.seq)
        .where((row) =>
          row.exists(
            row
              .selectFrom('audit_journal as later')
              .select('later.seq')
              .whereRef('later.entry_id', '=', 'line.entry_id')
              .where('later.seq', '>', end.seq),
          ),
        )
        .orderBy('line.seq')
        .limit(1)
        .executeTakeFirst()
      const gone = spanning ? old.filter(({ seq }) => seq < spanning.seq) : old
      const last = gone.at(-1)
      if (!last) {
        isStuck = young === -1 && lines.length === most
        return undefined
      }
      const ids = [...new Set(gone.map(({ entry_id: id }) => id))]
      await trx.deleteFrom('audit').where('id', 'in', ids).execute()
      await trx.deleteFrom('audit_journal').where('seq', '<=', last.seq).execute()
      entries = ids.length
      return { ...head, first_seq: last.seq + 1, anchor: last.hash, pruned: head.pruned + entries }
    })
    return { entries, isStuck }
  }

  return {
    retentionDays: async (): Promise<number> => (await chain.head()).retention_days,

    setRetentionDays: async (days: number): Promise<void> => {
      await chain.rewrite((_trx, head) => Promise.resolve({ ...head, retention_days: days }))
    },

    /** Removes what is older than it is to be kept, and writes down that it did; gives how many entries. */
    prune: async (): Promise<number> => {
      const { retention_days: days } = await chain.head()
      if (days === 0) return 0
      const cutoff = now() - days * dayMs
      let removed = 0
      let most = linesAtOnce
      for (;;) {
        const { entries, isStuck } = await removeSome(cutoff, most)
        if (entries === 0 && !isStuck) break
        // An entry that was long at work holds up what came after it.
        if (isStuck) most *= 4
        removed += entries
      }
      if (removed === 0) return 0
      const subject = { personId: null, personName: '(console)', ip: '', operation: 'pruneAudit', cloudId: null }
      await record(
        { ...subject, consoleRequestId: '' },
        { outcome: 'done' },
        { entries: removed, before: cutoff, retention_days: days },
      )
      return removed
    },
  }
}
