import type { SaInfo } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countStates, nextSamples, pairRows, type Samples } from './pair-rows.ts'
import { bytesWords, rateWords, summaryWords } from './pair-words.ts'

const none: Samples = new Map()
const a = { source: '10.0.0.0/24', destination: '10.1.0.0/24' }
const b = { source: '10.0.0.0/24', destination: '10.2.0.0/24' }

const sa = (pair: typeof a, more: Partial<SaInfo> = {}): SaInfo => ({
  id: `${pair.source} ${pair.destination}`,
  source_ip_cidr: pair.source,
  dest_ip_cidr: pair.destination,
  packets_sent: 10,
  packets_recv: 8,
  traffic_sent: 1_000,
  traffic_recv: 800,
  collected_at: '2026-01-01T10:00:00Z',
  ...more,
})

const states = (rows: ReturnType<typeof pairRows>) => rows.map(({ destination, state }) => `${destination} ${state}`)

describe('expected pairs beside those that are there', () => {
  test('show what is missing and what nobody asked for', () => {
    const other = { source: '10.0.9.0/24', destination: '10.9.0.0/24' }
    expect(states(pairRows([a, b], [sa(a), sa(other)], none))).toEqual([
      '10.1.0.0/24 working',
      '10.2.0.0/24 missing',
      '10.9.0.0/24 unexpected',
    ])
  })

  test.each([
    [{ packets_sent: 5, packets_recv: 0 }, 'unanswered'],
    [{ packets_sent: 0, packets_recv: 5 }, 'unasked'],
    [{ packets_sent: 0, packets_recv: 0 }, 'idle'],
    [{ packets_sent: 5, packets_recv: 5 }, 'working'],
  ])('%j is %s', (counts, state) => {
    expect(pairRows([a], [sa(a, counts)], none)[0]?.state).toBe(state)
  })

  test('of a tunnel that is down are down, not missing', () => {
    expect(states(pairRows([a], [], none, false))).toEqual(['10.1.0.0/24 down'])
  })

  test('that cannot be said call none unexpected', () => {
    expect(states(pairRows(undefined, [sa(a)], none))).toEqual(['10.1.0.0/24 working'])
  })

  test('add up the two associations of a pair whose keys are being renewed', () => {
    const [row] = pairRows([a], [sa(a), sa(a, { id: 'new', packets_sent: 1, traffic_sent: 50 })], none)
    expect(row?.counters).toMatchObject({ packetsSent: 11, bytesSent: 1_050 })
  })

  test('are the same however the blocks are written', () => {
    const six = { source: '2001:DB8::/32', destination: '::/0' }
    expect(states(pairRows([six], [sa({ ...six, source: '2001:db8::/32' })], none))).toEqual(['::/0 working'])
  })
})

describe('rates', () => {
  const later = (more: Partial<SaInfo>) => sa(a, { collected_at: '2026-01-01T10:00:10Z', ...more })
  const ratesOf = (...answers: SaInfo[]) => {
    const samples = answers.reduce((before, answer) => nextSamples(before, [answer]), none)
    return pairRows([a], [answers.at(-1) ?? sa(a)], samples)[0]
  }

  test('are the difference of two counts over the time between', () => {
    expect(ratesOf(sa(a), later({ traffic_sent: 2_250, traffic_recv: 800 }))?.rates).toEqual({
      bitsSent: 1_000,
      bitsReceived: 0,
    })
  })

  test('stay while the cloud gives the same count again', () => {
    const second = later({ traffic_sent: 2_250 })
    expect(ratesOf(sa(a), second, second)?.rates?.bitsSent).toBe(1_000)
  })

  test('are none after the first count, or when counters begin anew', () => {
    expect(ratesOf(sa(a))?.rates).toBeUndefined()
    expect(ratesOf(sa(a), later({ traffic_sent: 10 }))?.rates).toBeUndefined()
  })

  test('tell that nothing has come back lately', () => {
    expect(ratesOf(sa(a), later({ traffic_sent: 2_250 }))?.state).toBe('fallenSilent')
  })

  test('are never negative', () => {
    const count = fc.record({ traffic_sent: fc.nat(), traffic_recv: fc.nat(), second: fc.nat(59) })
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 6 }), (counts) => {
        let samples = none
        for (const { second, ...traffic } of counts) {
          const collected_at = `2026-01-01T10:00:${String(second).padStart(2, '0')}Z`
          samples = nextSamples(samples, [sa(a, { ...traffic, collected_at })])
          const rates = pairRows([a], [sa(a, traffic)], samples)[0]?.rates
          expect(rates?.bitsSent ?? 0).toBeGreaterThanOrEqual(0)
          expect(rates?.bitsReceived ?? 0).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})

test('whatever is there, each expected pair has one row and each association is counted', () => {
  const pair = fc.record({
    source: fc.constantFrom('10.0.0.0/24', '10.0.1.0/24'),
    destination: fc.constantFrom('10.1.0.0/24', '10.2.0.0/24'),
  })
  fc.assert(
    fc.property(fc.array(pair), fc.array(pair), (expected, there) => {
      const rows = pairRows(
        expected,
        there.map((one, index) => sa(one, { id: String(index) })),
        none,
      )
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
      expect(rows.reduce((sum, { counters }) => sum + (counters?.packetsSent ?? 0), 0)).toBe(there.length * 10)
      const counts = countStates(rows)
      expect(counts.missing).toBe(rows.filter(({ counters }) => counters === undefined).length)
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length)
    }),
  )
})

describe('in words', () => {
  const nothing = countStates([])

  test.each([
    [{ ...nothing, working: 2 }, '2 pairs, packets both ways.'],
    [{ ...nothing, working: 1, idle: 1 }, '2 pairs, all up.'],
    [{ ...nothing, down: 3 }, 'The tunnel is not connected, so no pair is up.'],
    [{ ...nothing, working: 1, missing: 1 }, '1 pair missing; 1 of 2 pairs in order.'],
    [nothing, 'No pair is expected, and none is there.'],
  ])('%j', (counts, words) => {
    expect(summaryWords(counts)).toBe(words)
  })

  test('sizes have the unit that fits', () => {
    expect(bytesWords(999)).toBe('999 B')
    expect(bytesWords(1_536)).toBe('1.5 KiB')
    expect(bytesWords(200 * 1_024 ** 3)).toBe('200 GiB')
    expect(rateWords(2_500_000)).toBe('2.5 Mbit/s')
  })
})
