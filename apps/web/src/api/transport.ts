import {
  csrfHeader,
  endsInHeader,
  ownError,
  toApiError,
  unattendedHeader,
  type ApiError,
  type WireResponse,
} from '@vpn-console/api-client'
import { isUnattended, noteSessionEnd } from './presence.ts'
import { queryClient } from './query-client.ts'
import { reportSignedOut } from './signed-out.ts'

export type ConsoleRequest = {
  method: string
  url: string
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal | undefined
}

// Longer than the backend's own deadline, which answers in words; a change may have to wait for others in its queue.
const readDeadlineMs = 45_000
const writeDeadlineMs = 150_000

let csrfToken = ''

/** Keeps the session's token in memory, from where it goes with each change. */
export const rememberCsrfToken = (token: string) => {
  csrfToken = token
}

const lost = (error: unknown, caller: AbortSignal | undefined): ApiError => {
  if (caller?.aborted) return ownError('CONSOLE.CANCELLED')
  const timedOut = error instanceof DOMException && error.name === 'TimeoutError'
  return ownError('CONSOLE.UNREACHABLE', timedOut ? 'It did not answer in time.' : undefined, { cause: error })
}

/** Sends one request to the console's backend and gives its good answer; everything else is thrown as an ApiError. */
export const sendToConsole = async ({ method, url, body, headers, signal }: ConsoleRequest): Promise<WireResponse> => {
  const isRead = method === 'GET'
  const deadline = AbortSignal.timeout(isRead ? readDeadlineMs : writeDeadlineMs)
  let response: Response
  let text: string
  try {
    response = await fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(!isRead && { [csrfHeader]: csrfToken }),
        ...(isRead && isUnattended() && { [unattendedHeader]: '1' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      credentials: 'same-origin',
      // The browser asks again with the ETag it has; an unchanged list costs a 304.
      cache: isRead ? 'no-cache' : 'no-store',
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    })
    text = await response.text()
  } catch (error) {
    throw lost(error, signal)
  }
  noteSessionEnd(response.headers.get(endsInHeader))
  const requestId = response.headers.get('x-request-id') ?? undefined
  if (!response.ok) {
    const error = toApiError(response.status, text, requestId)
    if (error.code === 'CONSOLE.SIGNED_OUT') reportSignedOut(!isRead)
    // Something was taken from this person since the page was opened, or his session got another id in another window:
    // the buttons of this one, and its token, are to know it too.
    if (error.code === 'CONSOLE.DENIED' || error.code === 'CONSOLE.FOREIGN_ORIGIN')
      void queryClient.invalidateQueries({ queryKey: ['session'] })
    throw error
  }
  return { status: response.status, text, header: (name) => response.headers.get(name) ?? undefined }
}
