import { setTimeout as pause } from 'node:timers/promises'

/** Looks again and again until something is so; the test's own limit ends what never is. */
export const until = async <T>(
  look: () => T | Promise<T>,
  lookAgainMs = 5,
): Promise<NonNullable<Exclude<T, false>>> => {
  for (;;) {
    const found = await look()
    // Neither false nor nothing: that is what was waited for.
    if (found) return found as NonNullable<Exclude<T, false>>
    await pause(lookAgainMs)
  }
}
