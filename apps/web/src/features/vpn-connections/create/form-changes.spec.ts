import { tunnelProblems } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { connectionFormDefaults, emptyTunnel } from './connection-form.ts'
import { connectionWarnings } from './connection-warnings.ts'
import { afterGateway, afterPeer, defaultsFor, renamedTunnels, suggestedName } from './form-changes.ts'
import { connection, facts, filledIn, lyon, paris } from './testing.ts'

const nice = { ...paris, id: 'vgw-nice', name: 'gw-nice', eip1: { id: 'eip-3' }, eip2: { id: 'eip-4' } }
const known = facts({ gateways: [paris, nice] })

test('a gateway brings its first address and free tunnel addresses', () => {
  const used = connection({ ...filledIn(known).tunnels[0], name: 'other' })
  const account = facts({ connections: [used] })
  const changes = afterGateway(connectionFormDefaults(), paris.id, account)
  expect(changes.vgw_ip).toBe('eip-1')
  expect(changes.tunnels?.flatMap(tunnelProblems)).toEqual([])
  expect(changes.tunnels?.map((tunnel) => tunnel.tunnel_local_address)).not.toContain(used.tunnel_local_address)
})

test('another gateway takes the addresses of its predecessor away, and a mode that it does not have', () => {
  const before = { ...filledIn(known), style: 'policy-template' as const }
  const after = { ...before, ...afterGateway(before, 'vgw-nice', known) }
  expect(after).toMatchObject({ vgw_ip: 'eip-3', style: 'static', name: 'nice-lyon' })
  expect(after.tunnels[0].tunnel_local_address).not.toBe(before.tunnels[0].tunnel_local_address)
  expect(after.tunnels[0].psk).toBe(before.tunnels[0].psk)
})

test('the name follows the ends until somebody types another', () => {
  const values = filledIn(known)
  expect(values.name).toBe('paris-lyon')
  expect(values.tunnels.map(({ name }) => name)).toEqual(['paris-lyon-1', 'paris-lyon-2'])
  const newOne = { ...values.newCustomerGateway, name: 'cgw-dijon' }
  const after = { ...values, ...afterPeer(values, { customerGateway: 'new', newCustomerGateway: newOne }, known) }
  expect(after.name).toBe('paris-dijon')
  const typed = { ...after, name: 'mine' }
  expect(afterPeer(typed, { newCustomerGateway: { ...newOne, name: 'cgw-x' } }, known)).not.toHaveProperty('name')
})

test('a suggested name is free, alone and with its numbers', () => {
  const account = facts({ connections: [connection({ name: 'paris-lyon-2' }), connection({ name: 'paris-lyon-a' })] })
  expect(suggestedName(account, filledIn(account))).toBe('paris-lyon-b')
})

test('the names of the tunnels follow the base; one that was typed stays', () => {
  const tunnels: Parameters<typeof renamedTunnels>[0] = [
    { ...emptyTunnel, name: 'lyon-1' },
    { ...emptyTunnel, name: 'spare' },
  ]
  expect(renamedTunnels(tunnels, 'lyon', 'dijon').map(({ name }) => name)).toEqual(['dijon-1', 'spare'])
  expect(renamedTunnels([emptyTunnel, emptyTunnel], '', 'dijon').map(({ name }) => name)).toEqual([
    'dijon-1',
    'dijon-2',
  ])
})

test('a form with nothing special has no warnings', () => {
  expect(connectionWarnings(filledIn(known), known)).toEqual({})
})

test('what is allowed but doubtful is warned about', () => {
  const values = filledIn(known)
  const [first, second] = values.tunnels
  const account = facts({
    gateways: [paris],
    connections: [
      connection({ name: 'paris-lyon-1', cgw_id: lyon.id, tunnel_local_address: second.tunnel_local_address }),
    ],
  })
  expect(Object.keys(connectionWarnings(values, account))).toEqual([
    'tunnels.0.name',
    'cgw_id',
    'tunnels.1.tunnel_local_address',
  ])
  const twice = connectionWarnings({ ...values, tunnels: [first, { ...first, name: 'x' }] }, known)
  expect(Object.keys(twice)).toEqual(['tunnels.1.tunnel_local_address', 'tunnels.1.tunnel_peer_address'])
  const empty = { tunnel_local_address: '', tunnel_peer_address: '' }
  expect(
    connectionWarnings(
      {
        ...values,
        tunnels: [
          { ...first, ...empty },
          { ...second, ...empty },
        ],
      },
      known,
    ),
  ).toEqual({})
  const single = connectionWarnings({ ...values, extent: 'single', name: 'paris-lyon-1' }, account)
  expect(single['name']).toContain('paris-lyon-1')
})

test('a new customer gateway with the address of another is warned about', () => {
  const newCustomerGateway = {
    name: 'cgw-lyon',
    id_type: 'ip',
    id_value: '192.0.2.10',
    bgp_asn: '',
    ca_certificate: '',
  } as const
  const warnings = connectionWarnings(filledIn(known, { customerGateway: 'new', newCustomerGateway }), known)
  expect(Object.keys(warnings)).toEqual(['newCustomerGateway.id_value', 'newCustomerGateway.name'])
})

test('more policy tunnels than an address carries are warned about', () => {
  const destination = Array.from({ length: 50 }, (_, index) => `192.168.${index}.0/24`)
  const policy_rules = Array.from({ length: 5 }, (_, index) => ({
    source: `10.0.${index}.0/24`,
    destination: destination.join('\n'),
  }))
  const values = filledIn(known, { style: 'policy', policy_rules })
  expect(connectionWarnings(values, known)).toEqual({})
  const crowded = facts({
    connections: [
      connection({
        style: 'POLICY',
        vgw_ip: 'eip-2',
        policy_rules: [{ source: 'a', destination: [...destination, 'b'] }],
      }),
    ],
  })
  expect(connectionWarnings(values, crowded)['policy_rules']).toContain('301')
})

test('the form begins with the gateway that was asked for, or the only one that can be used', () => {
  const building = { ...nice, status: 'PENDING_CREATE' }
  expect(defaultsFor(known, 'vgw-nice').vgw_ip).toBe('eip-3')
  expect(defaultsFor(known, null).vgw_id).toBe('')
  expect(defaultsFor(facts({ gateways: [paris, building] }), null).vgw_id).toBe(paris.id)
  expect(defaultsFor(known, null).customerGateway).toBe('existing')
  expect(defaultsFor(facts({ customerGateways: [] }), null).customerGateway).toBe('new')
})
