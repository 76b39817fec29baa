import express, { type ErrorRequestHandler, type Request, type Router } from 'express'
import * as z from 'zod'
import type { Control, ProjectAccess } from './control.ts'
import { NotThere } from './not-there.ts'
import { estateNames } from './estates/estate-names.ts'
import { seedSchema } from './estates/seed.ts'
import { faultSchema, knownOperation } from './faults.ts'
import { upgradeSteps } from './gateway-upgrades.ts'
import { tunnelOrderSchema } from './tunnel-orders.ts'

const estate = z.enum(estateNames).optional()
const projectBody = z.strictObject({
  estate,
  ak: z.string().optional(),
  sk: z.string().optional(),
  security_token: z.string().optional(),
  project_id: z.string().optional(),
  speed: z.number().positive().optional(),
})
const quota = z.int().min(0).optional()
const quotaBody = z.strictObject({
  customer_gateway: quota,
  vpn_connection: quota,
  vpn_gateway: quota,
  p2c_vpn_gateway: quota,
})

const sessionBody = z.strictObject({
  user: z.string().min(1),
  client_ip: z.ipv4().optional(),
  virtual_ip: z.ipv4().optional(),
})

const accessBody = ({ projectId, domainId, securityToken, ...rest }: ProjectAccess) => ({
  project_id: projectId,
  domain_id: domainId,
  ...rest,
  security_token: securityToken,
})

const bodyOf = <T extends z.ZodType>(schema: T, request: Request): z.output<T> => {
  const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : ''
  return schema.parse(text === '' ? {} : JSON.parse(text))
}

const idOf = (request: Request, name = 'id') => String(request.params[name])

const explain: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const message =
    error instanceof z.ZodError ? z.prettifyError(error) : String(error instanceof Error ? error.message : error)
  response.status(error instanceof NotThere ? 404 : 400).json({ error_code: 'CONTROL', error_msg: message })
}

/** The control endpoints. They check no signature: only a test switches them on. */
export const controlRoutes = (control: Control): Router => {
  const router = express.Router()

  router.post('/projects', (request, response) => {
    const { security_token, project_id, ...rest } = bodyOf(projectBody, request)
    const access = control.createProject({ ...rest, securityToken: security_token, projectId: project_id })
    response.status(201).json(accessBody(access))
  })
  router.delete('/projects/:id', (request, response) => {
    control.deleteProject(idOf(request))
    response.status(204).end()
  })
  router.post('/projects/:id/reset', (request, response) => {
    control.resetProject(idOf(request), bodyOf(z.strictObject({ estate }), request).estate)
    response.status(204).end()
  })
  router.post('/projects/:id/seed', (request, response) => {
    response.status(201).json(control.seed(idOf(request), bodyOf(seedSchema, request)))
  })
  router.post('/projects/:id/advance', (request, response) => {
    control.advance(idOf(request), bodyOf(z.strictObject({ by: z.string() }), request).by)
    response.status(204).end()
  })
  router.post('/projects/:id/faults', (request, response) => {
    control.fail(idOf(request), bodyOf(faultSchema, request))
    response.status(204).end()
  })
  router.delete('/projects/:id/faults', (request, response) => {
    control.clearFaults(idOf(request))
    response.status(204).end()
  })
  router.get('/projects/:id/calls', (request, response) => {
    response.json(control.calls(idOf(request)))
  })
  router.delete('/projects/:id/calls', (request, response) => {
    control.clearCalls(idOf(request))
    response.status(204).end()
  })
  router.post('/projects/:id/connections/:connectionId/tunnel', (request, response) => {
    control.setTunnel(idOf(request), idOf(request, 'connectionId'), bodyOf(tunnelOrderSchema, request))
    response.status(204).end()
  })
  router.post('/projects/:id/connections/:connectionId/log-lines', (request, response) => {
    const { raw_message } = bodyOf(z.strictObject({ raw_message: z.string().max(10_000) }), request)
    control.addLogLine(idOf(request), idOf(request, 'connectionId'), raw_message)
    response.status(204).end()
  })
  router.post('/projects/:id/gateways/:gatewayId/upgrade-info', (request, response) => {
    const { info } = bodyOf(z.strictObject({ info: z.enum(['ready', 'expiring soon', 'unready']) }), request)
    control.setUpgradeInfo(idOf(request), idOf(request, 'gatewayId'), info)
    response.status(204).end()
  })
  router.post('/projects/:id/gateways/:gatewayId/upgrade-failure', (request, response) => {
    const { step } = bodyOf(z.strictObject({ step: z.enum(upgradeSteps).optional() }), request)
    control.failUpgrade(idOf(request), idOf(request, 'gatewayId'), step)
    response.status(204).end()
  })
  router.get('/projects/:id/servers/:serverId/credentials', (request, response) => {
    response.json(control.serverCredentials(idOf(request), idOf(request, 'serverId')))
  })
  router.post('/projects/:id/servers/:serverId/sessions', (request, response) => {
    const { user, ...more } = bodyOf(sessionBody, request)
    response.status(201).json(control.connectUser(idOf(request), idOf(request, 'serverId'), user, more))
  })
  router.delete('/projects/:id/servers/:serverId/sessions/:user', (request, response) => {
    control.disconnectUser(idOf(request), idOf(request, 'serverId'), idOf(request, 'user'))
    response.status(204).end()
  })
  router.post('/projects/:id/servers/:serverId/sign-in', (request, response) => {
    const { user, password } = bodyOf(z.strictObject({ user: z.string(), password: z.string() }), request)
    response.json(control.signIn(idOf(request), idOf(request, 'serverId'), user, password))
  })
  router.post('/projects/:id/status', (request, response) => {
    const { id, status } = bodyOf(z.strictObject({ id: z.string(), status: z.string() }), request)
    control.setStatus(idOf(request), id, status)
    response.status(204).end()
  })
  router.post('/projects/:id/key', (request, response) => {
    const { valid, ak } = bodyOf(z.strictObject({ valid: z.boolean(), ak: z.string().optional() }), request)
    control.setKeyValid(idOf(request), valid, ak)
    response.status(204).end()
  })
  router.post('/projects/:id/keys', (request, response) => {
    const text = z.string().optional()
    const given = bodyOf(z.strictObject({ ak: text, sk: text, security_token: text }), request)
    const { ak, sk, securityToken } = control.addKey(idOf(request), { ...given, securityToken: given.security_token })
    response.status(201).json({ ak, sk, security_token: securityToken })
  })
  router.post('/projects/:id/denied', (request, response) => {
    control.setDenied(idOf(request), bodyOf(z.strictObject({ actions: z.array(z.string()) }), request).actions)
    response.status(204).end()
  })
  router.post('/projects/:id/quotas', (request, response) => {
    control.setQuota(idOf(request), bodyOf(quotaBody, request))
    response.status(204).end()
  })
  router.post('/projects/:id/missing', (request, response) => {
    const { operations } = bodyOf(z.strictObject({ operations: z.array(knownOperation) }), request)
    control.setMissing(idOf(request), operations)
    response.status(204).end()
  })

  router.use((_request, response) => {
    response.status(404).json({ error_code: 'CONTROL', error_msg: 'There is no such control endpoint.' })
  })
  router.use(explain)
  return router
}
