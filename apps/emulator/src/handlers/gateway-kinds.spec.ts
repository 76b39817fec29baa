import type { VpnGatewayCreate } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { startCloud } from '../testing/cloud.ts'
import {
  create,
  eips,
  freeAddresses,
  interconnection,
  others,
  plain,
  refusedWith,
  show,
  update,
} from '../testing/gateways.ts'

describe('a gateway is refused', () => {
  const refusals: [string, Partial<VpnGatewayCreate>, string, string?][] = [
    ['VPC that is not there', { vpc_id: 'no-vpc' }, 'VPN.0500', 'VPC no-vpc is not found.'],
    ['subnet that is not there', { connect_subnet: 'no-subnet' }, 'VPN.0501', 'no-subnet'],
    ['subnet of another VPC', { connect_subnet: '2f3c0b8e-6a51-4d0c-9a70-0f6f2f6c1a04' }, 'VPN.0503'],
    ['subnet that is full', { connect_subnet: '2f3c0b8e-6a51-4d0c-9a70-0f6f2f6c1a03' }, 'VPN.0502'],
    ['EIP that is not there', { eip1: { id: 'no-eip' } }, 'VPN.0551', 'EIP no-eip is not found.'],
    ['EIP twice', { eip2: { id: eips[0] } }, 'VPN.0001'],
    ['EIP as id and as order', { eip1: { id: eips[0], type: '5_bgp' } }, 'VPN.0559', 'EIP parameter conflict.'],
    ['EIP without a size', { eip1: { type: '5_bgp' } }, 'VPN.0558', 'Incomplete EIP parameters.'],
    ['bandwidth too large', { eip1: { type: '5_bgp', bandwidth_size: 301 } }, 'VPN.0550'],
    ['shared bandwidth that is none', { eip1: { type: '5_bgp', bandwidth_id: 'no-bandwidth' } }, 'VPN.0001'],
    ['public one without EIPs', { eip1: undefined, eip2: undefined }, 'VPN.0001'],
    ['one zone where two suit', { availability_zone_ids: ['cn-south-1f'] }, 'VPN.0514', 'Two AZs must be specified.'],
    ['one zone twice', { availability_zone_ids: ['cn-south-1f', 'cn-south-1f'] }, 'VPN.0515', 'Duplicate AZs.'],
    ['Basic on an enterprise router', { flavor: 'Basic', attachment_type: 'er' }, 'VPN.0001', 'Basic'],
    [
      'enterprise router that is not there',
      { attachment_type: 'er', er_id: 'no-er', local_subnets: undefined },
      'VPN.0001',
      'no-er',
    ],
    ['enterprise project that is not there', { enterprise_project_id: 'no-project' }, 'VPN.0001', 'no-project'],
    ['IPv6 subnets on IPv4', { local_subnets_v6: ['2001:db8::/64'] }, 'VPN.0001'],
  ]
  test.each(refusals)('with an %s', async (_what, change, code, text) => {
    const cloud = await startCloud()
    const before = await freeAddresses(cloud, interconnection)
    const answer = await cloud.call('createVgw', { body: { vpn_gateway: { ...plain, ...change } } })
    expect(answer).toMatchObject(refusedWith(code, text))
    expect(await freeAddresses(cloud, interconnection)).toBe(before)
  })

  test('with a frozen EIP or one in use', async () => {
    const cloud = await startCloud()
    const { publicips } = (await cloud.call('listPublicips', {})).body
    const named = (alias: string) => ({ eip1: { id: publicips.find((eip) => eip.alias === alias)?.id } })
    const send = (change: object) => cloud.call('createVgw', { body: { vpn_gateway: { ...plain, ...change } } })
    expect(await send(named('eip-frozen'))).toMatchObject(refusedWith('VPN.0552', 'is frozen.'))
    expect(await send(named('eip-of-a-server'))).toMatchObject(refusedWith('VPN.0553', 'has been bound'))
    await create(cloud)
    expect(await send({})).toMatchObject(refusedWith('VPN.0553', eips[0]))
  })

  test('beyond the quota', async () => {
    const cloud = await startCloud()
    cloud.control.setQuota(cloud.projectId, { vpn_gateway: 0 })
    const answer = await cloud.call('createVgw', { body: { vpn_gateway: plain } })
    expect(answer).toMatchObject(refusedWith('VPN.0513', 'Insufficient gateway quota.'))
    const { resources } = (await cloud.call('showQuotasInfo', {})).body.quotas
    expect(resources).toContainEqual({ type: 'vpn_gateway', quota: 0, used: 0 })
  })
})

describe('kinds of gateways', () => {
  test('a private one has two free addresses of its access subnet', async () => {
    const cloud = await startCloud()
    const noEips = { eip1: undefined, eip2: undefined, network_type: 'private' as const }
    const first = (await show(cloud, await create(cloud, noEips))).body.vpn_gateway
    const chosen = [first.access_private_ip_1, first.access_private_ip_2]
    expect(new Set(chosen).size).toBe(2)
    expect(chosen.every((ip) => ip?.startsWith('192.168.146.'))).toBe(true)

    const own = { access_private_ip_1: '192.168.146.45', access_private_ip_2: '192.168.146.77' }
    const again = (change: object) =>
      cloud.call('createVgw', { body: { vpn_gateway: { ...plain, ...noEips, ...own, ...change } } })
    expect(await again({ access_private_ip_2: chosen[0] })).toMatchObject(refusedWith('VPN.0001', 'in use'))
    expect(await again({ access_private_ip_2: '10.0.0.9' })).toMatchObject(refusedWith('VPN.0001', 'access subnet'))
    const second = await again({})
    expect((await show(cloud, second.body.vpn_gateway.id)).body.vpn_gateway).toMatchObject(own)
  })

  test('Basic suits one zone, which may be named alone', async () => {
    const cloud = await startCloud()
    const id = await create(cloud, { flavor: 'Basic', availability_zone_ids: ['cn-south-1f'] })
    expect((await show(cloud, id)).body.vpn_gateway.availability_zone_ids).toEqual(['cn-south-1f'])
  })

  test('one on an enterprise router needs no VPC, and shows its attachment once built', async () => {
    const cloud = await startCloud()
    const er = { attachment_type: 'er' as const, er_id: 'c62fad0d-demo-a8df-va86-e06c4c351b9f' }
    const none = { vpc_id: undefined, connect_subnet: undefined, local_subnets: undefined }
    const id = await create(cloud, { ...er, ...none })
    cloud.advance('2m')
    const { vpn_gateway } = (await show(cloud, id)).body
    expect(vpn_gateway).toMatchObject({ er_id: er.er_id, er_attachment_id: expect.any(String), status: 'ACTIVE' })
    expect(vpn_gateway).not.toHaveProperty('vpc_id')
  })

  test('one for peers without a fixed address has a template, which can be changed; others have none', async () => {
    const cloud = await startCloud()
    const id = await create(cloud, { flavor: 'Professional1-NonFixedIP', ha_mode: 'active-standby' })
    cloud.advance('2m')
    const changed = await update(cloud, id, { policy_template: { ike_policy: { dh_group: 'group21' } } })
    expect(changed.body.vpn_gateway.policy_template).toMatchObject({
      ike_policy: { dh_group: 'group21', encryption_algorithm: 'aes-128' },
      ipsec_policy: { pfs: 'group20' },
    })
    const plainId = await create(cloud, { eip1: { id: others[0] }, eip2: { id: others[1] } })
    cloud.advance('2m')
    const refused = await update(cloud, plainId, { policy_template: { ike_policy: { dh_group: 'group21' } } })
    expect(refused).toMatchObject(refusedWith('VPN.0001', 'NonFixedIP'))
  })
})
