import { expect, test } from 'vitest'
import { operationChoices, personWords, thingsOf } from './entry-words.ts'

const entry = { cloud_id: 'demo', outcome: 'done' as const }

test.each([
  ['updateVgw', 'gw-1', ['/clouds/demo/vpn-gateways/gw-1']],
  ['batchCreateVpnConnection', 'c-1 c-2', ['/clouds/demo/vpn-connections/c-1', '/clouds/demo/vpn-connections/c-2']],
  ['deleteVgw', 'gw-1', [undefined]],
  ['updateVpnUser', 'u-1', [undefined]],
  ['somethingElse', 'x', [undefined]],
  ['createVgw', undefined, []],
])('%s of %s', (operation, resource_id, links) => {
  expect(thingsOf({ ...entry, operation, ...(resource_id && { resource_id }) }).map(({ to }) => to)).toEqual(links)
})

test('what was to be deleted and was not is still there', () => {
  expect(thingsOf({ ...entry, operation: 'deleteVgw', outcome: 'failed', resource_id: 'gw-1' })).toMatchObject([
    { to: '/clouds/demo/vpn-gateways/gw-1' },
  ])
})

test('who it was is in words', () => {
  expect(personWords({ person_id: 'p', person_name: '-' })).toBe('-')
  expect(personWords({ person_name: '-' })).toBe('Nobody signed in')
  expect(personWords({ person_name: '(console)' })).toBe('The console itself')
  expect(personWords({ person_name: '' })).toBe('Nobody signed in')
  expect(personWords({ person_name: 'wrong-name' })).toBe('wrong-name')
})

test('operations to choose from are in the order of their words', () => {
  const labels = operationChoices().map(({ label }) => label)
  expect(labels).toContain('Update VPN gateway')
  expect(labels).toEqual(labels.toSorted((a, b) => a.localeCompare(b)))
})
