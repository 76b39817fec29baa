import { csrfHeader, ownError } from '@vpn-console/api-client'
import { parseCookie, stringifySetCookie, type SetCookie } from 'cookie'
import type { Request, Response } from 'express'
import { permissionsOf, type Permissions } from './roles.ts'
import { sameToken, type Session, type Sessions } from './store/sessions.ts'

/** Who is asking, by his session. */
export type Caller = Session & Permissions

const isSafe = (method: string) => method === 'GET' || method === 'HEAD'

/** Reads and writes the session cookie, and knows from it who is asking. */
export const createCallers = (sessions: Sessions, checkOrigin: (request: Request) => void, isSecure: boolean) => {
  // The prefix makes the browser hold to Secure, this host and this path; plain http on loopback cannot have it.
  const name = isSecure ? '__Host-vpn-console' : 'vpn-console'
  const attributes = { httpOnly: true, sameSite: 'strict', path: '/', secure: isSecure } satisfies Partial<SetCookie>

  const sessionId = (request: Request) => parseCookie(request.headers.cookie ?? '')[name]

  return {
    sessionId,
    setCookie: (response: Response, value: string) => {
      response.appendHeader('Set-Cookie', stringifySetCookie({ name, value, ...attributes }))
    },
    clearCookie: (response: Response) => {
      response.appendHeader('Set-Cookie', stringifySetCookie({ name, value: '', ...attributes, maxAge: 0 }))
    },
    /** The caller of a request, or an error: signed out, or a change that did not come from our own page. */
    identify: async (request: Request): Promise<Caller> => {
      const id = sessionId(request)
      const session = id ? await sessions.find(id) : undefined
      if (!session) throw ownError('CONSOLE.SIGNED_OUT')
      if (!isSafe(request.method)) {
        checkOrigin(request)
        if (!sameToken(request.get(csrfHeader), session.csrfToken)) throw ownError('CONSOLE.FOREIGN_ORIGIN')
      }
      return { ...session, ...permissionsOf(session.roles) }
    },
  }
}
export type Callers = ReturnType<typeof createCallers>
