import { ApiError } from '@vpn-console/api-client'
import type { LiveSession } from './session-rates.ts'

/** `cut`: by us. `gone`: it had ended by itself before. */
export type Outcome =
  | { session: LiveSession; result: 'cut' | 'gone' }
  | { session: LiveSession; result: 'failed'; error: unknown }

/** Whether the cloud refused to cut a session because there is none any more. */
export const isGone = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'VPN.0563' || error.status === 404)

/** Cuts sessions one after the other, whatever fails; `onOutcome` hears of each. */
export const disconnectAll = async (
  sessions: readonly LiveSession[],
  cut: (connectionId: string) => Promise<unknown>,
  onOutcome: (outcome: Outcome) => void,
): Promise<void> => {
  for (const session of sessions) {
    try {
      // Only those with an id can be chosen.
      await cut(session.connection.connection_id ?? '')
      onOutcome({ session, result: 'cut' })
    } catch (error) {
      onOutcome(isGone(error) ? { session, result: 'gone' } : { session, result: 'failed', error })
    }
  }
}

export const userOf = ({ connection }: LiveSession): string => connection.client_user_name ?? 'an unknown user'

/** Names of the users of sessions, each once. */
export const userNames = (sessions: readonly LiveSession[]): string => {
  const names = [...new Set(sessions.map(userOf))]
  const last = names.at(-1) ?? ''
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last
}
