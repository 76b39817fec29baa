import { createMarkFile, markText } from '../background/audit-keeper.ts'
import type { AuditFinding, Mark } from '../store/audit-check.ts'
import type { Audit } from '../store/audit.ts'

const readMark = (text: string): Mark | undefined => {
  const [, seq, hash] = /^(\d{1,15}):([\w-]{43})$/.exec(text) ?? []
  return seq !== undefined && hash !== undefined ? { seq: Number(seq), hash } : undefined
}

const day = (at: number) => new Date(at).toISOString().slice(0, 10)
const moment = (at: number) => new Date(at).toISOString()
const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

const found = ({ problem, entries, lines, adopted, head }: AuditFinding): string => {
  if (problem) {
    const { message, entryId, at } = problem
    const which = [entryId && `entry ${entryId}`, at && `written ${moment(at)}`].filter(Boolean).join(', ')
    return `The audit was tampered with. ${message}${which ? ` (${which})` : ''}`
  }
  const parts = [
    `The audit is as the console wrote it: ${counted(entries, 'entry', 'entries')} and ${counted(lines, 'line', 'lines')} of the journal, up to ${markText(head)}.`,
  ]
  if (adopted > 0) {
    parts.push(
      `${counted(adopted, 'entry is', 'entries are')} from before the journal began on ${day(head.began_at)}: what was done to them before then cannot be told.`,
    )
  }
  if (head.pruned > 0) {
    parts.push(`${counted(head.pruned, 'older entry was', 'older entries were')} removed by the retention setting.`)
  }
  return parts.join(' ')
}

/**
 * The command `verify-audit [number:hash ...]`: whether the audit is as the console wrote it, and still holds the lines
 * that were noted elsewhere.
 */
export const verifyAudit = async (
  { audit, dataDir }: { audit: Audit; dataDir: string | null },
  noted: readonly string[] = [],
): Promise<{ isIntact: boolean; sentence: string }> => {
  const marks: Mark[] = []
  for (const text of noted) {
    const mark = readMark(text)
    if (!mark)
      return { isIntact: false, sentence: `${text} is no line of the journal: give its number, a colon and its hash.` }
    marks.push(mark)
  }
  const kept = dataDir === null ? undefined : createMarkFile(dataDir).read()
  const finding = await audit.verify(kept ? [...marks, kept] : marks)
  return { isIntact: finding.problem === undefined, sentence: found(finding) }
}
