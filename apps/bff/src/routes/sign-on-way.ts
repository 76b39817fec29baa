import type { SignOnProblem } from '@vpn-console/api-client'
import { parseCookie, stringifySetCookie } from 'cookie'
import type { Request, Response } from 'express'
import { consoleRequestId } from '../middleware/request-log.ts'
import { ownOrigin } from '../own-origin.ts'
import { createSignIn } from '../sign-in.ts'
import { groupsIn, nameIn } from '../sign-on/claims.ts'
import { detailsOf, problemOf, SignOnFailure } from '../sign-on/failure.ts'
import { failedTrialPage, onwardPage, trialPage } from '../sign-on/pages.ts'
import type { Arrival } from '../sign-on/sign-on.ts'
import { ownTarget } from '../sign-on/target.ts'
import { problemWords } from '../sign-on/words.ts'
import { hashOf } from '../store/sessions.ts'
import { attemptMs, type Attempt } from '../store/sign-on.ts'
import type { RouteParts } from './parts.ts'

export const callbackPath = '/api/sign-on/callback'

const browserPattern = /^[\w-]{43}$/

const problemPath = (problem: SignOnProblem, target = '/') =>
  `/sign-in?problem=${problem}${target === '/' ? '' : `&to=${encodeURIComponent(target)}`}`

/** The way to the provider and back, which a browser goes by itself: each end of it is a page and no JSON. */
export const createSignOnWay = (parts: RouteParts) => {
  const { callers, store, signOn, log, metrics, publicUrl } = parts
  const enter = createSignIn(parts)
  const isSecure = publicUrl?.startsWith('https:') === true
  const cookieName = isSecure ? '__Host-vpn-sign-on' : 'vpn-sign-on'

  /** Knows the browser again when it comes back from a foreign site: lax, where the session's own cookie is strict. */
  const browserOf = (request: Request) => {
    const value = parseCookie(request.headers.cookie ?? '')[cookieName] ?? ''
    return browserPattern.test(value) ? value : undefined
  }
  const setBrowser = (response: Response, value: string) => {
    const cookie = { name: cookieName, value, httpOnly: true, secure: isSecure, path: '/', maxAge: attemptMs / 1000 }
    response.appendHeader('Set-Cookie', stringifySetCookie({ ...cookie, sameSite: 'lax' }))
  }

  const keep = (
    request: Request,
    outcome: 'done' | 'denied' | 'failed',
    person?: { id: string; name: string },
    code?: string,
  ) =>
    store.audit.record(
      {
        personId: person?.id ?? null,
        personName: person?.name ?? '',
        ip: request.ip ?? '',
        operation: 'finishSignOn',
        cloudId: null,
        consoleRequestId: consoleRequestId(request),
      },
      { outcome, status: outcome === 'done' ? 200 : 401, code },
    )

  /** The details are for the log; the person gets words that help. */
  const note = (request: Request, error: unknown): SignOnProblem => {
    const problem = problemOf(error)
    const line = { ...detailsOf(error), reqId: consoleRequestId(request) }
    if (problem === 'fault') log.error({ ...line, err: error }, 'the sign-on failed')
    else log.warn(line, 'the sign-on did not come to its end')
    return problem
  }

  const begin = async (request: Request, response: Response, purpose: Attempt['purpose'], target: string) => {
    // Two tabs of one browser may both be on their way.
    const browser = browserOf(request) ?? signOn.newBrowser()
    const previous = callers.sessionId(request)
    const url = await signOn.begin({
      browser,
      redirect_uri: `${ownOrigin(request, publicUrl)}${callbackPath}`,
      target,
      purpose,
      previous_id_hash: previous === undefined ? null : hashOf(previous),
    })
    setBrowser(response, browser)
    return url
  }

  const admit = async (request: Request, response: Response, attempt: Attempt, arrival: Arrival) => {
    const { settings, issuer, subject, claims, idToken } = arrival
    const name = nameIn(claims, settings.nameClaim)
    if (name === undefined) throw new SignOnFailure('claims-missing', `There was no claim ${settings.nameClaim}.`)
    const groups = groupsIn(claims, settings.groupsClaim)
    if (!groups) log.warn({ reqId: consoleRequestId(request) }, `the provider sent no claim ${settings.groupsClaim}`)
    const person = await store.identities.enter({ issuer, subject }, name, groups ?? [])
    if (!person) throw new SignOnFailure('disabled', 'The person is disabled.')
    const caller = await enter(request, response, person, {
      method: 'sso',
      groups: groups ?? [],
      sealIdToken: signOn.sealIdToken(idToken),
      previousIdHash: attempt.previous_id_hash,
    })
    await keep(request, 'done', { id: caller.personId, name: caller.userName })
    response.send(onwardPage(attempt.target))
  }

  const showTrial = (response: Response, { settings, claims }: Arrival) => {
    const { nameClaim, groupsClaim } = settings
    response.send(
      trialPage({
        name: nameIn(claims, nameClaim),
        nameClaim,
        groups: groupsIn(claims, groupsClaim),
        groupsClaim,
        claims: Object.keys(claims).toSorted(),
      }),
    )
  }

  const refuse = async (request: Request, response: Response, attempt: Attempt | undefined, error: unknown) => {
    const problem = note(request, error)
    if (attempt?.purpose === 'trial') {
      const told = error instanceof SignOnFailure ? ` ${error.message}` : ''
      response.send(failedTrialPage(`${problemWords[problem]}${told}`))
      return
    }
    metrics.signIns.inc({ outcome: 'refused' })
    await keep(request, problem === 'fault' ? 'failed' : 'denied', undefined, `SIGN_ON.${problem}`)
    response.redirect(303, problemPath(problem, attempt?.target))
  }

  return {
    start: async (request: Request, response: Response, to: string | undefined) => {
      const target = ownTarget(to)
      try {
        response.redirect(303, (await begin(request, response, 'sign-in', target)).href)
      } catch (error) {
        response.redirect(303, problemPath(note(request, error), target))
      }
    },

    /** The provider's address for a sign-in that only shows what comes. */
    startTrial: async (request: Request, response: Response): Promise<string> =>
      (await begin(request, response, 'trial', '/')).href,

    finish: async (request: Request, response: Response) => {
      // The address holds a code, which is to go nowhere else.
      response.setHeader('Referrer-Policy', 'no-referrer')
      const search = new URL(request.originalUrl, 'http://console.invalid').search
      const state = new URLSearchParams(search).get('state') ?? ''
      const browser = browserOf(request)
      let attempt: Attempt | undefined
      try {
        attempt = browser === undefined ? undefined : await signOn.take(state, browser)
        if (!attempt) throw new SignOnFailure('lost', 'No sign-in of this browser is on its way with this state.')
        const arrival = await signOn.arrive(attempt, state, search)
        if (attempt.purpose === 'trial') showTrial(response, arrival)
        else await admit(request, response, attempt, arrival)
      } catch (error) {
        await refuse(request, response, attempt, error)
      }
    },
  }
}
