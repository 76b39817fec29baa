import { ownError, readAnswer, send, type Transport } from '@vpn-console/api-client'
import type { Dispatcher } from 'undici'
import { createCircuitBreaker, type CircuitBreaker } from '../forward/circuit-breaker.ts'
import { withDeadline } from '../forward/deadline.ts'
import { toOwnError } from '../forward/upstream-errors.ts'
import { guardTransport } from '../forward/guarded-transport.ts'
import { createSlots } from '../forward/slots.ts'
import type { Metrics } from '../metrics.ts'
import type { Tuning } from '../tuning.ts'
import type { CloudAccount } from './cloud-account.ts'
import { tellKeyPlace } from './key-place.ts'
import { connectCloud, type CloudSettings } from './connect.ts'

/** An account with its guards: everything that is sent to it goes through `transport`. */
export type GuardedCloud = { account: CloudAccount; transport: Transport; breaker: CircuitBreaker }

type Environment = {
  tuning: Tuning
  metrics: Metrics
  dispatcher: Dispatcher
  /** For accounts whose addresses were entered by somebody: it connects to public ones alone. */
  publicDispatcher: Dispatcher
  now: () => number
  /** Told when an account is replaced or removed. */
  onGone: (cloudId: string) => void
}

/** Asks IAM for the project that carries the region's name. */
const findProject = async ({ account, transport }: GuardedCloud, signal: AbortSignal): Promise<string> => {
  const query = { name: account.region }
  const answer = await send(transport, 'listProjects', '', { query }, { signal }).catch((error: unknown) => {
    throw tellKeyPlace(account, toOwnError(error))
  })
  const { projects } = readAnswer('listProjects', answer)
  const project = projects.find(({ name }) => name === account.region)
  if (!project) throw tellKeyPlace(account, ownError('CONSOLE.NO_PROJECT', `The region is ${account.region}.`))
  return project.id
}

/** The clouds that can be reached, by the id that stands in the URL. */
export const createCloudRegistry = (parts: Environment) => {
  const { tuning, metrics, dispatcher, publicDispatcher, now, onGone } = parts
  const clouds = new Map<string, GuardedCloud>()
  const searches = new Map<GuardedCloud, Promise<string>>()

  const add = (account: CloudAccount): void => {
    if (clouds.has(account.id)) onGone(account.id)
    const breaker = createCircuitBreaker({ failures: tuning.breakerFailures, openMs: tuning.breakerOpenMs }, now)
    const transport = guardTransport(account.transport, {
      slots: createSlots(tuning.inFlight),
      breaker,
      onAttempt: (operation, seconds) => metrics.upstreamSeconds.observe({ operation }, seconds),
    })
    clouds.set(account.id, { account, transport, breaker })
  }

  return {
    add,
    /** Adds the account that settings describe, over the pool of the process. */
    connect: (settings: CloudSettings): CloudAccount => {
      const isEntered = settings.source === 'console'
      const options = {
        dispatcher: isEntered ? publicDispatcher : dispatcher,
        timeoutMs: tuning.attemptTimeoutMs,
      }
      const account = connectCloud(settings, options)
      add(account)
      return account
    },
    get: (id: string): CloudAccount | undefined => clouds.get(id)?.account,
    remove: (id: string): void => {
      clouds.delete(id)
      onGone(id)
    },
    list: (): CloudAccount[] => [...clouds.values()].map(({ account }) => account),
    circuits: () => [...clouds].map(([id, { breaker }]) => [id, breaker.state()] as const),

    /** The guarded account, its project known; looked up once for all who wait for it. */
    ready: async (id: string): Promise<GuardedCloud> => {
      const cloud = clouds.get(id)
      if (!cloud) throw ownError('CONSOLE.NOT_FOUND', 'The console knows no cloud by this id.')
      if (cloud.account.projectId !== '') return cloud
      const search = searches.get(cloud) ?? withDeadline(tuning.deadlineMs, (signal) => findProject(cloud, signal))
      searches.set(cloud, search)
      try {
        cloud.account.projectId = await search
      } finally {
        searches.delete(cloud)
      }
      return cloud
    },
  }
}
export type CloudRegistry = ReturnType<typeof createCloudRegistry>
