import { allows, builtInRoles, operation, type BuiltInRole } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { overviewParts } from './overview-parts.ts'

const may = (patterns: readonly string[]) => ({
  call: (name: Parameters<typeof operation>[0]) => allows(patterns, operation(name).action),
  own: (action: string) => allows(patterns, action),
})

const roleMay = (id: BuiltInRole) => may(builtInRoles.find((role) => role.id === id)?.actions ?? [])

test.each([
  ['administrator', ['tunnels', 'gateways', 'remote-access', 'certificates', 'quotas', 'changes']],
  ['network-admin', ['tunnels', 'gateways', 'remote-access', 'certificates', 'quotas']],
  ['support', ['tunnels', 'gateways', 'remote-access', 'certificates']],
  ['user-manager', ['remote-access']],
  ['vpn-user', []],
] as const)('%s sees %j', (role, parts) => {
  expect(overviewParts(roleMay(role), { hasP2c: true })).toEqual(parts)
})

test('a cloud without Point-to-Cloud has no part for it', () => {
  expect(overviewParts(roleMay('administrator'), { hasP2c: false })).not.toContain('remote-access')
})

test('a role made of few actions sees the parts of these only', () => {
  expect(overviewParts(may(['vpn:quota:list', 'vpn:vpnConnections:list']), { hasP2c: true })).toEqual(['tunnels'])
})
