import { allows, type OperationName, type Session, type SignInBody } from '@vpn-console/api-client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { consoleOperations, operations } from 'virtual:operations'
import { readAnswer } from './client.ts'
import { queryClient } from './query-client.ts'
import { signedOut } from './signed-out.ts'
import { rememberCsrfToken, sendToConsole } from './transport.ts'

const url = '/api/session'

const sessionFrom = async (request: { method: string; body?: unknown; signal?: AbortSignal }): Promise<Session> => {
  const response = await sendToConsole({ url, ...request })
  // The shape was made from the session's own schema.
  const session = readAnswer('showSession', consoleOperations.showSession.answer, response) as Session
  rememberCsrfToken(session.csrfToken)
  return session
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => sessionFrom({ method: 'GET', signal }),
  staleTime: Infinity,
  gcTime: Infinity,
  refetchOnWindowFocus: false,
})

/** Signs in. What was cached for another person is dropped; what is on screen for the same one is kept and refreshed. */
export const signIn = async (body: SignInBody): Promise<Session> => {
  const before = queryClient.getQueryData(sessionQuery.queryKey)
  const session = await sessionFrom({ method: 'POST', body })
  if (before && before.user.name !== session.user.name) queryClient.clear()
  queryClient.setQueryData(sessionQuery.queryKey, session)
  signedOut.set('no')
  return session
}

export const signOut = async (): Promise<void> => {
  await sendToConsole({ method: 'DELETE', url })
  rememberCsrfToken('')
}

/** The signed-in person's session; only below the console's layout, whose loader waits for it. */
export const useSession = (): Session => {
  const { data } = useQuery(sessionQuery)
  if (!data) throw new Error('useSession was called outside the signed-in part of the console.')
  return data
}

/** Why the person may not call an operation, or undefined where he may. */
export const denialReason = (session: Session, name: OperationName): string | undefined => {
  const { action } = operations[name]
  return allows(session.actions, action) ? undefined : `Your roles do not include ${action}.`
}

/** `denied('deleteVgw')` gives the reason for a disabled button, or undefined. */
export const useDenied = (): ((name: OperationName) => string | undefined) => {
  const session = useSession()
  return (name) => denialReason(session, name)
}
