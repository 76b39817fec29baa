import type { P2cConnection } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSessions, sessionId } from './session-rates.ts'

const connection = (more: Partial<P2cConnection> = {}): P2cConnection => ({
  connection_id: 'one',
  client_user_name: 'lyon.01',
  client_ip: '203.0.113.7',
  client_virtual_ip: '172.16.0.2',
  connection_established_time: '2026-01-01T00:00:00Z',
  inbound_bytes: 0,
  outbound_bytes: 0,
  inbound_packets: 0,
  outbound_packets: 0,
  ...more,
})

const counter = fc.nat(2 ** 40)
const moving = fc.record({
  inbound_bytes: counter,
  outbound_bytes: counter,
  inbound_packets: counter,
  outbound_packets: counter,
})

describe('rates between two polls', () => {
  test('are what was added, by the second', () => {
    const first = readSessions([], [connection({ timestamp: '00:00:00' })], 10_000)
    expect(first[0]?.rates).toEqual({})
    const [second] = readSessions(
      first,
      [connection({ timestamp: '00:00:05', inbound_bytes: 5_000, outbound_bytes: 250, inbound_packets: 10 })],
      15_000,
    )
    expect(second?.rates).toEqual({
      inbound_bytes: 1_000,
      outbound_bytes: 50,
      inbound_packets: 2,
      outbound_packets: 0,
    })
  })

  test('are never negative and always finite, whatever the counters do', () => {
    const polls = fc.array(fc.tuple(fc.integer({ min: -5_000, max: 200_000 }), moving), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(polls, (steps) => {
        let at = 1_000_000
        let sessions: ReturnType<typeof readSessions> = []
        for (const [ms, counters] of steps) {
          at += ms
          sessions = readSessions(sessions, [connection(counters)], at)
          for (const rate of Object.values(sessions[0]?.rates ?? {})) {
            if (rate === undefined) continue
            expect(rate).toBeGreaterThanOrEqual(0)
            expect(Number.isFinite(rate)).toBe(true)
          }
        }
      }),
    )
  })

  test('a counter that was reset has no rate, the others keep theirs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1_000, max: 90_000 }), (bytes, ms) => {
        const first = readSessions([], [connection({ inbound_bytes: bytes })], 0)
        const [second] = readSessions(first, [connection({ inbound_bytes: bytes - 1, outbound_bytes: bytes })], ms)
        expect(second?.rates.inbound_bytes).toBeUndefined()
        expect(second?.rates.outbound_bytes).toBeCloseTo((bytes * 1_000) / ms)
      }),
    )
  })

  test('a measurement that was read before keeps its rates until the next one', () => {
    const polls = [
      connection({ timestamp: 'a' }),
      connection({ timestamp: 'b', inbound_bytes: 600 }),
      connection({ timestamp: 'b', inbound_bytes: 600 }),
      connection({ timestamp: 'c', inbound_bytes: 1_800 }),
    ]
    const [a = connection(), b = connection(), again = connection(), c = connection()] = polls
    const second = readSessions(readSessions([], [a], 0), [b], 6_000)
    const third = readSessions(second, [again], 9_000)
    expect(third[0]?.rates.inbound_bytes).toBe(100)
    expect(readSessions(third, [c], 12_000)[0]?.rates.inbound_bytes).toBe(200)
  })

  test('readings too close to each other, or too far apart, make no new rate', () => {
    const first = readSessions([], [connection()], 0)
    expect(readSessions(first, [connection({ inbound_bytes: 900 })], 100)).toEqual(first)
    const late = readSessions(first, [connection({ inbound_bytes: 900 })], 100_000)
    expect(late[0]?.rates).toEqual({})
  })

  test('who came back under the same id is measured anew', () => {
    const first = readSessions([], [connection()], 0)
    const again = connection({ connection_established_time: '2026-01-01T00:01:00Z', inbound_bytes: 100 })
    expect(readSessions(first, [again], 5_000)[0]?.rates).toEqual({})
  })
})

test('the list has each session once, in the order of the cloud, and none that has ended', () => {
  const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
  fc.assert(
    fc.property(ids, ids, (before, now) => {
      const lists = [before, now].map((list) => list.map((connection_id) => connection({ connection_id })))
      const read = readSessions(readSessions([], lists[0] ?? [], 0), lists[1] ?? [], 5_000)
      expect(read.map(({ id }) => id)).toEqual([...new Set(now)])
    }),
  )
})

test('a session without an id goes by who it is', () => {
  const { connection_id: _, ...nameless } = connection()
  expect(sessionId(nameless)).toBe('lyon.01 172.16.0.2 2026-01-01T00:00:00Z')
})
