/** Since when a status is as it is: `late` where it already was so when we first looked. */
export type Since = { status: string; since: number; isLate: boolean }

const seen = new Map<string, Since>()

/** The API tells no times of status changes, so this remembers what was seen; the same status keeps its first time. */
export const noteStatus = (id: string, status: string, now: number): Since => {
  const before = seen.get(id)
  if (before?.status === status) return before
  const since = { status, since: now, isLate: before === undefined }
  seen.set(id, since)
  return since
}
