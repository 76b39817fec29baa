/** A token and when it ends, milliseconds since 1970. */
export type IssuedToken = { token: string; expiresAt: number }

export type TokenSource = {
  /** The token to send now. */
  get: () => Promise<string>
  /** Forget this token: the cloud refused it. */
  drop: (token: string) => void
}

const renewBeforeMs = 5 * 60_000

/**
 * Keeps one token and renews it five minutes before its end. Callers that come while it is being fetched share that
 * fetch; a failed fetch is not kept.
 */
export const createTokenSource = (
  fetchToken: () => Promise<IssuedToken>,
  now: () => number = Date.now,
): TokenSource => {
  let current: IssuedToken | undefined
  let fetching: Promise<IssuedToken> | undefined
  const renew = () => {
    fetching ??= fetchToken()
      .then((issued) => (current = issued))
      .finally(() => (fetching = undefined))
    return fetching
  }
  return {
    get: async () => {
      if (current && current.expiresAt - now() > renewBeforeMs) return current.token
      return (await renew()).token
    },
    drop: (token) => {
      if (current?.token === token) current = undefined
    },
  }
}
