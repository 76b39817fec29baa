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

test('the large estate has 2,000 connections on 40 gateways', async () => {
  const cloud = await startCloud({ estate: 'large' })
  const { resources } = (await cloud.call('showQuotasInfo', {})).body.quotas
  expect(resources?.map(({ type, used }) => [type, used])).toEqual([
    ['customer_gateway', 80],
    ['vpn_connection', 2_000],
    ['vpn_gateway', 40],
  ])
})
