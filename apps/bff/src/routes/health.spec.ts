import { describe, expect, test } from 'vitest'
import { startConsole } from '../testing/console.ts'
import { describeOnPostgres } from '../testing/databases.ts'
import { json, startFakeCloud } from '../testing/fake-cloud.ts'
import { unreliableLink } from '../testing/unreliable-link.ts'
import { until } from '../testing/until.ts'

const gateways = '/api/clouds/paris/vpn/v5/-/vpn-gateways'

test('it is alive without anybody signed in', async () => {
  const { openBrowser } = await startConsole()
  const { status, data, headers } = await openBrowser().get('/api/health')
  expect(status).toBe(200)
  expect(data).toEqual({ status: 'ok' })
  expect(headers.get('cache-control')).toBe('no-store')
})

test('it is ready as long as its database answers', async () => {
  const { openBrowser, store } = await startConsole()
  expect((await openBrowser().get('/api/ready')).status).toBe(200)
  store.isReady = () => Promise.reject(new Error('gone'))
  expect((await openBrowser().get('/api/ready')).status).toBe(503)
  expect((await openBrowser().get('/api/health')).status).toBe(200)
})

describeOnPostgres('among others', (database) => {
  test('it is ready as long as it reaches them, waits for no dead connection, and is so again by itself', async () => {
    const place = await database.place()
    const way = await unreliableLink(String(place.databaseUrl))
    const tuning = { replicaBeatMs: 20, replicaDeadMs: 2_000 }
    const { openBrowser } = await startConsole({ ...place, databaseUrl: way.url, tuning })
    const browser = openBrowser()
    expect((await browser.get('/api/ready')).status).toBe(200)
    way.silence()
    await until(async () => (await browser.get('/api/ready')).status === 503)
    expect((await browser.get('/api/health')).status).toBe(200)
    way.restore()
    await until(async () => (await browser.get('/api/ready')).status === 200)
  })
})

describe('metrics', () => {
  test('count requests, reads and sign-ins, and measure the cloud', async () => {
    const cloud = await startFakeCloud((_call, response) => json(response, 200, { vpn_gateways: [] }))
    const { clouds, signedIn } = await startConsole({ tuning: { freshMs: 60_000 } })
    clouds.connect(cloud.settings)
    const browser = await signedIn()
    const etag = String((await browser.get(gateways)).headers.get('etag'))
    await browser.get(gateways)
    await browser.get(gateways, { 'if-none-match': etag })
    await browser.get(`${gateways}?wrong=1`)
    const { status, text, headers } = await browser.get('/metrics')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(/^text\/plain/)
    const lines = text.split('\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        'console_requests_total{operation="listVgws",status="200"} 2',
        'console_requests_total{operation="listVgws",status="304"} 1',
        'console_requests_total{operation="listVgws",status="400"} 1',
        'console_reads_total{source="call"} 1',
        'console_reads_total{source="fresh"} 2',
        'console_not_modified_total 1',
        'console_upstream_seconds_count{operation="listVgws"} 1',
        'console_circuit_state{cloud="paris"} 0',
        'console_sign_ins_total{outcome="done"} 1',
      ]),
    )
    expect(text).toMatch(/^process_resident_memory_bytes \d+/m)
  })

  test('show a circuit that is open', async () => {
    const cloud = await startFakeCloud((_call, response) => {
      response.destroy()
    })
    const { clouds, signedIn } = await startConsole({ tuning: { breakerFailures: 1 } })
    clouds.connect(cloud.settings)
    const browser = await signedIn()
    await browser.get(gateways)
    expect((await browser.get('/metrics')).text).toContain('console_circuit_state{cloud="paris"} 2')
  })

  test('are not for who comes through a proxy, unless that is asked for', async () => {
    const { openBrowser } = await startConsole()
    expect((await openBrowser().get('/metrics', { 'x-forwarded-for': '192.0.2.1' })).status).toBe(404)
    const open = await startConsole({ metrics: true })
    expect((await open.openBrowser().get('/metrics', { 'x-forwarded-for': '192.0.2.1' })).status).toBe(200)
  })
})
