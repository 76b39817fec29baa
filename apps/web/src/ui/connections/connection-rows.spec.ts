import type { CustomerGateway, VpnConnection, VpnGateway } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { contextLookup, rowKey, statusRank, statusText } from './connection-rows.ts'

const first: VpnConnection = {
  id: 'vpn-1',
  name: 'vpn-lyon-1',
  status: 'ACTIVE',
  vgw_id: 'vgw-1',
  vgw_ip: '10.0.0.5',
  style: 'STATIC',
  cgw_id: 'cgw-1',
}
const second: VpnConnection = { ...first, id: 'vpn-2', name: 'vpn-lyon-2', vgw_ip: '10.0.0.6', status: 'DOWN' }

const gateway: VpnGateway = {
  id: 'vgw-1',
  name: 'gw-paris',
  status: 'ACTIVE',
  network_type: 'private',
  attachment_type: 'vpc',
  flavor: 'Professional1',
  access_private_ip_1: '10.0.0.5',
  access_private_ip_2: '10.0.0.6',
}
const customerGateway: CustomerGateway = { id: 'cgw-1', name: 'cgw-lyon', id_type: 'ip', id_value: '192.0.2.10' }

describe('contextLookup', () => {
  test('names the ends and the other tunnel', () => {
    expect(contextLookup([first, second], [gateway], [customerGateway])(second)).toEqual({
      gateway,
      gatewayName: 'gw-paris',
      end: { address: '10.0.0.6', place: '2 (active)' },
      customerGateway,
      customerGatewayName: 'cgw-lyon',
      other: first,
      beside: [first],
    })
  })

  test('tells what it does not know from what is not there', () => {
    expect(contextLookup(undefined)(first).beside).toBeUndefined()
    expect(contextLookup([first])(first).beside).toEqual([])
  })

  test('shows ids where the ends cannot be listed', () => {
    expect(contextLookup([first])(first)).toMatchObject({
      gatewayName: 'vgw-1',
      customerGatewayName: 'cgw-1',
      other: undefined,
      beside: [],
    })
  })
})

describe('statusText', () => {
  test('a connected tunnel whose other one is down is not at its best', () => {
    expect(statusText(first, second)).toBe('Connected without redundancy')
  })

  test.each([
    ['it is down itself', second, first, 'Not connected'],
    ['the other is up', first, { ...second, status: 'ACTIVE' }, 'Connected'],
    ['the other is just being built', first, { ...second, status: 'PENDING_CREATE' }, 'Connected'],
    ['it was made alone', first, undefined, 'Connected'],
  ])('the status says it all where %s', (_, connection, other, words) => {
    expect(statusText(connection, other)).toBe(words)
  })
})

describe('in a list', () => {
  test('the worst state comes first, and one never seen before those that are well', () => {
    const down = { status: 'DOWN' }
    const order = [
      statusRank({ status: 'ERROR' }, undefined),
      statusRank(down, undefined),
      statusRank({ status: 'ASLEEP' }, undefined),
      statusRank({ status: 'ACTIVE' }, down),
      statusRank({ status: 'FREEZED' }, undefined),
      statusRank({ status: 'PENDING_UPDATE' }, undefined),
      statusRank({ status: 'ACTIVE' }, { status: 'ACTIVE' }),
    ]
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(new Set(order).size).toBe(order.length)
  })

  test('both tunnels of a pair have the same key, and one alone has its own', () => {
    expect(rowKey(first, second)).toBe(rowKey(second, first))
    expect(rowKey(first, undefined)).toBe(first.id)
  })
})
