import { expect, test } from 'vitest'
import { startConsole } from '../testing/console.ts'
import { json, startFakeCloud } from '../testing/fake-cloud.ts'

const path = '/api/clouds/paris/console/client-sessions'
const quiet = { tuning: { sessionSampleMs: 0, logCollectMs: 0 } }

const connection = (index: number) => ({
  connection_id: `c-${index}`,
  client_user_name: `user-${index}`,
  connection_established_time: '2026-11-01T08:00:00Z',
})

test('every page of every gateway is looked at, and the history is there to be read', async () => {
  const cloud = await startFakeCloud(({ target }, response) => {
    const url = new URL(target, 'http://cloud')
    if (url.pathname.endsWith('/p2c-vpn-gateways')) {
      json(response, 200, { p2c_vpn_gateways: [{ id: 'gw-1', name: 'gw', status: 'ACTIVE' }] })
      return
    }
    const offset = Number(url.searchParams.get('offset'))
    const length = Math.max(0, Math.min(200, 230 - offset))
    json(response, 200, { connections: Array.from({ length }, (_, index) => connection(offset + index)) })
  })
  const running = await startConsole(quiet)
  running.clouds.connect(cloud.settings)
  await running.sampleSessions()
  const browser = await running.signedIn()
  const answer = await browser.get(`${path}?p2c_vgw_id=gw-1`)
  expect(answer.text.split('"user_name"')).toHaveLength(231)
  expect((await browser.get(`${path}?user_name=user-229`)).data).toMatchObject({
    sessions: [{ connection_id: 'c-229', p2c_vgw_id: 'gw-1', established_at: Date.parse('2026-11-01T08:00:00Z') }],
  })
  expect((await browser.get(`${path}?user_name=`)).status).toBe(400)
})

test.each([
  [404, 0],
  [403, 0],
  [500, 1],
])('a cloud that answers %i is told of %i times in the log, and stops nothing', async (status, times) => {
  const cloud = await startFakeCloud((_call, response) => json(response, status, { error_code: 'APIGW.0101' }))
  const running = await startConsole({ tuning: { ...quiet.tuning, breakerFailures: 100 } })
  running.clouds.connect(cloud.settings)
  await running.sampleSessions()
  expect(running.lines.filter((line) => line.includes('sessions not sampled'))).toHaveLength(times)
})
