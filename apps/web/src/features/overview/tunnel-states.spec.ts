import type { VpnConnection } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { contextLookup } from '../../ui/connections/connection-rows.ts'
import { failingTunnels, tunnelStates } from './tunnel-states.ts'

const tunnel = (name: string, status: VpnConnection['status'], change: Partial<VpnConnection> = {}): VpnConnection => ({
  id: name,
  name,
  status,
  vgw_id: 'gw-paris',
  vgw_ip: name.endsWith('2') ? '10.0.0.6' : '10.0.0.5',
  style: 'STATIC',
  cgw_id: name.replace(/-\d$/, ''),
  ...change,
})

const states = (connections: VpnConnection[]) =>
  tunnelStates(connections, contextLookup(connections)).map(({ words, count }) => [words, count])
const failing = (connections: VpnConnection[]) =>
  failingTunnels(connections, contextLookup(connections)).map(({ connection, impact }) => [connection.name, impact])

describe('tunnelStates', () => {
  test('counts the tunnels of each state, worst first', () => {
    expect(
      states([
        tunnel('lyon-1', 'ACTIVE'),
        tunnel('lyon-2', 'ACTIVE'),
        tunnel('nice-1', 'ACTIVE'),
        tunnel('nice-2', 'DOWN'),
        tunnel('metz-1', 'ERROR'),
        tunnel('brest-1', 'PENDING_CREATE'),
      ]),
    ).toEqual([
      ['Faulty', 1],
      ['Not connected', 1],
      ['Connected without redundancy', 1],
      ['Creating', 1],
      ['Connected', 2],
    ])
  })

  test('an unknown word of the cloud is counted as it is', () => {
    expect(states([tunnel('lyon-1', 'DREAMING')])).toEqual([['DREAMING', 1]])
  })
})

describe('failingTunnels', () => {
  test('a site without any tunnel comes before one that has lost its redundancy', () => {
    expect(
      failing([
        tunnel('aix-1', 'ACTIVE'),
        tunnel('aix-2', 'DOWN'),
        tunnel('lyon-1', 'DOWN'),
        tunnel('lyon-2', 'DOWN'),
        tunnel('metz-1', 'ERROR'),
      ]),
    ).toEqual([
      ['lyon-1', 'cut off'],
      ['lyon-2', 'cut off'],
      ['metz-1', 'cut off'],
      ['aix-2', 'carried by the other'],
    ])
  })

  test('where more than two join the same ends nobody says that the site is cut off', () => {
    const ends = { cgw_id: 'lyon', vgw_ip: '10.0.0.5' }
    expect(
      failing([tunnel('lyon-1', 'DOWN', ends), tunnel('lyon-2', 'ACTIVE', ends), tunnel('lyon-3', 'ACTIVE', ends)]),
    ).toEqual([['lyon-1', 'not known']])
  })

  test('what is being built or changed does not fail', () => {
    expect(failing([tunnel('lyon-1', 'PENDING_CREATE'), tunnel('nice-1', 'FREEZED')])).toEqual([])
  })

  test('beside one that is being changed it is not known', () => {
    expect(failing([tunnel('lyon-1', 'DOWN'), tunnel('lyon-2', 'PENDING_UPDATE')])).toEqual([['lyon-1', 'not known']])
  })
})
