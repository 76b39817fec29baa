import { createEmulator } from '@vpn-console/emulator/app'
import { expect, onTestFinished, test } from 'vitest'
import { startConsole } from '../testing/console.ts'

const base = '/api/clouds/paris/console'

const start = async (speed = 1) => {
  const emulator = createEmulator()
  const listening = await emulator.listen(0)
  onTestFinished(listening.close)
  const project = emulator.control.createProject({ estate: 'demo', speed })
  const running = await startConsole({ tuning: { logCollectMs: 0, logCollectPauseMs: 0, freshMs: 0 } })
  running.clouds.connect({
    id: 'paris',
    name: 'Paris',
    vendor: 'emulator',
    region: project.region,
    projectId: project.projectId,
    credentials: { ak: project.ak, sk: project.sk },
    endpoint: listening.url,
  })
  const { connections } = emulator.control.seed(project.projectId, {
    connections: [
      {
        name: 'paris-nice',
        gateway: 'gw-paris',
        customer_gateway: '5247ae10-demo-a8df-va86-dd36659a7f5d',
        tunnel: { state: 'down', reason: 'version mismatch' },
      },
    ],
  })
  const [connectionId = ''] = connections
  return { ...running, emulator, project, connectionId, browser: await running.signedIn() }
}

const report = {
  connection_name: 'paris-nice',
  gateway_name: 'gw-paris',
  customer_gateway_name: 'cgw-nice',
  made_at: 1_735_100_000_000,
  checks: [{ id: 'asn', title: 'ASN', outcome: 'passed', finding: '64512 and 65010 differ.' }],
}

test('a log that somebody looks at is kept, beyond what the cloud still has', async () => {
  const { browser, emulator, project, connectionId } = await start(60)
  const look = () => browser.get(`/api/clouds/paris/vpn/v5/-/vpn-connection/${connectionId}/log`)
  expect((await look()).status).toBe(200)
  emulator.control.advance(project.projectId, '2h')
  expect(((await look()).data as { logs?: unknown[] } | undefined)?.logs).toHaveLength(200)
  const kept = () => browser.get(`${base}/log-lines?connection_id=${connectionId}&limit=2000`)
  await expect.poll(async () => (await kept()).text.split('raw_message').length - 1).toBeGreaterThan(200)
  const { data, status } = await kept()
  expect(status).toBe(200)
  expect(data).toMatchObject({ kept_since: expect.any(Number), lines: expect.any(Array) })
  expect((await browser.get(`${base}/log-lines?reason=version%20mismatch&limit=1`)).data).toMatchObject({
    lines: [{ connection_id: connectionId }],
    next_before: expect.any(Number),
  })
})

test('the logs of all connections are collected, and one that is gone stops nothing', async () => {
  const { browser, emulator, project, collectLogs } = await start()
  emulator.control.fail(project.projectId, { operation: 'showVpnConnectionLog', status: 404, error_code: 'VPN.0001' })
  await collectLogs()
  const answer = await browser.get(`${base}/log-lines?limit=2000`)
  const lines = (answer.data as { lines?: { connection_id: string }[] } | undefined)?.lines ?? []
  expect(new Set(lines.map(({ connection_id }) => connection_id)).size).toBeGreaterThan(10)
})

test('a cloud that cannot be read is passed over', async () => {
  const { emulator, project, collectLogs, lines } = await start()
  emulator.control.setKeyValid(project.projectId, false)
  await collectLogs()
  expect(lines.filter((line) => line.includes('logs not collected'))).toHaveLength(1)
})

test('a question that makes no sense is refused in words', async () => {
  const { browser } = await start()
  for (const query of ['limit=0', 'limit=x', 'before=-1', 'connection_id=a%20b', 'unknown=1']) {
    expect((await browser.get(`${base}/log-lines?${query}`)).data, query).toMatchObject({
      error_code: 'CONSOLE.INVALID_INPUT',
    })
  }
  expect((await browser.get('/api/clouds/nowhere/console/log-lines')).status).toBe(404)
})

test('a doctor report is kept, shown to another person, and written down', async () => {
  const { browser, connectionId, store, signedIn } = await start()
  const made = await browser.post(`${base}/doctor-reports`, { connection_id: connectionId, report })
  expect(made.status).toBe(201)
  const { id } = made.data as unknown as { id: string }
  await store.people.create({ name: 'lyon', password: 'a-good-password', roles: ['support'] })
  const colleague = await signedIn('lyon', 'a-good-password')
  expect((await colleague.get(`${base}/doctor-reports/${id}`)).data).toEqual({
    id,
    connection_id: connectionId,
    created_at: expect.any(Number),
    created_by: 'admin',
    report,
  })
  expect((await store.audit.list())[1]).toMatchObject({ operation: 'createDoctorReport', resource_id: connectionId })
  expect((await colleague.get(`${base}/doctor-reports/none`)).status).toBe(404)
})

test('a report that is none, or too large, is not kept', async () => {
  const { browser } = await start()
  const send = (body: unknown) => browser.post(`${base}/doctor-reports`, body)
  expect((await send({ connection_id: 'c-1', report: { ...report, psk: 'x' } })).data).toMatchObject({
    error_code: 'CONSOLE.INVALID_INPUT',
  })
  expect((await send({ connection_id: '../x', report })).status).toBe(400)
  const checks = Array.from({ length: 101 }, () => report.checks[0])
  expect((await send({ connection_id: 'c-1', report: { ...report, checks } })).status).toBe(400)
})

test('who is not signed in, or may not read logs, gets nothing', async () => {
  const { openBrowser, store, signedIn } = await start()
  expect((await openBrowser().get(`${base}/log-lines`)).status).toBe(401)
  await store.people.create({ name: 'nobody', password: 'a-good-password', roles: ['user-manager'] })
  const nobody = await signedIn('nobody', 'a-good-password')
  expect((await nobody.get(`${base}/log-lines`)).data).toMatchObject({ error_code: 'CONSOLE.DENIED' })
  expect((await nobody.post(`${base}/doctor-reports`, { connection_id: 'c', report })).status).toBe(403)
  expect((await nobody.get(`${base}/doctor-reports/x`)).status).toBe(403)
})
