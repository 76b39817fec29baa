import { ApiError } from '@vpn-console/api-client'
import { errorText } from '../../../ui/error-words.ts'

/** What is read: in words that begin a sentence, and whether some regions lack the call. */
export type Reading = { words: string; isNewer?: boolean }

/** Why something could not be read, as a sentence. */
export const whyUnread = ({ words, isNewer }: Reading, error: unknown): string => {
  const thing = `${words} could not be read`
  if (!(error instanceof ApiError)) return `${thing}: ${errorText(error)}`
  if (error.status === 404 && isNewer) return `${thing}: this region does not offer the call.`
  if (error.status === 404) return `${thing}: the cloud says that there is no such thing (any more).`
  if (error.status === 403) return `${thing}: a permission is missing. ${error.message}`
  if (error.status === 0 || error.status >= 500 || error.status === 429) {
    return `${thing}: the way to the cloud is disturbed. ${error.message}`
  }
  return `${thing}: ${error.message}`
}
