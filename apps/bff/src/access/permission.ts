import { allows, ApiError, ownError, type CloudGrants } from '@vpn-console/api-client'
import type { Caller } from '../caller.ts'

// Patterns are asked about with every request, and the same lists come again and again.
const known = new WeakMap<readonly string[], Map<string | null, boolean>>()

/** Whether patterns cover an action; null asks for none. */
export const covers = (patterns: readonly string[], action: string | null): boolean => {
  const answers = known.get(patterns) ?? new Map<string | null, boolean>()
  known.set(patterns, answers)
  const answer = answers.get(action) ?? allows(patterns, action)
  answers.set(action, answer)
  return answer
}

const refusals = new WeakSet<ApiError>()

/** Marks an error as the refusal of something that is there: the audit calls it denied, whatever the caller is told. */
export const refusal = (error: ApiError): ApiError => {
  refusals.add(error)
  return error
}
export const isRefusal = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'CONSOLE.DENIED' || refusals.has(error))

export const unknownCloud = () => ownError('CONSOLE.NOT_FOUND', 'The console knows no cloud by this id.')

/** What the caller may do on a cloud. One that he has nothing to do with is not there for him. */
export const grantsOn = (caller: Caller, cloudId: string): CloudGrants => {
  const grants = caller.access.onCloud(cloudId)
  if (!grants) throw refusal(unknownCloud())
  return grants
}

export const denied = (action: string | null) => ownError('CONSOLE.DENIED', `It takes the permission ${action}.`)

/** Refuses who may not do this with the console itself, and names what is missing. */
export const requireConsole = (caller: Caller, action: string): void => {
  if (!caller.access.mayConsole(action)) throw denied(action)
}
