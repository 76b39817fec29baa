import type { P2cConnection } from '@vpn-console/api-client'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../testing/databases.ts'
import type { Tuning } from '../tuning.ts'

const start = 1_735_100_000_000

const connection = (id: string, user = 'lyon', more: P2cConnection = {}): P2cConnection => ({
  connection_id: id,
  client_user_name: user,
  client_ip: '203.0.113.9',
  client_virtual_ip: '172.16.0.6',
  connection_established_time: '2024-12-25T04:00:00Z',
  inbound_bytes: 10,
  outbound_bytes: 20,
  inbound_packets: 1,
  outbound_packets: 2,
  ...more,
})
const all = { cloudId: 'demo', limit: 1_000 }

describeOnEachDatabase('sampled sessions', (database) => {
  const open = async (tuning: Partial<Tuning> = {}) => {
    let time = start
    const store = await database.open({ tuning, now: () => time })
    return {
      ...store.clientSessions,
      pass: (seconds: number) => {
        time += seconds * 1000
      },
    }
  }

  test('last while they are seen, with their latest counters, and end when they are missed', async () => {
    const sessions = await open()
    await sessions.sample('demo', 'gw-1', [connection('a')])
    sessions.pass(60)
    await sessions.sample('demo', 'gw-1', [connection('a', 'lyon', { inbound_bytes: 500 }), connection('b', 'nice')])
    sessions.pass(60)
    await sessions.sample('demo', 'gw-1', [connection('b', 'nice')])
    const { sessions: found } = await sessions.list(all)
    expect(found.find(({ connection_id }) => connection_id === 'a')).toEqual({
      id: expect.any(String),
      p2c_vgw_id: 'gw-1',
      connection_id: 'a',
      user_name: 'lyon',
      client_ip: '203.0.113.9',
      virtual_ip: '172.16.0.6',
      established_at: Date.parse('2024-12-25T04:00:00Z'),
      last_seen_at: start + 60_000,
      ended_at: start + 120_000,
      inbound_bytes: 500,
      outbound_bytes: 20,
      inbound_packets: 1,
      outbound_packets: 2,
    })
    expect(found.find(({ connection_id }) => connection_id === 'b')).not.toHaveProperty('ended_at')
  })

  test('one that was missed by mistake goes on', async () => {
    const sessions = await open()
    for (const seen of [[connection('a')], [], [connection('a')]]) {
      await sessions.sample('demo', 'gw-1', seen)
      sessions.pass(60)
    }
    const found = await sessions.list(all)
    expect(found.sessions).toHaveLength(1)
    expect(found.sessions[0]).not.toHaveProperty('ended_at')
  })

  test('one that the cloud names twice in a sample is one', async () => {
    const sessions = await open()
    await sessions.sample('demo', 'gw-1', [connection('a'), connection('a', 'lyon', { inbound_bytes: 2 ** 40 })])
    const { sessions: found } = await sessions.list(all)
    expect(found).toMatchObject([{ connection_id: 'a', inbound_bytes: 2 ** 40 }])
  })

  test('a sample of one gateway ends nothing at another', async () => {
    const sessions = await open()
    await sessions.sample('demo', 'gw-1', [connection('a')])
    await sessions.sample('other', 'gw-1', [connection('a')])
    sessions.pass(60)
    await sessions.sample('demo', 'gw-2', [])
    expect((await sessions.list(all)).sessions[0]).not.toHaveProperty('ended_at')
    expect((await sessions.list({ ...all, cloudId: 'other' })).sessions).toHaveLength(1)
  })

  test('are open exactly as long as the last sample has them', async () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
    const sessions = await open()
    let cloud = 0
    await fc.assert(
      fc.asyncProperty(fc.array(ids, { minLength: 1, maxLength: 6 }), async (samples) => {
        const cloudId = `cloud-${++cloud}`
        for (const sample of samples) {
          await sessions.sample(
            cloudId,
            'gw-1',
            sample.map((id) => connection(id)),
          )
          sessions.pass(60)
        }
        const found = (await sessions.list({ ...all, cloudId })).sessions
        const isOpen = found.filter(({ ended_at }) => ended_at === undefined).map(({ connection_id }) => connection_id)
        expect(isOpen.toSorted()).toEqual(samples.at(-1)?.toSorted())
        expect(found.map(({ connection_id }) => connection_id).toSorted()).toEqual(
          [...new Set(samples.flat())].toSorted(),
        )
      }),
      { numRuns: 30 },
    )
  })

  test('are found by gateway, user and span, in pages that lose nothing', async () => {
    const sessions = await open()
    const at = (hour: number) => ({ connection_established_time: `2024-12-25T0${hour}:00:00Z` })
    await sessions.sample('demo', 'gw-1', [
      ...['a', 'b', 'c'].map((id) => connection(id, 'lyon', at(1))),
      connection('d', 'nice', at(2)),
    ])
    await sessions.sample('demo', 'gw-2', [connection('e', 'nice', at(3))])
    const count = async (filter: object) => (await sessions.list({ ...all, ...filter })).sessions.length
    expect(await count({ gatewayId: 'gw-1' })).toBe(4)
    expect(await count({ userName: 'nice' })).toBe(2)
    expect(await count({ since: start + 1 })).toBe(0)
    const first = await sessions.list({ ...all, limit: 3 })
    expect(first.sessions.map(({ connection_id }) => connection_id).slice(0, 2)).toEqual(['e', 'd'])
    expect(first.sessions).toHaveLength(5)
    expect((await sessions.list({ ...all, before: first.nextBefore })).sessions).toEqual([])
  })

  test('are dropped when they are too old or too many, and may be switched off', async () => {
    const sessions = await open({ sessionKeepMs: 100_000, sessionKeepAll: 2 })
    await sessions.sample('demo', 'gw-1', [connection('old')])
    for (const id of ['a', 'b', 'c']) {
      sessions.pass(60)
      await sessions.sample('demo', 'gw-1', [connection(id)])
    }
    await sessions.prune()
    const left = (await sessions.list(all)).sessions.map(({ connection_id }) => connection_id)
    expect(left.toSorted()).toEqual(['b', 'c'])
    const off = await open({ sessionKeepMs: 0 })
    await off.sample('demo', 'gw-1', [connection('a')])
    expect((await off.list(all)).sessions).toEqual([])
  })
})
