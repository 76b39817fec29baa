import { catalogue } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { startCloud, type Cloud } from '../testing/cloud.ts'
import { freeAddresses, statusOfEip } from '../testing/gateways.ts'
import { addUser, createGateway, plainGateway, prepareServer, refusedBy } from '../testing/p2c.ts'

const show = async (cloud: Cloud, p2c_vgw_id: string) => {
  const { body } = await cloud.call('showP2cVgw', { params: { p2c_vgw_id } })
  return catalogue.showP2cVgw.response.parse(body).p2c_vpn_gateway
}
const send = (cloud: Cloud, change: object) =>
  cloud.untyped('createP2cVgw', { body: { p2c_vpn_gateway: { ...plainGateway, ...change } } })
const update = (cloud: Cloud, p2c_vgw_id: string, p2c_vpn_gateway: object) =>
  cloud.untyped('updateP2cVgw', { params: { p2c_vgw_id }, body: { p2c_vpn_gateway } })
const remove = (cloud: Cloud, p2c_vgw_id: string) => cloud.call('deleteP2cVgw', { params: { p2c_vgw_id } })

const eips = { free: 'cff40e5e-demo-a8df-va86-7366077bf097', other: 'd290f1ee-demo-a8df-va86-d701748f0851' }
const eipNamed = async (cloud: Cloud, alias: string) => {
  const { publicips } = (await cloud.call('listPublicips', {})).body
  return publicips.find((one) => one.alias === alias)?.id ?? ''
}

describe('a Point-to-Cloud gateway', () => {
  test('is built after a while, with an EIP of its own', async () => {
    const cloud = await startCloud()
    const answer = await send(cloud, {})
    expect(answer.status, answer.text).toBe(201)
    expect(Object.keys(Object(answer.body))).toEqual(['p2c_vpn_gateway', 'request_id'])
    const { id } = catalogue.createP2cVgw.response.parse(answer.body).p2c_vpn_gateway
    expect(await show(cloud, id)).toMatchObject({ status: 'PENDING_CREATE', max_connection_number: 10 })
    expect(await update(cloud, id, { name: 'p2c-lyon' })).toMatchObject(refusedBy('VPN.0506'))
    expect(await remove(cloud, id)).toMatchObject(refusedBy('VPN.0506'))
    cloud.advance('2m')
    const built = await show(cloud, id)
    expect(built).toMatchObject({
      name: 'p2c-paris',
      status: 'ACTIVE',
      flavor: 'Professional1',
      availability_zone_ids: ['cn-south-1f', 'cn-south-1e'],
      current_connection_number: 0,
      admin_state_up: true,
      frozen_effect: 0,
      eip: { type: '5_bgp', bandwidth_size: 10, share_type: 'PER' },
    })
    expect(await statusOfEip(cloud, built.eip?.id ?? '')).toBe('VPN')
  })

  test('takes addresses and gives them back, and an EIP that was there stays', async () => {
    const cloud = await startCloud()
    const before = (await freeAddresses(cloud, plainGateway.connect_subnet)) ?? 0
    const id = await createGateway(cloud, { eip: { id: eips.free } })
    expect(await freeAddresses(cloud, plainGateway.connect_subnet)).toBe(before - 4)
    expect((await remove(cloud, id)).status).toBe(204)
    expect((await show(cloud, id)).status).toBe('PENDING_DELETE')
    expect(await remove(cloud, id)).toMatchObject(refusedBy('VPN.0508'))
    cloud.advance('1m')
    expect(await cloud.call('showP2cVgw', { params: { p2c_vgw_id: id } })).toMatchObject(refusedBy('VPN.0509', 404))
    expect(await freeAddresses(cloud, plainGateway.connect_subnet)).toBe(before)
    expect(await statusOfEip(cloud, eips.free)).toBe('DOWN')
  })

  test.each([
    [{ max_connection_number: 501 }, 'VPN.0504'],
    [{ max_connection_number: 0 }, 'VPN.0504'],
    [{ availability_zone_ids: ['cn-south-1f'] }, 'VPN.0514'],
    [{ availability_zone_ids: ['cn-south-1f', 'cn-south-1f'] }, 'VPN.0515'],
    [{ vpc_id: 'no-vpc' }, 'VPN.0500'],
    [{ connect_subnet: 'no-subnet' }, 'VPN.0501'],
    [{ connect_subnet: 'f5741286-demo-a8df-va86-2c82bd9ee114' }, 'VPN.0503'],
    [
      {
        vpc_id: 'cb4a631d-demo-a8df-va86-ca3fa348c36c',
        connect_subnet: '2f3c0b8e-6a51-4d0c-9a70-0f6f2f6c1a03',
      },
      'VPN.0502',
    ],
    [{ eip: { id: 'no-eip' } }, 'VPN.0551'],
    [{ eip: { id: eips.free, bandwidth_size: 5 } }, 'VPN.0559'],
    [{ eip: { bandwidth_size: 5 } }, 'VPN.0558'],
    [{ eip: { type: '5_none', bandwidth_size: 5 } }, 'VPN.0556'],
    [{ name: 'with.period' }, 'VPN.0001'],
    [{ flavor: 'Professional2' }, 'VPN.0001'],
    [{ enterprise_project_id: 'nowhere' }, 'VPN.0001'],
    [{ colour: 'red' }, 'VPN.0001'],
  ])('%j is refused with %s', async (change, code) => {
    const cloud = await startCloud()
    expect(await send(cloud, change)).toMatchObject(refusedBy(code))
    expect((await cloud.call('listP2cVgws', {})).body.p2c_vpn_gateways).toEqual([])
  })

  test.each([
    ['eip-frozen', 'VPN.0552'],
    ['eip-of-a-server', 'VPN.0553'],
    ['eip-shared', 'VPN.0554'],
  ])('the EIP %s is refused with %s', async (alias, code) => {
    const cloud = await startCloud()
    const id = await eipNamed(cloud, alias)
    expect(await send(cloud, { eip: { id } })).toMatchObject(refusedBy(code, 400, id))
  })

  test('is refused where the quota is used up', async () => {
    const cloud = await startCloud()
    cloud.control.setQuota(cloud.projectId, { p2c_vpn_gateway: 1 })
    await createGateway(cloud)
    expect(await send(cloud, {})).toMatchObject(refusedBy('VPN.0513'))
  })

  test('gets another EIP once the old one is unbound', async () => {
    const cloud = await startCloud()
    const id = await createGateway(cloud, { eip: { id: eips.free } })
    expect(await update(cloud, id, { eip_id: eips.other })).toMatchObject(refusedBy('VPN.0512'))
    await cloud.call('updatePublicip', { params: { publicip_id: eips.free }, body: { publicip: { port_id: '' } } })
    expect(await show(cloud, id)).not.toHaveProperty('eip')
    const answer = await update(cloud, id, { eip_id: eips.other, name: 'p2c-lyon' })
    expect(answer).toMatchObject({ status: 200, body: { p2c_vpn_gateway: { id } } })
    expect(await show(cloud, id)).toMatchObject({ status: 'PENDING_UPDATE', name: 'p2c-lyon', eip: { id: eips.other } })
    expect(await update(cloud, id, { name: 'p2c-lille' })).toMatchObject(refusedBy('VPN.0507'))
    cloud.advance('1m')
    expect((await show(cloud, id)).status).toBe('ACTIVE')
  })

  test('in another state takes no change', async () => {
    const cloud = await startCloud()
    const id = await createGateway(cloud)
    const change = () => update(cloud, id, { name: 'p2c-lyon' })
    cloud.control.setStatus(cloud.projectId, id, 'FAULT')
    expect(await change()).toMatchObject(refusedBy('VPN.0510', 500))
    cloud.control.setStatus(cloud.projectId, id, 'FROZEN')
    expect(await show(cloud, id)).toMatchObject({ status: 'FROZEN', admin_state_up: false, frozen_effect: 1 })
    expect(await change()).toMatchObject(refusedBy('VPN.0511', 500))
    expect((await remove(cloud, id)).status).toBe(204)
  })

  test('is not deleted while there is something on its server', async () => {
    const { cloud, p2c_vgw_id, vpn_server_id } = await prepareServer()
    const user_id = await addUser(cloud, vpn_server_id, { name: 'paris.lyon' })
    expect(await remove(cloud, p2c_vgw_id)).toMatchObject(refusedBy('VPN.1122'))
    await cloud.call('deleteVpnUser', { params: { vpn_server_id, user_id } })
    const group = await cloud.call('createVpnUserGroup', {
      params: { vpn_server_id },
      body: { user_group: { name: 'staff' } },
    })
    expect(await remove(cloud, p2c_vgw_id)).toMatchObject(refusedBy('VPN.1123'))
    const group_id = group.body.user_group.id
    await cloud.call('deleteVpnUserGroup', { params: { vpn_server_id, group_id } })
    expect((await remove(cloud, p2c_vgw_id)).status).toBe(204)
    cloud.advance('1m')
    expect((await cloud.call('listVpnServersByProject', {})).body.vpn_servers).toEqual([])
  })

  test('is listed page by page, newest first, and found by its tags', async () => {
    const cloud = await startCloud()
    const first = await createGateway(cloud, { tags: [{ key: 'site', value: 'paris' }] })
    const second = await createGateway(cloud, { name: 'p2c-lyon' })
    const page = (await cloud.call('listP2cVgws', { query: { limit: 1 } })).body
    expect(page).toMatchObject({ p2c_vpn_gateways: [{ id: second }], total_count: 2 })
    const marker = page.page_info?.next_marker ?? ''
    const rest = (await cloud.call('listP2cVgws', { query: { limit: 1, marker } })).body
    expect(rest.p2c_vpn_gateways).toMatchObject([{ id: first }])
    expect(rest.page_info).not.toHaveProperty('next_marker')
    const found = await cloud.call('listResourcesByTags', {
      params: { resource_type: 'p2c-vpn-gateways' },
      body: { tags: [{ key: 'site', values: ['paris'] }] },
    })
    expect(found.body.resources).toMatchObject([{ resource_id: first }])
  })
})

describe('an upgrade of a Point-to-Cloud gateway', () => {
  test('goes its way until it is committed', async () => {
    const cloud = await startCloud()
    const id = await createGateway(cloud)
    const upgrade = (action: 'start' | 'finish' | 'rollback') =>
      cloud.call('upgradeP2cVpnGateway', { params: { p2c_vgw_id: id }, body: { action } })
    expect(await upgrade('start')).toMatchObject(refusedBy('VPN.0001', 400, 'no upgrade'))
    cloud.control.setUpgradeInfo(cloud.projectId, id, 'ready')
    expect(await upgrade('finish')).toMatchObject(refusedBy('VPN.0001'))
    expect((await upgrade('start')).status).toBe(202)
    expect(await upgrade('start')).toMatchObject(refusedBy('VPN.0511', 500))
    cloud.advance('5m')
    expect((await show(cloud, id)).status).toBe('PENDING_UPGRADE_CONFIRM')
    const jobs = async () => (await cloud.call('listP2cVpnGatewayJobs', { query: { resource_id: id } })).body.jobs
    expect(await jobs()).toMatchObject([{ status: 'pending_upgrade_confirm', sub_jobs: { length: 3 } }])
    expect((await upgrade('finish')).status).toBe(202)
    const [job] = await jobs()
    expect(job).toMatchObject({ status: 'success', resource_id: id })
    const gone = await cloud.call('deleteP2cVpnGatewayJob', { params: { job_id: job?.id ?? '' } })
    expect(gone.status).toBe(204)
    expect(await jobs()).toEqual([])
    expect(await show(cloud, id)).toMatchObject({ status: 'ACTIVE', upgrade_info: 'unready' })
  })
})

describe('the log configuration', () => {
  const log_config = {
    log_group_id: '05c4052d-8d14-488f-aa00-19fea5a25fdd',
    log_stream_id: 'd9d85143-e1e1-427a-9994-d8b8fd9ebe3f',
  }

  test('names a stream that is there, and can be taken away', async () => {
    const cloud = await startCloud()
    const params = { p2c_vgw_id: await createGateway(cloud) }
    expect((await cloud.call('showVpnConnectionsLogConfig', { params })).status).toBe(404)
    const wrong = { ...log_config, log_stream_id: 'no-stream' }
    const refused = await cloud.call('updateVpnConnectionsLogConfig', { params, body: { log_config: wrong } })
    expect(refused).toMatchObject(refusedBy('VPN.0001', 400, 'log stream'))
    const set = await cloud.call('updateVpnConnectionsLogConfig', { params, body: { log_config } })
    expect(set).toMatchObject({ status: 200, body: { log_config } })
    expect((await cloud.call('showVpnConnectionsLogConfig', { params })).body.log_config).toEqual(log_config)
    expect((await cloud.call('deleteVpnConnectionsLogConfig', { params })).status).toBe(204)
    expect((await cloud.call('deleteVpnConnectionsLogConfig', { params })).status).toBe(404)
  })
})
