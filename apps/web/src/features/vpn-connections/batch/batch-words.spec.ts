import type { VpnConnection } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { contextLookup } from '../../../ui/connections/connection-rows.ts'
import { batchConsequence, batchRefusal } from './batch-words.ts'

const first: VpnConnection = {
  id: 'vpn-1',
  name: 'vpn-lyon-1',
  status: 'ACTIVE',
  vgw_id: 'gw-paris',
  vgw_ip: '10.0.0.5',
  style: 'STATIC',
  cgw_id: 'cgw-lyon',
}
const second = { ...first, id: 'vpn-2', name: 'vpn-lyon-2', vgw_ip: '10.0.0.6' }
const single = { ...first, id: 'vpn-3', name: 'vpn-nice', cgw_id: 'cgw-nice' }
const contextOf = contextLookup([first, second, single])

describe('what goes down', () => {
  test('a deleted pair leaves nothing to its customer gateway', () => {
    expect(batchConsequence('delete', [first, second], contextOf)).toContain('No connected tunnel is left to cgw-lyon')
  })

  test('a deleted tunnel whose pair is up leaves that one', () => {
    expect(batchConsequence('delete', [first], contextOf)).toContain('keeps a connected tunnel')
  })

  test('the reset of a pair interrupts nothing, that of a single tunnel does', () => {
    expect(batchConsequence('reset', [first, second], contextOf)).not.toContain('interrupted')
    expect(batchConsequence('reset', [first, single], contextOf)).toContain('Traffic of vpn-nice is interrupted')
  })
})

test('a batch is refused with the reason of the first that refuses, and how many more', () => {
  const refusalOf = ({ name }: VpnConnection) => (name === 'vpn-nice' ? undefined : `${name} is frozen.`)
  expect(batchRefusal([], refusalOf)).toBe('Choose connections first.')
  expect(batchRefusal([single], refusalOf)).toBeUndefined()
  expect(batchRefusal([first, single], refusalOf)).toBe('vpn-lyon-1 is frozen.')
  expect(batchRefusal([first, second], refusalOf)).toBe('vpn-lyon-1 is frozen. So it is with 1 more.')
})
