import type { VpnConnectionCreate } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { startCloud } from '../testing/cloud.ts'
import {
  gone,
  key,
  notReady,
  prepareConnections,
  refused,
  remove,
  reset,
  show,
  update,
} from '../testing/connections.ts'

describe('the life of a connection', () => {
  test('it is made in half a minute and comes up, with the documented defaults and without its key', async () => {
    const { cloud, send, gateway, plain } = await prepareConnections()
    const made = await send()
    expect(made.status, made.text).toBe(201)
    expect(made.text).not.toContain(key)
    const { id, ...created } = made.body.vpn_connection
    expect(created).not.toHaveProperty('status')
    expect(created).toMatchObject({
      name: expect.stringMatching(/^vpn-[0-9a-f]{4}$/),
      style: 'STATIC',
      enable_nqa: false,
      ha_role: 'master',
      policy_rules: [],
      policy_rules_v6: [],
      tags: [],
      tunnel_local_address: expect.stringMatching(/^169\.254\.\d+\.\d+\/30$/),
      ikepolicy: {
        ike_version: 'v2',
        authentication_algorithm: 'sha2-256',
        encryption_algorithm: 'aes-128',
        dh_group: 'group15',
        authentication_method: 'pre-share',
        lifetime_seconds: 86_400,
        local_id_type: 'ip',
        local_id: gateway.eip1?.ip_address,
        peer_id_type: 'ip',
        peer_id: '192.0.2.10',
        dpd: { timeout: 15, interval: 30, msg: 'seq-hash-notify' },
      },
      ipsecpolicy: { pfs: 'group15', lifetime_seconds: 3_600, transform_protocol: 'esp', encapsulation_mode: 'tunnel' },
    })
    expect((await show(cloud, id)).status).toBe('PENDING_CREATE')
    expect(await update(cloud, id, { name: 'vpn-lyon' })).toMatchObject(notReady('CONNECTION', id, 'CREATING'))
    expect(await remove(cloud, id)).toMatchObject(notReady('CONNECTION', id, 'CREATING'))
    expect(await reset(cloud, id)).toMatchObject(notReady('CONNECTION', id, 'CREATING'))
    cloud.advance('31s')
    expect(await show(cloud, id)).toMatchObject({ status: 'ACTIVE', eip_id: plain.vgw_ip, route_mode: 'STATIC' })
    expect((await cloud.call('showVgw', { params: { vgw_id: plain.vgw_id } })).body.vpn_gateway).toMatchObject({
      used_connection_number: 1,
      used_connection_group: 1,
    })
  })

  test('a change passes through PENDING_UPDATE; a second delete finds nothing', async () => {
    const { cloud, send } = await prepareConnections()
    const { id } = (await send()).body.vpn_connection
    cloud.advance('31s')
    const changed = await update(cloud, id, { name: 'vpn-lyon', peer_subnets: ['10.11.0.0/16'] })
    expect(changed.body.vpn_connection).toMatchObject({ name: 'vpn-lyon', peer_subnets: ['10.11.0.0/16'] })
    expect(changed.body.vpn_connection).not.toHaveProperty('status')
    expect((await show(cloud, id)).status).toBe('PENDING_UPDATE')
    expect(await remove(cloud, id)).toMatchObject(notReady('CONNECTION', id, 'UPDATING'))
    cloud.advance('30s')
    expect((await show(cloud, id)).status).toBe('ACTIVE')

    expect(await remove(cloud, id)).toMatchObject({ status: 204, text: '' })
    expect(await remove(cloud, id)).toMatchObject(gone)
    expect((await show(cloud, id)).status).toBe('PENDING_DELETE')
    cloud.advance('20s')
    expect(await cloud.call('showVpnConnection', { params: { vpn_connection_id: id } })).toMatchObject(gone)
    expect(await reset(cloud, id)).toMatchObject(gone)
  })

  test('a frozen one takes no change', async () => {
    const { cloud, send } = await prepareConnections()
    const { id } = (await send()).body.vpn_connection
    cloud.advance('31s')
    cloud.control.setStatus(cloud.projectId, id, 'FREEZED')
    expect((await show(cloud, id)).status).toBe('FREEZED')
    expect(await update(cloud, id, { name: 'vpn-lyon' })).toMatchObject(
      refused('invalid request: ILLEGAL not allowed update vpnConnection'),
    )
    expect(await remove(cloud, id)).toMatchObject(refused('invalid request: ILLEGAL not allowed delete vpnConnection'))
    cloud.control.setStatus(cloud.projectId, id, 'ACTIVE')
    expect((await update(cloud, id, { name: 'vpn-lyon' })).status).toBe(200)
  })

  test('a reset takes the tunnel down and up again', async () => {
    const { cloud, send } = await prepareConnections()
    const { id } = (await send()).body.vpn_connection
    cloud.advance('31s')
    const answer = await reset(cloud, id)
    expect(answer.body).toEqual({ request_id: answer.headers.get('x-request-id') })
    expect((await show(cloud, id)).status).toBe('DOWN')
    cloud.advance('10s')
    expect((await show(cloud, id)).status).toBe('ACTIVE')
    const { logs } = (await cloud.call('showVpnConnectionLog', { params: { vpn_connection_id: id } })).body
    expect(logs.map(({ raw_message }) => raw_message)).toEqual([
      expect.stringContaining('IPsec tunnel is established.'),
      expect.stringContaining('OfflineReason=[reset sa by ike user]'),
      expect.stringContaining('IPsec tunnel is established.'),
    ])
  })
})

describe('a connection is refused', () => {
  const refusals: [string, Partial<VpnConnectionCreate>, string][] = [
    ['an address that is not the gateway’s', { vgw_ip: 'no-eip' }, 'EIPs of the gateway'],
    ['no peer subnets', { peer_subnets: undefined }, 'peer subnet'],
    ['peer subnets that are reserved', { peer_subnets: ['100.64.1.0/24'] }, '100.64.0.0/10'],
    ['no key', { psk: undefined }, 'pre-shared key'],
    ['a key of one kind of characters', { psk: 'abcdefgh' }, 'three of'],
    [
      'tunnel addresses outside the block',
      { tunnel_local_address: '10.0.0.1/30', tunnel_peer_address: '10.0.0.2/30' },
      '169.254',
    ],
    ['one tunnel address', { tunnel_local_address: '169.254.56.225/30' }, 'both'],
    ['probing with another style', { style: 'bgp', enable_nqa: false }, 'enable_nqa'],
    ['no policy rules', { style: 'policy' }, 'policy rule'],
    [
      'a rule that is no block',
      { style: 'policy', policy_rules: [{ source: 'all', destination: ['10.0.0.0/8'] }] },
      'IPv4 block',
    ],
    ['SM algorithms', { ikepolicy: { encryption_algorithm: 'sm4' } }, 'GM'],
    ['a name without its text', { ikepolicy: { local_id_type: 'fqdn' } }, 'name'],
    ['a role that does not fit', { ha_role: 'slave' }, 'master'],
  ]
  test.each(refusals)('with %s', async (_what, change, text) => {
    const { send } = await prepareConnections()
    const answer = await send(change)
    expect(answer).toMatchObject(refused(text))
    expect(answer.text).not.toContain(key)
  })

  test('on a gateway or to a customer gateway that is not there', async () => {
    const { send } = await prepareConnections()
    expect(await send({ vgw_id: 'no-gateway' })).toMatchObject(gone)
    expect(await send({ cgw_id: 'no-customer' })).toMatchObject(gone)
  })

  test('on a gateway that is being created or deleted', async () => {
    const creating = await prepareConnections({ status: 'PENDING_CREATE' })
    const { id } = creating.gateway
    expect(await creating.send({ vgw_ip: 'any' })).toMatchObject(notReady('GATEWAY', id, 'CREATING'))
    const deleting = await prepareConnections()
    await deleting.cloud.call('deleteVgw', { params: { vgw_id: deleting.gateway.id } })
    expect(await deleting.send()).toMatchObject(notReady('GATEWAY', deleting.gateway.id, 'DELETING'))
  })

  test('beyond the quota', async () => {
    const { cloud, send } = await prepareConnections()
    cloud.control.setQuota(cloud.projectId, { vpn_connection: 0 })
    expect(await send()).toMatchObject(refused('quota'))
  })

  test('on a GM gateway without certificates', async () => {
    const without = await prepareConnections({ flavor: 'GM' })
    expect(await without.send({ psk: undefined })).toMatchObject(refused('has no certificate'))
    const halfway = await prepareConnections({ flavor: 'GM', certificate_id: 'certificate-1' })
    expect(await halfway.send({ psk: undefined })).toMatchObject(refused('has no CA certificate'))
  })
})

describe('two in one call', () => {
  test('become a pair on both addresses', async () => {
    const { cloud, plain, ips } = await prepareConnections()
    const pair = ips.map((vgw_ip) => ({ ...plain, vgw_ip }))
    const made = await cloud.call('batchCreateVpnConnection', { body: { vpn_connections: pair } })
    expect(made.status).toBe(201)
    const [first, second] = made.body.vpn_connections
    expect(first?.tunnel_local_address).not.toBe(second?.tunnel_local_address)
    expect(first?.created_at).not.toBe(second?.created_at)
    expect([first?.vgw_ip, second?.vgw_ip]).toEqual(ips)
  })

  test('on one address are refused, and neither is made', async () => {
    const { cloud, plain } = await prepareConnections()
    const answer = await cloud.call('batchCreateVpnConnection', { body: { vpn_connections: [plain, plain] } })
    expect(answer).toMatchObject(refused('different gateway addresses'))
    expect((await cloud.call('listVpnConnections', {})).body.vpn_connections).toEqual([])
  })
})

test('the list is filtered by gateway, address, connection and enterprise project', async () => {
  const cloud = await startCloud({ estate: 'demo' })
  const names = async (query: object) =>
    (await cloud.call('listVpnConnections', { query })).body.vpn_connections.map(({ name }) => name)
  const vgw_id = '8030f6d6-demo-4d20-a7f8-50a7a826e2f8'
  const first = 'e4d7930f-demo-4cbf-b78a-b004416c7485'
  expect(await names({ vgw_id })).toHaveLength(4)
  expect(await names({ vpn_id: vgw_id })).toHaveLength(4)
  expect(await names({ vgw_ip: first })).toEqual(['vpn-madrid-bilbao-1', 'vpn-madrid-seville-1'])
  expect(await names({ eip_id: first })).toHaveLength(2)
  expect(await names({ vpn_id: '98c5af8a-demo-a8df-va86-ae2280a6f4c3' })).toEqual(['vpn-paris-lyon-policy'])
  const ofEps = await names({ enterprise_project_id: ['7354dda9-demo-a8df-va86-a6b08fb92043'] })
  expect(ofEps.every((name) => /vienna|berlin/.test(name))).toBe(true)
  expect(ofEps).toHaveLength(6)
})
