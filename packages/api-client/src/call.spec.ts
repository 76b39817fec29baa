import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ApiError, isBusy, ownCodes, ownError, toApiError } from './api-error.ts'
import { createClient, retryDelayMs, type Transport, type WireRequest } from './call.ts'
import { targetOf } from './target.ts'
import { catalogue } from './catalogue/catalogue.ts'
import { allows } from './console/permissions.ts'
import { specErrors } from './testing/spec-data.ts'

type Answer = { status: number; body?: unknown; text?: string; headers?: Record<string, string> } | ApiError

/** A transport of our own that answers from a list and keeps what was sent. */
const scripted = (...answers: Answer[]) => {
  const sent: WireRequest[] = []
  const transport: Transport = (request) => {
    sent.push(request)
    const answer = answers[Math.min(sent.length, answers.length) - 1]
    expect.assert(answer)
    if (answer instanceof ApiError) return Promise.reject(answer)
    const { status, body, headers = {} } = answer
    const text = answer.text ?? (body === undefined ? '' : JSON.stringify(body))
    return Promise.resolve({ status, text, header: (name) => headers[name] })
  }
  return { client: createClient(transport, 'p1'), sent }
}
const unreachable = ownError('CONSOLE.CLOUD_UNREACHABLE')

describe('what is sent', () => {
  test('path, query and body come from the row', async () => {
    const { client, sent } = scripted({ status: 200, body: { vpn_connections: [] } })
    await client.listVpnConnections({ query: { vgw_id: 'a b', enterprise_project_id: ['0', '1'], limit: 5 } })
    expect(sent[0]?.target).toBe(
      '/v5/p1/vpn-connection?vgw_id=a%20b&enterprise_project_id=0&enterprise_project_id=1&limit=5',
    )
    expect(sent[0]?.row).toBe(catalogue.listVpnConnections)
    expect(sent[0]?.body).toBeUndefined()
  })

  test('an id never leaves its segment', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (id) => {
        const target = targetOf(catalogue.showVgw, 'p1', { params: { vgw_id: id } })
        expect(target.split('/')).toHaveLength(5)
        expect(target).not.toMatch(/[?#]/)
      }),
    )
  })

  test('a client token is sent only where the row takes one', async () => {
    const { client, sent } = scripted({
      status: 201,
      body: { customer_gateway: { id: 'c', name: 'n', id_type: 'ip', id_value: '1' } },
    })
    await client.createCgw({ body: { customer_gateway: { id_value: '192.0.2.1' } } }, { clientToken: 't' })
    expect(sent[0]?.headers).toEqual({ 'content-type': 'application/json' })
    const users = scripted({ status: 201, body: { user: { id: 'u' } } })
    await users.client.createVpnUser(
      { params: { vpn_server_id: 's' }, body: { user: { name: 'lyon', password: 'x' } } },
      { clientToken: 't' },
    )
    expect(users.sent[0]?.headers['X-Client-Token']).toBe('t')
  })
})

describe('what is sent again', () => {
  test.each([429, 502, 503, 504])('a read is repeated after %i', async (status) => {
    const { client, sent } = scripted({ status }, { status }, { status: 200, body: { vpn_gateways: [] } })
    await expect(client.listVgws({})).resolves.toEqual({ vpn_gateways: [] })
    expect(sent).toHaveLength(3)
  })

  test('a read is repeated after a lost connection, three times at most', async () => {
    const { client, sent } = scripted(unreachable)
    await expect(client.listVgws({})).rejects.toBe(unreachable)
    expect(sent).toHaveLength(3)
  })

  test.each([400, 401, 403, 404, 500])('a read is not repeated after %i', async (status) => {
    const { client, sent } = scripted({ status })
    await expect(client.listVgws({})).rejects.toMatchObject({ status })
    expect(sent).toHaveLength(1)
  })

  test.each([{ status: 503 }, unreachable])('a change is sent once, whatever happens', async (answer) => {
    const { client, sent } = scripted(answer)
    await expect(client.deleteVgw({ params: { vgw_id: 'v' } })).rejects.toBeInstanceOf(ApiError)
    await expect(client.resetVpnConnection({ params: { vpn_connection_id: 'c' } })).rejects.toBeInstanceOf(ApiError)
    expect(sent).toHaveLength(2)
  })

  test('a POST that reads counts as a read', async () => {
    const { client, sent } = scripted({ status: 503 }, { status: 200, body: { total_count: 3 } })
    await client.countResourcesByTags({ params: { resource_type: 'vpn-gateway' }, body: {} })
    expect(sent).toHaveLength(2)
  })

  test('the pause grows and has a bound', () => {
    expect(retryDelayMs(0, () => 1)).toBe(200)
    expect(retryDelayMs(1, () => 1)).toBe(400)
    expect(retryDelayMs(20, () => 1)).toBe(2000)
    expect(retryDelayMs(3, () => 0)).toBe(0)
  })
})

describe('what comes back', () => {
  test('unknown fields and unknown status words pass', async () => {
    const gateway = {
      id: 'v',
      name: 'gw-paris',
      status: 'DREAMING',
      network_type: 'public',
      attachment_type: 'vpc',
      flavor: 'X',
      extra: 1,
    }
    const { client } = scripted({ status: 200, body: { vpn_gateway: gateway } })
    await expect(client.showVgw({ params: { vgw_id: 'v' } })).resolves.toEqual({ vpn_gateway: gateway })
  })

  test.each([
    ['no JSON', '<html>'],
    ['another shape', '{"vpn_gateways":{}}'],
    ['nothing', ''],
  ])('%s is an error that names the operation', async (_what, text) => {
    const { client } = scripted({ status: 200, text, headers: { 'x-request-id': 'r-1' } })
    const error = await client.listVgws({}).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code: 'CONSOLE.CLOUD_GARBAGE', requestId: 'r-1' })
    expect(String(error)).toContain('listVgws')
  })

  test('both error bodies are read, also one level down', () => {
    const expected = { status: 400, code: 'VPN.0001', message: 'invalid request: x', requestId: 'r' }
    expect(
      toApiError(400, JSON.stringify({ error_code: 'VPN.0001', error_msg: 'invalid request: x', request_id: 'r' })),
    ).toMatchObject(expected)
    expect(toApiError(400, JSON.stringify({ code: 'VPN.0001', message: 'invalid request: x' }), 'r')).toMatchObject(
      expected,
    )
    expect(
      toApiError(400, JSON.stringify({ badRequest: { code: 'VPN.0001', message: 'invalid request: x' } }), 'r'),
    ).toMatchObject(expected)
  })

  test('no body makes reading an error fail', () => {
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 599 }), fc.oneof(fc.string(), fc.json()), (status, text) => {
        const error = toApiError(status, text)
        expect(error.status).toBe(status)
        expect(error.message).not.toBe('')
      }),
    )
  })

  test('what says busy is told from what says no', () => {
    for (const { code, message } of specErrors.codes) {
      const busy = ['VPN.0030', 'VPN.0506', 'VPN.0507', 'VPN.0511', 'VPN.1113', 'VPN.1114'].includes(code)
      expect(isBusy(new ApiError({ status: 400, code, message }))).toBe(busy)
    }
    const message = 'resource (type=GATEWAY, ID=1) is not ready, currently CREATING'
    expect(isBusy(new ApiError({ status: 403, code: 'VPN.0003', message }))).toBe(true)
    expect(isBusy(new ApiError({ status: 403, code: 'VPN.0003', message: 'Authentication failed: no' }))).toBe(false)
  })

  test('each code of our own has a status and a sentence', () => {
    for (const { status, message } of Object.values(ownCodes)) {
      expect(status).toBeLessThan(600)
      expect(message).toMatch(/\.$/)
    }
  })
})

test('a call can be cancelled while it waits to try again', async () => {
  const { client, sent } = scripted({ status: 503 })
  const controller = new AbortController()
  const call = client.listVgws({}, { signal: controller.signal })
  controller.abort()
  await expect(call).rejects.toMatchObject({ code: 'CONSOLE.CANCELLED' })
  expect(sent.length).toBeLessThan(3)
})

test('patterns of actions allow what they cover and nothing else', () => {
  expect(allows(['vpn:*'], 'vpn:vpnGateways:create')).toBe(true)
  expect(allows(['vpn:*:get', 'vpn:*:list'], 'vpn:vpnGateways:list')).toBe(true)
  expect(allows(['vpn:*:get'], 'vpn:vpnGateways:getRoutingTable')).toBe(false)
  expect(allows(['vpn.*'], 'vpn:vpnGateways:create')).toBe(false)
  expect(allows([], 'vpn:vpnGateways:create')).toBe(false)
  expect(allows([], null)).toBe(true)
})
