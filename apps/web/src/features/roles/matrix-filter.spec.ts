import { expect, test } from 'vitest'
import { filterRows, readFilter } from './matrix-filter.ts'
import { answersOf, roleRows } from './role-rows.ts'

const filter = (text: string) => readFilter(new URLSearchParams(text))
const answers = answersOf({ actions: ['vpn:vpnGateways:*'] })

test('rows are found by the words in their name, action and resource', () => {
  const found = filterRows(roleRows, filter('find=Gateways+CREATE'))
  expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(['createVgw', 'createCgw', 'createP2cVgw']))
  expect(found.map(({ name }) => name)).not.toContain('listVgws')
})

test('rows are of one resource, and of what one role may or may not', () => {
  const one = filterRows(roleRows, filter('resource=VPN+gateways'))
  expect(new Set(one.map(({ resource }) => resource))).toEqual(new Set(['VPN gateways']))
  const may = filterRows(one, filter('shows=may'), answers)
  const mayNot = filterRows(one, filter('shows=may-not'), answers)
  expect(may.map(({ name }) => name)).toContain('createVgw')
  expect(mayNot.map(({ name }) => name)).toContain('listAvailabilityZones')
  expect(may.length + mayNot.length).toBe(one.length)
})

test('nonsense in the URL filters nothing', () => {
  expect(filterRows(roleRows, filter('shows=x&other=1'), answers)).toEqual(roleRows)
})
