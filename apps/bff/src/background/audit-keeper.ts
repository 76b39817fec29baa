import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Logger } from 'pino'
import type { Metrics } from '../metrics.ts'
import type { AuditFinding, Mark } from '../store/audit-check.ts'
import type { Audit } from '../store/audit.ts'
import type { Tuning } from '../tuning.ts'

type Parts = {
  audit: Audit
  log: Logger
  metrics: Metrics
  tuning: Pick<Tuning, 'auditOrphanMs'>
  /** Where the newest line of the journal is noted, beside the database; null keeps it in memory. */
  dataDir: string | null
  /** Whether others may be at work on the same database. */
  isShared: boolean
  now: () => number
}

const mark = z.object({ seq: z.number().int().nonnegative(), hash: z.string() })
const pruneEveryMs = 24 * 60 * 60_000

const breathe = () =>
  new Promise<void>((resolve) => {
    setImmediate(resolve)
  })

/** The newest line that was seen, in a file: cutting off the journal and its head together does not go unnoticed. */
export const createMarkFile = (dataDir: string) => {
  const path = join(dataDir, 'audit.mark')
  return {
    read: (): Mark | undefined => {
      try {
        return mark.parse(JSON.parse(readFileSync(path, 'utf8')))
      } catch {
        return undefined
      }
    },
    write: ({ seq, hash }: Mark): void => {
      writeFileSync(`${path}.new`, `${JSON.stringify({ seq, hash })}\n`, { mode: 0o600 })
      renameSync(`${path}.new`, path)
    },
  }
}

/** A line of the journal as people note it down. */
export const markText = ({ seq, hash }: Mark): string => `${seq}:${hash}`

/** Keeps the audit in order: ends what was left open, removes what is too old, and checks that nobody altered it. */
export const createAuditKeeper = ({ audit, log, metrics, tuning, dataDir, isShared, now }: Parts) => {
  const file = dataDir === null ? undefined : createMarkFile(dataDir)
  let noted = file?.read()
  let finding: (AuditFinding & { at: number }) | undefined
  let checking: Promise<void> | undefined
  let prunedAt = 0

  /** Notes the newest line; one that does not follow from the last note leaves that as evidence. */
  const note = async (): Promise<void> => {
    if (noted && !(await audit.isKept(noted))) return
    const { seq, hash } = await audit.head()
    if (noted?.seq === seq) return
    noted = { seq, hash }
    file?.write(noted)
  }

  const check = async (): Promise<void> => {
    const found = await audit.verify(noted ? [noted] : [], breathe)
    finding = { ...found, at: now() }
    metrics.auditIntact.set(found.problem ? 0 : 1)
    const { problem, entries } = found
    // Told in the log, which is kept elsewhere: whoever has an older line can prove that it is gone.
    const head = markText(found.head)
    if (problem) log.error({ ...problem, head }, 'the audit was tampered with')
    else log.info({ entries, head }, 'audit checked')
  }

  const failed = (error: unknown) => log.error({ err: error }, 'audit not kept in order')

  return {
    /** Checks the journal now; who asks while a check is under way waits for that one. */
    check: (): Promise<void> => {
      checking ??= check()
        .catch(failed)
        .finally(() => {
          checking = undefined
        })
      return checking
    },
    state: () => ({ isChecking: checking !== undefined, finding }),

    prune: async (): Promise<void> => {
      // What is broken is evidence.
      if (finding?.problem) return
      prunedAt = now()
      await audit.prune()
    },

    tidy: async (): Promise<void> => {
      try {
        await audit.writeCounts()
        await audit.endOrphans(now() - tuning.auditOrphanMs)
        if (!finding?.problem && now() - prunedAt >= pruneEveryMs) {
          prunedAt = now()
          await audit.prune()
        }
        await note()
      } catch (error) {
        failed(error)
      }
    },

    /** What a process that died left open: all of it where nobody else can be at work. */
    start: async (): Promise<void> => {
      await audit.endOrphans(isShared ? now() - tuning.auditOrphanMs : now())
    },
    close: async (): Promise<void> => {
      await checking
      await audit.writeCounts(true).then(note).catch(failed)
    },
  }
}
export type AuditKeeper = ReturnType<typeof createAuditKeeper>
