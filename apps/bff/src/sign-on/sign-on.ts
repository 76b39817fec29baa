import { randomBytes } from 'node:crypto'
import type { SignOnSettings } from '@vpn-console/api-client'
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client'
import * as z from 'zod'
import { hashOf } from '../store/sessions.ts'
import type { Attempt, StoredSignOn } from '../store/sign-on.ts'
import type { Store } from '../store/store.ts'
import type { Vault } from '../vault.ts'
import { claimOf, type Claims } from './claims.ts'
import { SignOnFailure } from './failure.ts'
import type { Client, Provider } from './provider.ts'

const secretPlace = 'sign_on_settings/sign-on'
const attemptPlace = (state: string) => `sign_on_attempts/${hashOf(state)}`
const idTokenPlace = (publicId: string) => `sessions/${publicId}`
const attemptSecrets = z.object({ verifier: z.string(), nonce: z.string() })

type Parts = { store: Store; vault: Vault; provider: Provider }
type Beginning = Pick<Attempt, 'redirect_uri' | 'target' | 'purpose' | 'previous_id_hash'> & { browser: string }

/** What came back of somebody at the provider. */
export type Arrival = { settings: SignOnSettings; issuer: string; subject: string; idToken: string; claims: Claims }

/** Sign-in by an OpenID provider: out to it and back, and out of it. */
export const createSignOnService = ({ store, vault, provider }: Parts) => {
  const clientOf = ({ settings, sealedSecret }: StoredSignOn): Client => ({
    issuer: settings.issuer,
    clientId: settings.clientId,
    secret: sealedSecret === null ? undefined : vault.open(sealedSecret, secretPlace),
  })

  /** The settings as they are to be used now; a trial is there to find out before they are switched on. */
  const inUse = async (purpose: Attempt['purpose']): Promise<StoredSignOn> => {
    const stored = await store.signOn.find()
    if (!stored || (purpose === 'sign-in' && !stored.settings.enabled)) {
      throw new SignOnFailure('off', 'The sign-on by a provider is not switched on.')
    }
    return stored
  }

  /** What the provider tells beside the ID token, asked for only where that lacks something. */
  const withUserInfo = async (configuration: Configuration, token: string, subject: string, claims: Claims) => {
    if (!configuration.serverMetadata().userinfo_endpoint) return claims
    return { ...(await fetchUserInfo(configuration, token, subject)), ...claims }
  }

  return {
    /** Where to send a browser, which is known again by `browser` when it comes back. */
    begin: async ({ browser, ...attempt }: Beginning): Promise<URL> => {
      const stored = await inUse(attempt.purpose)
      const configuration = await provider.configuration(clientOf(stored))
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
      const secrets = vault.seal(JSON.stringify({ verifier, nonce }), attemptPlace(state))
      if (!(await store.signOn.begin(state, { ...attempt, secrets, browser_hash: hashOf(browser) }))) {
        throw new SignOnFailure('busy', 'Too many sign-ins are on their way.')
      }
      return buildAuthorizationUrl(configuration, {
        redirect_uri: attempt.redirect_uri,
        scope: stored.settings.scopes,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
    },

    /** Takes back the attempt that a state belongs to, once and for its own browser. */
    take: (state: string, browser: string): Promise<Attempt | undefined> => store.signOn.take(state, browser),

    /** Changes the code that the browser brought back into who he is. */
    arrive: async (attempt: Attempt, state: string, search: string): Promise<Arrival> => {
      const stored = await inUse(attempt.purpose)
      const { settings } = stored
      const configuration = await provider.configuration(clientOf(stored))
      const { verifier, nonce } = attemptSecrets.parse(JSON.parse(vault.open(attempt.secrets, attemptPlace(state))))
      const tokens = await authorizationCodeGrant(configuration, new URL(`${attempt.redirect_uri}${search}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const told = tokens.claims()
      if (!told || !tokens.id_token) throw new SignOnFailure('provider-wrong', 'There was no ID token.')
      const lacks = [settings.nameClaim, settings.groupsClaim].some((name) => claimOf(told, name) === undefined)
      const claims = lacks ? await withUserInfo(configuration, tokens.access_token, told.sub, told) : told
      return { settings, issuer: told.iss, subject: told.sub, idToken: tokens.id_token, claims }
    },

    /** The provider's own sign-out for a session of his; undefined where there is none, or it is not wanted. */
    leave: async (idToken: string | undefined, returnTo: string): Promise<string | undefined> => {
      const stored = await store.signOn.find()
      if (!stored?.settings.enabled || !stored.settings.signsOutAtProvider) return undefined
      const configuration = await provider.configuration(clientOf(stored))
      if (!configuration.serverMetadata().end_session_endpoint) return undefined
      return buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: returnTo,
        ...(idToken !== undefined && { id_token_hint: idToken }),
      }).href
    },

    sealSecret: (secret: string) => vault.seal(secret, secretPlace),
    sealIdToken: (idToken: string) => (publicId: string) => vault.seal(idToken, idTokenPlace(publicId)),
    /** The ID token of a session, before that ends. */
    idTokenOf: async (publicId: string): Promise<string | undefined> => {
      const sealed = await store.sessions.sealedIdToken(publicId)
      return sealed === undefined ? undefined : vault.open(sealed, idTokenPlace(publicId))
    },
    newBrowser: () => randomBytes(32).toString('base64url'),
  }
}
export type SignOnService = ReturnType<typeof createSignOnService>
