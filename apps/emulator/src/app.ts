import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type ErrorRequestHandler, type Express } from 'express'
import { createAccounts } from './accounts.ts'
import { defaults } from './config.ts'
import { controlRoutes } from './control-routes.ts'
import { createControl, type Control, type ProjectAccess } from './control.ts'
import { dispatch } from './dispatch.ts'
import type { EstateName } from './estates/estate-names.ts'
import { createHandlers } from './handlers/handlers.ts'
import { Refusal } from './refusal.ts'

export type { Control, ProjectAccess, ProjectOptions } from './control.ts'
export { createAuthority, type Authority, type Credentials } from './p2c/certificate-authority.ts'
export type { ClientAddresses, Connected, ServerCredentials, SignIn } from './p2c/client-control.ts'
export type { EstateName } from './estates/estate-names.ts'
export type { Seed, SeededIds } from './estates/seed.ts'
export type { Fault } from './faults.ts'
export type { TunnelOrder } from './tunnel-orders.ts'

export type EmulatorOptions = {
  /** What the first project holds. */
  estate?: EstateName
  ak?: string
  sk?: string
  projectId?: string
  region?: string
  /** 1 is about as slow as the cloud. */
  speed?: number
  /** Whether the control endpoints are served; `control` works without them. */
  control?: boolean
  user?: string
  password?: string
  domain?: string
}

export type Listening = { port: number; url: string; close: () => Promise<void> }

export type Emulator = {
  handler: Express
  control: Control
  defaultProject: ProjectAccess
  /** Listens; port 0 takes a free one. Rejects when the port is taken. */
  listen: (port?: number, host?: string) => Promise<Listening>
}

const mostBodyBytes = 12 * 1024 * 1024

const statusOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : 500

const toRefusal = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error
  const status = statusOf(error)
  if (status === 413) return new Refusal('APIGW.0201', 'Request entity too large', 413)
  if (status < 500) return new Refusal('APIGW.0201', 'Bad request', status)
  return new Refusal('VPN.0002', 'server error: the emulator failed')
}

const answerError: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const { status, code, message } = toRefusal(error)
  if (code === 'VPN.0002' && status === 500)
    process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`)
  response.status(status).json({ error_code: code, error_msg: message, request_id: response.getHeader('X-Request-Id') })
}

/** The cloud on this machine: an HTTP handler with its state, and the ways to play with it. */
export const createEmulator = (options: EmulatorOptions = {}): Emulator => {
  const accounts = createAccounts({
    name: options.user ?? defaults.user,
    password: options.password ?? defaults.password,
    domain: options.domain ?? defaults.domain,
  })
  const { control, surroundings } = createControl(accounts, {
    region: options.region ?? defaults.region,
    speed: options.speed ?? 1,
    estate: 'empty',
  })
  const defaultProject = control.createProject({
    ak: options.ak ?? defaults.ak,
    sk: options.sk ?? defaults.sk,
    projectId: options.projectId ?? defaults.projectId,
    estate: options.estate ?? 'empty',
  })
  const fallbackProject = () => {
    const [anyKey] = accounts.keys.values()
    const [anyProject] = anyKey?.account.projects.values() ?? []
    const project = accounts.project(defaultProject.projectId) ?? anyProject
    if (!project) throw new Refusal('VPN.0004', 'resource not found')
    return project
  }

  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.use((_request, response, next) => {
    response.set('X-Request-Id', randomUUID().replaceAll('-', ''))
    next()
  })
  app.use(express.raw({ type: () => true, limit: mostBodyBytes }))
  if (options.control === true) app.use('/control', controlRoutes(control))
  app.use(dispatch({ accounts, handlers: createHandlers(accounts), fallbackProject, surroundings }))
  app.use(answerError)

  const listen = (port = 0, host = '127.0.0.1') =>
    new Promise<Listening>((resolve, reject) => {
      const server = createServer(app)
      // Longer than clients keep their connections, so that none is closed under a request.
      server.keepAliveTimeout = 75_000
      server.once('error', reject)
      server.listen(port, host, () => {
        // A server that listens on a port has an address with one.
        const { port: taken } = server.address() as AddressInfo
        const close = () =>
          new Promise<void>((done) => {
            server.close(() => done())
            server.closeAllConnections()
          })
        resolve({ port: taken, url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`, close })
      })
    })

  return { handler: app, control, defaultProject, listen }
}
