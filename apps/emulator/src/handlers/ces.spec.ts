import { describe, expect, test } from 'vitest'
import { startCloud } from '../testing/cloud.ts'

const minute = 60_000
const hour = 60 * minute

const prepare = async () => {
  const cloud = await startCloud()
  const now = Date.now()
  const { gateways, connections } = cloud.control.seed(cloud.projectId, {
    gateways: [{ name: 'gw-paris', at: now - 10 * hour }],
    customer_gateways: [{ name: 'cgw-lyon' }],
    connections: [
      {
        gateway: 'gw-paris',
        customer_gateway: 'cgw-lyon',
        enable_nqa: true,
        at: now - 5 * hour,
        tunnel: { state: 'down', reason: 'dpd timeout' },
        for_ms: 2 * hour,
      },
    ],
  })
  const figures = async (
    metric_name: string,
    more: { from?: number; to?: number; period?: string; filter?: string } = {},
  ) => {
    const isOfGateway = metric_name.startsWith('gateway')
    const dimension = isOfGateway
      ? { name: 'evpn_gateway_id', value: gateways[0] }
      : { name: 'evpn_connection_id', value: connections[0] }
    const asked = { from: now - 6 * hour, to: now + hour, period: '60', filter: 'average', ...more }
    const metrics = [{ namespace: 'SYS.VPN', metric_name, dimensions: [dimension] }]
    const answer = await cloud.untyped('batchListMetricData', { body: { metrics, ...asked } })
    expect(answer.status, answer.text).toBe(200)
    const body = answer.body as { metrics: { unit: string; datapoints: { timestamp: number; average: number }[] }[] } // the row's own answer
    return body.metrics[0]?.datapoints ?? []
  }
  return { cloud, now, gateways, connections, figures }
}

describe('figures', () => {
  test('agree with the tunnel: connected first, then not, and none before or after', async () => {
    const { figures, now } = await prepare()
    const status = await figures('connection_status')
    expect(status.at(0)?.timestamp).toBeGreaterThanOrEqual(now - 5 * hour - minute)
    expect(status.at(-1)?.timestamp).toBeLessThanOrEqual(now)
    const before = status.filter(({ timestamp }) => timestamp < now - 2 * hour - minute)
    const after = status.filter(({ timestamp }) => timestamp > now - 2 * hour)
    expect(new Set(before.map(({ average }) => average))).toEqual(new Set([1]))
    expect(new Set(after.map(({ average }) => average))).toEqual(new Set([0]))

    const traffic = await figures('send_rate')
    expect(
      traffic.filter(({ timestamp }) => timestamp < now - 2 * hour - minute).every(({ average }) => average > 0),
    ).toBe(true)
    expect(traffic.filter(({ timestamp }) => timestamp > now - 2 * hour).every(({ average }) => average === 0)).toBe(
      true,
    )
    expect((await figures('tunnel_average_latency')).every(({ timestamp }) => timestamp < now - 2 * hour)).toBe(true)
  })

  test('are the same each time, and a gateway’s are the sum of its connections’', async () => {
    const { figures } = await prepare()
    const [first, again, gateway] = [
      await figures('recv_rate'),
      await figures('recv_rate'),
      await figures('gateway_recv_rate'),
    ]
    expect(again).toEqual(first)
    const ofGateway = new Map(gateway.map(({ timestamp, average }) => [timestamp, average]))
    expect(first.every(({ timestamp, average }) => ofGateway.get(timestamp) === average)).toBe(true)
  })

  test('come by period and filter, at most 3000 of them', async () => {
    const { figures, now } = await prepare()
    const hourly = await figures('connection_status', { period: '3600' })
    expect(hourly.every(({ timestamp }) => timestamp % hour === 0)).toBe(true)
    expect(hourly.length).toBeLessThanOrEqual(6)
    const sums = await figures('connection_status', { period: '3600', filter: 'sum' })
    expect(sums[1]).toMatchObject({ sum: 60 })
    const long = await figures('gateway_connection_num', { from: now - 30 * 24 * hour })
    expect(long.length).toBeLessThanOrEqual(3_000)
    expect(long.at(-1)?.average).toBe(1)
  })

  test('of one metric can be read alone', async () => {
    const { cloud, now, connections } = await prepare()
    const query = {
      namespace: 'SYS.VPN',
      metric_name: 'connection_status',
      'dim.0': `evpn_connection_id,${connections[0]}`,
      filter: 'max',
      period: 300,
      from: now - hour,
      to: now,
    }
    const answer = await cloud.call('showMetricData', { query })
    expect(answer.body.metric_name).toBe('connection_status')
    expect(new Set(answer.body.datapoints.map(({ max }) => max))).toEqual(new Set([0]))
    expect(await cloud.call('showMetricData', { query: { ...query, filter: 'median' } })).toMatchObject({ status: 400 })
    const other = await cloud.call('showMetricData', { query: { ...query, namespace: 'SYS.ECS' } })
    expect(other.body.datapoints).toEqual([])
  })
})

describe('the list of metrics', () => {
  test('names what has figures, by dimension', async () => {
    const { cloud, gateways, connections } = await prepare()
    const names = async (query: object) =>
      (await cloud.call('listMetrics', { query })).body.metrics.map((one) => one.metric_name)
    expect(await names({ namespace: 'SYS.VPN', 'dim.0': `evpn_gateway_id,${gateways[0]}` })).toHaveLength(7)
    expect(await names({ 'dim.0': `evpn_connection_id,${connections[0]}` })).toContain('tunnel_average_latency')
    expect(await names({ 'dim.0': 'evpn_gateway_id' })).toHaveLength(7)
    expect(await names({ metric_name: 'connection_status' })).toEqual(['connection_status'])
    expect(await names({ namespace: 'SYS.ECS' })).toEqual([])
  })

  test('has no tunnel figures without probing', async () => {
    const cloud = await startCloud({ estate: 'demo' })
    const { vpn_connections } = (await cloud.call('listVpnConnections', {})).body
    const plain = vpn_connections.find(({ name }) => name === 'vpn-paris-nantes-1')
    const { metrics } = (await cloud.call('listMetrics', { query: { 'dim.0': `evpn_connection_id,${plain?.id}` } }))
      .body
    expect(metrics.map(({ metric_name }) => metric_name).filter((name) => name.startsWith('tunnel'))).toEqual([])
  })

  test('goes on page by page', async () => {
    const cloud = await startCloud({ estate: 'demo' })
    const all = (await cloud.call('listMetrics', { query: {} })).body
    const seen: string[] = []
    let start: string | undefined
    do {
      const page = (await cloud.call('listMetrics', { query: { limit: 90, ...(start ? { start } : {}) } })).body
      seen.push(...page.metrics.map((one) => JSON.stringify(one)))
      start = page.meta_data?.marker
    } while (start)
    expect(new Set(seen).size).toBe(all.meta_data?.total)
    expect(seen).toHaveLength(all.meta_data?.total ?? -1)
  })
})
