import type { VpnConnection } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { deleteConsequence, resetConsequence } from './consequences.ts'

const connection: VpnConnection = {
  id: 'vpn-1',
  name: 'vpn-lyon-1',
  status: 'ACTIVE',
  vgw_id: 'vgw-1',
  vgw_ip: 'eip-1',
  style: 'STATIC',
  cgw_id: 'cgw-1',
  peer_subnets: ['192.168.0.0/24', '192.168.1.0/24'],
}

const context = {
  gatewayName: 'gw-paris',
  end: { address: '192.0.2.1', place: '1 (active)' },
  customerGatewayName: 'cgw-lyon',
  customerGateway: { id: 'cgw-1', name: 'cgw-lyon', id_type: 'ip', id_value: '198.51.100.7' },
  other: { name: 'vpn-lyon-2', status: 'ACTIVE' },
  beside: [{ name: 'vpn-lyon-2' }],
}

describe('deleteConsequence', () => {
  test('names both ends, the traffic and what takes it over', () => {
    expect(deleteConsequence(connection, context)).toBe(
      'The tunnel between gw-paris (192.0.2.1) and cgw-lyon (198.51.100.7) is taken down for good, with its settings and its pre-shared key. Traffic to 192.168.0.0/24 and 192.168.1.0/24 goes on through vpn-lyon-2, without redundancy.',
    )
  })

  test('says that traffic stops where the other tunnel is down', () => {
    expect(deleteConsequence(connection, { ...context, other: { name: 'vpn-lyon-2', status: 'DOWN' } })).toContain(
      'stops: the other tunnel, vpn-lyon-2, is not connected.',
    )
  })

  test('says that traffic stops where there is no other tunnel', () => {
    expect(deleteConsequence(connection, { ...context, other: undefined, beside: [] })).toContain('no other tunnel')
  })

  test('claims nothing of tunnels between the same two that are not its pair', () => {
    const unpaired = { ...context, other: undefined, beside: [{ name: 'vpn-lyon-policy' }] }
    expect(deleteConsequence(connection, unpaired)).toContain(
      'It has no pair that takes over: traffic to 192.168.0.0/24 and 192.168.1.0/24 stops, unless vpn-lyon-policy carries it too.',
    )
  })

  test('takes the networks of policy rules, each once, and counts what are too many', () => {
    const destination = ['10.1.0.0/16', '10.2.0.0/16', '10.3.0.0/16', '10.4.0.0/16', '10.5.0.0/16', '10.6.0.0/16']
    const rules = [
      { source: '10.0.0.0/24', destination },
      { source: '10.0.1.0/24', destination },
    ]
    const policy: VpnConnection = { ...connection, style: 'POLICY', peer_subnets: [], policy_rules: rules }
    expect(deleteConsequence(policy, context)).toContain(
      'Traffic to 10.1.0.0/16, 10.2.0.0/16, 10.3.0.0/16, 10.4.0.0/16, and 2 more goes on',
    )
  })

  test('claims nothing where the other connections are not known', () => {
    expect(deleteConsequence(connection, { ...context, other: undefined, beside: undefined })).toContain(
      'Whether another tunnel takes over could not be looked up.',
    )
  })

  test('shows the names alone where addresses are not known', () => {
    const { customerGateway: _, ...rest } = context
    const unseen = { ...rest, customerGateway: undefined, end: { address: undefined, place: undefined } }
    expect(deleteConsequence({ ...connection, peer_subnets: [] }, unseen)).toContain(
      'between gw-paris and cgw-lyon is taken down for good, with its settings and its pre-shared key. Its traffic goes on',
    )
  })
})

test('a reset interrupts traffic unless the other tunnel carries it', () => {
  expect(resetConsequence(connection, context)).toContain('goes through vpn-lyon-2 until it is up again')
  expect(resetConsequence(connection, { ...context, other: undefined })).toContain(
    'is interrupted until it is up again',
  )
})
