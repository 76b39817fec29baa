import { operation, operationNames } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { startConsole } from '../testing/console.ts'
import { deferred } from '../testing/deferred.ts'
import { json, startFakeCloud } from '../testing/fake-cloud.ts'
import { bodyWithSecrets, secretPaths } from '../testing/secrets.ts'
import { forwardable } from './clouds.ts'

const base = '/api/clouds/paris/vpn/v5/-'
const customerGateway = { name: 'cgw-lyon', id_type: 'ip', id_value: '192.0.2.10' }
const psk = 'Very-Secret-Key-0815'
const connection = {
  name: 'con-paris-lyon',
  vgw_id: 'gw-paris',
  vgw_ip: 'eip-1',
  cgw_id: 'cgw-lyon',
  peer_subnets: ['192.168.1.0/24'],
  psk,
}

const start = async (config: Parameters<typeof startConsole>[0] = {}) => {
  const cloud = await startFakeCloud((call, response) => {
    if (call.method === 'DELETE') json(response, 204, undefined)
    else json(response, call.method === 'POST' ? 201 : 200, { customer_gateway: { id: 'cgw-1', name: 'cgw-lyon' } })
  })
  const running = await startConsole({ tuning: { busyFirstPauseMs: 1 }, ...config })
  running.clouds.connect(cloud.settings)
  const changes = async () => (await running.store.audit.list()).filter(({ operation }) => operation !== 'signIn')
  return { ...running, cloud, changes, browser: await running.signedIn() }
}

describe('a change', () => {
  test('is sent as it was given, answered as the cloud answered, and written down', async () => {
    const { browser, cloud, changes } = await start()
    const { status, data, headers } = await browser.post(`${base}/customer-gateways`, {
      customer_gateway: customerGateway,
    })
    expect(status).toBe(201)
    expect(data).toEqual({ customer_gateway: { id: 'cgw-1', name: 'cgw-lyon' } })
    expect(headers.get('x-request-id')).toBe('cloud-1')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(JSON.parse(cloud.calls[0]?.body ?? '')).toEqual({ customer_gateway: customerGateway })
    expect(await changes()).toEqual([
      {
        id: expect.any(String),
        at: expect.any(Number),
        ended_at: expect.any(Number),
        times: 1,
        person_id: expect.any(String),
        person_name: 'admin',
        ip: '127.0.0.1',
        operation: 'createCgw',
        cloud_id: 'paris',
        resource_id: 'cgw-1',
        outcome: 'done',
        status: 201,
        code: null,
        request_id: 'cloud-1',
        console_request_id: headers.get('x-console-request-id'),
        body: JSON.stringify({ customer_gateway: customerGateway }),
        before_state: null,
        after_state: null,
      },
    ])
  })

  test('without an answer body stays without one', async () => {
    const { browser, changes } = await start()
    const { status, text } = await browser.send('DELETE', `${base}/customer-gateways/cgw-1`)
    expect([status, text]).toEqual([204, ''])
    expect(await changes()).toMatchObject([
      { operation: 'deleteCgw', resource_id: 'cgw-1', outcome: 'done', body: null },
    ])
  })

  test.each([
    ['without the token', { 'x-csrf-token': '' }],
    ['from another page', { origin: 'https://example.org' }],
    ['from another site, as the browser says', { 'sec-fetch-site': 'same-site' }],
  ])('is refused %s', async (_name, headers) => {
    const { browser, cloud } = await start()
    const { status, data } = await browser.send('DELETE', `${base}/customer-gateways/cgw-1`, { headers })
    expect(status).toBe(403)
    expect(data).toMatchObject({ error_code: 'CONSOLE.FOREIGN_ORIGIN' })
    expect(cloud.calls).toEqual([])
  })

  test.each<[string, unknown, string]>([
    ['a field too many', { customer_gateway: { ...customerGateway, status: 'ACTIVE' } }, 'customer_gateway.status'],
    ['another object beside', { customer_gateway: customerGateway, project_id: 'x' }, 'project_id'],
    ['a wrong name', { customer_gateway: { ...customerGateway, name: 'a b' } }, 'customer_gateway.name'],
    ['nothing', undefined, 'body'],
    ['a text', '"text"', ''],
  ])('with %s is refused before it is signed, field by field', async (_name, body, field) => {
    const { browser, cloud, changes } = await start()
    const { status, data } = await browser.post(`${base}/customer-gateways`, body)
    expect(status).toBe(400)
    expect(data).toMatchObject({ error_code: 'CONSOLE.INVALID_INPUT' })
    expect(Object.keys(Object(data?.['fields']))).toEqual(field ? [field] : [])
    expect(cloud.calls).toEqual([])
    expect(await changes()).toMatchObject([{ operation: 'createCgw', outcome: 'invalid', status: 400 }])
  })

  test('in another format than JSON is refused', async () => {
    const { browser, cloud } = await start()
    const form = { 'content-type': 'text/plain' }
    const body = JSON.stringify({ customer_gateway: customerGateway })
    expect((await browser.post(`${base}/customer-gateways`, body, form)).status).toBe(400)
    expect(cloud.calls).toEqual([])
  })

  test('of more than a megabyte is refused', async () => {
    const { browser, cloud } = await start()
    const body = { customer_gateway: { ...customerGateway, name: 'x'.repeat(1_100_000) } }
    const { status, data } = await browser.post(`${base}/customer-gateways`, body)
    expect(status).toBe(413)
    expect(data).toMatchObject({ error_code: 'CONSOLE.TOO_LARGE' })
    expect(cloud.calls).toEqual([])
  })

  test('is denied to who may not, the permission named and the attempt written down', async () => {
    const { store, openBrowser, cloud, changes } = await start()
    await store.people.create({ name: 'nantes', password: 'a-good-password', roles: ['support'] })
    const browser = openBrowser()
    await browser.signIn('nantes', 'a-good-password')
    const { status, data } = await browser.send('DELETE', `${base}/customer-gateways/cgw-1`)
    expect(status).toBe(403)
    expect(data).toMatchObject({ error_msg: expect.stringContaining('vpn:customerGateways:delete') })
    expect(cloud.calls).toEqual([])
    expect(await changes()).toMatchObject([
      { person_name: 'nantes', operation: 'deleteCgw', outcome: 'denied', code: 'CONSOLE.DENIED', status: 403 },
    ])
    expect((await browser.post(`${base}/vpn-connection/con-1/reset`)).status).not.toBe(403)
  })

  test('that the cloud refuses comes back in its words, with both ids', async () => {
    const { browser, cloud, changes } = await start()
    const refusal = { error_code: 'VPN.0513', error_msg: 'Insufficient gateway quota.', request_id: 'cloud-7' }
    cloud.answerWith((_call, response) => json(response, 400, refusal, 'cloud-7'))
    const { status, data, headers } = await browser.post(`${base}/customer-gateways`, {
      customer_gateway: customerGateway,
    })
    expect(status).toBe(400)
    expect(data).toEqual({ ...refusal, console_request_id: headers.get('x-console-request-id') })
    expect(headers.get('x-request-id')).toBe('cloud-7')
    expect(await changes()).toMatchObject([
      { outcome: 'failed', status: 400, code: 'VPN.0513', request_id: 'cloud-7', resource_id: null },
    ])
  })

  test('whose answer is lost is written down as not known', async () => {
    const { browser, cloud, changes } = await start()
    cloud.answerWith((_call, response) => {
      response.destroy()
    })
    const { status, data } = await browser.post(`${base}/customer-gateways`, { customer_gateway: customerGateway })
    expect(status).toBe(502)
    expect(data).toMatchObject({ error_code: 'CONSOLE.CLOUD_UNREACHABLE' })
    expect(await changes()).toMatchObject([{ outcome: 'unknown', code: 'CONSOLE.CLOUD_UNREACHABLE' }])
  })

  test('is written down before it is sent', async () => {
    const { browser, cloud, changes } = await start()
    const seen = deferred<unknown>()
    cloud.answerWith(async (_call, response) => {
      seen.resolve(await changes())
      json(response, 204, undefined)
    })
    await browser.send('DELETE', `${base}/customer-gateways/cgw-1`)
    expect(await seen.promise).toMatchObject([{ operation: 'deleteCgw', outcome: 'pending', resource_id: 'cgw-1' }])
  })
})

describe('a pre-shared key', () => {
  const create = { vpn_connection: connection }

  test('reaches the cloud, and nobody else', async () => {
    const { browser, cloud, changes, lines } = await start()
    await browser.post(`${base}/vpn-connection`, create)
    expect(cloud.calls[0]?.body).toContain(psk)
    const rows = JSON.stringify(await changes())
    expect(rows).toContain('con-paris-lyon')
    expect(rows).not.toContain(psk)
    expect(lines.join('')).not.toContain(psk)
  })

  test('is not echoed where the cloud quotes it', async () => {
    const { browser, cloud, lines } = await start()
    const quoting = { error_code: 'VPN.0001', error_msg: `invalid request: psk ${psk} is weak` }
    cloud.answerWith((_call, response) => json(response, 400, quoting))
    const { text } = await browser.post(`${base}/vpn-connection`, create)
    expect(text).toContain('psk *** is weak')
    expect(text + lines.join('')).not.toContain(psk)
  })

  test.each([
    ['the body is broken', `{"vpn_connection": {"psk": "${psk}", }`],
    ['its field is mistyped', { vpn_connection: { ...connection, psk: undefined, pks: psk } }],
    ['it is wrong', { vpn_connection: { ...connection, psk: `${psk} é` } }],
    ['it is in the wrong place', { psk }],
  ])('is nowhere where %s', async (_name, body) => {
    const { browser, cloud, lines, store } = await start()
    const { status, text } = await browser.post(`${base}/vpn-connection`, body)
    expect(status).toBe(400)
    expect(text + lines.join('') + JSON.stringify(await store.audit.list())).not.toContain(psk)
    expect(cloud.calls).toEqual([])
  })
})

describe('every secret of the catalogue', () => {
  const rows = operationNames.filter(
    (name) => secretPaths(operation(name).body).length > 0 && forwardable.includes(name),
  )

  test.each(rows)('%s: is in no log line, audit row or answer, whatever the rest of the body is', async (name) => {
    const { browser, cloud, lines, store } = await start()
    const planted = 'Planted-0815'
    const { method, path, body } = operation(name)
    const target = path.replaceAll('{project_id}', '-').replaceAll(/\{\w+\}/g, 'id-1')
    cloud.answerWith((call, response) => json(response, 400, { error_code: 'VPN.0001', error_msg: call.body }))
    expect.assert(body)
    const { text, status } = await browser.send(method, `/api/clouds/paris/vpn${target}`, {
      body: bodyWithSecrets(body, planted),
    })
    expect(status).toBe(400)
    const rows = await store.audit.list()
    expect(rows.map(({ operation }) => operation)).toContain(name)
    expect(text + lines.join('') + JSON.stringify(rows)).not.toContain(planted)
  })
})

describe('the idempotency token', () => {
  const users = `${base}/p2c-vpn-gateways/vpn-servers/server-1/users`
  const user = { user: { name: 'user.paris', password: 'Paris-2026-x' } }
  const token = '0b8a4e0e-6f6f-4c8e-9c9a-2f1f6f3d8a11'

  test('goes along with the creates that take it, and with no other', async () => {
    const { browser, cloud } = await start()
    await browser.post(users, user, { 'x-client-token': token })
    await browser.post(`${base}/customer-gateways`, { customer_gateway: customerGateway }, { 'x-client-token': token })
    expect(cloud.calls.map(({ headers }) => headers['x-client-token'])).toEqual([token, undefined])
  })

  test('must be a UUID', async () => {
    const { browser, cloud } = await start()
    const { status, data } = await browser.post(users, user, { 'x-client-token': 'x' })
    expect(status).toBe(400)
    expect(data).toMatchObject({ fields: { 'x-client-token': 'Give a UUID.' } })
    expect(cloud.calls).toEqual([])
  })
})

describe('while the cloud is busy', () => {
  const busy = { error_code: 'VPN.0507', error_msg: 'The gateway is being updated, please try again later.' }

  test('a change waits and is offered again', async () => {
    const { browser, cloud, changes } = await start()
    let times = 0
    cloud.answerWith((_call, response) => {
      if (++times < 4) json(response, 400, busy)
      else json(response, 200, { vpn_gateway: { id: 'gw-1', name: 'gw-lyon' } })
    })
    const { status } = await browser.send('PUT', `${base}/vpn-gateways/gw-1`, {
      body: { vpn_gateway: { name: 'gw-lyon' } },
    })
    expect(status).toBe(200)
    expect(cloud.calls).toHaveLength(4)
    expect(await changes()).toMatchObject([{ operation: 'updateVgw', outcome: 'done' }])
  })

  test('it does not wait for ever', async () => {
    const { browser, cloud } = await start({ tuning: { busyFirstPauseMs: 1, busyWaitMs: 150 } })
    cloud.answerWith((_call, response) => json(response, 400, busy, 'cloud-9'))
    const { status, data } = await browser.send('DELETE', `${base}/vpn-gateways/gw-1`)
    expect(status).toBe(400)
    expect(data).toMatchObject({ error_code: 'VPN.0507', request_id: 'cloud-9' })
    expect(cloud.calls.length).toBeGreaterThan(1)
  })

  test('a refused permission is not waited out, though it has the code of "not ready"', async () => {
    const { browser, cloud } = await start()
    const denied = { error_code: 'VPN.0003', error_msg: 'Authentication failed: no permission' }
    cloud.answerWith((_call, response) => json(response, 403, denied))
    expect((await browser.send('DELETE', `${base}/vpn-gateways/gw-1`)).status).toBe(403)
    expect(cloud.calls).toHaveLength(1)
  })

  test('changes to the same gateway keep their order, others do not wait', async () => {
    const { browser, cloud } = await start()
    const firstSeen = deferred()
    const first = deferred()
    cloud.answerWith(async (call, response) => {
      if (call.body.includes('first')) {
        firstSeen.resolve()
        await first.promise
      }
      json(response, 200, { vpn_gateway: { id: 'gw', name: 'gw' } })
    })
    const rename = (id: string, name: string) =>
      browser.send('PUT', `${base}/vpn-gateways/${id}`, { body: { vpn_gateway: { name } } })
    const slow = rename('gw-1', 'first')
    await firstSeen.promise
    const waiting = rename('gw-1', 'second')
    expect((await rename('gw-2', 'other')).status).toBe(200)
    expect(cloud.calls.map(({ body }) => body)).toEqual([
      '{"vpn_gateway":{"name":"first"}}',
      '{"vpn_gateway":{"name":"other"}}',
    ])
    first.resolve()
    expect((await slow).status).toBe(200)
    expect((await waiting).status).toBe(200)
    expect(cloud.calls.at(-1)?.body).toContain('second')
  })
})
