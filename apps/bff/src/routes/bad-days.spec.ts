import type { ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { startConsole } from '../testing/console.ts'
import { json, startFakeCloud } from '../testing/fake-cloud.ts'

const gateways = '/api/clouds/paris/vpn/v5/-/vpn-gateways'
const fail = (status: number, code: string) => (_call: unknown, response: ServerResponse) =>
  json(response, status, { error_code: code, error_msg: 'what the cloud says' }, 'cloud-5')
const drop = (_call: unknown, response: ServerResponse) => {
  response.destroy()
}
const html = (_call: unknown, response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'text/html', 'x-request-id': 'cloud-5' }).end('<h1>Welcome</h1>')
}
const halfJson = (_call: unknown, response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"vpn_gateways": [')
}
const silence = () => {}

const start = async (config: Parameters<typeof startConsole>[0] = {}) => {
  const cloud = await startFakeCloud((_call, response) => json(response, 200, { vpn_gateways: [] }))
  const running = await startConsole({
    tuning: { freshMs: 0, ...config.tuning },
    ...(config.now && { now: config.now }),
  })
  running.clouds.connect(cloud.settings)
  return { ...running, cloud, browser: await running.signedIn() }
}

describe('a read from a cloud that', () => {
  test.each([
    ['fails', fail(500, 'VPN.0002'), 500, 'VPN.0002', 1],
    ['has enough of us', fail(429, 'APIGW.0308'), 429, 'APIGW.0308', 3],
    ['is away for a moment', fail(503, 'APIGW.0201'), 503, 'APIGW.0201', 3],
    ['drops the connection', drop, 502, 'CONSOLE.CLOUD_UNREACHABLE', 3],
    ['answers with a page', html, 502, 'CONSOLE.CLOUD_GARBAGE', 1],
    ['answers with half of it', halfJson, 502, 'CONSOLE.CLOUD_GARBAGE', 1],
    ['sends us elsewhere', fail(302, 'X'), 502, 'CONSOLE.CLOUD_GARBAGE', 1],
  ])('%s', async (_name, answer, status, code, calls) => {
    const { browser, cloud } = await start()
    cloud.answerWith(answer)
    const failed = await browser.get(gateways)
    expect(failed.status).toBe(status)
    expect(failed.data).toMatchObject({
      error_code: code,
      error_msg: expect.any(String),
      request_id: expect.any(String),
    })
    expect(failed.text).not.toMatch(/\bat \S+ \(|node_modules/)
    expect(cloud.calls).toHaveLength(calls)
  })

  test('does not answer in time', async () => {
    const { browser, cloud } = await start({ tuning: { attemptTimeoutMs: 20, deadlineMs: 5_000 } })
    cloud.answerWith(silence)
    const failed = await browser.get(gateways)
    expect(failed.status).toBe(504)
    expect(failed.data).toMatchObject({ error_code: 'CONSOLE.CLOUD_TIMEOUT' })
  })

  test('keeps us waiting longer than a read may take altogether', async () => {
    const { browser, cloud } = await start({ tuning: { attemptTimeoutMs: 60_000, deadlineMs: 20 } })
    cloud.answerWith(silence)
    const failed = await browser.get(gateways)
    expect(failed.status).toBe(504)
    expect(failed.data).toMatchObject({ error_code: 'CONSOLE.CLOUD_TIMEOUT' })
    expect(cloud.calls).toHaveLength(1)
  })

  test('is well again with the second try', async () => {
    const { browser, cloud } = await start()
    let times = 0
    cloud.answerWith((_call, response) => {
      if (++times === 1) response.destroy()
      else json(response, 200, { vpn_gateways: [] })
    })
    expect((await browser.get(gateways)).status).toBe(200)
  })
})

describe('a change at a cloud that', () => {
  test.each([
    ['fails', fail(500, 'VPN.0002')],
    ['has enough of us', fail(429, 'APIGW.0308')],
    ['is away for a moment', fail(503, 'APIGW.0201')],
    ['drops the connection', drop],
    ['does not answer in time', silence],
  ])('%s is sent once', async (_name, answer) => {
    const { browser, cloud } = await start({ tuning: { attemptTimeoutMs: 50 } })
    cloud.answerWith(answer)
    const { status } = await browser.send('DELETE', `${gateways}/gw-1`)
    expect(status).toBeGreaterThanOrEqual(429)
    expect(cloud.calls).toHaveLength(1)
  })
})

test('a refused key is told in one sentence, and nobody is signed out by it', async () => {
  const { browser, clouds, cloud, lines } = await start()
  clouds.connect({ ...cloud.settings, credentials: { ak: 'AKOLD', sk: 'sk-that-is-wrong' } })
  const { status, data, text, headers } = await browser.get(gateways)
  expect(status).toBe(502)
  expect(data).toMatchObject({
    error_code: 'CONSOLE.WRONG_CLOUD_KEY',
    error_msg: expect.stringMatching(/HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK/),
    request_id: 'refused-1',
    console_request_id: headers.get('x-console-request-id'),
  })
  expect(text + lines.join('')).not.toMatch(/AKOLD|sk-that-is-wrong/)
  expect((await browser.get('/api/session')).status).toBe(200)
})

describe('a cloud that is dead', () => {
  test('is left alone after a few calls, and asked again after a while', async () => {
    let time = 1_800_000_000_000
    const { browser, cloud } = await start({ now: () => time })
    cloud.answerWith(drop)
    await browser.get(gateways)
    await browser.get(gateways)
    expect(cloud.calls).toHaveLength(5)
    const paused = await browser.get(gateways)
    expect(paused.status).toBe(503)
    expect(paused.data).toMatchObject({ error_code: 'CONSOLE.CLOUD_PAUSED' })
    expect((await browser.send('DELETE', `${gateways}/gw-1`)).data).toMatchObject({
      error_code: 'CONSOLE.CLOUD_PAUSED',
    })
    expect(cloud.calls).toHaveLength(5)

    cloud.answerWith((_call, response) => json(response, 200, { vpn_gateways: [] }))
    time += 5_000
    expect((await browser.get(gateways)).status).toBe(200)
    expect(cloud.calls).toHaveLength(6)
  })

  test('does not hold up another', async () => {
    const { browser, cloud, clouds } = await start()
    const lyon = await startFakeCloud((_call, response) => json(response, 200, { vpn_gateways: ['lyon'] }))
    clouds.connect({ ...lyon.settings, id: 'lyon' })
    cloud.answerWith(drop)
    for (let times = 0; times < 3; times++) await browser.get(gateways)
    expect((await browser.get(gateways.replace('paris', 'lyon'))).status).toBe(200)
  })
})

test('only so many calls go to one cloud at a time', async () => {
  const { browser, cloud } = await start({ tuning: { inFlight: 3 } })
  let now = 0
  let most = 0
  cloud.answerWith(async (_call, response) => {
    most = Math.max(most, ++now)
    await new Promise((resolve) => setImmediate(resolve))
    now--
    json(response, 200, { vpn_gateway: { id: 'x' } })
  })
  const reads = Array.from({ length: 20 }, (_, index) => browser.get(`${gateways}/gw-${index}`))
  expect(new Set((await Promise.all(reads)).map(({ status }) => status))).toEqual(new Set([200]))
  expect(cloud.calls).toHaveLength(20)
  expect(most).toBeLessThanOrEqual(3)
})

test('our own fault is told in a plain sentence, and logged with its id', async () => {
  const { browser, clouds, cloud, lines } = await start()
  clouds.add({
    ...cloud.settings,
    hasP2c: true,
    transport: () => {
      throw new TypeError('a slip with a secret in its text')
    },
  })
  const { status, data, text, headers } = await browser.get(gateways)
  expect(status).toBe(500)
  expect(data).toMatchObject({ error_code: 'CONSOLE.FAULT', request_id: headers.get('x-console-request-id') })
  expect(text).not.toContain('slip')
  expect(lines.some((line) => line.includes('a slip') && line.includes(String(data?.['request_id'])))).toBe(true)
})
