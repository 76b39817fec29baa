import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { ownError } from '@vpn-console/api-client'
import { createPool } from '@vpn-console/api-client/node'
import express, { type Express } from 'express'
import type { Logger } from 'pino'
import { createLogCollector } from './background/log-collector.ts'
import { createLogListener } from './background/log-listener.ts'
import { repeat } from './background/repeat.ts'
import { createSessionSampler } from './background/session-sampler.ts'
import { createCallers } from './caller.ts'
import type { CloudAccount } from './clouds/cloud-account.ts'
import type { CloudSettings } from './clouds/connect.ts'
import { createCloudRegistry, type CloudRegistry } from './clouds/registry.ts'
import type { ConsoleConfig } from './config.ts'
import { createErrorHandler } from './errors.ts'
import { createReadCache } from './forward/read-cache.ts'
import { createWriteQueue } from './forward/write-queue.ts'
import { createLog } from './log.ts'
import { createMetrics } from './metrics.ts'
import { createRequestLog } from './middleware/request-log.ts'
import { createOriginCheck } from './middleware/same-origin.ts'
import { createSecurityHeaders } from './middleware/security-headers.ts'
import { cloudRoutes } from './routes/clouds.ts'
import { consoleRoutes } from './routes/console.ts'
import { healthRoutes } from './routes/health.ts'
import { sessionRoutes } from './routes/session.ts'
import { webFiles } from './routes/web-files.ts'
import { prepareDummyHash } from './store/passwords.ts'
import { openStore, type Store } from './store/store.ts'
import { defaultTuning, type Tuning } from './tuning.ts'

export type { CloudAccount, CloudSettings, ConsoleConfig, Tuning }

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

const builtWebApp = fileURLToPath(new URL('../../web/dist', import.meta.url))
const closingMs = 10_000

const startServer = (app: Express, host: string, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, maxHeaderSize: 16_384 }, app)
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
  const { host = '127.0.0.1', now = Date.now, publicUrl } = config
  const tuning: Tuning = { ...defaultTuning, ...config.tuning }
  const log = createLog(config.logLevel ?? 'info', config.logStream)
  const store = await openStore(config.dataDir, tuning, now)
  const newAdmin = await store.people.ensureAdmin(config.adminPassword)
  await prepareDummyHash()

  const metrics = createMetrics()
  const dispatcher = createPool()
  const closing = new AbortController()
  const cache = createReadCache({ freshMs: tuning.freshMs, maxBytes: tuning.cacheBytes }, now)
  const queue = createWriteQueue({ maxWaiting: tuning.queueLength, maxWaitMs: tuning.queueWaitMs })
  const clouds = createCloudRegistry({ tuning, metrics, dispatcher, now, onGone: cache.drop })
  if (config.cloud) clouds.connect(config.cloud)

  const { logLines, clientSessions } = store
  const background = { clouds, log, tuning, closing: closing.signal }
  const collectLogs = createLogCollector({ ...background, logLines })
  const sampleSessions = createSessionSampler({ ...background, clientSessions })
  const collecting = Promise.all([
    repeat(tuning.logKeepMs === 0 ? 0 : tuning.logCollectMs, closing.signal, collectLogs),
    repeat(tuning.sessionKeepMs === 0 ? 0 : tuning.sessionSampleMs, closing.signal, sampleSessions),
  ])
  const listeners = { showVpnConnectionLog: createLogListener(logLines, log) }

  const isSecure = publicUrl?.startsWith('https:') === true
  const checkOrigin = createOriginCheck(publicUrl)
  const callers = createCallers(store.sessions, checkOrigin, isSecure)

  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('trust proxy', config.trustProxy ?? false)
  app.set('query parser', 'simple')
  app.use(createRequestLog(log))
  app.use(createSecurityHeaders(isSecure))
  const isClosing = () => closing.signal.aborted
  app.use(healthRoutes({ store, clouds, metrics, isClosing, metricsForAll: config.metrics ?? false }))
  app.use('/api', (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    next()
  })
  app.use('/api/session', sessionRoutes({ callers, checkOrigin, store, clouds, metrics, tuning }))
  app.use('/api/clouds', consoleRoutes({ callers, clouds, store }))
  const busy = { limitMs: tuning.busyWaitMs, firstPauseMs: tuning.busyFirstPauseMs }
  const { audit } = store
  const { deadlineMs } = tuning
  app.use(
    '/api/clouds',
    cloudRoutes({
      callers,
      clouds,
      metrics,
      cache,
      queue,
      audit,
      log,
      busy,
      deadlineMs,
      listeners,
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
      server = await startServer(app, host, port)
      // A server that listens on a port has an address of this kind.
      const address = server.address() as AddressInfo
      const shownHost = host.includes(':') ? `[${host}]` : host
      return { url: `http://${shownHost}:${address.port}`, port: address.port }
    },
    close: async () => {
      closing.abort()
      if (server) await stopServer(server)
      // Who is still waiting has waited long enough.
      await dispatcher.destroy()
      await collecting
      await store.close()
    },
  }
}
