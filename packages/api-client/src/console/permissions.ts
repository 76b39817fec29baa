/** The header that carries the session's token with everything that changes state. */
export const csrfHeader = 'x-csrf-token'

/** Said by a page that asks by itself while nobody has touched it for some minutes: that keeps no session up. */
export const unattendedHeader = 'x-unattended'

/** Seconds until the session ends if nobody does anything, with each answer to somebody who is signed in. */
export const endsInHeader = 'x-session-ends-in'

/** Whether a pattern covers all of a text. Each star takes as little as it can, so that no pattern takes long. */
const covers = (pattern: string, text: string): boolean => {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return pattern === text
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const part of rest) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}

/** Whether one of the patterns (`*` stands for any text) covers an action; a row without an action is open to all. */
export const allows = (patterns: readonly string[], action: string | null): boolean =>
  action === null || patterns.some((pattern) => covers(pattern, action))
