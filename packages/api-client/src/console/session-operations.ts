import type { ConsoleOperation } from './operation.ts'
import { session, signInBody, signedOut } from './session.ts'

/** Sign in, who am I, sign out. */
export const sessionOperations = {
  showSession: { method: 'GET', path: '/api/session', access: 'signed-in', status: 200, response: session },
  signIn: { method: 'POST', path: '/api/session', access: 'public', status: 200, body: signInBody, response: session },
  signOut: { method: 'DELETE', path: '/api/session', access: 'signed-in', status: 200, response: signedOut },
} as const satisfies Record<string, ConsoleOperation>
