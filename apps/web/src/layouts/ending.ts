/** `idle`: the session ends because nobody is there. `final`: it has lasted as long as one may. */
export type Ending = 'idle' | 'final'

/** How long before its end it is told of. */
export const warnMs = 2 * 60_000

type Known = { leftMs: number; shown: Ending | undefined; isUnattended: boolean }

/**
 * Whether to ask how long the session lasts. What is known may be old, since another tab may have been used; and who is
 * there makes it last longer by asking. Near its end that is asked once, then when somebody comes, and when it is over.
 */
export const mustAsk = ({ leftMs, shown, isUnattended }: Known): boolean => {
  if (leftMs > warnMs) return false
  if (leftMs <= 0 || shown === undefined) return true
  return shown === 'idle' && !isUnattended
}

/** What to tell of a session after it was asked for. */
export const endingOf = (leftMs: number, { idleUntil, endsAt }: { idleUntil: number; endsAt: number }) => {
  if (leftMs > warnMs) return undefined
  return idleUntil >= endsAt ? 'final' : 'idle'
}
