import { catalogue } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import type { Cloud } from '../testing/cloud.ts'
import { addUser, prepareServer, refusedBy } from '../testing/p2c.ts'

const prepare = async (connections = 10) => {
  const prepared = await prepareServer({ max_connection_number: connections })
  const { cloud, vpn_server_id } = prepared
  const users = [
    await addUser(cloud, vpn_server_id, { name: 'paris.lyon', static_ip: '172.16.0.9' }),
    await addUser(cloud, vpn_server_id, { name: 'paris.nantes' }),
  ]
  const connect = (user: string) => cloud.control.connectUser(cloud.projectId, vpn_server_id, user)
  return { ...prepared, users, connect }
}

const online = async (cloud: Cloud, p2c_vgw_id: string, query: object = {}) => {
  const { body } = await cloud.call('listP2cVgwConnections', { params: { p2c_vgw_id }, query })
  return catalogue.listP2cVgwConnections.response.parse(body)
}

describe('sessions', () => {
  test('come and go, and their counters move', async () => {
    const { cloud, p2c_vgw_id, vpn_server_id, connect } = await prepare()
    const first = connect('paris.lyon')
    expect(first.client_virtual_ip).toBe('172.16.0.9')
    expect(connect('paris.nantes').client_virtual_ip).toBe('172.16.0.5')
    cloud.advance('1m')
    const before = (await online(cloud, p2c_vgw_id)).connections
    expect(before.map(({ client_user_name }) => client_user_name)).toEqual(['paris.nantes', 'paris.lyon'])
    cloud.advance('1m')
    const after = (await online(cloud, p2c_vgw_id)).connections
    for (const count of ['inbound_bytes', 'outbound_bytes', 'inbound_packets', 'outbound_packets'] as const) {
      expect(after[1]?.[count]).toBeGreaterThan(before[1]?.[count] ?? Number.POSITIVE_INFINITY)
    }
    const gateway = (await cloud.call('showP2cVgw', { params: { p2c_vgw_id } })).body.p2c_vpn_gateway
    expect(gateway.current_connection_number).toBe(2)
    cloud.control.disconnectUser(cloud.projectId, vpn_server_id, 'paris.nantes')
    expect(await online(cloud, p2c_vgw_id)).toMatchObject({
      connections: [{ connection_id: first.connection_id }],
      total_count: 1,
    })
  })

  test('are cut one by one, and a second time is too late', async () => {
    const { cloud, p2c_vgw_id, connect } = await prepare()
    const { connection_id } = connect('paris.lyon')
    const cut = () => cloud.call('deleteP2cVgwConnection', { params: { p2c_vgw_id, connection_id } })
    expect(await cut()).toMatchObject({ status: 200, body: { request_id: expect.any(String) } })
    expect(await cut()).toMatchObject(refusedBy('VPN.0563', 404))
    expect((await online(cloud, p2c_vgw_id)).total_count).toBe(0)
  })

  test('end with their user, and with a change of the server', async () => {
    const { cloud, p2c_vgw_id, vpn_server_id, users, connect } = await prepare()
    connect('paris.lyon')
    connect('paris.nantes')
    const user_id = users[0] ?? ''
    await cloud.call('deleteVpnUser', { params: { vpn_server_id, user_id } })
    expect((await online(cloud, p2c_vgw_id)).connections).toMatchObject([{ client_user_name: 'paris.nantes' }])
    const body = { vpn_server: { dns_servers: ['192.0.2.53'] } }
    await cloud.call('updateVpnServer', { params: { vpn_server_id }, body })
    expect((await online(cloud, p2c_vgw_id)).total_count).toBe(0)
  })

  test('are five of one user at most, and no more than the gateway takes', async () => {
    const { connect } = await prepare(6)
    for (let index = 0; index < 5; index++) connect('paris.nantes')
    expect(() => connect('paris.nantes')).toThrow('too often')
    connect('paris.lyon')
    expect(() => connect('paris.lyon')).toThrow('full')
    expect(() => connect('nobody')).toThrow('no user nobody')
  })

  test('are listed from an offset', async () => {
    const { cloud, p2c_vgw_id, connect } = await prepare()
    for (let index = 0; index < 4; index++) connect('paris.nantes')
    const all = (await online(cloud, p2c_vgw_id)).connections.map(({ connection_id }) => connection_id)
    const page = await online(cloud, p2c_vgw_id, { limit: 2, offset: 1 })
    expect(page.connections.map(({ connection_id }) => connection_id)).toEqual(all.slice(1, 3))
    expect(page.total_count).toBe(4)
  })

  test('are written into the log stream that the gateway has', async () => {
    const { cloud, p2c_vgw_id, vpn_server_id, connect } = await prepare()
    const log_config = {
      log_group_id: '05c4052d-8d14-488f-aa00-19fea5a25fdd',
      log_stream_id: 'd9d85143-e1e1-427a-9994-d8b8fd9ebe3f',
    }
    await cloud.call('updateVpnConnectionsLogConfig', { params: { p2c_vgw_id }, body: { log_config } })
    connect('paris.lyon')
    cloud.advance('10m')
    cloud.control.disconnectUser(cloud.projectId, vpn_server_id, 'paris.lyon')
    cloud.control.signIn(cloud.projectId, vpn_server_id, 'paris.lyon', 'Wrong-1')
    const ask = (more: object = {}) =>
      cloud.call('listLogs', {
        params: log_config,
        body: { start_time: '0', end_time: String(Date.now() + 3_600_000), ...more },
      })
    const { logs = [] } = (await ask()).body
    expect(logs.map(({ content = '' }) => (JSON.parse(content) as { event: string }).event)).toEqual([
      'connected',
      'disconnected',
      'refused',
    ])
    expect((await ask()).text).not.toContain('Wrong-1')
    const found = (await ask({ keywords: 'DISCONNECTED', is_count: true })).body
    expect(found).toMatchObject({ count: 1, logs: [{ content: expect.stringContaining('"seconds":600') }] })
    const newest = (await ask({ is_desc: true, limit: 1 })).body.logs?.[0]
    const next = (await ask({ is_desc: true, limit: 1, line_num: newest?.line_num, search_type: 'forwards' })).body.logs
    expect(next?.[0]?.content).toContain('"disconnected"')
    const back = (await ask({ is_desc: true, line_num: next?.[0]?.line_num, search_type: 'backwards' })).body.logs
    expect(back).toEqual([newest])
  })
})
