import { createClient, type Transport, type VpnConnection, type VpnGateway } from '@vpn-console/api-client'
import { createEmulator, type Emulator, type EstateName } from '@vpn-console/emulator/app'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startConsole, type Browser } from './testing/console.ts'

// The console against the cloud of this machine: the whole way of a call, keys, states and bad days included.
let emulator: Emulator
let listening: Awaited<ReturnType<Emulator['listen']>>
beforeAll(async () => {
  emulator = createEmulator({ speed: 1 })
  listening = await emulator.listen(0)
})
afterAll(() => listening.close())

/** The client that the web has, over the test's browser. */
const clientOf = (browser: Browser) => {
  const transport: Transport = async ({ row, target, body, headers }) => {
    const {
      status,
      text,
      headers: answered,
    } = await browser.send(row.method, `/api/clouds/test/${row.service}${target}`, {
      headers,
      ...(body === undefined ? {} : { body }),
    })
    return { status, text, header: (name) => answered.get(name) ?? undefined }
  }
  return createClient(transport, '-')
}

const start = async (estate: EstateName = 'empty', tuning: object = {}) => {
  const project = emulator.control.createProject({ estate })
  const running = await startConsole({ tuning: { freshMs: 0, busyFirstPauseMs: 1, ...tuning } })
  running.clouds.connect({
    id: 'test',
    name: 'Test',
    vendor: 'emulator',
    region: project.region,
    projectId: project.projectId,
    credentials: { ak: project.ak, sk: project.sk },
    endpoint: listening.url,
  })
  const browser = await running.signedIn()
  const { projectId } = project
  const control = {
    advance: (by: string) => emulator.control.advance(projectId, by),
    fail: (fault: Parameters<typeof emulator.control.fail>[1]) => emulator.control.fail(projectId, fault),
    counts: () => emulator.control.calls(projectId).counts,
    clearCalls: () => emulator.control.clearCalls(projectId),
    seed: (seed: Parameters<typeof emulator.control.seed>[1]) => emulator.control.seed(projectId, seed),
    setKeyValid: (valid: boolean) => emulator.control.setKeyValid(projectId, valid),
  }
  return { ...running, project, browser, client: clientOf(browser), control }
}

const names = (items: readonly (VpnGateway | VpnConnection)[]) => items.map(({ name }) => name)

test('the demo estate is there to be read', async () => {
  const { client } = await start('demo')
  const { vpn_gateways: gateways } = await client.listVgws({})
  expect(gateways.length).toBeGreaterThan(1)
  const { vpn_connections: connections } = await client.listVpnConnections({})
  expect(connections.length).toBeGreaterThan(1)
  const vgw_id = gateways[0]?.id ?? ''
  expect((await client.showVgw({ params: { vgw_id } })).vpn_gateway.id).toBe(vgw_id)
  expect((await client.listVpcs({})).vpcs.length).toBeGreaterThan(0)
})

test('customer gateways are made, changed and deleted, and each change is written down', async () => {
  const { client, store } = await start()
  const body = { customer_gateway: { name: 'cgw-lyon', id_type: 'ip' as const, id_value: '192.0.2.10' } }
  const { customer_gateway: made } = await client.createCgw({ body })
  const params = { customer_gateway_id: made.id }
  await client.updateCgw({ params, body: { customer_gateway: { name: 'cgw-nantes' } } })
  expect((await client.listCgws({})).customer_gateways).toMatchObject([{ name: 'cgw-nantes' }])
  await client.deleteCgw({ params })
  await expect(client.deleteCgw({ params })).rejects.toMatchObject({ status: 404, requestId: expect.any(String) })
  const rows = (await store.audit.list()).map(
    ({ operation, outcome, resource_id }) => `${operation} ${outcome} ${String(resource_id === made.id)}`,
  )
  expect(rows.toSorted()).toEqual([
    'createCgw done true',
    'deleteCgw done true',
    'deleteCgw failed true',
    'signIn done false',
    'updateCgw done true',
  ])
})

describe('identical polls', () => {
  test('of 500 clients cost the cloud one call, whoever they are', async () => {
    const { browser, control, signedIn } = await start('demo', { freshMs: 60_000 })
    const other = await signedIn()
    control.clearCalls()
    const path = '/api/clouds/test/vpn/v5/-/vpn-gateways'
    const answers = await Promise.all(
      Array.from({ length: 500 }, (_, index) => (index % 2 ? browser : other).get(path)),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ headers }) => headers.get('etag'))).size).toBe(1)
    expect(control.counts()).toEqual({ listVgws: 1 })
  })

  test('get a 304 as long as nothing changes, however often the cloud is asked', async () => {
    const { browser, control } = await start('empty', { freshMs: 0 })
    control.seed({ gateways: [{ name: 'gw-paris' }] })
    const path = '/api/clouds/test/vpn/v5/-/vpn-gateways'
    const etag = String((await browser.get(path)).headers.get('etag'))
    expect((await browser.get(path, { 'if-none-match': etag })).status).toBe(304)
    expect(control.counts()).toEqual({ listVgws: 2 })
    control.seed({ gateways: [{ name: 'gw-lyon' }] })
    expect((await browser.get(path, { 'if-none-match': etag })).status).toBe(200)
  })

  test('see a change at once', async () => {
    const { client, control } = await start('empty', { freshMs: 60_000 })
    control.seed({ customer_gateways: [{ name: 'cgw-paris' }] })
    expect((await client.listCgws({})).customer_gateways).toHaveLength(1)
    const body = { customer_gateway: { name: 'cgw-lyon', id_type: 'ip' as const, id_value: '192.0.2.10' } }
    await client.createCgw({ body })
    expect((await client.listCgws({})).customer_gateways).toHaveLength(2)
  })
})

describe('bad days', () => {
  test('reads are tried again, changes are not', async () => {
    const { client, control } = await start()
    control.fail({ operation: 'listVgws', times: 2, status: 503 })
    expect(names((await client.listVgws({})).vpn_gateways)).toEqual([])
    expect(control.counts()).toMatchObject({ listVgws: 3 })

    control.fail({ operation: 'createCgw', times: 1, status: 503, error_code: 'APIGW.0201', error_msg: 'away' })
    const body = { customer_gateway: { name: 'cgw-lyon', id_type: 'ip' as const, id_value: '192.0.2.10' } }
    await expect(client.createCgw({ body })).rejects.toMatchObject({ status: 503 })
    expect(control.counts()).toMatchObject({ createCgw: 1 })
  })

  test('a create whose answer is lost is not known to have failed', async () => {
    const { client, control, store } = await start()
    control.fail({ operation: 'createCgw', drop: 'after' })
    const body = { customer_gateway: { name: 'cgw-lyon', id_type: 'ip' as const, id_value: '192.0.2.10' } }
    await expect(client.createCgw({ body })).rejects.toMatchObject({ code: 'CONSOLE.CLOUD_UNREACHABLE' })
    expect((await client.listCgws({})).customer_gateways).toMatchObject([{ name: 'cgw-lyon' }])
    expect((await store.audit.list()).find(({ operation }) => operation === 'createCgw')?.outcome).toBe('unknown')
  })

  test('garbage is called garbage', async () => {
    const { client, control } = await start()
    control.fail({ operation: 'listVgws', times: 0, status: 200, body: '<html>' })
    await expect(client.listVgws({})).rejects.toMatchObject({ status: 502, code: 'CONSOLE.CLOUD_GARBAGE' })
  })

  test('a busy gateway is waited for', async () => {
    const { client, control } = await start()
    const { gateways } = control.seed({ gateways: [{ name: 'gw-paris' }] })
    const vgw_id = gateways[0] ?? ''
    const busy = { error_code: 'VPN.0507', error_msg: 'The gateway is being updated, please try again later.' }
    control.fail({ operation: 'updateVgw', times: 2, status: 400, ...busy })
    await client.updateVgw({ params: { vgw_id }, body: { vpn_gateway: { name: 'gw-lyon' } } })
    expect(control.counts()).toMatchObject({ updateVgw: 3 })
    expect((await client.showVgw({ params: { vgw_id } })).vpn_gateway.name).toBe('gw-lyon')
  })

  test('a key that was withdrawn is told, and works again when it is back', async () => {
    const { client, control } = await start()
    control.setKeyValid(false)
    await expect(client.listVgws({})).rejects.toMatchObject({
      code: 'CONSOLE.WRONG_CLOUD_KEY',
      requestId: expect.stringMatching(/^[0-9a-f]{32}$/),
    })
    control.setKeyValid(true)
    expect((await client.listVgws({})).vpn_gateways).toEqual([])
  })
})

describe('other ways to the cloud', () => {
  test('the project is found by the name of the region', async () => {
    const { clouds, client, project } = await start()
    const account = clouds.connect({
      id: 'test',
      name: 'Test',
      vendor: 'emulator',
      region: project.region,
      domainId: project.domainId,
      credentials: { ak: project.ak, sk: project.sk },
      endpoint: listening.url,
    })
    await client.listVgws({})
    expect(account.projectId).toBe(project.projectId)
  })

  test('a user and password do as well as a key', async () => {
    const { clouds, client, project } = await start()
    clouds.connect({
      id: 'test',
      name: 'Test',
      vendor: 'emulator',
      region: project.region,
      credentials: { user: 'emulator', password: 'Emulator-1', domain: 'emulator-account' },
      endpoint: listening.url,
    })
    expect((await client.listVgws({})).vpn_gateways).toEqual([])
  })
})
