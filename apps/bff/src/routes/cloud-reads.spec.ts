import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { startConsole } from '../testing/console.ts'
import { json, startFakeCloud } from '../testing/fake-cloud.ts'
import { deferred } from '../testing/deferred.ts'
import { forwardable } from './clouds.ts'

const gateways = '/api/clouds/paris/vpn/v5/-/vpn-gateways'

/** A console with one cloud, which counts its answers in the lists it gives. */
const start = async (config: Parameters<typeof startConsole>[0] = {}) => {
  const cloud = await startFakeCloud((_call, response) => json(response, 200, { vpn_gateways: [], later: 'field' }))
  const running = await startConsole(config)
  running.clouds.connect(cloud.settings)
  return { ...running, cloud, browser: await running.signedIn() }
}

describe('a read', () => {
  test('goes to the cloud’s own path, with the project of the account and the answer as it came', async () => {
    const { browser, cloud } = await start()
    const { status, text, headers } = await browser.get(`${gateways}?enterprise_project_id=a&enterprise_project_id=b`)
    expect(status).toBe(200)
    expect(text).toBe('{"vpn_gateways":[],"later":"field"}')
    expect(cloud.calls.map(({ method, target }) => [method, target])).toEqual([
      ['GET', '/v5/project-paris/vpn-gateways?enterprise_project_id=a&enterprise_project_id=b'],
    ])
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(headers.get('cache-control')).toBe('private, no-cache')
    expect(headers.get('x-request-id')).toBe('cloud-1')
    expect(headers.get('x-console-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('carries nothing of the browser to the cloud', async () => {
    const { browser, cloud } = await start()
    await browser.get(gateways, {
      'x-project-id': 'somebody-else',
      'x-auth-token': 'forged',
      'x-forwarded-for': '192.0.2.1',
      'accept-language': 'fr',
      authorization: 'Basic YTpi',
    })
    const sent = cloud.calls[0]?.headers ?? {}
    expect(Object.keys(sent).toSorted()).toEqual(
      ['accept', 'authorization', 'connection', 'content-type', 'host', 'x-project-id', 'x-sdk-date'].toSorted(),
    )
    expect(sent['x-project-id']).toBe('project-paris')
    expect(sent.authorization).toMatch(/^SDK-HMAC-SHA256 Access=AKPARIS/)
  })

  test('finds words before placeholders, and each service at its own place', async () => {
    const { browser, cloud } = await start()
    const base = '/api/clouds/paris'
    const paths = [
      '/vpn/v5/-/vpn-gateways/availability-zones',
      '/vpn/v5.1/-/vpn-gateways/availability-zones',
      '/vpn/v5/-/vpn-gateways/jobs',
      '/vpn/v5/-/vpn-gateways/gw-1',
      '/vpn/v5/-/vpn-gateways/gw-1/routing-table',
      '/vpn/v5/-/vpn-gateway/tags',
      '/ces/V1.0/-/metrics',
      '/iam/v3/projects',
    ]
    for (const path of paths) expect((await browser.get(base + path)).status, path).toBe(200)
    expect(cloud.calls.map(({ target }) => target)).toEqual(
      paths.map((path) => path.replace('/-/', '/project-paris/').replace(/^\/\w+/, '')),
    )
    expect((await browser.get(`${base}/ces/v1.0/-/metrics`)).status).toBe(404)
    expect((await browser.get(`${base}/vpc/v5/-/vpn-gateways`)).status).toBe(404)
  })

  test('by POST is a read too: it is retried, and leaves no audit row', async () => {
    const { browser, cloud, store } = await start()
    let failures = 1
    cloud.answerWith((_call, response) => {
      if (failures-- > 0) json(response, 503, { error_code: 'APIGW.0', error_msg: 'busy' })
      else json(response, 200, { resources: [], total_count: 0 })
    })
    const path = '/api/clouds/paris/vpn/v5/-/vpn-gateway/resource-instances/filter?limit=10'
    expect((await browser.post(path, {})).status).toBe(200)
    expect(cloud.calls).toHaveLength(2)
    expect((await store.audit.list()).map(({ operation }) => operation)).toEqual(['signIn'])
  })

  test('needs somebody who is signed in, and a cloud that exists', async () => {
    const { browser, cloud, openBrowser } = await start()
    const stranger = await openBrowser().get(gateways)
    expect(stranger.status).toBe(401)
    expect(stranger.data).toMatchObject({ error_code: 'CONSOLE.SIGNED_OUT' })
    const nowhere = await browser.get(gateways.replace('paris', 'lyon'))
    expect(nowhere.status).toBe(404)
    expect(nowhere.data).toMatchObject({ error_code: 'CONSOLE.NOT_FOUND', error_msg: expect.stringMatching(/cloud/) })
    expect(cloud.calls).toEqual([])
  })

  test.each([
    ['a path that climbs', '/vpn-gateways/..%2f..%2fv3%2fusers'],
    ['a broken escape', '/vpn-gateways/%E0%A4%A'],
    ['a query in the id', '/vpn-gateways/a%3Fb=c'],
    ['an unknown query', '/vpn-gateways?debug=1'],
    ['a query of another kind', '/vpn-gateways?vgw_id=a&vgw_id=b'],
  ])('is refused before it is signed: %s', async (_name, path) => {
    const { browser, cloud } = await start()
    const { status, data } = await browser.get(`/api/clouds/paris/vpn/v5/-${path}`)
    expect(status).toBe(400)
    expect(data).toMatchObject({ error_code: 'CONSOLE.INVALID_INPUT' })
    expect(cloud.calls).toEqual([])
  })

  test.each(['..', '.', '%2e%2e', '%2E.'])('of %s, which no browser sends but anybody may, is refused', async (id) => {
    const { browser, cloud, url } = await start()
    const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const status = await new Promise((resolve, reject) => {
      // Unlike fetch it sends a path as it is written.
      request(url, { path: `${gateways}/${id}`, headers: { cookie } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })
    expect(status).toBe(400)
    expect(cloud.calls).toEqual([])
  })

  test('of a token is not forwarded at all', async () => {
    const { browser, cloud } = await start()
    expect(forwardable).not.toContain('createToken')
    expect(forwardable).toHaveLength(112)
    const path = '/api/clouds/paris/iam/v3/auth/tokens'
    expect((await browser.post(path, { auth: {} })).status).toBe(404)
    expect(cloud.calls).toEqual([])
  })

  test('is denied to who may not, and the missing permission is named', async () => {
    const { store, openBrowser, cloud } = await start()
    await store.people.create({ name: 'nantes', password: 'a-good-password', roles: ['user-manager'] })
    const browser = openBrowser()
    await browser.signIn('nantes', 'a-good-password')
    const { status, data } = await browser.get(gateways)
    expect(status).toBe(403)
    expect(data).toMatchObject({
      error_code: 'CONSOLE.DENIED',
      error_msg: expect.stringContaining('vpn:vpnGateways:list'),
    })
    expect(cloud.calls).toEqual([])
  })
})

describe('identical reads', () => {
  test('of 500 clients cost the cloud one call', async () => {
    const { browser, cloud } = await start({ tuning: { freshMs: 60_000 } })
    const begun = deferred()
    cloud.answerWith(async (_call, response) => {
      await begun.promise
      json(response, 200, { vpn_gateways: [] })
    })
    const polls = Array.from({ length: 500 }, () => browser.get(gateways))
    begun.resolve()
    const answers = await Promise.all(polls)
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(
      new Set(['200 {"vpn_gateways":[]}']),
    )
    expect(cloud.calls).toHaveLength(1)
  })

  test('are those with the same path and query, in whatever order it was written', async () => {
    const { browser, cloud } = await start({ tuning: { freshMs: 60_000 } })
    const connections = '/api/clouds/paris/vpn/v5/-/vpn-connection'
    await browser.get(`${connections}?limit=5&marker=7`)
    await browser.get(`${connections}?marker=7&limit=5`)
    await browser.get(`${connections}?marker=8&limit=5`)
    expect(cloud.calls).toHaveLength(2)
  })

  test('ask the cloud again when a moment has passed', async () => {
    let time = 1_800_000_000_000
    const { browser, cloud } = await start({ now: () => time })
    await browser.get(gateways)
    time += 4_499
    await browser.get(gateways)
    expect(cloud.calls).toHaveLength(1)
    time += 1
    await browser.get(gateways)
    expect(cloud.calls).toHaveLength(2)
  })

  test('are not shared with who may not read', async () => {
    const { browser, store, openBrowser } = await start({ tuning: { freshMs: 60_000 } })
    await browser.get(gateways)
    await store.people.create({ name: 'nantes', password: 'a-good-password', roles: ['user-manager'] })
    const other = openBrowser()
    await other.signIn('nantes', 'a-good-password')
    expect((await other.get(gateways)).status).toBe(403)
  })
})

describe('an unchanged answer', () => {
  test('is a 304 to who has it, also after the cloud was asked again', async () => {
    let time = 1_800_000_000_000
    const { browser, cloud } = await start({ now: () => time })
    let calls = 0
    cloud.answerWith((_call, response) => json(response, 200, { vpn_gateways: [], request_id: `cloud-${++calls}` }))
    const first = await browser.get(gateways)
    const etag = String(first.headers.get('etag'))
    time += 5_000
    const second = await browser.get(gateways, { 'if-none-match': etag })
    expect(cloud.calls).toHaveLength(2)
    expect(second.status).toBe(304)
    expect(second.text).toBe('')
    expect(second.headers.get('etag')).toBe(etag)
    expect(second.headers.get('cache-control')).toBe('private, no-cache')
    expect((await browser.get(gateways, { 'if-none-match': `"other", ${etag}` })).status).toBe(304)
    expect((await browser.get(gateways, { 'if-none-match': '"other"' })).status).toBe(200)
  })
})

describe('after a change by anybody', () => {
  test('the next read asks the cloud', async () => {
    const { browser, cloud, signedIn } = await start({ tuning: { freshMs: 60_000 } })
    await browser.get(gateways)
    await browser.get(gateways)
    expect(cloud.calls).toHaveLength(1)
    const colleague = await signedIn()
    cloud.answerWith((call, response) => json(response, call.method === 'DELETE' ? 204 : 200, { vpn_gateways: [1] }))
    expect((await colleague.send('DELETE', `${gateways}/gw-1`)).status).toBe(204)
    expect((await browser.get(gateways)).text).toBe('{"vpn_gateways":[1]}')
  })

  test('even one that failed, since it may have been made', async () => {
    const { browser, cloud } = await start({ tuning: { freshMs: 60_000 } })
    await browser.get(gateways)
    cloud.answerWith((call, response) => {
      if (call.method === 'DELETE') response.destroy()
      else json(response, 200, { vpn_gateways: ['new'] })
    })
    expect((await browser.send('DELETE', `${gateways}/gw-1`)).status).toBe(502)
    expect((await browser.get(gateways)).text).toContain('new')
  })
})
