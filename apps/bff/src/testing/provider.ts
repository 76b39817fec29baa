import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Configuration } from 'oidc-provider'

/** What the provider says about its own runtime and defaults has no place in the output of the tests. */
const withoutNotices = () => {
  for (const name of ['info', 'warn'] as const) {
    const write = console[name].bind(console)
    console[name] = (...given: unknown[]) => {
      if (!String(given[0]).includes('oidc-provider')) write(...given)
    }
  }
}

const read = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}

const loginPage = (uid: string) => `<!doctype html><html lang="en"><title>Example login</title><main>
<h1>Example login</h1><form method="post" action="/login/${uid}"><label>Account <input name="account"></label>
<button>Log in</button></form><p><a href="/login/${uid}/cancel">Cancel</a></p></main></html>`

// Making one takes longer than most tests.
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

const logoutPage = (form: string) => `<!doctype html><html lang="en"><title>Example logout</title><main>
<h1>Example logout</h1>${form}<button form="op.logoutForm" name="logout" value="yes">Log out</button></main></html>`

type Person = Record<string, unknown>
type Options = {
  /** Addresses of consoles: where people may be sent back to. */
  consoles: readonly string[]
  clientSecret?: string | undefined
  /** Claims by account. */
  accounts?: Readonly<Record<string, Person>>
  /** Claims are told only when they are asked for with the access token. */
  isShyOfClaims?: boolean
  configuration?: Configuration
}

/** An OpenID provider on this machine. `fault` takes requests away from it. */
export const startProvider = async (options: Options) => {
  withoutNotices()
  const { default: Provider } = await import('oidc-provider')
  const { consoles, clientSecret, accounts = {}, isShyOfClaims = false } = options
  const people = new Map(Object.entries(accounts))
  let handle: (request: IncomingMessage, response: ServerResponse) => unknown = () => {}
  let fault: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url?.split('?')[0]}`)
    if (!fault?.(request, response)) void handle(request, response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`

  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'key-1', use: 'sig', alg: 'RS256' }] as never },
    cookies: { keys: ['a-key-of-this-test'] },
    clients: [
      {
        client_id: 'vpn-console',
        ...(clientSecret === undefined
          ? { token_endpoint_auth_method: 'none' }
          : { client_secret: clientSecret, token_endpoint_auth_method: 'client_secret_basic' }),
        redirect_uris: consoles.map((url) => `${url}/api/sign-on/callback`),
        post_logout_redirect_uris: consoles.map((url) => `${url}/signed-out`),
      },
    ],
    scopes: ['openid', 'profile', 'groups'],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], groups: ['groups'] },
    conformIdTokenClaims: isShyOfClaims,
    findAccount: (_context, id) => ({ accountId: id, claims: () => Promise.resolve({ sub: id, ...people.get(id) }) }),
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = logoutPage(form)
        },
      },
    },
    interactions: { url: (_context, { uid }) => `/login/${uid}` },
    // Nobody is asked whether the console may know his name.
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc
      const grant = new context.oidc.provider.Grant({ clientId: client?.clientId, accountId: session?.accountId })
      grant.addOIDCScope('openid profile groups')
      await grant.save()
      return grant
    },
    ...options.configuration,
  })
  const callback = provider.callback()
  handle = async (request, response) => {
    const [, uid, isCancelled] = /^\/login\/([\w-]+)(\/cancel)?$/.exec(request.url ?? '') ?? []
    if (uid === undefined) return callback(request, response)
    if (isCancelled) return provider.interactionFinished(request, response, { error: 'access_denied' })
    if (request.method !== 'POST') return response.setHeader('content-type', 'text/html').end(loginPage(uid))
    const account = new URLSearchParams(await read(request)).get('account') ?? ''
    return provider.interactionFinished(request, response, { login: { accountId: account } })
  }

  return {
    issuer,
    people,
    /** What it was asked, such as `POST /token`. */
    seen,
    setFault: (next: typeof fault) => {
      fault = next
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
export type TestProvider = Awaited<ReturnType<typeof startProvider>>
