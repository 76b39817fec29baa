import { expect, test } from 'vitest'
import { cloudWords, consoleWords, placeWords, roleWords } from './my-roles.ts'

test('roles are told by name; those made here by their ids', () => {
  expect(roleWords(['support', 'night-shift']).map(({ name }) => name)).toEqual(['Support', 'night-shift'])
  for (const { description } of roleWords(['support', 'night-shift'])) expect(description).not.toBe('')
})

test.each([
  [{ actions: ['*'], projects: {}, servers: {} }, 'All of it'],
  [{ actions: [], projects: { p: ['x'] }, servers: {} }, 'Only one enterprise project'],
  [{ actions: [], projects: { p: ['x'] }, servers: { a: [], b: [] } }, 'Only one enterprise project and 2 VPN servers'],
])('where on a cloud: %j', (grants, words) => {
  expect(placeWords({ grants })).toBe(words)
})

test('each cloud has a line', () => {
  const cloud = {
    id: 'c',
    name: 'Demo',
    vendor: 'emulator',
    region: 'eu-west-101',
    project_id: 'p',
    hasP2c: true,
  } as const
  const grants = { actions: ['*'], projects: {}, servers: {} }
  expect(cloudWords({ clouds: [{ ...cloud, grants }] })).toEqual(['Demo (eu-west-101): all of it'])
})

test.each([
  [['*'], 'Everything'],
  [['vpn:vpnConnections:list'], 'Only your own account'],
  [['vpn:*', 'console:audit:list'], 'Parts of its administration'],
])('the console itself by %j', (actions, words) => {
  expect(consoleWords({ actions })).toBe(words)
})
