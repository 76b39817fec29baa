import { csrfHeader, endsInHeader, ownError, unattendedHeader } from '@vpn-console/api-client'
import { parseCookie, stringifySetCookie, type SetCookie } from 'cookie'
import type { Request, Response } from 'express'
import type { Access } from './access/access.ts'
import { sameToken, type Session, type Sessions } from './store/sessions.ts'

/** Who is asking, by his session, and what he may do. */
export type Caller = Session & { access: Access }

const isSafe = (method: string) => method === 'GET' || method === 'HEAD'

type Parts = {
  sessions: Sessions
  accessOf: (personId: string, groups: readonly string[]) => Promise<Access>
  checkOrigin: (request: Request) => void
  isSecure: boolean
  now: () => number
}

/** Reads and writes the session cookie, and knows from it who is asking. */
export const createCallers = ({ sessions, accessOf, checkOrigin, isSecure, now }: Parts) => {
  // The prefix makes the browser hold to Secure, this host and this path; plain http on loopback cannot have it.
  const name = isSecure ? '__Host-vpn-console' : 'vpn-console'
  const attributes = { httpOnly: true, sameSite: 'strict', path: '/', secure: isSecure } satisfies Partial<SetCookie>

  const sessionId = (request: Request) => parseCookie(request.headers.cookie ?? '')[name]

  const setCookie = (response: Response, value: string) => {
    response.appendHeader('Set-Cookie', stringifySetCookie({ name, value, ...attributes }))
  }

  return {
    sessionId,
    setCookie,
    clearCookie: (response: Response) => {
      response.appendHeader('Set-Cookie', stringifySetCookie({ name, value: '', ...attributes, maxAge: 0 }))
    },
    /** The caller of a request, or an error: signed out, or a change that did not come from our own page. */
    identify: async (request: Request): Promise<Caller> => {
      const id = sessionId(request)
      // Only a read can come by itself: who changes something is there.
      const isUse = !isSafe(request.method) || request.get(unattendedHeader) === undefined
      const session = id ? await sessions.find(id, { isUse }) : undefined
      if (!session) throw ownError('CONSOLE.SIGNED_OUT')
      if (!isSafe(request.method)) {
        checkOrigin(request)
        if (!sameToken(request.get(csrfHeader), session.csrfToken)) throw ownError('CONSOLE.FOREIGN_ORIGIN')
      }
      request.res?.setHeader(endsInHeader, Math.max(0, Math.round((session.idleUntil - now()) / 1000)))
      return { ...session, access: await accessOf(session.personId, session.groups) }
    },
    /** Gives the caller's session another id, after something about how he proves himself was changed. */
    rotate: async (request: Request, response: Response): Promise<void> => {
      const id = sessionId(request)
      const next = id ? await sessions.rotate(id) : undefined
      if (next === undefined) throw ownError('CONSOLE.SIGNED_OUT')
      setCookie(response, next)
    },
  }
}
export type Callers = ReturnType<typeof createCallers>
