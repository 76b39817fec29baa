import { expect, test } from 'vitest'
import { needOf, needy, othersWords } from './gateway-attention.ts'

const gateway = (name: string, status: string, upgrade_info?: string) => ({ name, status, upgrade_info })

test('the worst comes first, and what runs or is being built is not among them', () => {
  const gateways = [
    gateway('gw-aix', 'ACTIVE', 'ready'),
    gateway('gw-brest', 'ACTIVE', 'expiring soon'),
    gateway('gw-caen', 'PENDING_UPGRADE_CONFIRM'),
    gateway('gw-dole', 'DREAMING'),
    gateway('gw-evry', 'FREEZED'),
    gateway('gw-foix', 'ERROR'),
    gateway('gw-gap', 'PENDING_UPDATE', 'expiring soon'),
    gateway('gw-hyeres', 'UPGRADING'),
  ]
  expect(needy(gateways).map(({ name }) => name)).toEqual([
    'gw-foix',
    'gw-evry',
    'gw-caen',
    'gw-dole',
    'gw-brest',
    'gw-gap',
  ])
  expect(othersWords(gateways)).toBe('1 running, 2 being built or changed')
})

test('tells a bad status from an old version', () => {
  expect(needOf(gateway('gw-1', 'FAULT', 'expiring soon'))).toBe('status')
  expect(needOf(gateway('gw-1', 'ACTIVE', 'expiring soon'))).toBe('version')
})
