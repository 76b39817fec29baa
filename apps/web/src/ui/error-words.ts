import { ApiError } from '@vpn-console/api-client'
import { LostAnswer } from '../api/create-or-find.ts'

/** What passes by itself; a wrong key, for one, does not. */
const passing = new Set(['CONSOLE.CLOUD_UNREACHABLE', 'CONSOLE.CLOUD_GARBAGE', 'HTTP.502', 'HTTP.503'])

/** What to do about an error, in one sentence; undefined where there is nothing better than reading it. */
export const nextStep = (error: ApiError): string | undefined => {
  // They say themselves what to do.
  if (error instanceof LostAnswer || error.code === 'CONSOLE.LOCKED') return undefined
  if (error.code === 'CONSOLE.UNREACHABLE') return 'Check the network, then try again.'
  if (error.code === 'CONSOLE.CLOUD_PAUSED') return 'It is tried again by itself in a few seconds.'
  if (error.code === 'CONSOLE.DENIED') return 'Ask an administrator of the console for the missing permission.'
  if (error.code === 'CONSOLE.FOREIGN_ORIGIN') return 'Your session was renewed in another window: try again.'
  if (error.status === 429) return 'Wait a moment, then try again.'
  return error.status === 504 || passing.has(error.code) ? 'Try again in a moment.' : undefined
}

/** An error in words: what the cloud or the console said. */
export const errorText = (error: unknown): string => {
  if (error instanceof ApiError) return error.message
  return 'The console has a fault here. Reload the page; if it comes back, report it.'
}
