import type { CustomerGateway, VpnConnection, VpnGateway } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { withRelated } from './related.ts'

const gateway = (id: string): VpnGateway => ({
  id,
  name: id,
  status: 'ACTIVE',
  network_type: 'public',
  attachment_type: 'vpc',
  flavor: 'Basic',
})
const customer = (id: string): CustomerGateway => ({ id, name: id, id_type: 'ip', id_value: '192.0.2.1' })
const connection = (id: string, vgw_id: string, cgw_id: string): VpnConnection => ({
  id,
  name: id,
  status: 'ACTIVE',
  style: 'STATIC',
  vgw_ip: 'eip-1',
  vgw_id,
  cgw_id,
})
const estate = {
  gateways: ['paris', 'berlin'].map(gateway),
  customerGateways: ['lyon', 'nice', 'bonn'].map(customer),
  connections: [
    connection('paris-lyon', 'paris', 'lyon'),
    connection('paris-nice', 'paris', 'nice'),
    connection('berlin-bonn', 'berlin', 'bonn'),
  ],
}
const namesOf = (resources: ReturnType<typeof withRelated>) => resources.map(({ value }) => value.name)

test('a gateway brings its connections and their other ends', () => {
  const found = withRelated([{ type: 'vpn-gateway', value: gateway('paris') }], estate)
  expect(namesOf(found)).toEqual(['paris', 'lyon', 'nice', 'paris-lyon', 'paris-nice'])
})

test('a customer gateway brings its connections and their gateways, but none that these have', () => {
  const found = withRelated([{ type: 'customer-gateway', value: customer('lyon') }], estate)
  expect(namesOf(found)).toEqual(['lyon', 'paris', 'paris-lyon'])
})

test('a connection brings its two ends; what is not in the lists is not made up', () => {
  const own = connection('paris-lyon', 'paris', 'lyon')
  expect(namesOf(withRelated([{ type: 'vpn-connection', value: own }], estate))).toEqual([
    'paris-lyon',
    'paris',
    'lyon',
  ])
  const nothing = { gateways: [], customerGateways: [], connections: [] }
  expect(namesOf(withRelated([{ type: 'vpn-connection', value: own }], nothing))).toEqual(['paris-lyon'])
})
