import type { VpnGateway } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { moreActions } from './gateway-actions.ts'

const gateway: VpnGateway = {
  id: 'gw-1',
  name: 'gw-paris',
  network_type: 'public',
  status: 'ACTIVE',
  attachment_type: 'vpc',
  flavor: 'Professional1',
  upgrade_info: 'unready',
}
const allowed = () => undefined
const textsOf = (change: Partial<VpnGateway>) =>
  moreActions('demo', { ...gateway, ...change }, allowed).map(({ text }) => text)

test('a gateway offers what belongs to its specification', () => {
  expect(textsOf({})).toEqual(['Change the specification', 'Show upgrades'])
  expect(textsOf({ flavor: 'GM' })).toContain('Show the certificates')
  expect(textsOf({ flavor: 'Professional2-NonFixedIP' })).toContain('Edit the policy template')
})

test('what is to be done about its version is named', () => {
  expect(textsOf({ upgrade_info: 'ready' })).toContain('Upgrade')
  expect(textsOf({ upgrade_info: 'expiring soon' })).toContain('Upgrade')
  expect(textsOf({ status: 'PENDING_UPGRADE_CONFIRM' })).toContain('Commit or roll back the upgrade')
})

test('what cannot be done says why: the state, or the roles before it', () => {
  const frozen = { ...gateway, status: 'FREEZED' }
  expect(moreActions('demo', frozen, allowed)[0]?.disabledReason).toBe('gw-paris is frozen.')
  expect(moreActions('demo', frozen, () => 'Not for you.').map(({ disabledReason }) => disabledReason)).toEqual([
    'Not for you.',
    'Not for you.',
  ])
})
