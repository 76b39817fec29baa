import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { verifyRequest } from '@vpn-console/api-client/node'
import { onTestFinished } from 'vitest'
import type { CloudSettings } from '../clouds/connect.ts'

export type SeenCall = { method: string; target: string; headers: IncomingMessage['headers']; body: string }
type Answer = (call: SeenCall, response: ServerResponse) => void | Promise<void>

export const goodKey = { ak: 'AKPARIS', sk: 'sk-of-paris' }

const received = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  // Node gives the chunks of a request without an encoding as buffers.
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const refuse = (response: ServerResponse, reason: string) => {
  response.writeHead(401, { 'content-type': 'application/json', 'x-request-id': 'refused-1' })
  response.end(JSON.stringify({ error_code: 'APIGW.0301', error_msg: reason, request_id: 'refused-1' }))
}

/** Answers with JSON, as the cloud does. */
export const json = (response: ServerResponse, status: number, body: unknown, requestId = 'cloud-1'): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': requestId })
  response.end(status === 204 ? '' : JSON.stringify(body))
}

/** A cloud whose answers a test writes itself: for bad days that the emulator does not have. It checks signatures. */
export const startFakeCloud = async (answer: Answer) => {
  const calls: SeenCall[] = []
  let current = answer
  const server = createServer((request, response) => {
    const serve = async () => {
      const body = await received(request)
      const target = request.url ?? ''
      const header = (name: string) => {
        const value = request.headers[name]
        return Array.isArray(value) ? value.join(',') : value
      }
      const method = request.method ?? ''
      calls.push({ method, target, headers: request.headers, body: body.toString() })
      const secretKeyOf = (ak: string) => (ak === goodKey.ak ? goodKey.sk : undefined)
      const checked = verifyRequest({ method, target, header, body }, secretKeyOf, Date.now())
      const isSignIn = target.startsWith('/v3/auth/tokens') || request.headers['x-auth-token'] !== undefined
      if (!isSignIn && !checked.ok) refuse(response, checked.reason)
      else await current({ method, target, headers: request.headers, body: body.toString() }, response)
    }
    serve().catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  onTestFinished(stop)

  const url = `http://127.0.0.1:${port}`
  const settings = {
    id: 'paris',
    name: 'Paris',
    vendor: 'emulator',
    region: 'eu-west-101',
    projectId: 'project-paris',
    credentials: goodKey,
    endpoint: url,
  } satisfies CloudSettings
  return {
    calls,
    settings,
    stop,
    answerWith: (next: Answer) => {
      current = next
    },
  }
}
