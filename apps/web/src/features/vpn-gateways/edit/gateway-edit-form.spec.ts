import type { Subnet, VpnGateway } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { editValuesOf, gatewayChanges, gatewayEditSchema, hasLocalSubnets, toUpdateBody } from './gateway-edit-form.ts'

const gateway: VpnGateway = {
  id: 'gw-1',
  name: 'gw-paris',
  network_type: 'public',
  status: 'ACTIVE',
  attachment_type: 'vpc',
  ip_version: 'ipv4',
  flavor: 'Professional1',
  local_subnets: ['192.168.0.0/24', '10.0.0.0/16'],
}
const subnets: Subnet[] = [{ id: 'subnet-1', cidr: '192.168.0.0/24' }]
const values = editValuesOf(gateway, subnets)

test('blocks of the VPC are shown as picked, others as typed', () => {
  expect(values).toEqual({ name: 'gw-paris', localSubnets: ['192.168.0.0/24'], otherSubnets: '10.0.0.0/16' })
  expect(editValuesOf(gateway, []).otherSubnets).toBe('192.168.0.0/24\n10.0.0.0/16')
})

describe('only what was changed is sent', () => {
  test('nothing, where nothing was', () => {
    expect(toUpdateBody(values, gateway)).toEqual({ vpn_gateway: {} })
    expect(gatewayChanges(values, gateway)).toEqual([])
  })

  test('another order of the same blocks is no change', () => {
    const reordered = { ...values, localSubnets: [], otherSubnets: '10.0.0.0/16 192.168.0.0/24' }
    expect(toUpdateBody(reordered, gateway)).toEqual({ vpn_gateway: {} })
  })

  test('the name alone', () => {
    const changed = { ...values, name: ' gw-lyon ' }
    expect(toUpdateBody(changed, gateway)).toEqual({ vpn_gateway: { name: 'gw-lyon' } })
    expect(gatewayChanges(changed, gateway)).toEqual([
      { label: 'Name', removed: ['gw-paris'], added: ['gw-lyon'], kept: 0 },
    ])
  })

  test('the blocks as a whole, with the change in words', () => {
    const changed = { ...values, otherSubnets: '10.1.0.0/16' }
    expect(toUpdateBody(changed, gateway)).toEqual({
      vpn_gateway: { local_subnets: ['192.168.0.0/24', '10.1.0.0/16'] },
    })
    expect(gatewayChanges(changed, gateway)).toEqual([
      { label: 'Local subnets', removed: ['10.0.0.0/16'], added: ['10.1.0.0/16'], kept: 1 },
    ])
  })

  test('blocks of an IPv6 gateway go into their own field', () => {
    const v6: VpnGateway = { ...gateway, ip_version: 'ipv6', local_subnets: [], local_subnets_v6: ['2001:db8::/64'] }
    const changed = { ...editValuesOf(v6, []), otherSubnets: '2001:db8:1::/64' }
    expect(toUpdateBody(changed, v6)).toEqual({ vpn_gateway: { local_subnets_v6: ['2001:db8:1::/64'] } })
  })

  test('no blocks for a gateway on an enterprise router', () => {
    const onRouter: VpnGateway = { ...gateway, attachment_type: 'er', local_subnets: [] }
    expect(hasLocalSubnets(onRouter)).toBe(false)
    expect(toUpdateBody({ ...values, otherSubnets: '10.9.0.0/16' }, onRouter)).toEqual({ vpn_gateway: {} })
  })
})

describe('the form refuses', () => {
  const issuesOf = (change: Partial<typeof values>) =>
    gatewayEditSchema(gateway)
      .safeParse({ ...values, ...change })
      .error?.issues.map(({ path, message }) => [path.join('.'), message])

  test('nothing that is right', () => {
    expect(issuesOf({ name: 'gw-lyon' })).toBeUndefined()
  })

  test('a name with a space', () => {
    expect(issuesOf({ name: 'gw lyon' })).toEqual([['name', expect.stringContaining('letters')]])
  })

  test('to leave the gateway without a local subnet', () => {
    expect(issuesOf({ localSubnets: [], otherSubnets: '' })).toEqual([
      ['localSubnets', 'Give at least one local subnet.'],
    ])
  })

  test('a block that is none', () => {
    expect(issuesOf({ otherSubnets: '10.0.0.0/33' })).toEqual([
      ['otherSubnets', '10.0.0.0/33: Enter an IPv4 block, for example 192.168.0.0/24.'],
    ])
  })
})
