import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Agent } from 'undici'
import { expect, onTestFinished, test } from 'vitest'
import { exchange, type Exchange } from './exchange.ts'

const serve = async (listener: RequestListener) => {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const dispatcher = new Agent({ connections: 1 })
  onTestFinished(async () => {
    await dispatcher.destroy()
    server.closeAllConnections()
    server.close()
  })
  // A TCP server's address is never a pipe's name.
  const { port } = server.address() as AddressInfo
  return (given: Partial<Exchange> = {}) =>
    exchange(dispatcher, {
      origin: `http://127.0.0.1:${port}`,
      target: '/v5/p/customer-gateways?limit=10',
      method: 'GET',
      headers: {},
      body: undefined,
      timeoutMs: 10_000,
      mostBytes: 1000,
      signal: undefined,
      ...given,
    })
}

test('method, target, headers and body arrive, and the answer comes back whole', async () => {
  const call = await serve(async (request, response) => {
    const chunks: Buffer[] = await request.toArray()
    const seen = [request.method, request.url, request.headers['x-project-id'], Buffer.concat(chunks).toString()]
    response.writeHead(202, { 'X-Request-Id': 'r-1' })
    response.write(JSON.stringify(seen).slice(0, 7))
    response.end(JSON.stringify(seen).slice(7))
  })
  const answer = await call({ method: 'POST', headers: { 'X-Project-Id': 'p' }, body: '{"name":"gw-zürich"}' })
  expect(answer.status).toBe(202)
  expect(answer.headers['x-request-id']).toBe('r-1')
  expect(JSON.parse(answer.text)).toEqual(['POST', '/v5/p/customer-gateways?limit=10', 'p', '{"name":"gw-zürich"}'])
})

test('an informational answer is not taken for the answer', async () => {
  const call = await serve((_request, response) => {
    response.writeEarlyHints({ link: '</style.css>; rel=preload' })
    response.writeHead(200, { 'X-Request-Id': 'r-2' })
    response.end('{}')
  })
  expect(await call()).toMatchObject({ status: 200, text: '{}', headers: { 'x-request-id': 'r-2' } })
})

test('an answer that drips for ever ends with the deadline', async () => {
  const call = await serve((_request, response) => {
    const drip = setInterval(() => response.write(' '), 5)
    response.on('close', () => clearInterval(drip))
  })
  await expect(call({ timeoutMs: 100 })).rejects.toMatchObject({ name: 'ExchangeStopped', reason: 'timeout' })
})

test('an answer that is too large is not read to its end, announced or not', async () => {
  const call = await serve((_request, response) => {
    const pour = () => {
      while (response.write('x'.repeat(400))) if (response.destroyed) return
      response.once('drain', pour)
    }
    pour()
  })
  await expect(call()).rejects.toMatchObject({ reason: 'too large' })
})

test('a cancelled exchange ends at once, also while it waits for a connection', async () => {
  let arrived = 0
  const call = await serve(() => arrived++)
  const first = new AbortController()
  const second = new AbortController()
  const running = call({ signal: first.signal })
  const waiting = call({ signal: second.signal })
  second.abort()
  await expect(waiting).rejects.toMatchObject({ reason: 'cancelled' })
  first.abort()
  await expect(running).rejects.toMatchObject({ reason: 'cancelled' })
  await expect(call({ signal: AbortSignal.abort() })).rejects.toMatchObject({ reason: 'cancelled' })
  expect(arrived).toBeLessThan(2)
})

test('after a cancelled one the next exchange gets its answer', async () => {
  const call = await serve((request, response) => {
    if (request.url !== '/silent') response.end('{}')
  })
  const controller = new AbortController()
  const silent = call({ target: '/silent', signal: controller.signal })
  controller.abort()
  await expect(silent).rejects.toMatchObject({ reason: 'cancelled' })
  expect((await call()).text).toBe('{}')
})

test('a connection that is cut is an error of the network', async () => {
  const call = await serve((request) => request.socket.destroy())
  await expect(call()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' })
})
