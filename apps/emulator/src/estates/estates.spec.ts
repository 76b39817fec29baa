import { operation, type AnyInput, type OperationName } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { startCloud } from '../testing/cloud.ts'
import { estateNames } from './estate-names.ts'

const lists: OperationName[] = [
  'listVgws',
  'listCgws',
  'listVpnConnections',
  'listExtendedAvailabilityZones',
  'showQuotasInfo',
  'listVpcs',
  'listSubnets',
  'listRouteTables',
  'listPublicips',
  'listPublicipsV3',
  'listCommonPools',
  'listBandwidths',
  'listEnterpriseRouters',
  'listCertificates',
  'listLogGroups',
  'listLogStreams',
  'listMetrics',
  'listProjects',
  'listAuthProjects',
  'listRegions',
  'listIdentityProviders',
  'listEnterpriseProjects',
  'listP2cVgws',
  'listVpnServersByProject',
  'listP2cVpnGatewayJobs',
  'listVpnGatewayJobs',
  'listConnectionMonitors',
]

describe.each(estateNames)('the %s estate', (estate) => {
  test('answers as the rows say, in everything', async () => {
    const cloud = await startCloud({ estate })
    const read = async (name: OperationName, input: AnyInput = {}) => {
      const answer = await cloud.untyped(name, input)
      expect(operation(name).response?.safeParse(answer.body).error, name).toBeUndefined()
      expect(answer.status, name).toBe(200)
    }
    for (const name of lists) await read(name)
    const { vpn_gateways } = (await cloud.call('listVgws', {})).body
    for (const { id } of vpn_gateways.slice(0, 15)) await read('showVpnGatewayRoutingTable', { params: { vgw_id: id } })
    const { vpn_connections } = (await cloud.call('listVpnConnections', { query: { limit: 40 } })).body
    for (const { id } of vpn_connections) await read('showVpnConnectionLog', { params: { vpn_connection_id: id } })
    const { vpn_servers } = (await cloud.call('listVpnServersByProject', { query: { limit: 4 } })).body
    for (const { id, p2c_vgw_id = '' } of vpn_servers) {
      const params = { vpn_server_id: id }
      for (const name of ['listVpnUsers', 'listVpnUserGroups', 'listVpnAccessPolicies'] as const) {
        await read(name, { params })
      }
      await read('exportClientConfig', { params, body: {} })
      await read('listP2cVgwConnections', { params: { p2c_vgw_id } })
    }
  })

  test('is the same each time, but for the clock', async () => {
    const [one, other] = [await startCloud({ estate }), await startCloud({ estate })]
    const names = async (cloud: typeof one) =>
      (await cloud.call('listVpnConnections', { query: { limit: 100 } })).body.vpn_connections.map(
        ({ id, name, vgw_ip }) => [id, name, vgw_ip],
      )
    expect(await names(one)).toEqual(await names(other))
  })
})

test('the empty estate has no VPN, but all that is needed to build one', async () => {
  const cloud = await startCloud({ estate: 'empty' })
  const { resources } = (await cloud.call('showQuotasInfo', {})).body.quotas
  expect(resources?.every(({ used }) => used === 0)).toBe(true)
})

describe('the demo estate', () => {
  test('has a subnet on a route table of its own, which knows no route over VPN', async () => {
    const cloud = await startCloud({ estate: 'demo' })
    const subnet_id = '2f3c0b8e-6a51-4d0c-9a70-0f6f2f6c1a02'
    const tables = async (query: object) => (await cloud.call('listRouteTables', { query })).body.routetables
    const [custom] = await tables({ subnet_id })
    expect(custom).toMatchObject({ name: 'rtb-databases', default: false, subnets: [{ id: subnet_id }] })
    const all = await tables({ vpc_id: custom?.vpc_id })
    const usual = all.find((table) => table.default === true)
    const routes = async (routetable_id = '') =>
      (await cloud.call('showRouteTable', { params: { routetable_id } })).body.routetable.routes
    expect((await routes(custom?.id))?.map(({ type }) => type)).toEqual(['local'])
    expect(await routes(usual?.id)).toContainEqual({
      type: 'vpn',
      destination: '192.168.44.0/24',
      nexthop: 'b32d91a4-demo-a8df-va86-e907174eb11d',
    })
  })

  test('has a tunnel through which something is sent and nothing comes back', async () => {
    const cloud = await startCloud({ estate: 'demo' })
    const { vpn_connections } = (await cloud.call('listVpnConnections', {})).body
    const id = vpn_connections.find(({ name }) => name === 'vpn-oslo-bergen-1')?.id ?? ''
    cloud.advance('30m')
    const { sa_infos } = (await cloud.call('listConnectionIpsecSa', { params: { vpn_connection_id: id } })).body
    const recent = (figures: typeof sa_infos) => figures.map(({ traffic_recv = 0 }) => traffic_recv)
    cloud.advance('30m')
    const later = (await cloud.call('listConnectionIpsecSa', { params: { vpn_connection_id: id } })).body.sa_infos
    expect(recent(later).map((bytes, index) => bytes > (recent(sa_infos)[index] ?? 0) + 1_000)).toEqual([true, false])
  })

  test('shows every mode, and tunnels that are up, down and restless', async () => {
    const cloud = await startCloud({ estate: 'demo' })
    const { vpn_gateways } = (await cloud.call('listVgws', {})).body
    const { vpn_connections } = (await cloud.call('listVpnConnections', {})).body
    expect(new Set(vpn_connections.map(({ style }) => style))).toEqual(
      new Set(['STATIC', 'BGP', 'POLICY', 'POLICY-TEMPLATE']),
    )
    expect(new Set(vpn_gateways.map(({ flavor }) => flavor)).size).toBe(5)
    const statuses = vpn_connections.map(({ status }) => status)
    expect(statuses.filter((status) => status === 'ACTIVE').length).toBeGreaterThan(20)
    expect(statuses.filter((status) => status === 'DOWN').length).toBeGreaterThan(7)
    expect(vpn_gateways.find(({ name }) => name === 'gw-dublin')?.status).toBe('PENDING_CREATE')
  })

  test('is alive: within the hour tunnels change, routes move, counters and logs grow', async () => {
    const cloud = await startCloud({ estate: 'demo' })
    const look = async () => {
      const { vpn_connections } = (await cloud.call('listVpnConnections', {})).body
      const logs = await Promise.all(
        vpn_connections.slice(0, 6).map(async ({ id }) => {
          const params = { vpn_connection_id: id }
          return (await cloud.call('showVpnConnectionLog', { params })).body.logs[0]?.time ?? 0
        }),
      )
      const received = vpn_connections.reduce((sum, { bgp_peer }) => sum + (bgp_peer?.num_message_received ?? 0), 0)
      const vgw_id = '66ddeacb-demo-a8df-va86-9a414b5bd7d5'
      const { routing_table } = (await cloud.call('showVpnGatewayRoutingTable', { params: { vgw_id } })).body
      return {
        statuses: vpn_connections.map(({ status }) => status).join(),
        newest: Math.max(...logs),
        received,
        routing_table,
      }
    }
    const first = await look()
    const looks = []
    for (let minute = 0; minute < 12; minute++) {
      cloud.advance('5m')
      looks.push(await look())
    }
    expect(new Set(looks.map(({ statuses }) => statuses)).size).toBeGreaterThan(3)
    expect(new Set(looks.map(({ routing_table }) => JSON.stringify(routing_table))).size).toBeGreaterThan(3)
    expect(looks.at(-1)?.newest).toBeGreaterThan(first.newest)
    expect(looks.at(-1)?.received).toBeGreaterThan(first.received)
  })
})

describe('people of the demo estate', () => {
  const paris = {
    params: { p2c_vgw_id: '10d176c7-aed8-4766-9180-a47e536c64d0' },
    server: { vpn_server_id: '3f7e48ca-cd3c-4ce2-a277-674382ce44ea' },
  }

  test('are many, in groups with policies', async () => {
    const cloud = await startCloud({ estate: 'demo' })
    expect((await cloud.call('listVpnUsers', { params: paris.server })).body.total_count).toBe(240)
    const { user_groups } = (await cloud.call('listVpnUserGroups', { params: paris.server })).body
    expect(user_groups.map(({ name }) => name).toSorted()).toEqual([
      'default',
      'finance',
      'network',
      'sales',
      'suppliers',
    ])
    expect(user_groups.every(({ user_number = 0 }) => user_number > 5)).toBe(true)
    expect(user_groups.reduce((sum, { user_number = 0 }) => sum + user_number, 0)).toBe(240)
  })

  test('come and go, and leave traces in the log and the figures', async () => {
    const cloud = await startCloud({ estate: 'demo' })
    const ids = async () =>
      (await cloud.call('listP2cVgwConnections', paris)).body.connections.map((one) => one.connection_id ?? '')
    const before = await ids()
    expect(before.length).toBeGreaterThan(15)
    cloud.advance('1h')
    const after = await ids()
    expect(after.some((id) => !before.includes(id))).toBe(true)
    expect(before.some((id) => !after.includes(id))).toBe(true)
    expect(after.length).toBeLessThan(80)

    const now = Date.now() + 3_600_000
    const log = {
      log_group_id: '05c4052d-8d14-488f-aa00-19fea5a25fdd',
      log_stream_id: 'd9d85143-e1e1-427a-9994-d8b8fd9ebe3f',
    }
    const body = { start_time: String(now - 4 * 3_600_000), end_time: String(now), is_count: true }
    expect((await cloud.call('listLogs', { params: log, body })).body.count).toBeGreaterThan(100)

    const dimensions = [{ name: 'p2c_vpn_gateway_id', value: paris.params.p2c_vgw_id }]
    const figures = await cloud.call('batchListMetricData', {
      body: {
        metrics: ['gateway_connection_num', 'gateway_recv_rate'].map((metric_name) => ({
          namespace: 'SYS.VPN',
          metric_name,
          dimensions,
        })),
        period: '300',
        filter: 'max',
        from: now - 3_600_000,
        to: now,
      },
    })
    const [counts = [], rates = []] = figures.body.metrics.map(({ datapoints }) => datapoints)
    expect(counts.length).toBeGreaterThanOrEqual(12)
    expect(counts.at(-1)?.max).toBeGreaterThanOrEqual(after.length - 3)
    expect(rates.every(({ max = 0 }) => max > 0)).toBe(true)
  })

  test('can be left alone for a month', async () => {
    const cloud = await startCloud({ estate: 'demo' })
    cloud.advance('30d')
    expect((await cloud.call('listP2cVgwConnections', paris)).status).toBe(200)
  })
})

test('the large estate has 20 servers with 500 users each', async () => {
  const cloud = await startCloud({ estate: 'large' })
  const { vpn_servers, total_count } = (await cloud.call('listVpnServersByProject', {})).body
  expect(total_count).toBe(20)
  for (const { id } of vpn_servers.slice(0, 2)) {
    const users = await cloud.call('listVpnUsers', { params: { vpn_server_id: id }, query: { limit: 10 } })
    expect(users.body).toMatchObject({ total_count: 500, users: { length: 10 } })
  }
})

test('the large estate has 2,000 connections on 40 gateways', async () => {
  const cloud = await startCloud({ estate: 'large' })
  const { resources } = (await cloud.call('showQuotasInfo', {})).body.quotas
  expect(resources?.map(({ type, used }) => [type, used])).toEqual([
    ['customer_gateway', 80],
    ['vpn_connection', 2_000],
    ['vpn_gateway', 40],
  ])
})
