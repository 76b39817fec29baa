import { catalogue } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { startCloud, type Cloud } from '../testing/cloud.ts'
import { gone, notReady, refused, remove, show } from '../testing/connections.ts'
import { absence, hasExamples, missingFields, printed } from '../testing/examples.ts'

const production = '7354dda9-demo-a8df-va86-a6b08fb92043'
const watched = 'cae286f2-demo-a8df-va86-e22416ca1220'

const prepare = async (id = watched) => {
  const cloud = await startCloud()
  const now = Date.now()
  cloud.control.seed(cloud.projectId, {
    gateways: [{ name: 'gw-paris' }, { name: 'gw-vienna', enterprise_project_id: production }],
    customer_gateways: [
      { name: 'cgw-lyon', id_value: '192.0.2.10' },
      { name: 'cgw-graz', id_type: 'fqdn', id_value: 'graz' },
    ],
    connections: [
      { id, gateway: 'gw-paris', customer_gateway: 'cgw-lyon', at: now - 7_200_000 },
      { id: 'vpn-graz', gateway: 'gw-vienna', customer_gateway: 'cgw-graz' },
    ],
  })
  return cloud
}

const create = (cloud: Cloud, vpn_connection_id: string) =>
  cloud.call('createConnectionMonitor', { body: { connection_monitor: { vpn_connection_id } } })
const look = (cloud: Cloud, connection_monitor_id: string) =>
  cloud.call('showConnectionMonitor', { params: { connection_monitor_id } })
const drop = (cloud: Cloud, connection_monitor_id: string) =>
  cloud.call('deleteConnectionMonitor', { params: { connection_monitor_id } })
const list = async (cloud: Cloud, query: object = {}) =>
  (await cloud.call('listConnectionMonitors', { query })).body.connection_monitors

test.for(hasExamples ? [] : [absence])('monitors are answered as printed: %s', (why, { skip }) => skip(why))

describe.runIf(hasExamples)('the printed creations', () => {
  test.each(printed('createConnectionMonitor', 'request'))('%s', async (name, body) => {
    const cloud = await prepare()
    const made = await cloud.untyped('createConnectionMonitor', { body })
    expect(made.status, made.text).toBe(201)
    const { connection_monitor } = catalogue.createConnectionMonitor.response.parse(made.body)
    const [, asPrinted] = printed(name.replace('.request.', '.response.'), 'response')[0] ?? []
    expect(missingFields(asPrinted, made.body)).toEqual([])
    for (const [, shown] of printed('showConnectionMonitor', 'response')) {
      expect(missingFields(shown, (await look(cloud, connection_monitor.id)).body)).toEqual([])
    }
    for (const [, listed] of printed('listConnectionMonitors', 'response')) {
      expect(missingFields(listed, (await cloud.call('listConnectionMonitors', { query: {} })).body)).toEqual([])
    }
  })
})

describe('a connection monitor', () => {
  test('is created without a status, becomes active, and goes', async () => {
    const cloud = await prepare()
    const before = await show(cloud, watched)
    expect(before).not.toHaveProperty('connection_monitor_id')
    const made = await create(cloud, watched)
    expect(made.status).toBe(201)
    const { connection_monitor: monitor } = made.body
    const gateway = (await cloud.call('showVgw', { params: { vgw_id: before.vgw_id } })).body.vpn_gateway
    expect(monitor).toEqual({
      id: monitor.id,
      vpn_connection_id: watched,
      type: 'gateway',
      source_ip: gateway.eip1?.ip_address,
      destination_ip: '192.0.2.10',
      proto_type: 'icmp',
    })
    expect((await show(cloud, watched)).connection_monitor_id).toBe(monitor.id)
    const shown = async () => (await look(cloud, monitor.id)).body.connection_monitor
    expect(await shown()).toEqual({ ...monitor, status: 'PENDING_CREATE' })
    cloud.advance('10s')
    expect(await shown()).toEqual({ ...monitor, status: 'ACTIVE' })

    expect(await drop(cloud, monitor.id)).toMatchObject({ status: 204, text: '' })
    expect((await shown()).status).toBe('PENDING_DELETE')
    expect(await drop(cloud, monitor.id)).toMatchObject(gone)
    cloud.advance('5s')
    expect(await look(cloud, monitor.id)).toMatchObject(gone)
    expect(await drop(cloud, monitor.id)).toMatchObject(gone)
    expect(await show(cloud, watched)).not.toHaveProperty('connection_monitor_id')
    expect((await create(cloud, watched)).status).toBe(201)
  })

  test('deleted while it is being created does not come back', async () => {
    const cloud = await prepare()
    const { id } = (await create(cloud, watched)).body.connection_monitor
    expect((await drop(cloud, id)).status).toBe(204)
    cloud.advance('1m')
    expect(await look(cloud, id)).toMatchObject(gone)
  })

  test('is refused for no connection, and beside another one', async () => {
    const cloud = await prepare()
    expect(await create(cloud, 'no-connection')).toMatchObject(gone)
    const { id } = (await create(cloud, watched)).body.connection_monitor
    expect(await create(cloud, watched)).toMatchObject(refused('has a connection monitor already'))
    await drop(cloud, id)
    expect(await create(cloud, watched)).toMatchObject(refused('has a connection monitor already'))
  })

  test('goes with its connection', async () => {
    const cloud = await prepare()
    const { id } = (await create(cloud, watched)).body.connection_monitor
    cloud.advance('10s')
    await remove(cloud, watched)
    expect((await look(cloud, id)).body.connection_monitor.status).toBe('PENDING_DELETE')
    expect(await drop(cloud, id)).toMatchObject(gone)
    cloud.advance('15s')
    expect(await look(cloud, id)).toMatchObject(gone)
    expect(await list(cloud)).toEqual([])
  })

  test('is not created for a connection that is going', async () => {
    const cloud = await prepare()
    await remove(cloud, watched)
    expect(await create(cloud, watched)).toMatchObject(notReady('CONNECTION', watched, 'DELETING'))
  })
})

test('the list is filtered by connection and enterprise project', async () => {
  const cloud = await prepare()
  const first = (await create(cloud, watched)).body.connection_monitor.id
  const second = (await create(cloud, 'vpn-graz')).body.connection_monitor.id
  const ids = async (query?: object) => (await list(cloud, query)).map(({ id }) => id)
  expect(await ids()).toEqual([second, first])
  expect(await ids({ vpn_connection_id: watched })).toEqual([first])
  expect(await ids({ vpn_connection_id: 'no-connection' })).toEqual([])
  expect(await ids({ enterprise_project_id: [production] })).toEqual([second])
  expect(await ids({ enterprise_project_id: ['0', production] })).toEqual([second, first])
  expect(await ids({ vpn_connection_id: watched, enterprise_project_id: [production] })).toEqual([])
})

test('link figures are there with a monitor only, and tell whether the peer is reached', async () => {
  const cloud = await prepare()
  const names = async () => {
    const query = { 'dim.0': `evpn_connection_id,${watched}` }
    const { metrics } = (await cloud.call('listMetrics', { query })).body
    return metrics.map(({ metric_name }) => metric_name).filter((name) => name.startsWith('link_'))
  }
  const figures = async (metric_name: string) => {
    const now = Date.now()
    const answer = await cloud.call('showMetricData', {
      query: {
        namespace: 'SYS.VPN',
        metric_name,
        'dim.0': `evpn_connection_id,${watched}`,
        filter: 'average',
        period: 1,
        from: now - 3_600_000,
        to: now + 3_600_000,
      },
    })
    return answer.body.datapoints.map(({ average }) => average ?? Number.NaN)
  }
  expect(await names()).toEqual([])
  expect(await figures('link_packet_loss_rate')).toEqual([])

  const { id } = (await create(cloud, watched)).body.connection_monitor
  expect(await names()).toEqual(['link_average_latency', 'link_max_latency', 'link_packet_loss_rate'])
  cloud.advance('10m')
  const measured = await figures('link_packet_loss_rate')
  // Nothing from before the monitor, though the connection is two hours old.
  expect(measured.length).toBeGreaterThan(5)
  expect(measured.length).toBeLessThan(60)
  expect(Math.max(...measured)).toBeLessThan(100)
  const means = await figures('link_average_latency')
  expect(means.length).toBeGreaterThanOrEqual(measured.length)
  expect(Math.min(...means)).toBeGreaterThan(0)

  cloud.control.setTunnel(cloud.projectId, watched, { state: 'down', reason: 'dpd timeout' })
  cloud.advance('10m')
  expect((await figures('link_packet_loss_rate')).at(-1)).toBe(100)
  expect((await figures('link_average_latency')).length).toBeLessThan((await figures('link_packet_loss_rate')).length)
  // A peer that refuses our settings answers all the same.
  cloud.control.setTunnel(cloud.projectId, watched, { state: 'down', reason: 'version mismatch' })
  cloud.advance('10m')
  expect((await figures('link_packet_loss_rate')).at(-1)).toBeLessThan(100)

  await drop(cloud, id)
  cloud.advance('5s')
  expect(await names()).toEqual([])
})
