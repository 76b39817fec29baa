import { describe, expect, test } from 'vitest'
import type { Seed } from './app.ts'
import { startCloud, type Cloud } from './testing/cloud.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const policy_rules = [
  { source: '192.168.0.0/25', destination: ['10.10.0.0/24', '10.10.1.0/24'] },
  { source: '192.168.0.128/25', destination: ['10.10.2.0/24'] },
]

const prepare = async (connection: Partial<NonNullable<Seed['connections']>[number]> = {}) => {
  const cloud = await startCloud()
  const now = Date.now()
  const { gateways, connections } = cloud.control.seed(cloud.projectId, {
    gateways: [{ name: 'gw-paris', at: now - 40 * day }],
    customer_gateways: [{ name: 'cgw-lyon' }],
    connections: [{ gateway: 'gw-paris', customer_gateway: 'cgw-lyon', at: now - 40 * day, ...connection }],
  })
  const id = connections[0] ?? ''
  const sas = async () =>
    (await cloud.call('listConnectionIpsecSa', { params: { vpn_connection_id: id } })).body.sa_infos
  return { cloud, now, id, gateway: gateways[0] ?? '', sas }
}

type Asked = { from: number; to: number; period?: '60' | '3600' | '86400'; filter?: 'average' | 'sum' | 'min' }

const figures = async (cloud: Cloud, metric_name: string, dimensions: object, asked: Asked) => {
  const { period = '60', filter = 'average', from, to } = asked
  const metric = {
    namespace: 'SYS.VPN',
    metric_name,
    dimensions: Object.entries(dimensions).map(([name, value]) => ({ name, value: String(value) })),
  }
  const answer = await cloud.call('batchListMetricData', { body: { metrics: [metric], period, filter, from, to } })
  expect(answer.status, answer.text).toBe(200)
  return (answer.body.metrics[0]?.datapoints ?? []).map((point) => point[filter] ?? Number.NaN)
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

describe('associations', () => {
  test('carry together what the connection carries, minute by minute', async () => {
    const { cloud, now, id, sas } = await prepare({ style: 'policy', policy_rules })
    const asked = { from: now - 2 * hour, to: now }
    for (const [name, own] of [
      ['send_rate', 'sa_send_rate'],
      ['recv_rate', 'sa_recv_rate'],
      ['send_pkt_rate', 'sa_send_pkt_rate'],
      ['recv_pkt_rate', 'sa_recv_pkt_rate'],
    ] as const) {
      const whole = await figures(cloud, name, { evpn_connection_id: id }, asked)
      const parts = await Promise.all(
        (await sas()).map((sa) => figures(cloud, own, { evpn_connection_id: id, evpn_sa_id: sa.id }, asked)),
      )
      expect(parts).toHaveLength(3)
      expect(whole.length).toBeGreaterThanOrEqual(119)
      expect(whole).toEqual(whole.map((_, index) => total(parts.map((part) => part[index] ?? Number.NaN))))
    }
  })

  test('are named by two dimensions in their order', async () => {
    const { cloud, now, id, sas } = await prepare()
    const [sa] = await sas()
    const asked = { from: now - hour, to: now }
    const right = { evpn_connection_id: id, evpn_sa_id: sa?.id }
    const turned = { evpn_sa_id: sa?.id, evpn_connection_id: id }
    expect(await figures(cloud, 'sa_send_rate', right, asked)).not.toEqual([])
    expect(await figures(cloud, 'sa_send_rate', turned, asked)).toEqual([])
    expect(await figures(cloud, 'sa_send_rate', { evpn_connection_id: id }, asked)).toEqual([])
    const query = { 'dim.0': `evpn_connection_id,${id}`, 'dim.1': 'evpn_sa_id' }
    const { metrics } = (await cloud.call('listMetrics', { query })).body
    expect(metrics.map(({ metric_name }) => metric_name).toSorted()).toEqual([
      'sa_recv_pkt_rate',
      'sa_recv_rate',
      'sa_send_pkt_rate',
      'sa_send_rate',
    ])
  })

  test('count what the rates say', async () => {
    const { cloud, id, sas } = await prepare({ style: 'policy', policy_rules })
    const count = async () => total((await sas()).map((sa) => sa.traffic_sent ?? 0))
    const [from, before] = [Date.now(), await count()]
    cloud.advance('3h')
    const [to, after] = [Date.now() + 3 * hour, await count()]
    const rates = await figures(cloud, 'send_rate', { evpn_connection_id: id }, { from, to })
    const expected = (total(rates) * 60) / 8
    expect(after - before).toBeGreaterThan(expected * 0.97)
    expect(after - before).toBeLessThan(expected * 1.03)
  })

  test('may send and hear nothing, one or all, until the tunnel is ordered otherwise', async () => {
    const { cloud, id, sas } = await prepare({ style: 'policy', policy_rules })
    const sent = async () => (await sas()).map((sa) => [sa.traffic_sent ?? 0, sa.traffic_recv ?? 0])
    cloud.control.setTunnel(cloud.projectId, id, { state: 'down' })
    cloud.control.setTunnel(cloud.projectId, id, { state: 'up', one_way: ['10.10.1.0/24'] })
    cloud.advance('1h')
    expect((await sent()).map(([out = 0, back = 0]) => [out > 0, back > 0])).toEqual([
      [true, true],
      [true, false],
      [true, true],
    ])
    const before = await sent()
    cloud.control.setTunnel(cloud.projectId, id, { state: 'up', one_way: true })
    const from = Date.now() + hour
    cloud.advance('1h')
    const after = await sent()
    const moved = after.map(([, back = 0], index) => back - (before[index]?.[1] ?? 0))
    expect(moved.every((bytes) => bytes >= 0 && bytes < 1_000_000)).toBe(true)
    const asked = { from: from + minute, to: from + hour }
    expect(new Set(await figures(cloud, 'recv_rate', { evpn_connection_id: id }, asked))).toEqual(new Set([0]))
    expect((await figures(cloud, 'send_rate', { evpn_connection_id: id }, asked)).every((rate) => rate > 0)).toBe(true)
    cloud.control.setTunnel(cloud.projectId, id, { state: 'up' })
    cloud.advance('1h')
    expect((await sent()).every(([, back = 0], index) => back > (after[index]?.[1] ?? 0))).toBe(true)
  })
})

describe('status over time', () => {
  test('has the outages of the past in it', async () => {
    const now = Date.now()
    const { cloud, id } = await prepare({
      outages: [
        { at: now - 20 * day, for_ms: 12 * hour, reason: 'dpd timeout' },
        { at: now - 2 * hour, for_ms: hour, reason: 'peer request' },
      ],
    })
    const uptime = async (from: number, period: '3600' | '86400') => {
      const values = await figures(cloud, 'connection_status', { evpn_connection_id: id }, { from, to: now, period })
      return total(values) / values.length
    }
    expect(await uptime(now - day, '3600')).toBeCloseTo(24 / 25, 1)
    expect(await uptime(now - 30 * day, '3600')).toBeCloseTo(1 - 13 / 720, 2)
    const worst = await figures(
      cloud,
      'connection_status',
      { evpn_connection_id: id },
      {
        from: now - 30 * day,
        to: now,
        period: '86400',
        filter: 'min',
      },
    )
    expect(worst.filter((value) => value === 0).length).toBeGreaterThanOrEqual(2)
    expect(worst.length).toBeGreaterThanOrEqual(30)
  })

  test('is unknown before the ends first talked', async () => {
    const { cloud, now } = await prepare()
    const vgw = (await cloud.call('listVgws', {})).body.vpn_gateways[0]
    const cgw = (await cloud.call('listCgws', {})).body.customer_gateways[0]
    const made = await cloud.call('createVpnConnection', {
      body: {
        vpn_connection: {
          vgw_id: vgw?.id ?? '',
          vgw_ip: vgw?.eip2?.id ?? '',
          cgw_id: cgw?.id ?? '',
          peer_subnets: ['10.9.0.0/16'],
          psk: 'Paris-Lyon-2',
        },
      },
    })
    expect(made.status, made.text).toBe(201)
    const id = made.body.vpn_connection.id
    cloud.advance('5m')
    const asked = { from: now, to: now + 5 * minute }
    const values = await figures(cloud, 'connection_status', { evpn_connection_id: id }, asked)
    expect(values.at(-1)).toBe(1)
  })
})

test('nothing is measured where nothing measures: neither zeros nor names', async () => {
  const { cloud, now, id } = await prepare()
  const asked = { from: now - hour, to: now }
  for (const name of ['tunnel_average_latency', 'tunnel_packet_loss_rate', 'link_average_latency', 'unheard_of']) {
    expect(await figures(cloud, name, { evpn_connection_id: id }, asked)).toEqual([])
  }
})

test.each([
  { from: 2, to: 1 },
  { from: 1, to: 2, period: '61' },
  { from: 1, to: 2, filter: 'median' },
  { from: 1, to: 2, metrics: [] },
  { from: 1, to: 2, metrics: [{ namespace: 'SYS.VPN', metric_name: 'send_rate', dimensions: [] }] },
])('a question that makes no sense is refused: %o', async (change) => {
  const { cloud, id } = await prepare()
  const dimensions = [{ name: 'evpn_connection_id', value: id }]
  const body = {
    metrics: [{ namespace: 'SYS.VPN', metric_name: 'send_rate', dimensions }],
    period: '60',
    filter: 'average',
    ...change,
  }
  expect(await cloud.untyped('batchListMetricData', { body })).toMatchObject({ status: 400 })
})
