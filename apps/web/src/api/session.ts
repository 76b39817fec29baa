import { allows, mayOffer, type OperationName, type Session, type SignInBody } from '@vpn-console/api-client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
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

/** What was cached for another person is dropped; what is on screen for the same one is kept and refreshed. */
const take = (session: Session): Session => {
  const before = queryClient.getQueryData(sessionQuery.queryKey)
  if (before && before.user.id !== session.user.id) queryClient.clear()
  // What was refused for want of a sign-in is asked for again.
  queryClient.removeQueries({ type: 'inactive', predicate: ({ state }) => state.status === 'error' })
  queryClient.setQueryData(sessionQuery.queryKey, session)
  signedOut.set('no')
  return session
}

export const signIn = async (body: SignInBody): Promise<Session> => take(await sessionFrom({ method: 'POST', body }))

/** Takes over the sign-in that was made in another window of this browser. */
export const joinSession = async (): Promise<Session> => take(await sessionFrom({ method: 'GET' }))

/** Asks for the session anew: after it got another id, and with that another token; or to see how long it lasts. */
export const renewSession = (): Promise<Session> => queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })

/** Signs out, and says where to go: to the provider's own sign-out where one was used. */
export const signOut = async (): Promise<string | undefined> => {
  const response = await sendToConsole({ method: 'DELETE', url })
  rememberCsrfToken('')
  // The shape was made from this endpoint's own schema.
  const { next } = readAnswer('signOut', consoleOperations.signOut.answer, response) as { next?: string }
  return next
}

/** The signed-in person's session; only below the console's layout, whose loader waits for it. */
export const useSession = (): Session => {
  const { data } = useQuery(sessionQuery)
  if (!data) throw new Error('useSession was called outside the signed-in part of the console.')
  return data
}

/** Why the person may not call an operation on a cloud (and a server of it), or undefined where he may. */
export const denialReason = (
  { clouds }: Session,
  name: OperationName,
  { cloudId, serverId }: { cloudId: string; serverId?: string | undefined },
): string | undefined => {
  const { action } = operations[name]
  const grants = clouds.find(({ id }) => id === cloudId)?.grants
  return grants && mayOffer(grants, action, serverId) ? undefined : `Your roles do not include ${action}.`
}

/** `denied('deleteVgw')` gives the reason for a disabled button, or undefined. It is about the cloud and server of the page. */
export const useDenied = (cloudId?: string): ((name: OperationName) => string | undefined) => {
  const session = useSession()
  const { cloudId: shown = '', serverId } = useParams()
  return (name) => denialReason(session, name, { cloudId: cloudId ?? shown, serverId })
}

/** The same for the console itself: `denied('console:people:invite')`. */
export const useConsoleDenied = (): ((action: string) => string | undefined) => {
  const { actions } = useSession()
  return (action) => (allows(actions, action) ? undefined : `Your roles do not include ${action}.`)
}
