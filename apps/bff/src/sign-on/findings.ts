import type { SignOnFinding } from '@vpn-console/api-client'
import type { Logger } from 'pino'
import { detailsOf, problemOf, SignOnFailure } from './failure.ts'
import type { Provider } from './provider.ts'
import { problemWords } from './words.ts'

type Asked = { issuer: string; scopes: string }

/** Asks a provider for its configuration, and says in words what was found there. */
export const findingsOn = async (
  provider: Provider,
  { issuer, scopes }: Asked,
  log: Logger,
): Promise<SignOnFinding[]> => {
  const found = await provider.discover({ issuer, clientId: 'test', secret: undefined }).then(
    (configuration) => ({ server: configuration.serverMetadata() }),
    (error: unknown) => ({ error }),
  )
  if ('error' in found) {
    const { error } = found
    log.warn(detailsOf(error), 'the sign-on provider was tested')
    const because = error instanceof SignOnFailure ? ` ${error.message}` : ''
    return [{ outcome: 'bad', text: `${problemWords[problemOf(error)]}${because}` }]
  }
  const { server } = found
  const good = (text: string): SignOnFinding => ({ outcome: 'good', text })
  const note = (text: string): SignOnFinding => ({ outcome: 'note', text })
  const unknown = scopes.split(' ').filter((scope) => server.scopes_supported?.includes(scope) === false)
  const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  const takesSecret = ways.some((way) => way === 'client_secret_basic' || way === 'client_secret_post')
  return [
    good(`The provider answered as ${server.issuer}.`),
    good(`People sign in at ${new URL(server.authorization_endpoint ?? issuer).origin}.`),
    server.code_challenge_methods_supported?.includes('S256') === true
      ? good('It supports PKCE with S256, which the console always uses.')
      : note('It does not say that it supports PKCE with S256. The console uses it all the same.'),
    takesSecret || ways.includes('none')
      ? good(
          [takesSecret && 'It takes a client secret.', ways.includes('none') && 'It takes clients without a secret.']
            .filter(Boolean)
            .join(' '),
        )
      : { outcome: 'bad', text: `It takes neither a client secret nor clients without one, only ${ways.join(', ')}.` },
    unknown.length > 0
      ? note(`It does not list the scope ${unknown.join(', ')} among those it knows.`)
      : good('It knows the scopes, or does not list them.'),
    server.end_session_endpoint
      ? good('Signing out of the console can sign out at the provider as well.')
      : note('It offers no sign-out: signing out of the console leaves people signed in there.'),
  ]
}
