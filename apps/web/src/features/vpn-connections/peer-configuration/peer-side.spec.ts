import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { peerSideOf, placeholders, type PeerOptions } from './peer-side.ts'
import { connection, customerGateway, estates, gateway } from './testing.ts'

const plain: PeerOptions = { psks: [], isBehindNat: false }
const ends = { gateway, customerGateway }

test('what is local to the gateway is remote to the device', () => {
  const { tunnels, ownSubnets, cloudSubnets } = peerSideOf([connection()], ends, plain)
  expect(tunnels[0]).toMatchObject({
    number: 1,
    gatewayAddress: '203.0.113.1',
    ownAddress: '198.51.100.7',
    localId: { type: 'ip', value: '198.51.100.7' },
    remoteId: { type: 'ip', value: '203.0.113.1' },
    inside: { own: '169.254.70.2/30', gateway: '169.254.70.1' },
  })
  expect({ ownSubnets, cloudSubnets }).toEqual({
    ownSubnets: ['172.20.0.0/16'],
    cloudSubnets: ['10.0.0.0/24', '10.0.1.0/24'],
  })
})

test('each rule of a policy turns round, destination by destination', () => {
  const policy_rules = [
    { source: '10.0.0.0/24', destination: ['172.20.0.0/16', '172.21.0.0/16'] },
    { source: '10.0.1.0/24', destination: ['172.20.0.0/16'] },
  ]
  expect(peerSideOf([connection({ style: 'POLICY', policy_rules })], ends, plain).pairs).toEqual([
    { local: '172.20.0.0/16', remote: '10.0.0.0/24' },
    { local: '172.21.0.0/16', remote: '10.0.0.0/24' },
    { local: '172.20.0.0/16', remote: '10.0.1.0/24' },
  ])
})

test('both tunnels of a pair end on their own gateway address and have interfaces of their own', () => {
  const second = connection({
    id: 'conn-2',
    name: 'lyon-2',
    vgw_ip: 'eip-2',
    tunnel_local_address: '169.254.70.5/30',
    tunnel_peer_address: '169.254.70.6/30',
  })
  const { tunnels } = peerSideOf([connection(), second], ends, { psks: ['one-KEY-1', 'two-KEY-2'], isBehindNat: false })
  expect(tunnels.map(({ number, gatewayAddress, psk }) => [number, gatewayAddress, psk])).toEqual([
    [1, '203.0.113.1', 'one-KEY-1'],
    [2, '203.0.113.2', 'two-KEY-2'],
  ])
  expect(tunnels[0]?.interfaceNumber).not.toBe(tunnels[1]?.interfaceNumber)
})

describe('in template mode', () => {
  const templated = {
    ...gateway,
    policy_template: {
      ike_policy: { encryption_algorithm: 'aes-256', authentication_algorithm: 'sha2-512', dh_group: 'group21' },
      ipsec_policy: { encryption_algorithm: 'aes-128', pfs: 'disable' },
    },
  }
  const named = { id: 'cgw-lyon', name: 'cgw-lyon', id_type: 'fqdn', id_value: 'lyon.example' }
  const of = (change = {}) =>
    peerSideOf(
      [connection({ style: 'POLICY-TEMPLATE', ikepolicy: { ike_version: 'v2', peer_id_type: 'any' }, ...change })],
      { gateway: templated, customerGateway: named },
      plain,
    )

  test('the gateway’s template says what is negotiated', () => {
    expect(of().tunnels[0]).toMatchObject({
      ike: { encryption: 'aes-256', authentication: 'sha2-512', dhGroup: 'group21' },
      ipsec: { encryption: 'aes-128', pfs: 'disable' },
    })
  })

  test('the device has no known address and goes by its name', () => {
    expect(of().tunnels[0]).toMatchObject({ ownAddress: undefined, localId: { type: 'fqdn', value: 'lyon.example' } })
  })

  test('every subnet of one end is joined with every one of the other', () => {
    expect(of().pairs).toEqual([
      { local: '172.20.0.0/16', remote: '10.0.0.0/24' },
      { local: '172.20.0.0/16', remote: '10.0.1.0/24' },
    ])
  })
})

test('what cannot be seen is marked as such', () => {
  const { tunnels, cloudSubnets, bgp } = peerSideOf(
    [connection({ style: 'BGP', ikepolicy: {} })],
    { gateway: undefined, customerGateway: undefined },
    plain,
  )
  expect(tunnels[0]).toMatchObject({
    gatewayAddress: placeholders.gatewayAddress,
    localId: { type: 'ip', value: placeholders.ownAddress },
    ownAddress: undefined,
  })
  expect(cloudSubnets).toEqual([placeholders.cloudSubnet])
  expect(bgp?.ownAsn).toBe(placeholders.asn)
})

test('local and remote are never of two IP versions in one pair', () => {
  fc.assert(
    fc.property(estates, ({ connections, ...others }) => {
      for (const { local, remote } of peerSideOf(connections, others, plain).pairs) {
        if (local.startsWith('<') || remote.startsWith('<')) continue
        expect(local.includes(':')).toBe(remote.includes(':'))
      }
    }),
  )
})
