import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { ownError } from '@vpn-console/api-client'
import { createPool } from '@vpn-console/api-client/node'
import express, { type Express } from 'express'
import type { Logger } from 'pino'
import { createAccess } from './access/access.ts'
import { createAuthorizer } from './access/authorize.ts'
import { createAuditKeeper } from './background/audit-keeper.ts'
import { createLogCollector } from './background/log-collector.ts'
import { createLogListener } from './background/log-listener.ts'
import { repeat } from './background/repeat.ts'
import { createSessionSampler } from './background/session-sampler.ts'
import { createCallers } from './caller.ts'
import type { CloudAccount } from './clouds/cloud-account.ts'
import { createAdministration } from './clouds/administration.ts'
import type { CloudSettings } from './clouds/connect.ts'
import { createKeptAccounts } from './clouds/kept-accounts.ts'
import { lookupEndpoint } from './clouds/endpoint.ts'
import { createCloudRegistry, type CloudRegistry } from './clouds/registry.ts'
import type { ConsoleConfig } from './config.ts'
import { createErrorHandler } from './errors.ts'
import { createReadCache } from './forward/read-cache.ts'
import { createSharedQueue } from './forward/shared-queue.ts'
import { createSharedRead } from './forward/shared-read.ts'
import { createWriteQueue } from './forward/write-queue.ts'
import { createLog } from './log.ts'
import { createMetrics } from './metrics.ts'
import { plainRequests } from './middleware/plain-requests.ts'
import { createRequestLog } from './middleware/request-log.ts'
import { createOriginCheck } from './middleware/same-origin.ts'
import { createSecurityHeaders } from './middleware/security-headers.ts'
import { accountRoutes } from './routes/account.ts'
import { peopleRoutes } from './routes/people.ts'
import { roleRoutes } from './routes/role.ts'
import { signOnRoutes } from './routes/sign-on.ts'
import { auditRoutes } from './routes/audit.ts'
import { selfServiceRoutes } from './routes/self-service.ts'
import type { RouteParts } from './routes/parts.ts'
import { cloudRoutes } from './routes/clouds.ts'
import { consoleRoutes } from './routes/console.ts'
import { healthRoutes } from './routes/health.ts'
import { secondFactorRoutes } from './routes/second-factor.ts'
import { sessionRoutes } from './routes/session.ts'
import { webFiles } from './routes/web-files.ts'
import { createProvider } from './sign-on/provider.ts'
import { createSignOnService } from './sign-on/sign-on.ts'
import { prepareDummyHash } from './store/passwords.ts'
import type { Scope } from './store/grants.ts'
import { openStore, type Store } from './store/store.ts'
import { defaultTuning, type Tuning } from './tuning.ts'
import { createSecondFactor } from './second-factor.ts'
import { createVault, masterKeyFile } from './vault.ts'

export type { CloudAccount, CloudSettings, ConsoleConfig, Scope, Tuning }

export type Console = {
  app: Express
  clouds: CloudRegistry
  store: Store
  log: Logger
  /** The demo administrator's generated password, at the first start only. */
  newAdmin: { userName: string; password: string } | undefined
  /** Looks at the logs of all connections now, as the console does from time to time. */
  collectLogs: () => Promise<void>
  /** Looks at who is connected to P2C gateways now, as the console does from time to time. */
  sampleSessions: () => Promise<void>
  listen: (port?: number) => Promise<{ url: string; port: number }>
  close: () => Promise<void>
}

const ownRoutes = [
  secondFactorRoutes,
  consoleRoutes,
  accountRoutes,
  peopleRoutes,
  roleRoutes,
  signOnRoutes,
  auditRoutes,
  selfServiceRoutes,
]

const builtWebApp = fileURLToPath(new URL('../../web/dist', import.meta.url))
const closingMs = 10_000

type Patience = Pick<Tuning, 'headersMs' | 'requestMs'>

const startServer = (app: Express, host: string, port: number, patience: Patience): Promise<Server> =>
  new Promise((resolve, reject) => {
    const { headersMs: headersTimeout, requestMs: requestTimeout } = patience
    // How often it is looked for who is too slow: left alone, twice a minute.
    const connectionsCheckingInterval = Math.min(5_000, headersTimeout)
    const server = createServer(
      { requestTimeout, headersTimeout, connectionsCheckingInterval, maxHeaderSize: 16_384 },
      app,
    )
    // Longer than a proxy's own, so that it is never we who close a connection it is about to use.
    server.keepAliveTimeout = 65_000
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve(server)
    })
  })

const stopServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), closingMs)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })

/** Builds the console from its config: the app, what it keeps, and the clouds it speaks for. Nothing listens yet. */
export const createConsole = async (config: ConsoleConfig): Promise<Console> => {
  const { host = '127.0.0.1', now = Date.now, publicUrl, dataDir, databaseUrl } = config
  const tuning: Tuning = { ...defaultTuning, ...config.tuning }
  const log = createLog(config.logLevel ?? 'info', config.logStream)
  const vault = createVault(
    config.masterKey ?? (config.dataDir === null ? randomBytes(32) : masterKeyFile(config.dataDir)),
  )
  const store = await openStore(config, tuning, now, vault)
  const { replica, leases } = store
  await replica.start()
  const newAdmin = await store.people.ensureAdmin(config.adminPassword)
  await prepareDummyHash()

  const metrics = createMetrics()
  const dispatcher = createPool()
  const allowPrivate = config.allowPrivateEndpoints ?? false
  const publicDispatcher = allowPrivate ? dispatcher : createPool({ connect: { lookup: lookupEndpoint } })
  const closing = new AbortController()
  const cache = createReadCache(
    { freshMs: tuning.freshMs, maxBytes: tuning.cacheBytes, isBlind: () => !replica.isListening() },
    now,
  )
  replica.on('cloud', cache.drop)
  replica.onGap(cache.dropAll)
  const changed = (cloudId: string): Promise<void> => {
    cache.drop(cloudId)
    return replica.tell('cloud', cloudId)
  }
  const limits = { maxWaiting: tuning.queueLength, maxWaitMs: tuning.queueWaitMs }
  const queue = databaseUrl
    ? createSharedQueue({ turns: store.turns, replica, limits, pollMs: tuning.turnPollMs, closing: closing.signal })
    : createWriteQueue(limits)
  const clouds = createCloudRegistry({ tuning, metrics, dispatcher, publicDispatcher, now, onGone: cache.drop })
  if (config.cloud) clouds.connect(config.cloud)
  const ofAccounts = { accounts: store.cloudAccounts, clouds, vault, log, allowPrivate }
  const keptAccounts = createKeptAccounts({ ...ofAccounts, environmentId: config.cloud?.id })
  await keptAccounts.sync()
  const untold = (error: unknown) => log.warn({ err: error }, 'other replicas not told')
  const syncAccounts = async () => {
    await keptAccounts.sync()
    // The others look from time to time anyhow.
    await replica.tell('accounts').catch(untold)
  }
  replica.on('accounts', () => void keptAccounts.poll())
  const accounts = createAdministration({
    ...ofAccounts,
    kept: { ...keptAccounts, sync: syncAccounts },
    environment: config.cloud,
    dispatchers: { trusted: dispatcher, public: publicDispatcher },
    tuning,
    now,
  })

  const { logLines, clientSessions, audit } = store
  const keeper = createAuditKeeper({ audit, log, metrics, tuning, dataDir, isShared: databaseUrl !== undefined, now })
  await keeper.start()
  const background = { clouds, log, tuning, closing: closing.signal }
  const collectLogs = createLogCollector({ ...background, logLines })
  const sampleSessions = createSessionSampler({ ...background, clientSessions })
  /** One replica of all does it, and keeps at it until the next but one time is missed. */
  const once = (name: string, everyMs: number, work: () => Promise<void>) =>
    repeat(everyMs, closing.signal, async () => {
      await leases
        .hold(name, Math.max(3 * everyMs, tuning.replicaDeadMs), work)
        .catch((error: unknown) => log.warn({ err: error, name }, 'work in the background not done'))
    })
  const collecting = Promise.all([
    once('log-collector', tuning.logKeepMs === 0 ? 0 : tuning.logCollectMs, collectLogs),
    repeat(tuning.auditTidyMs, closing.signal, keeper.tidy),
    repeat(tuning.auditCheckMs, closing.signal, keeper.check),
    repeat(tuning.accountsPollMs, closing.signal, keptAccounts.poll),
    once('session-sampler', tuning.sessionKeepMs === 0 ? 0 : tuning.sessionSampleMs, sampleSessions),
  ])
  const listeners = { showVpnConnectionLog: createLogListener(logLines, log) }

  const isSecure = publicUrl?.startsWith('https:') === true
  const checkOrigin = createOriginCheck(publicUrl)
  const accessOf = createAccess(store.grants)
  const callers = createCallers({ sessions: store.sessions, accessOf, checkOrigin, isSecure, now })
  const read = createSharedRead({ cache, deadlineMs: tuning.deadlineMs, listeners })
  const access = createAuthorizer(read)
  const secondFactor = createSecondFactor({ secondFactors: store.secondFactors, vault, now })
  const provider = createProvider({
    allowPrivate: config.allowPrivateEndpoints ?? false,
    timeoutMs: tuning.providerTimeoutMs,
    log,
    now,
  })
  const served: RouteParts = {
    callers,
    clouds,
    audit,
    keeper,
    checkOrigin,
    store,
    accounts,
    vault,
    secondFactor,
    provider,
    signOn: createSignOnService({ store, vault, provider }),
    tuning,
    log,
    metrics,
    cache: { ...cache, drop: (cloudId) => void changed(cloudId).catch(untold) },
    read,
    access,
    now,
    publicUrl,
    accessOf,
  }

  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('trust proxy', config.trustProxy ?? false)
  app.set('query parser', 'simple')
  app.use(createRequestLog(log))
  app.use(createSecurityHeaders(isSecure))
  app.use(plainRequests)
  const isClosing = () => closing.signal.aborted
  app.use(healthRoutes({ store, clouds, metrics, isClosing, metricsForAll: config.metrics ?? false }))
  app.use('/api', (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    next()
  })
  app.use('/api/session', sessionRoutes(served))
  for (const routes of ownRoutes) app.use(routes(served))
  const busy = { limitMs: tuning.busyWaitMs, firstPauseMs: tuning.busyFirstPauseMs }
  app.use(
    '/api/clouds',
    cloudRoutes({
      callers,
      clouds,
      metrics,
      changed,
      queue,
      audit,
      log,
      busy,
      stateMs: tuning.auditStateMs,
      read,
      access,
      closing: closing.signal,
    }),
  )
  app.use('/api', () => {
    throw ownError('CONSOLE.NOT_FOUND')
  })
  app.use(webFiles(config.webDir ?? builtWebApp))
  app.use(() => {
    throw ownError('CONSOLE.NOT_FOUND')
  })
  app.use(createErrorHandler(log))

  let server: Server | undefined
  return {
    app,
    clouds,
    store,
    log,
    newAdmin,
    collectLogs,
    sampleSessions,
    listen: async (port = config.port ?? 8080) => {
      server = await startServer(app, host, port, tuning)
      // A server that listens on a port has an address of this kind.
      const address = server.address() as AddressInfo
      const shownHost = host.includes(':') ? `[${host}]` : host
      return { url: `http://${shownHost}:${address.port}`, port: address.port }
    },
    close: async () => {
      closing.abort()
      if (server) await stopServer(server)
      // Who is still waiting has waited long enough.
      await Promise.all([dispatcher.destroy(), allowPrivate ? undefined : publicDispatcher.destroy()])
      await collecting
      await keeper.close()
      await store.close()
    },
  }
}
