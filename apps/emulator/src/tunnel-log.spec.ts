import { describe, expect, test } from 'vitest'
import { startCloud } from './testing/cloud.ts'
import type { TunnelOrder } from './tunnel-orders.ts'

const linePattern =
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00 host-(?:\d+-){3}\d+ ipsec_ike\[\d+\]: \[[\d.]+\] IPsec tunnel .*\. \(.*\)$/

const prepare = async (tunnel?: TunnelOrder) => {
  const cloud = await startCloud()
  const { connections } = cloud.control.seed(cloud.projectId, {
    gateways: [{ name: 'gw-paris' }],
    customer_gateways: [{ name: 'cgw-lyon', id_value: '192.0.2.10' }],
    connections: [{ gateway: 'gw-paris', customer_gateway: 'cgw-lyon', ...(tunnel ? { tunnel } : {}) }],
  })
  const id = connections[0] ?? ''
  const log = async () => (await cloud.call('showVpnConnectionLog', { params: { vpn_connection_id: id } })).body.logs
  const status = async () =>
    (await cloud.call('showVpnConnection', { params: { vpn_connection_id: id } })).body.vpn_connection.status
  return { cloud, id, log, status }
}

describe('the log of a connection', () => {
  test('grows with each failed try, in the documented format, newest first', async () => {
    const { cloud, log } = await prepare({ state: 'down', reason: 'version mismatch' })
    cloud.advance('2m')
    const lines = await log()
    expect(lines).toHaveLength(5)
    for (const { time, raw_message } of lines) {
      expect(raw_message).toMatch(linePattern)
      expect(raw_message).toContain(
        'IPsec tunnel negotiation fails. (IfIndex=[207], PolicyName=[], SeqNum=[0], PeerAddress=[192.0.2.10], PeerPort=[500], Reason=[version mismatch])',
      )
      expect(time).toBe(Math.floor(Date.parse(raw_message.split(' ')[0] ?? '') / 1000))
    }
    expect(lines.map(({ time }) => time)).toEqual(lines.map(({ time }) => time).toSorted((a, b) => b - a))
    cloud.advance('1m')
    expect(await log()).toHaveLength(7)
  })

  test('keeps the newest 200 lines', async () => {
    const { cloud, log } = await prepare({ state: 'down', reason: 'flow mismatch' })
    cloud.advance('5d')
    const lines = await log()
    expect(lines).toHaveLength(200)
    expect((lines[0]?.time ?? 0) - (lines[199]?.time ?? 0)).toBe(199 * 30)
  })

  test('tells when keys were replaced', async () => {
    const { cloud, log } = await prepare()
    cloud.advance('61m')
    expect((await log()).map(({ raw_message }) => /OfflineReason=\[(.*?)\]/.exec(raw_message)?.[1])).toEqual([
      'phase2 sa replace',
      undefined,
      undefined,
    ])
  })

  test('names a teardown by its own reason, and then nobody answers', async () => {
    const { cloud, id, log, status } = await prepare()
    cloud.advance('10m')
    cloud.control.setTunnel(cloud.projectId, id, { state: 'down', reason: 'dpd timeout' })
    const texts = (await log()).map(({ raw_message }) => raw_message)
    expect(texts[0]).toContain('Reason=[max transmit reached]')
    expect(texts[1]).toContain('OfflineReason=[dpd timeout]')
    expect(await status()).toBe('DOWN')
    cloud.control.setTunnel(cloud.projectId, id, { state: 'up' })
    expect(await status()).toBe('ACTIVE')
  })
})

describe('a flapping tunnel', () => {
  test('goes down and up by the clock, the same however the time is cut', async () => {
    const order: TunnelOrder = { state: 'flap', up_for: '4m', down_for: '1m' }
    const { cloud, id, status, log } = await prepare()
    // A tunnel that goes down in the millisecond it came up was never up.
    cloud.advance('1s')
    cloud.control.setTunnel(cloud.projectId, id, order)
    const seen: (string | undefined)[] = []
    for (let minute = 0; minute < 10; minute++) {
      // Always in the middle of a minute: the changes are at the full ones.
      cloud.advance(minute === 0 ? '30s' : '1m')
      seen.push(await status())
    }
    const turn = ['DOWN', 'ACTIVE', 'ACTIVE', 'ACTIVE', 'ACTIVE']
    expect(seen).toEqual([...turn, ...turn])
    const downs = (await log()).filter(({ raw_message }) => raw_message.includes('OfflineReason'))
    expect(downs.length).toBeGreaterThanOrEqual(2)

    const other = await prepare()
    other.cloud.advance('1s')
    other.cloud.control.setTunnel(other.cloud.projectId, other.id, order)
    other.cloud.advance('570s')
    const events = (lines: { raw_message: string }[]) => lines.map(({ raw_message }) => raw_message.split('] ')[1])
    expect(events(await other.log())).toEqual(events(await log()))
  })

  test('can be left alone for a year', async () => {
    const { cloud, id, log } = await prepare()
    cloud.control.setTunnel(cloud.projectId, id, { state: 'flap', up_for: '1m', down_for: '10s' })
    cloud.advance('365d')
    expect(await log()).toHaveLength(200)
  })

  test('still flaps after a reset', async () => {
    const { cloud, id, status } = await prepare()
    cloud.control.setTunnel(cloud.projectId, id, { state: 'flap', up_for: '4m', down_for: '1m' })
    await cloud.call('resetVpnConnection', { params: { vpn_connection_id: id } })
    cloud.advance('10s')
    expect(await status()).toBe('ACTIVE')
    cloud.advance('4m')
    expect(await status()).toBe('DOWN')
  })
})
