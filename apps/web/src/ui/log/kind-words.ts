import type { Kind } from './log-filter.ts'

/** What happened, in a word, and the sign that goes with it. */
export const kindWords: Record<Kind, { text: string; type: 'error' | 'warning' | 'success' | 'info' }> = {
  failed: { text: 'Failed', type: 'error' },
  deleted: { text: 'Deleted', type: 'warning' },
  established: { text: 'Established', type: 'success' },
  other: { text: 'Other', type: 'info' },
}
