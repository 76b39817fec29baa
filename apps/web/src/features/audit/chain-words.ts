import type { AuditChain } from '@vpn-console/api-client'
import type { StatusKind } from '../../ui/status-words.ts'
import { clockWords, dayWords } from '../../ui/time-words.ts'

const momentWords = (at: number) => `${dayWords(at)}, ${clockWords(new Date(at))}`

/** What the last check of the audit's journal means. */
export const chainWords = (chain: AuditChain): { kind: StatusKind; short: string } => {
  const { state, checked_at: at, problem } = chain
  if (problem) return { kind: 'error', short: 'It was altered by somebody else than the console.' }
  if (state === 'checking') return { kind: 'in-progress', short: 'It is being verified.' }
  if (at === undefined) {
    return { kind: 'pending', short: 'It has not been verified since the console was started; that happens by itself.' }
  }
  return { kind: 'success', short: `Verified up to ${momentWords(at)}.` }
}

type Problem = NonNullable<AuditChain['problem']>

/** What a break of each kind says, and what it does not say. */
export const problemMeaning: Readonly<Record<Problem['kind'], string>> = {
  altered:
    'What it says now is not what the console wrote. What it said before cannot be told from here: compare it with a backup or an export.',
  missing: 'It was deleted in the database. The journal still knows when it was written, not what it said.',
  inserted: 'Somebody wrote it into the database. Do not take it for something that happened.',
  journal: 'Somebody wrote to the journal itself. Entries from there on are no longer proven.',
  'cut-off':
    'The newest entries were removed, or the database was replaced by an older copy. After restoring a backup this is expected: the guide says how to go on.',
}
