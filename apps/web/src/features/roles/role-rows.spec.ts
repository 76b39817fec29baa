import { allows, builtInRoles } from '@vpn-console/api-client'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allRows, answersOf, countOf, countWords, coveringPattern, mayWords, resources, roleRows } from './role-rows.ts'

const role = (id: string) => {
  const found = builtInRoles.find((one) => one.id === id)
  if (!found) throw new Error(id)
  return { id, name: found.name, actions: [...found.actions] }
}

test('every operation has a place, and the cloud’s come before the console’s own', () => {
  expect(allRows.clouds).toBeGreaterThan(100)
  expect(roleRows).toHaveLength(allRows.clouds + allRows.console)
  expect(resources.filter((resource) => resource === 'vpn')).toEqual([])
  const last = roleRows.findLastIndex(({ resource }) => !resource.startsWith('Console: '))
  expect(last).toBe(allRows.clouds - 1)
  const of = (name: string) => roleRows.find((row) => row.name === name)?.resource
  expect(of('listVpnUsersInGroup')).toBe('VPN user groups')
  expect(of('createVpnServer')).toBe('VPN servers')
  expect(of('showVpnGatewayCertificate')).toBe('VPN gateways')
  expect(of('giveGrant')).toBe('Console: grants')
})

test('a cell says the pattern that covers it, or the action that is missing', () => {
  const admin = answersOf(role('network-admin'))
  expect(admin.get('createVgw')).toEqual({ isAllowed: true, why: 'By vpn:*, which covers vpn:vpnGateways:create.' })
  const support = answersOf(role('support'))
  expect(support.get('resetVpnConnection')).toEqual({ isAllowed: true, why: 'By vpn:vpnConnections:reset.' })
  expect(support.get('createVgw')).toEqual({ isAllowed: false, why: 'It lacks vpn:vpnGateways:create.' })
  expect(answersOf(role('vpn-user')).get('listRegions')?.isAllowed).toBe(false)
  expect(support.get('listRegions')?.isAllowed).toBe(true)
  // Given for single servers, he sees nothing that belongs to the whole cloud.
  expect(answersOf(role('user-manager')).get('listRegions')?.isAllowed).toBe(false)
  expect(answersOf({ actions: [...role('user-manager').actions] }).get('listRegions')?.isAllowed).toBe(true)
})

test('what the matrix shows is what the backend will answer', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('*', 'vpn:*', 'vpn:*:list', 'console:*', 'vpn:vpnGateways:get', 'nothing:*')),
      fc.constantFrom(...roleRows),
      (actions, { name, action }) => {
        if (action === undefined) return
        expect(answersOf({ actions }).get(name)?.isAllowed).toBe(allows(actions, action))
        const pattern = coveringPattern(actions, action)
        if (pattern !== undefined) expect(allows([pattern], action)).toBe(true)
      },
    ),
  )
})

test('a role is summed up in words', () => {
  expect(countOf(role('administrator'))).toEqual(allRows)
  expect(countWords(countOf(role('vpn-user')))).toBe('Nothing')
  expect(mayWords(role('vpn-user'))).toBe('Look after himself')
  expect(mayWords(role('administrator'))).toBe(countWords(allRows))
  expect(countWords({ clouds: 1, console: 0 })).toBe('1 operation on clouds')
  expect(countWords({ clouds: 0, console: 2 })).toBe('2 operations of the console')
  expect(countWords({ clouds: 37, console: 2 })).toBe('37 operations on clouds, 2 of the console')
})
