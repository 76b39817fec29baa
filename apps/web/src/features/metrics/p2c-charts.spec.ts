import { expect, test } from 'vitest'
import { p2cGatewayCharts } from './p2c-charts.ts'

const found = (...names: string[]) => names.map((metric_name) => ({ metric_name }))

test('both ways of one thing are one chart, and what is not there is no chart', () => {
  const charts = p2cGatewayCharts('p2c-1', found('gateway_send_rate', 'gateway_recv_rate', 'gateway_connection_num'))
  expect(charts.map(({ id }) => id)).toEqual(['bandwidth', 'clients'])
  expect(charts[0]?.lines.map(({ name }) => name)).toEqual(['To the cloud', 'From the cloud'])
  expect(charts[0]?.lines[0]?.dimensions).toEqual([{ name: 'p2c_vpn_gateway_id', value: 'p2c-1' }])
})

test('half of a pair is drawn alone', () => {
  const [chart] = p2cGatewayCharts('p2c-1', found('gateway_send_pkt_rate'))
  expect(chart?.lines.map(({ metric }) => metric)).toEqual(['gateway_send_pkt_rate'])
})

test('a metric nobody knew is drawn by its own name where its unit is known, else left out', () => {
  const charts = p2cGatewayCharts('p2c-1', [
    { metric_name: 'sign_in_latency', unit: 'ms' },
    { metric_name: 'moon_phase', unit: 'phases' },
  ])
  expect(charts.map(({ title, unit }) => `${title} ${unit}`)).toEqual(['sign_in_latency ms'])
})
