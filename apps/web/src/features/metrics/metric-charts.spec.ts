import { describe, expect, test } from 'vitest'
import { connectionCharts, gatewayCharts, linesOf, saCharts, unmeasuredIds, wantedBy } from './metric-charts.ts'
import { callsFor, metricKey, ofConnection, type WantedMetric } from './metric-queries.ts'
import { emptyReasons } from './empty-reasons.ts'

const first = { id: 'c1', name: 'paris-lyon-1' }
const second = { id: 'c2', name: 'paris-lyon-2' }
const names = (wanted: readonly WantedMetric[]) => [...new Set(wanted.map(({ name }) => name))].toSorted()

describe('charts', () => {
  const all = [
    ...wantedBy(connectionCharts([first, second])),
    ...wantedBy(gatewayCharts({ id: 'g1', flavor: 'Professional1' })),
    ...wantedBy(saCharts('c1', 's1')),
  ]

  test('ask by the dimensions of this service, never by those of the old one', () => {
    const dimensions = new Set(all.map(({ dimensions }) => dimensions.map(({ name }) => name).join(',')))
    expect([...dimensions].toSorted()).toEqual([
      'evpn_connection_id',
      'evpn_connection_id,evpn_sa_id',
      'evpn_gateway_id',
    ])
  })

  test('show every metric of a connection but its status, for one tunnel as for two', () => {
    const quality = (kind: string) =>
      ['average_latency', 'max_latency', 'packet_loss_rate'].map((one) => `${kind}_${one}`)
    const rates = ['recv_pkt_rate', 'recv_rate', 'send_pkt_rate', 'send_rate']
    const wanted = [...quality('link'), ...rates, ...quality('tunnel')]
    expect(names(wantedBy(connectionCharts([first])))).toEqual(wanted)
    expect(names(wantedBy(connectionCharts([first, second])))).toEqual(wanted)
  })

  test('show all seven metrics of a gateway, with the limit of its specification', () => {
    const charts = gatewayCharts({ id: 'g1', flavor: 'Professional1' })
    expect(names(wantedBy(charts))).toHaveLength(7)
    expect(charts[0]?.threshold).toEqual({ value: 300 * 1024 ** 2, words: 'Professional1: 300 Mbit/s' })
  })

  test('have a name of their own each', () => {
    const ids = connectionCharts([first, second]).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test('a chart knows of which connection it has nothing', () => {
  const [chart] = connectionCharts([first, second])
  if (!chart) throw new Error('There is no chart.')
  const readings = new Map([[metricKey('recv_rate', ofConnection('c1')), [{ at: 0, value: 0 }]]])
  const lines = linesOf(chart, { range: '1h', grid: { from: 0, periodMs: 60_000, count: 2 }, readings })
  expect(lines.map(({ values }) => values)).toEqual([
    [0, undefined],
    [undefined, undefined],
  ])
  expect(unmeasuredIds(chart, lines)).toEqual(['c2'])
})

describe('calls', () => {
  const wanted = Array.from({ length: 30 }, (_, index): WantedMetric => {
    return { name: `m${index}`, dimensions: [], filter: index % 3 === 0 ? 'max' : 'average' }
  })

  test('have one filter each, and never more figures than the service gives', () => {
    for (const steps of [60, 288, 2_999, 5_000]) {
      const calls = callsFor(wanted, steps)
      expect(calls.flat()).toHaveLength(30)
      for (const metrics of calls) {
        expect(new Set(metrics.map(({ filter }) => filter)).size).toBe(1)
        expect(metrics.length === 1 || metrics.length * steps <= 3_000).toBe(true)
      }
    }
  })

  test('nothing wanted, nothing asked', () => {
    expect(callsFor([], 60)).toEqual([])
  })
})

describe('an empty chart', () => {
  const tunnel = { ...first, style: 'STATIC', enable_nqa: false, vgw_id: 'g1' } as const
  const other = { ...tunnel, ...second }
  const reasons = (needs: 'monitor' | 'nqa' | undefined, ...tunnels: Parameters<typeof emptyReasons>[1]) =>
    emptyReasons(needs, tunnels, 'one')

  test('of the link leads to the monitor, where there is none', () => {
    const to = (id: string) => `/clouds/one/vpn-connections/${id}?tab=monitor`
    expect(reasons('monitor', tunnel)[0]?.actions).toEqual([{ text: 'Create monitor', to: to('c1') }])
    expect(reasons('monitor', tunnel, other)).toEqual([
      {
        text: 'The link is measured by a connection monitor. paris-lyon-1 and paris-lyon-2 have none.',
        actions: [
          { text: 'Create monitor for paris-lyon-1', to: to('c1') },
          { text: 'Create monitor for paris-lyon-2', to: to('c2') },
        ],
      },
    ])
    expect(reasons('monitor', { ...tunnel, connection_monitor_id: 'm1' })[0]?.actions).toEqual([])
  })

  test('of the tunnel leads to a connection with NQA, which only the static mode has', () => {
    expect(reasons('nqa', tunnel, other).flatMap(({ actions }) => actions)).toEqual([
      { text: 'Create a connection with NQA', to: '/clouds/one/vpn-connections/new?gateway=g1' },
    ])
    expect(reasons('nqa', { ...tunnel, style: 'BGP' })).toEqual([{ text: expect.stringContaining('BGP'), actions: [] }])
    expect(reasons('nqa', { ...tunnel, enable_nqa: true })[0]?.text).toContain('once a minute')
  })

  test('tunnels that lack different things have a reason each', () => {
    expect(reasons('nqa', tunnel, { ...other, enable_nqa: true })).toHaveLength(2)
  })

  test('of what is always measured only needs time', () => {
    expect(reasons(undefined, tunnel)).toEqual([{ text: expect.stringContaining('once a minute'), actions: [] }])
  })
})
