// @vitest-environment happy-dom

import { ApiError } from '@vpn-console/api-client'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { call, isAnswerLost } from './client.ts'
import { sessionEnd, thereMs, watchPresence } from './presence.ts'
import { holdUnsaved, signedOut } from './signed-out.ts'
import { rememberCsrfToken } from './transport.ts'

// The browser that the tests run in; its own types are not those of a page.
const { happyDOM: happyDom } = window as unknown as { happyDOM: { setURL: (url: string) => void } }

type Answer = { status: number; text: string; headers?: Record<string, string> } | 'hang up'

let server: Server
let answer: Answer = { status: 200, text: '{}' }
let seen: { method: string | undefined; url: string | undefined; headers: IncomingMessage['headers']; body: string }[] =
  []

beforeEach(async () => {
  seen = []
  signedOut.set('no')
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += String(part)
    })
    request.on('end', () => {
      seen.push({ method: request.method, url: request.url, headers: request.headers, body })
      if (answer === 'hang up') {
        request.socket.destroy()
        return
      }
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers }).end(answer.text)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo // a TCP server has one
  happyDom.setURL(`http://127.0.0.1:${port}/clouds/demo/vpn-gateways`)
})

afterEach(
  () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
)

const failure = async (promise: Promise<unknown>): Promise<ApiError> => {
  const error: unknown = await promise.catch((caught: unknown) => caught)
  expect.assert(error instanceof ApiError)
  return error
}

const list = () => call('demo', 'listVgws', {})
const remove = () => call('demo', 'deleteVgw', { params: { vgw_id: 'gw-1' } })

test('a read goes to the cloud of the page, in the cloud’s words, without a token', async () => {
  answer = { status: 200, text: '{"vpn_gateways":[]}' }
  await expect(call('demo', 'listVgws', { query: { vgw_id: 'a b' } })).resolves.toEqual({ vpn_gateways: [] })
  expect(seen[0]).toMatchObject({ method: 'GET', url: '/api/clouds/demo/vpn/v5/-/vpn-gateways?vgw_id=a%20b', body: '' })
  expect(seen[0]?.headers['x-csrf-token']).toBeUndefined()
})

test('a change carries the session’s token and its body', async () => {
  rememberCsrfToken('token-1')
  answer = { status: 204, text: '' }
  await expect(remove()).resolves.toBeUndefined()
  expect(seen[0]).toMatchObject({ method: 'DELETE', url: '/api/clouds/demo/vpn/v5/-/vpn-gateways/gw-1' })
  expect(seen[0]?.headers['x-csrf-token']).toBe('token-1')
})

test('what the cloud refuses is thrown with code, words, request id and fields', async () => {
  const fields = { 'vpn_gateway.name': 'Use letters.' }
  answer = { status: 400, text: JSON.stringify({ error_code: 'VPN.0001', error_msg: 'No.', request_id: 'r1', fields }) }
  await expect(failure(list())).resolves.toMatchObject({
    status: 400,
    code: 'VPN.0001',
    message: 'No.',
    requestId: 'r1',
    fields,
  })
})

describe('an answer that is none', () => {
  test.each([
    ['no JSON', '<html>', 'listVgws did not answer with JSON'],
    ['another kind of value', '{"vpn_gateways":[{"id":7}]}', 'unexpected value at vpn_gateways.0.id'],
  ])('%s is named with its operation', async (_, text, words) => {
    answer = { status: 200, text }
    const error = await failure(list())
    expect(error.code).toBe('CONSOLE.CLOUD_GARBAGE')
    expect(error.message).toContain(words)
  })

  test('a line that is cut leaves open what was done', async () => {
    answer = 'hang up'
    const error = await failure(remove())
    expect(error.code).toBe('CONSOLE.UNREACHABLE')
    expect(isAnswerLost(error)).toBe(true)
  })
})

test.each([
  [504, 'CONSOLE.CLOUD_TIMEOUT', true],
  [502, 'CONSOLE.CLOUD_UNREACHABLE', true],
  [502, 'CONSOLE.CLOUD_GARBAGE', true],
  [504, 'HTTP.504', true],
  [503, 'CONSOLE.CLOUD_PAUSED', false],
  [502, 'CONSOLE.WRONG_CLOUD_KEY', false],
  [400, 'VPN.0001', false],
  [500, 'VPN.0002', false],
])('after %d %s the answer is lost: %s', (status, code, expected) => {
  expect(isAnswerLost(new ApiError({ status, code, message: '' }))).toBe(expected)
})

describe('somebody who', () => {
  const unattended = async () => {
    await list()
    return seen.at(-1)?.headers['x-unattended']
  }

  test('has touched nothing for minutes is told as not there, by reads alone', async () => {
    onTestFinished(watchPresence())
    onTestFinished(() => void vi.useRealTimers())
    answer = { status: 200, text: '{"vpn_gateways":[]}' }
    window.dispatchEvent(new Event('keydown'))
    expect(await unattended()).toBeUndefined()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + thereMs + 1 })
    expect(await unattended()).toBe('1')
    await remove()
    expect(seen.at(-1)?.headers['x-unattended']).toBeUndefined()
    window.dispatchEvent(new Event('pointerdown'))
    expect(await unattended()).toBeUndefined()
  })

  test('is signed in is told how long that lasts', async () => {
    onTestFinished(() => void vi.useRealTimers())
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 })
    answer = { status: 200, text: '{"vpn_gateways":[]}', headers: { 'x-session-ends-in': '90' } }
    await list()
    expect(sessionEnd.get()).toBe(1_090_000)
  })
})

describe('the end of the session', () => {
  beforeEach(() => {
    answer = { status: 401, text: '{"error_code":"CONSOLE.SIGNED_OUT","error_msg":"You are signed out."}' }
  })

  test('met by a read leads away', async () => {
    await failure(list())
    expect(signedOut.get()).toBe('leave')
  })

  test('met by a change is asked over the page', async () => {
    await failure(remove())
    expect(signedOut.get()).toBe('ask')
  })

  test('is asked over a page with something unsaved, whoever meets it', async () => {
    const release = holdUnsaved()
    await failure(list())
    release()
    expect(signedOut.get()).toBe('ask')
  })

  test('a read that meets it again does not take the dialog away', async () => {
    await failure(remove())
    await failure(list())
    expect(signedOut.get()).toBe('ask')
  })

  test('is not seen in a 401 of the cloud, which is about its keys', async () => {
    answer = { status: 401, text: '{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication."}' }
    await failure(list())
    expect(signedOut.get()).toBe('no')
  })
})
