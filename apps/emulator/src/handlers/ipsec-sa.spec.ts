import { catalogue } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import type { Cloud } from '../testing/cloud.ts'
import { gone, prepareConnections, update } from '../testing/connections.ts'

const list = async (cloud: Cloud, vpn_connection_id: string) => {
  const { body } = await cloud.call('listConnectionIpsecSa', { params: { vpn_connection_id } })
  return catalogue.listConnectionIpsecSa.response.parse(body).sa_infos
}
const pairs = async (cloud: Cloud, id: string) =>
  (await list(cloud, id)).map(({ source_ip_cidr, dest_ip_cidr }) => [source_ip_cidr, dest_ip_cidr])

describe('security associations', () => {
  test.each(['static', 'bgp'] as const)('of a connection with %s routes are one pair of everything', async (style) => {
    const { cloud, send } = await prepareConnections()
    const { id } = (await send({ style })).body.vpn_connection
    expect(await list(cloud, id)).toEqual([])
    cloud.advance('1m')
    expect(await pairs(cloud, id)).toEqual([['0.0.0.0/0', '0.0.0.0/0']])
  })

  test('of policies are one for each source with each destination', async () => {
    const { cloud, send } = await prepareConnections()
    const policy_rules = [
      { source: '192.168.0.0/25', destination: ['10.10.0.0/24', '10.10.1.0/24'] },
      { source: '192.168.0.128/25', destination: ['10.10.2.0/24'] },
    ]
    const made = await send({ style: 'policy', policy_rules })
    expect(made.status, made.text).toBe(201)
    const { id } = made.body.vpn_connection
    cloud.advance('1m')
    expect(await pairs(cloud, id)).toEqual([
      ['192.168.0.0/25', '10.10.0.0/24'],
      ['192.168.0.0/25', '10.10.1.0/24'],
      ['192.168.0.128/25', '10.10.2.0/24'],
    ])
    const ids = async () => (await list(cloud, id)).map((one) => one.id)
    const before = await ids()
    expect(new Set(before).size).toBe(3)
    await update(cloud, id, { policy_rules: policy_rules.slice(0, 1) })
    cloud.advance('1m')
    expect(await ids()).toEqual(before.slice(0, 2))
  })

  test('count up while the tunnel is up, are gone while it is down, and start anew', async () => {
    const { cloud, send } = await prepareConnections()
    const { id } = (await send()).body.vpn_connection
    const look = async () => (await list(cloud, id))[0]
    cloud.advance('1h')
    const first = await look()
    cloud.advance('1h')
    const second = await look()
    expect(second?.id).toBe(first?.id)
    for (const count of ['packets_sent', 'packets_recv', 'traffic_sent', 'traffic_recv'] as const) {
      expect(first?.[count]).toBeGreaterThan(0)
      expect(second?.[count]).toBeGreaterThan(first?.[count] ?? Number.POSITIVE_INFINITY)
    }
    cloud.control.setTunnel(cloud.projectId, id, { state: 'down' })
    expect(await list(cloud, id)).toEqual([])
    cloud.control.setTunnel(cloud.projectId, id, { state: 'up' })
    cloud.advance('1m')
    expect((await look())?.traffic_sent).toBeLessThan(first?.traffic_sent ?? 0)
  })

  test('are those of a connection that is there', async () => {
    const { cloud } = await prepareConnections()
    const params = { vpn_connection_id: '11111111-2222-4333-8444-555555555555' }
    expect(await cloud.call('listConnectionIpsecSa', { params })).toMatchObject(gone)
  })
})
