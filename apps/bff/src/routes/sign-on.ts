import { ownError, type SignOnSettings } from '@vpn-console/api-client'
import { Router, type Request } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { outboundProblem } from '../outbound.ts'
import { ownOrigin } from '../own-origin.ts'
import { findingsOn } from '../sign-on/findings.ts'
import { problemOf, SignOnFailure } from '../sign-on/failure.ts'
import { problemWords } from '../sign-on/words.ts'
import type { RouteParts } from './parts.ts'
import { createServe } from './serve.ts'
import { callbackPath, createSignOnWay } from './sign-on-way.ts'

/** How people sign in by a provider: the settings, and the way there and back. */
export const signOnRoutes = (parts: RouteParts): Router => {
  const { store, signOn, provider, tuning, log, publicUrl } = parts
  const router = Router({ caseSensitive: true, strict: true })
  const serve = createServe(parts, router)
  const way = createSignOnWay(parts)

  const shown = async (request: Request) => {
    const stored = await store.signOn.find()
    const origin = ownOrigin(request, publicUrl)
    return {
      ...(stored && { settings: stored.settings }),
      hasSecret: stored !== undefined && stored.sealedSecret !== null,
      redirectUri: `${origin}${callbackPath}`,
      postLogoutRedirectUri: `${origin}/signed-out`,
    }
  }

  /** Without a local administrator, a provider that breaks would lock everybody out. */
  const requireLocalAdministrator = async () => {
    for (const { id } of await store.grants.administrators()) {
      if ((await store.people.find(id))?.password_hash) return
    }
    throw ownError(
      'CONSOLE.CONFLICT',
      'No administrator has a password of the console. Without one, nobody could sign in while the provider is down.',
    )
  }

  const refuseField = (field: string, message: string) =>
    ownError('CONSOLE.INVALID_INPUT', undefined, { fields: { [field]: message } })

  const sealedFor = async (settings: SignOnSettings, secret: string | null | undefined): Promise<string | null> => {
    if (secret === null) return null
    if (secret !== undefined) return signOn.sealSecret(secret)
    const stored = await store.signOn.find()
    if (!stored || stored.sealedSecret === null) return null
    // Who may set another address must not get the secret sent there.
    if (stored.settings.issuer !== settings.issuer) {
      throw refuseField('clientSecret', 'Give the client secret again: the kept one belongs to another provider.')
    }
    return stored.sealedSecret
  }

  const limit = rateLimit({
    windowMs: tuning.signInWindowMs,
    // Many people may share one address, and all of them begin at nine.
    limit: tuning.signInPerAddress * 10,
    skipSuccessfulRequests: true,
    // Whoever has only been sent on has not come in yet.
    requestWasSuccessful: (_request, response) => response.statusCode === 200,
    standardHeaders: false,
    legacyHeaders: false,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
    handler: (_request, response) => {
      response.redirect(303, '/sign-in?problem=busy')
    },
    // Its own checks would write to the output of the process; the settings are checked when they are read.
    validate: false,
  })
  router.get(['/api/sign-on/start', callbackPath], limit)

  serve('showSignInWays', async () => {
    const settings = (await store.signOn.find())?.settings
    if (!settings?.enabled) return { allowsPasswords: true }
    return { provider: settings.buttonText, allowsPasswords: settings.allowsPasswords }
  })

  serve('startSignOn', ({ request, response, input }) => way.start(request, response, input.query.to), { isRaw: true })
  serve('finishSignOn', ({ request, response }) => way.finish(request, response), { isRaw: true })

  serve('showSignOn', ({ request }) => shown(request))

  serve(
    'updateSignOn',
    async ({ caller, request, input: { body } }) => {
      // Whose provider it is says who is in which group, and so has every role that a group has.
      if (!caller.access.mayConsole('*')) throw ownError('CONSOLE.DENIED', 'It takes a role that may do everything.')
      const { settings, clientSecret } = body
      const problem = outboundProblem(settings.issuer, provider)
      if (problem !== undefined) throw refuseField('issuer', problem)
      const sealed = await sealedFor(settings, clientSecret)
      if (settings.enabled && !settings.allowsPasswords) await requireLocalAdministrator()
      await store.signOn.save(settings, sealed)
      return shown(request)
    },
    { subject: () => 'sign-on', before: ({ request }) => shown(request) },
  )

  serve('testSignOn', async ({ input: { body } }) => ({ findings: await findingsOn(provider, body, log) }))

  serve('trySignOn', async ({ request, response }) => {
    try {
      return { url: await way.startTrial(request, response) }
    } catch (error) {
      const told = error instanceof SignOnFailure ? ` ${error.message}` : ''
      throw ownError('CONSOLE.CONFLICT', `${problemWords[problemOf(error)]}${told}`, { cause: error })
    }
  })

  serve('listSignOnGroups', async () => {
    const people = await store.identities.groups()
    const grants = new Map<string, number>()
    for (const { subject_type: type, subject } of await store.grants.all()) {
      if (type === 'group') grants.set(subject, (grants.get(subject) ?? 0) + 1)
    }
    const names = [...new Set([...people.keys(), ...grants.keys()])].toSorted()
    return { groups: names.map((name) => ({ name, people: people.get(name) ?? 0, grants: grants.get(name) ?? 0 })) }
  })

  return router
}
