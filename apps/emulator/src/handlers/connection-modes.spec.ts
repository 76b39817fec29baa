import { describe, expect, test } from 'vitest'
import { startCloud } from '../testing/cloud.ts'
import { prepareConnections, reset, show, update } from '../testing/connections.ts'

describe('modes', () => {
  test('of BGP: the neighbour, learned routes, and no probing switch', async () => {
    const { cloud, send, plain } = await prepareConnections()
    const addresses = { tunnel_local_address: '169.254.56.225/30', tunnel_peer_address: '169.254.56.226/30' }
    const { id } = (await send({ style: 'bgp', enable_hub: true, ...addresses })).body.vpn_connection
    cloud.advance('1h')
    const shown = await show(cloud, id)
    expect(shown).toMatchObject({
      status: 'ACTIVE',
      style: 'BGP',
      enable_hub: true,
      bgp_peer: {
        peer_ip_address: '169.254.56.226',
        peer_asn: 65_010,
        state: 'established',
        state_duration: expect.stringMatching(/^00h59m/),
      },
    })
    expect(shown).not.toHaveProperty('enable_nqa')
    const { routing_table } = (await cloud.call('showVpnGatewayRoutingTable', { params: { vgw_id: plain.vgw_id } }))
      .body
    const learned = routing_table.filter(({ as_path }) => as_path === '65010')
    expect(learned).toHaveLength(shown.bgp_peer?.num_received_routes ?? -1)
    expect(learned[0]).toMatchObject({ nexthop: '169.254.56.226', nexthop_resource: { id, type: 'vpn_connection' } })

    cloud.control.setTunnel(cloud.projectId, id, { state: 'down' })
    expect((await show(cloud, id)).bgp_peer).toMatchObject({ state: 'active', num_received_routes: 0 })
  })

  test('of policies: numbered rules, and routes to their destinations', async () => {
    const { cloud, send, plain } = await prepareConnections()
    const policy_rules = [{ source: '192.168.0.0/24', destination: ['10.20.0.0/24', '10.21.0.0/24'] }]
    const made = await send({ style: 'policy', policy_rules })
    expect(made.body.vpn_connection.policy_rules).toEqual([{ rule_index: 1, ...policy_rules[0] }])
    cloud.advance('1m')
    const { routing_table } = (await cloud.call('showVpnGatewayRoutingTable', { params: { vgw_id: plain.vgw_id } }))
      .body
    expect(routing_table.map(({ destination }) => destination)).toEqual([
      '10.20.0.0/24',
      '10.21.0.0/24',
      '192.168.0.0/24',
    ])
  })

  test('on an enterprise router BGP and policies need no peer subnets, and show none', async () => {
    const { send } = await prepareConnections({ attachment_type: 'er' })
    const made = await send({ style: 'bgp', peer_subnets: undefined })
    expect(made.status).toBe(201)
    expect(made.body.vpn_connection).not.toHaveProperty('peer_subnets')
  })

  test('on an active-standby gateway the role follows the address', async () => {
    const { send, ips } = await prepareConnections({ ha_mode: 'active-standby' })
    expect((await send({ vgw_ip: ips[1] ?? '' })).body.vpn_connection.ha_role).toBe('slave')
    expect((await send()).body.vpn_connection.ha_role).toBe('master')
  })

  test('on a GM gateway the SM algorithms are set, and nothing that does not belong to them', async () => {
    const cloud = await startCloud({ estate: 'demo' })
    const { vpn_connections } = (await cloud.call('listVpnConnections', {})).body
    const one = vpn_connections.find(({ name }) => name === 'vpn-shanghai-suzhou-1')
    expect(one?.ikepolicy).toMatchObject({
      ike_version: 'v1',
      authentication_algorithm: 'sm3',
      encryption_algorithm: 'sm4',
      authentication_method: 'digital-envelope-v2',
    })
    expect(one?.ikepolicy).not.toHaveProperty('dh_group')
    expect(one?.ipsecpolicy).not.toHaveProperty('pfs')
  })
})

describe('a changed key', () => {
  const failing = async (version: 'v1' | 'v2') => {
    const { cloud, send } = await prepareConnections()
    const { id } = (await send({ ikepolicy: { ike_version: version } })).body.vpn_connection
    cloud.advance('1m')
    cloud.control.setTunnel(cloud.projectId, id, { state: 'down', reason: 'authentication fail' })
    return { cloud, id }
  }

  test('alone has no effect with IKE v2, until a reset', async () => {
    const { cloud, id } = await failing('v2')
    await update(cloud, id, { psk: 'Lyon-Paris-2' })
    cloud.advance('10m')
    expect((await show(cloud, id)).status).toBe('DOWN')
    await reset(cloud, id)
    cloud.advance('10s')
    expect((await show(cloud, id)).status).toBe('ACTIVE')
  })

  test('with another field acts at the next negotiation', async () => {
    const { cloud, id } = await failing('v2')
    await update(cloud, id, { psk: 'Lyon-Paris-2', ikepolicy: { lifetime_seconds: 3_600 } })
    cloud.advance('1m')
    expect((await show(cloud, id)).status).toBe('ACTIVE')
  })

  test('acts at the next negotiation with IKE v1', async () => {
    const { cloud, id } = await failing('v1')
    await update(cloud, id, { psk: 'Lyon-Paris-2' })
    cloud.advance('1m')
    expect((await show(cloud, id)).status).toBe('ACTIVE')
  })

  test('is never shown', async () => {
    const { cloud, id } = await failing('v1')
    const changed = await update(cloud, id, { psk: 'Lyon-Paris-2' })
    const list = await cloud.call('listVpnConnections', {})
    expect(changed.text + list.text).not.toMatch(/psk|Lyon-Paris/)
  })
})

describe('a failing tunnel', () => {
  test('comes up when the setting is what the peer insists on, and not before', async () => {
    const { cloud, send } = await prepareConnections()
    const { id } = (await send()).body.vpn_connection
    cloud.advance('1m')
    const wants = { 'ikepolicy.dh_group': 'group20' }
    cloud.control.setTunnel(cloud.projectId, id, { state: 'down', reason: 'phase1 proposal dh mismatch', wants })
    await update(cloud, id, { ikepolicy: { dh_group: 'group21' } })
    cloud.advance('1m')
    expect((await show(cloud, id)).status).toBe('DOWN')
    await update(cloud, id, { ikepolicy: { dh_group: 'group20' } })
    cloud.advance('1m')
    expect((await show(cloud, id)).status).toBe('ACTIVE')
  })

  test('a change of version drops the other version’s mode and keeps the rest', async () => {
    const { cloud, send } = await prepareConnections()
    const { id } = (await send({ ikepolicy: { ike_version: 'v1', phase1_negotiation_mode: 'aggressive' } })).body
      .vpn_connection
    cloud.advance('1m')
    expect((await show(cloud, id)).ikepolicy).toMatchObject({ phase1_negotiation_mode: 'aggressive' })
    const changed = await update(cloud, id, { ikepolicy: { ike_version: 'v2', dpd: { timeout: 30 } } })
    const { ikepolicy } = changed.body.vpn_connection
    expect(ikepolicy).not.toHaveProperty('phase1_negotiation_mode')
    expect(ikepolicy?.dpd).toEqual({ timeout: 30, interval: 30, msg: 'seq-hash-notify' })
  })
})
