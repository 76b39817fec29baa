import { findReason, readLogLine, reasons } from '@vpn-console/api-client'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Seed } from './app.ts'
import { startCloud, type Cloud } from './testing/cloud.ts'

const documentedShape =
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00 host-(?:\d+-){3}\d+ ipsec_ike\[\d+\]: \[[\d.]+\] IPsec tunnel .*\. \(.*\)$/s

const prepare = async (connection: Partial<NonNullable<Seed['connections']>[number]> = {}) => {
  const cloud = await startCloud()
  const { connections } = cloud.control.seed(cloud.projectId, {
    gateways: [{ name: 'gw-paris' }],
    customer_gateways: [{ name: 'cgw-lyon', id_value: '192.0.2.10' }],
    connections: [{ gateway: 'gw-paris', customer_gateway: 'cgw-lyon', ...connection }],
  })
  cloud.advance('1m')
  return { cloud, id: connections[0] ?? '' }
}

const logOf = async (cloud: Cloud, vpn_connection_id: string) =>
  (await cloud.call('showVpnConnectionLog', { params: { vpn_connection_id } })).body.logs

describe('each documented reason', () => {
  test('can be ordered by its name, is written in the documented shape, and is read back', async () => {
    const { cloud, id } = await prepare()
    expect(reasons.length).toBeGreaterThan(60)
    for (const { name, kind } of reasons) {
      cloud.control.setTunnel(cloud.projectId, id, { state: 'up' })
      cloud.advance('1m')
      cloud.control.setTunnel(cloud.projectId, id, { state: 'down', reason: name })
      const logs = await logOf(cloud, id)
      const since = logs.slice(0, 3)
      for (const { raw_message } of since) expect(raw_message).toMatch(documentedShape)
      const lines = since.map(readLogLine)
      const told = lines.find(({ reason }) => reason === name)
      // One name stands in both lists.
      const isBoth = findReason(name)?.kind !== kind
      expect(told?.kind, name).toBe((kind === 'teardown') === isBoth ? 'failed' : 'deleted')
      expect(findReason(told?.reason ?? '')?.name, name).toBe(name)
      expect(told?.peer, name).toBe('192.0.2.10')
      const status = (await cloud.call('showVpnConnection', { params: { vpn_connection_id: id } })).body.vpn_connection
      expect(status.status, name).toBe('DOWN')
    }
  })

  test('with a setting of ours comes to an end when that setting is changed', async () => {
    const { cloud, id } = await prepare()
    const params = { vpn_connection_id: id }
    cloud.control.setTunnel(cloud.projectId, id, { state: 'down', reason: 'dpd timeout' })
    cloud.advance('10m')
    await cloud.call('updateVpnConnection', {
      params,
      body: { vpn_connection: { ikepolicy: { dpd: { timeout: 20, interval: 30, msg: 'seq-hash-notify' } } } },
    })
    cloud.advance('1m')
    expect((await cloud.call('showVpnConnection', { params })).body.vpn_connection.status).toBe('ACTIVE')
  })

  test('of a teardown is told also where the tunnel was down before', async () => {
    const { cloud, id } = await prepare()
    for (const reason of ['version mismatch', 'peer request', 'dpd timeout']) {
      cloud.advance('1m')
      cloud.control.setTunnel(cloud.projectId, id, { state: 'down', reason })
    }
    const told = (await logOf(cloud, id)).map((log) => readLogLine(log).reason)
    expect(told).toEqual(expect.arrayContaining(['peer request', 'dpd timeout', 'version mismatch']))
  })
})

describe('what is not documented', () => {
  test('is a reason all the same, word for word', async () => {
    const { cloud, id } = await prepare()
    const word = fc.string({ minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(word, async (reason) => {
        cloud.control.setTunnel(cloud.projectId, id, { state: 'up' })
        cloud.advance('1m')
        cloud.control.setTunnel(cloud.projectId, id, { state: 'down', reason })
        const [newest, before] = await logOf(cloud, id)
        expect(`${newest?.raw_message}${before?.raw_message}`).toContain(`Reason=[${reason}]`)
      }),
      { numRuns: 25 },
    )
  })

  test('may be a line of any kind', async () => {
    const { cloud, id } = await prepare()
    const text = 'kernel: something [else] =( happened'
    cloud.control.addLogLine(cloud.projectId, id, text)
    cloud.advance('5s')
    cloud.control.setTunnel(cloud.projectId, id, { state: 'down', reason: 'version mismatch' })
    const lines = (await logOf(cloud, id)).map(({ raw_message }) => raw_message)
    expect(lines[2]).toBe(text)
    expect(lines).toHaveLength(4)
  })
})

test('a log in several spellings says the same, and newest first', async () => {
  const { cloud, id } = await prepare({
    log_spelling: 'mixed',
    tunnel: { state: 'flap', up_for: '3m', down_for: '1m' },
  })
  cloud.advance('2h')
  const logs = await logOf(cloud, id)
  const lines = logs.map(readLogLine)
  expect(logs.some(({ raw_message }) => raw_message.includes('ReasonCode='))).toBe(true)
  expect(logs.some(({ raw_message }) => raw_message.includes(']:\n'))).toBe(true)
  expect(logs.some(({ raw_message }) => documentedShape.test(raw_message))).toBe(true)
  expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['established', 'failed', 'deleted']))
  expect(new Set(lines.filter(({ kind }) => kind === 'deleted').map(({ reason }) => reason))).toEqual(
    new Set(['dpd timeout']),
  )
  expect(lines.map(({ time }) => time)).toEqual(lines.map(({ time }) => time).toSorted((a, b) => b - a))
})
