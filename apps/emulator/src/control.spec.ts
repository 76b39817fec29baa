import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { callerOf, sendSigned, startCloud, type Cloud } from './testing/cloud.ts'

const order = (cloud: Cloud, method: string, path: string, body?: object) =>
  sendSigned(cloud.url, {
    method,
    target: `/control/projects/${cloud.projectId}${path}`,
    body: body === undefined ? undefined : JSON.stringify(body),
  })
const create = (cloud: Cloud) =>
  cloud.call('createCgw', { body: { customer_gateway: { name: 'cgw-lyon', id_value: '192.0.2.10' } } })

test('without the switch there are no control endpoints', async () => {
  const cloud = await startCloud()
  expect(await sendSigned(cloud.url, { method: 'POST', target: '/control/projects', body: '{}' })).toMatchObject({
    status: 404,
  })
  expect(await order(cloud, 'POST', '/advance', { by: '10m' })).toMatchObject({ status: 404 })
})

describe('projects', () => {
  test('each is a world of its own', async () => {
    const cloud = await startCloud({ control: true })
    const made = await sendSigned(cloud.url, { method: 'POST', target: '/control/projects', body: '{"estate":"demo"}' })
    expect(made).toMatchObject({ status: 201, body: { region: 'cn-south-1', ak: expect.any(String) } })
    const { project_id: projectId, domain_id: domainId, ak, sk, region } = Object(made.body)
    const other = callerOf(cloud.url, { projectId, domainId, ak, sk, region, securityToken: undefined })
    expect((await other.call('listVgws', {})).body.vpn_gateways.length).toBeGreaterThan(10)
    expect((await cloud.call('listVgws', {})).body.vpn_gateways).toEqual([])

    const removed = await sendSigned(cloud.url, { method: 'DELETE', target: `/control/projects/${projectId}` })
    expect(removed.status).toBe(204)
    expect((await other.call('listVgws', {})).status).toBe(401)
    expect((await sendSigned(cloud.url, { method: 'DELETE', target: `/control/projects/${projectId}` })).status).toBe(
      404,
    )
  })

  test('can be made anew, with other ids than before', async () => {
    const cloud = await startCloud({ control: true })
    const before = (await create(cloud)).body.customer_gateway
    expect((await order(cloud, 'POST', '/reset', { estate: 'empty' })).status).toBe(204)
    expect((await cloud.call('listCgws', {})).body.customer_gateways).toEqual([])
    expect((await create(cloud)).body.customer_gateway.id).not.toBe(before.id)
  })

  test('a body that is not understood is explained', async () => {
    const cloud = await startCloud({ control: true })
    const orders: [string, string, object][] = [
      ['POST', '/advance', { by: 'a while' }],
      ['POST', '/reset', { estate: 'huge' }],
      ['POST', '/faults', { operation: 'makeCoffee' }],
      ['POST', '/seed', { connections: [{ gateway: 'gw-nowhere', customer_gateway: 'cgw-nowhere' }] }],
      ['POST', '/quotas', { vpn_gateway: -1 }],
    ]
    for (const [method, path, body] of orders) {
      const answer = await order(cloud, method, path, body)
      expect(answer, path).toMatchObject({ status: 400, body: { error_msg: expect.stringMatching(/\w/) } })
    }
  })
})

test('a seed puts finished objects into the project, and the clock moves what settles', async () => {
  const cloud = await startCloud({ control: true })
  const seed = {
    gateways: [{ name: 'gw-paris' }, { name: 'gw-dublin', status: 'PENDING_CREATE' }],
    customer_gateways: [{ name: 'cgw-lyon' }],
    connections: [{ gateway: 'gw-paris', customer_gateway: 'cgw-lyon', eip: 2, tunnel: { state: 'down' } }],
  }
  const seeded = await order(cloud, 'POST', '/seed', seed)
  expect(seeded.status, seeded.text).toBe(201)
  const { vpn_gateways } = (await cloud.call('listVgws', {})).body
  expect(vpn_gateways.map(({ name, status }) => [name, status])).toEqual([
    ['gw-dublin', 'PENDING_CREATE'],
    ['gw-paris', 'ACTIVE'],
  ])
  const [connection] = (await cloud.call('listVpnConnections', {})).body.vpn_connections
  expect(connection).toMatchObject({ status: 'DOWN', vgw_ip: vpn_gateways[1]?.eip2?.id })
  await order(cloud, 'POST', `/connections/${connection?.id}/tunnel`, { state: 'up' })
  expect((await cloud.call('listVpnConnections', {})).body.vpn_connections[0]?.status).toBe('ACTIVE')
  await order(cloud, 'POST', '/status', { id: connection?.id, status: 'ERROR' })
  expect((await cloud.call('listVpnConnections', {})).body.vpn_connections[0]?.status).toBe('ERROR')
  expect((await order(cloud, 'POST', '/advance', { by: '10m' })).status).toBe(204)
})

describe('faults', () => {
  test('an error hits the next call of its operation, once, and nothing is done', async () => {
    const cloud = await startCloud({ control: true })
    const fault = {
      operation: 'createCgw',
      status: 400,
      error_code: 'VPN.0513',
      error_msg: 'Insufficient gateway quota.',
    }
    await order(cloud, 'POST', '/faults', fault)
    expect((await cloud.call('listCgws', {})).status).toBe(200)
    expect(await create(cloud)).toMatchObject({
      status: 400,
      body: { error_code: 'VPN.0513', error_msg: 'Insufficient gateway quota.', request_id: expect.any(String) },
    })
    expect((await cloud.call('listCgws', {})).body.customer_gateways).toEqual([])
    expect((await create(cloud)).status).toBe(201)
  })

  test('an error may last, come in the other shape, or be garbage', async () => {
    const cloud = await startCloud({ control: true })
    await order(cloud, 'POST', '/faults', { times: 0, status: 503, error_code: 'APIGW.0308', shape: 'code' })
    for (let call = 0; call < 3; call++) {
      const answer = await cloud.call('listCgws', {})
      expect(answer).toMatchObject({ status: 503, body: { code: 'APIGW.0308', message: expect.any(String) } })
    }
    await order(cloud, 'DELETE', '/faults')
    await order(cloud, 'POST', '/faults', { times: 1, status: 200, body: '<html>maintenance</html>' })
    expect(await cloud.call('listCgws', {})).toMatchObject({ status: 200, text: '<html>maintenance</html>' })
    expect((await cloud.call('listCgws', {})).body.customer_gateways).toEqual([])
  })

  test('a dropped connection leaves the work undone, or only its answer lost', async () => {
    const cloud = await startCloud({ control: true })
    const names = async () => (await cloud.call('listCgws', {})).body.customer_gateways.map(({ name }) => name)
    await order(cloud, 'POST', '/faults', { operation: 'createCgw', drop: 'before' })
    await expect(create(cloud)).rejects.toThrow(/fetch failed/)
    expect(await names()).toEqual([])
    await order(cloud, 'POST', '/faults', { operation: 'createCgw', drop: 'after' })
    await expect(create(cloud)).rejects.toThrow(/fetch failed/)
    expect(await names()).toEqual(['cgw-lyon'])
  })

  test('a delay lets the call do its work', async () => {
    const cloud = await startCloud({ control: true })
    cloud.control.fail(cloud.projectId, { operation: 'createCgw', latency_ms: 5 })
    expect((await create(cloud)).status).toBe(201)
  })
})

test('the calls that arrived are counted, refused ones too', async () => {
  const cloud = await startCloud({ control: true })
  await create(cloud)
  await cloud.untyped('createCgw', { body: {} })
  await cloud.call('listCgws', {})
  const { body } = await order(cloud, 'GET', '/calls')
  expect(body).toEqual({
    counts: { createCgw: 2, listCgws: 1 },
    calls: [
      { operation: 'createCgw', status: 201, request_id: expect.any(String) },
      { operation: 'createCgw', status: 400, request_id: expect.any(String) },
      { operation: 'listCgws', status: 200, request_id: expect.any(String) },
    ],
  })
  await order(cloud, 'DELETE', '/calls')
  expect((await order(cloud, 'GET', '/calls')).body).toEqual({ counts: {}, calls: [] })
})

test('a key can be switched off over HTTP too', async () => {
  const cloud = await startCloud({ control: true })
  await order(cloud, 'POST', '/key', { valid: false })
  expect((await cloud.call('listCgws', {})).status).toBe(401)
})

describe('over HTTP', () => {
  const seed = {
    gateways: [{ name: 'gw-paris', upgrade_info: 'ready' }],
    customer_gateways: [{ name: 'cgw-lyon' }],
    connections: [{ gateway: 'gw-paris', customer_gateway: 'cgw-lyon' }],
    p2c_gateways: [
      {
        name: 'p2c-paris',
        server: {
          groups: [{ name: 'staff' }],
          users: [{ name: 'paris.lyon', password: 'Loire-Rhone-1', group: 'staff', static_ip: '172.16.0.9' }],
          policies: [{ name: 'staff-access', group: 'staff', dest_ip_cidrs: ['10.16.0.0/24'] }],
        },
      },
    ],
  }
  const prepare = async () => {
    const cloud = await startCloud({ control: true })
    const answer = await order(cloud, 'POST', '/seed', seed)
    const ids = answer.body as Record<string, string[]> // as the README says
    const [vgw_id = '', connection = '', p2c_vgw_id = '', vpn_server_id = ''] = [
      ids['gateways']?.[0],
      ids['connections']?.[0],
      ids['p2c_gateways']?.[0],
      ids['vpn_servers']?.[0],
    ]
    return { cloud, vgw_id, connection, p2c_vgw_id, vpn_server_id }
  }

  test('a line is put into a log, and calls go missing', async () => {
    const { cloud, connection } = await prepare()
    const params = { vpn_connection_id: connection }
    await order(cloud, 'POST', `/connections/${connection}/log-lines`, { raw_message: 'anything' })
    expect((await cloud.call('showVpnConnectionLog', { params })).text).toContain('anything')
    expect((await order(cloud, 'POST', '/missing', { operations: ['listConnectionIpsecSa'] })).status).toBe(204)
    expect((await cloud.call('listConnectionIpsecSa', { params })).status).toBe(404)
    expect((await order(cloud, 'POST', '/missing', { operations: ['listNothing'] })).status).toBe(400)
  })

  test('a key lacks permissions, and is told which', async () => {
    const { cloud } = await prepare()
    const denied = { actions: ['vpn:vpnGateways:list', 'vpc:vpcs:list', 'listEnterpriseProjects'] }
    expect((await order(cloud, 'POST', '/denied', denied)).status).toBe(204)
    const refused = await cloud.call('listVgws', {})
    expect(refused).toMatchObject({ status: 403, body: { error_code: 'VPN.0003' } })
    expect(refused.text).toContain('vpn:vpnGateways:list')
    expect(await cloud.call('listVpcs', {})).toMatchObject({ status: 403, body: { error_code: 'SYS.0403' } })
    expect((await cloud.call('listEnterpriseProjects', {})).status).toBe(403)
    expect((await cloud.call('listCgws', {})).status).toBe(200)
    await order(cloud, 'POST', '/denied', { actions: [] })
    expect((await cloud.call('listVgws', {})).status).toBe(200)
  })

  test('an account has more than one key, and each can be switched off', async () => {
    const { cloud } = await prepare()
    const made = await order(cloud, 'POST', '/keys', {})
    expect(made.status).toBe(201)
    const { ak } = z.object({ ak: z.string(), sk: z.string() }).parse(made.body)
    await order(cloud, 'POST', '/key', { valid: false, ak })
    expect((await cloud.call('listVgws', {})).status).toBe(200)
    await order(cloud, 'POST', '/key', { valid: false })
    expect((await cloud.call('listVgws', {})).status).toBe(401)
  })

  test('an upgrade is offered, and fails on order', async () => {
    const { cloud, vgw_id, p2c_vgw_id } = await prepare()
    await order(cloud, 'POST', `/gateways/${p2c_vgw_id}/upgrade-info`, { info: 'ready' })
    for (const id of [vgw_id, p2c_vgw_id]) {
      expect((await order(cloud, 'POST', `/gateways/${id}/upgrade-failure`, {})).status).toBe(204)
    }
    await cloud.call('upgradeVpnGateway', { params: { vgw_id }, body: { action: 'start' } })
    await cloud.call('upgradeP2cVpnGateway', { params: { p2c_vgw_id }, body: { action: 'start' } })
    cloud.advance('5m')
    for (const name of ['listVpnGatewayJobs', 'listP2cVpnGatewayJobs'] as const) {
      expect((await cloud.call(name, {})).body.jobs).toMatchObject([{ status: 'fail' }])
    }
    expect((await order(cloud, 'POST', '/gateways/none/upgrade-failure', {})).status).toBe(404)
  })

  test('a user comes online, signs in and leaves', async () => {
    const { cloud, p2c_vgw_id, vpn_server_id } = await prepare()
    const server = `/servers/${vpn_server_id}`
    const connected = await order(cloud, 'POST', `${server}/sessions`, { user: 'paris.lyon', client_ip: '192.0.2.7' })
    expect(connected).toMatchObject({
      status: 201,
      body: { connection_id: expect.any(String), client_virtual_ip: '172.16.0.9', client_ip: '192.0.2.7' },
    })
    expect((await order(cloud, 'POST', `${server}/sessions`, { user: 'nobody' })).status).toBe(404)
    const online = async () =>
      (await cloud.call('listP2cVgwConnections', { params: { p2c_vgw_id } })).body.connections.length
    expect(await online()).toBe(1)
    expect((await order(cloud, 'DELETE', `${server}/sessions/paris.lyon`)).status).toBe(204)
    expect(await online()).toBe(0)
    const signIn = (password: string) => order(cloud, 'POST', `${server}/sign-in`, { user: 'paris.lyon', password })
    expect((await signIn('Loire-Rhone-1')).body).toEqual({ allowed: true })
    expect((await signIn('Wrong')).body).toEqual({ allowed: false, reason: 'wrong password' })
    expect((await order(cloud, 'GET', `${server}/credentials`)).body).toEqual({
      ca: expect.stringContaining('BEGIN CERTIFICATE'),
      certificate: expect.stringContaining('BEGIN CERTIFICATE'),
      private_key: expect.stringContaining('BEGIN PRIVATE KEY'),
    })
  })
})
