import { ApiError, ownError, services, type Cloud, type Service, type Transport } from '@vpn-console/api-client'
import {
  createSignedTransport,
  endpointsOf,
  passwordTokenSource,
  type CloudCredentials,
  type TokenSource,
} from '@vpn-console/api-client/node'
import type { Dispatcher } from 'undici'
import type { CloudAccount } from './cloud-account.ts'
import type { AccountSource } from './key-place.ts'

export type CloudSettings = {
  id: string
  name: string
  vendor: Cloud['vendor']
  region: string
  /** Looked up by the region's name when it is first needed, where it is not given. */
  projectId?: string | undefined
  domainId?: string | undefined
  /** By vendor, where it is not given. */
  hasP2c?: boolean | undefined
  /** The environment, where it is not given: its endpoints are trusted. */
  source?: AccountSource | undefined
  credentials:
    | { ak: string; sk: string; securityToken?: string | undefined }
    | { user: string; password: string; domain: string }
  /** One base URL for all services, such as the emulator's. */
  endpoint?: string | undefined
  /** Base URLs of single services. */
  endpoints?: Partial<Record<Service, string>>
}

const refusalKeptMs = 5 * 60_000

/** Holds on to a refusal of the password: asking again with every poll would have the user locked out. */
const rememberRefusal = (source: TokenSource): TokenSource => {
  let refusal: { error: ApiError; until: number } | undefined
  return {
    get: async () => {
      if (refusal && Date.now() < refusal.until) throw refusal.error
      try {
        return await source.get()
      } catch (error) {
        if (error instanceof ApiError && error.code === 'CONSOLE.WRONG_CLOUD_SIGN_IN') {
          refusal = { error, until: Date.now() + refusalKeptMs }
        }
        throw error
      }
    },
    drop: source.drop,
  }
}

const refusedToken = (requestId: string | undefined) =>
  ownError('CONSOLE.WRONG_CLOUD_SIGN_IN', undefined, { requestId })

/** A token may end before its time: then the call was not made, so it may be made again with a new one. */
const renewToken =
  (transport: Transport): Transport =>
  async (request) => {
    const first = await transport(request)
    if (first.status !== 401) return first
    const second = await transport(request)
    if (second.status === 401) throw refusedToken(second.header('x-request-id'))
    return second
  }

/** Makes the account that settings describe; nothing is sent yet. */
export const connectCloud = (
  settings: CloudSettings,
  options: { dispatcher: Dispatcher; timeoutMs: number },
): CloudAccount => {
  const { id, name, vendor, region, credentials, endpoint } = settings
  const everywhere = endpoint ? services.map((service) => [service, endpoint]) : []
  const endpoints = endpointsOf(region, { ...Object.fromEntries(everywhere), ...settings.endpoints })
  const hasP2c = settings.hasP2c ?? vendor !== 'otc'
  const { source = 'environment' } = settings
  const account = { id, name, vendor, region, projectId: settings.projectId ?? '', hasP2c, source }

  const withPassword = 'user' in credentials
  const signing: CloudCredentials = withPassword
    ? {
        token: rememberRefusal(
          passwordTokenSource(
            {
              domainName: credentials.domain,
              userName: credentials.user,
              password: credentials.password,
              project: settings.projectId ? { id: settings.projectId } : { name: region },
            },
            endpoints.iam,
            options.dispatcher,
          ),
        ),
      }
    : { key: { ak: credentials.ak, sk: credentials.sk, securityToken: credentials.securityToken } }
  const signed = createSignedTransport({
    credentials: signing,
    // Read with each call: the project may be looked up only later.
    get projectId() {
      return account.projectId
    },
    domainId: settings.domainId,
    endpoints,
    dispatcher: options.dispatcher,
    timeoutMs: options.timeoutMs,
  })
  return Object.assign(account, { transport: withPassword ? renewToken(signed) : signed })
}
