import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  clockTolerance,
  Configuration,
  customFetch,
  discovery,
  None,
  type ClientAuth,
  type CustomFetch,
} from 'openid-client'
import type { Logger } from 'pino'
import { Agent, fetch } from 'undici'
import { guardedLookup, outboundProblem } from '../outbound.ts'
import { detailsOf, SignOnFailure } from './failure.ts'

/** For how long a provider's configuration is taken as it was; its keys are looked up anew by themselves. */
const freshMs = 60 * 60_000
const toleranceSeconds = 60
const largestAnswer = 1024 * 1024

export type Client = { issuer: string; clientId: string; secret: string | undefined }
type Parts = { allowPrivate: boolean; timeoutMs: number; log: Logger; now: () => number }

const methods = { client_secret_basic: ClientSecretBasic, client_secret_post: ClientSecretPost } as const

/** By the way of sending the secret that the provider says it takes; it takes `basic` where it says nothing. */
const authentication = (secret: string | undefined): ClientAuth => {
  if (secret === undefined) return None()
  return (server, client, body, headers) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const method = taken.includes('client_secret_basic') ? 'client_secret_basic' : 'client_secret_post'
    methods[method](secret)(server, client, body, headers)
  }
}

/** Speaks to the provider: never to where the console must not call, never longer than it may take. */
export const createProvider = ({ allowPrivate, timeoutMs, log, now }: Parts) => {
  const dispatcher = new Agent({
    connect: { lookup: guardedLookup({ allowPrivate }), timeout: timeoutMs },
    maxResponseSize: largestAnswer,
  })
  const guardedFetch: CustomFetch = (url, { body, ...options }) => {
    const problem = outboundProblem(url, { allowPrivate })
    if (problem !== undefined) throw new SignOnFailure('provider-wrong', problem)
    // The two libraries name the same things of the platform by types of their own.
    const sent = body as Exclude<Parameters<typeof fetch>[1], undefined>['body']
    return fetch(url, { ...options, body: sent ?? null, redirect: 'manual', dispatcher })
  }

  const mayVisit = (address: string | undefined) =>
    address === undefined ||
    (URL.canParse(address) && new URL(address).protocol === 'https:') ||
    outboundProblem(address, { allowPrivate }) === undefined

  /** Asks the provider for its configuration. */
  const discover = async ({ issuer, clientId, secret }: Client): Promise<Configuration> => {
    const found = await discovery(
      new URL(issuer),
      clientId,
      { [clockTolerance]: toleranceSeconds },
      authentication(secret),
      {
        execute: allowPrivate ? [allowInsecureRequests] : [],
        timeout: timeoutMs / 1000,
        [customFetch]: guardedFetch,
      },
    )
    const { authorization_endpoint: entrance, end_session_endpoint: exit } = found.serverMetadata()
    if (!entrance) throw new SignOnFailure('provider-wrong', 'The provider names no authorization endpoint.')
    // The browser is sent there.
    if (!mayVisit(entrance) || !mayVisit(exit)) {
      throw new SignOnFailure('provider-wrong', 'The provider names an address that is not https.')
    }
    return found
  }

  let kept: { key: string; at: number; configuration: Configuration } | undefined

  return {
    allowPrivate,
    discover,
    /** The same, kept for an hour, and longer where the provider cannot be reached meanwhile. */
    configuration: async (client: Client): Promise<Configuration> => {
      const key = JSON.stringify([client.issuer, client.clientId, client.secret ?? null])
      const known = kept?.key === key ? kept : undefined
      if (known && now() - known.at < freshMs) return known.configuration
      try {
        const configuration = await discover(client)
        kept = { key, at: now(), configuration }
        return configuration
      } catch (error) {
        if (!known) throw error
        log.warn(detailsOf(error), 'the configuration of the sign-on provider is old and could not be renewed')
        return known.configuration
      }
    },
    close: () => dispatcher.close(),
  }
}
export type Provider = ReturnType<typeof createProvider>
