import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressesNeeded, freeAddressProblems } from './subnet-addresses.ts'

test('a gateway on a VPC takes four addresses where one subnet has to do for everything', () => {
  const all = [{ path: 'connect_subnet', subnet_id: 'a', count: 4 }]
  expect(addressesNeeded({ connect_subnet: 'a' })).toEqual(all)
  expect(addressesNeeded({ attachment_type: 'vpc', connect_subnet: 'a', access_subnet_id: 'a' })).toEqual(all)
})

test('a gateway on a VPC takes two in each of two subnets', () => {
  expect(addressesNeeded({ connect_subnet: 'a', access_subnet_id: 'b' })).toEqual([
    { path: 'connect_subnet', subnet_id: 'a', count: 2 },
    { path: 'access_subnet_id', subnet_id: 'b', count: 2 },
  ])
})

test('a gateway on an enterprise router takes two in its access subnet, if it names one', () => {
  expect(addressesNeeded({ attachment_type: 'er', access_subnet_id: 'b' })).toEqual([
    { path: 'access_subnet_id', subnet_id: 'b', count: 2 },
  ])
  expect(addressesNeeded({ attachment_type: 'er', connect_subnet: 'a' })).toEqual([
    { path: 'connect_subnet', subnet_id: 'a', count: 2 },
  ])
  expect(addressesNeeded({ attachment_type: 'er' })).toEqual([])
})

test('a subnet has enough exactly when it has what is needed', () => {
  fc.assert(
    fc.property(fc.nat(10), fc.constantFrom('a', 'b', undefined), (free, access_subnet_id) => {
      const subnets = ['a', 'b'].map((id) => ({ id, name: id, available_ip_address_count: free }))
      const placement = { connect_subnet: 'a', access_subnet_id }
      const problems = freeAddressProblems(placement, subnets)
      expect(problems.length === 0).toBe(free >= (access_subnet_id === 'b' ? 2 : 4))
    }),
  )
})

test('it says how many are free and how many are taken', () => {
  const subnets = [{ id: 'a', name: 'subnet-lyon', available_ip_address_count: 3 }]
  expect(freeAddressProblems({ connect_subnet: 'a' }, subnets)).toEqual([
    expect.objectContaining({
      rule: 'vgw.subnet.free-addresses',
      path: 'connect_subnet',
      message: 'subnet-lyon has 3 free, and the gateway takes 4.',
      code: 'VPN.0502',
    }),
  ])
})

test('a subnet that is not known, or does not say, is left to the cloud', () => {
  expect(freeAddressProblems({ connect_subnet: 'a' }, [])).toEqual([])
  expect(freeAddressProblems({ connect_subnet: 'a' }, [{ id: 'a' }])).toEqual([])
})
