import { describe, expect, test } from 'vitest'
import { startCloud, type Cloud } from '../testing/cloud.ts'
import {
  create,
  eips,
  freeAddresses,
  gone,
  interconnection,
  notReady,
  others,
  refusedWith,
  remove,
  show,
  statusOfEip,
  update,
} from '../testing/gateways.ts'

describe('the life of a gateway', () => {
  test('it is built in a minute or so, and then has its EIPs, zones and times', async () => {
    const cloud = await startCloud()
    const id = await create(cloud)
    cloud.advance('55s')
    const building = (await show(cloud, id)).body.vpn_gateway
    expect(building).toMatchObject({ status: 'PENDING_CREATE', name: 'gw-paris' })
    expect(building).not.toHaveProperty('eip1')
    expect(building).not.toHaveProperty('created_at')
    expect(building).not.toHaveProperty('availability_zone_ids')

    cloud.advance('40s')
    const built = (await show(cloud, id)).body.vpn_gateway
    expect(built).toMatchObject({
      status: 'ACTIVE',
      eip1: { id: eips[0], ip_address: '88.1.1.8', bandwidth_name: 'vpngw-bandwidth-1391' },
      eip2: { id: eips[1] },
      availability_zone_ids: ['cn-south-1f', 'cn-south-1e'],
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      supported_flavors: ['Basic', 'Professional2'],
    })
  })

  test('what it takes is given back when it is gone', async () => {
    const cloud = await startCloud()
    const before = await freeAddresses(cloud, interconnection)
    const id = await create(cloud, { eip2: { type: '5_bgp', bandwidth_size: 10, bandwidth_name: 'bandwidth-lille' } })
    cloud.advance('2m')
    const { eip2 } = (await show(cloud, id)).body.vpn_gateway
    expect(await freeAddresses(cloud, interconnection)).toBe((before ?? 0) - 4)
    expect(await statusOfEip(cloud, eips[0])).toBe('VPN')
    expect(eip2).toMatchObject({ bandwidth_name: 'bandwidth-lille', bandwidth_size: 10, charge_mode: 'bandwidth' })

    expect((await remove(cloud, id)).status).toBe(204)
    cloud.advance('1m')
    expect(await freeAddresses(cloud, interconnection)).toBe(before)
    expect(await statusOfEip(cloud, eips[0])).toBe('DOWN')
    expect(await statusOfEip(cloud, eip2?.id ?? '')).toBeUndefined()
  })

  test('a second delete finds nothing, while the gateway is still seen going', async () => {
    const cloud = await startCloud()
    const id = await create(cloud)
    cloud.advance('2m')
    expect(await remove(cloud, id)).toMatchObject({ status: 204, text: '' })
    expect(await remove(cloud, id)).toMatchObject(gone)
    expect((await show(cloud, id)).body.vpn_gateway.status).toBe('PENDING_DELETE')
    expect(await update(cloud, id, { name: 'gw-lille' })).toMatchObject(notReady(id, 'DELETING'))
    cloud.advance('35s')
    expect(await show(cloud, id)).toMatchObject(gone)
    expect(await remove(cloud, id)).toMatchObject(gone)
    expect((await cloud.call('listVgws', {})).body.vpn_gateways).toEqual([])
  })

  test('nothing can be done to it while it is built or changed', async () => {
    const cloud = await startCloud()
    const id = await create(cloud)
    const toBasic = { params: { vgw_id: id }, body: { vpn_gateway: { flavor: 'Basic' as const } } }
    expect(await update(cloud, id, { name: 'gw-lille' })).toMatchObject(notReady(id, 'CREATING'))
    expect(await remove(cloud, id)).toMatchObject(notReady(id, 'CREATING'))
    expect(await cloud.call('updatePostpaidVgwSpecification', toBasic)).toMatchObject(notReady(id, 'CREATING'))

    cloud.advance('2m')
    const renamed = await update(cloud, id, { name: 'gw-lille', local_subnets: ['192.168.4.0/24'] })
    expect(renamed.body.vpn_gateway).toMatchObject({ name: 'gw-lille', local_subnets: ['192.168.4.0/24'] })
    expect(renamed.body.vpn_gateway).not.toHaveProperty('status')
    expect(await update(cloud, id, { name: 'gw-metz' })).toMatchObject(notReady(id, 'UPDATING'))
    cloud.advance('15s')
    expect(await cloud.call('updatePostpaidVgwSpecification', toBasic)).toMatchObject({
      status: 200,
      body: { vpn_gateway: { flavor: 'Basic', name: 'gw-lille' } },
    })
    cloud.advance('15s')
    expect((await show(cloud, id)).body.vpn_gateway).toMatchObject({ status: 'ACTIVE', flavor: 'Basic' })
  })

  test('at high speed the same takes moments', async () => {
    const cloud = await startCloud({ speed: 100_000 })
    const id = await create(cloud)
    cloud.advance('2ms')
    expect((await show(cloud, id)).body.vpn_gateway.status).toBe('ACTIVE')
  })

  test('a frozen gateway takes no change', async () => {
    const cloud = await startCloud()
    const id = await create(cloud)
    cloud.control.setStatus(cloud.projectId, id, 'FREEZED')
    expect(await update(cloud, id, { name: 'gw-lille' })).toMatchObject(refusedWith('VPN.0001', 'frozen'))
  })

  test('one with connections stays', async () => {
    const cloud = await startCloud({ estate: 'demo' })
    expect(await remove(cloud, 'b32d91a4-demo-a8df-va86-e907174eb11d')).toMatchObject(
      refusedWith('VPN.0001', 'connections'),
    )
  })
})

describe('other EIPs for a gateway', () => {
  const unbind = (cloud: Cloud, publicip_id: string) =>
    cloud.call('updatePublicip', { params: { publicip_id }, body: { publicip: {} } })

  test('are taken once the old ones were unbound', async () => {
    const cloud = await startCloud()
    const id = await create(cloud)
    cloud.advance('2m')
    const wanted = { eip_id_1: others[0], eip_id_2: others[1] }
    expect(await update(cloud, id, wanted)).toMatchObject(refusedWith('VPN.0512', 'already has an EIP'))
    for (const eip of eips) expect((await unbind(cloud, eip)).body.publicip).toMatchObject({ status: 'DOWN' })
    expect((await show(cloud, id)).body.vpn_gateway).not.toHaveProperty('eip1')
    expect((await update(cloud, id, wanted)).body.vpn_gateway).toMatchObject({
      eip1: { id: others[0] },
      eip2: { id: others[1] },
    })
    expect(await statusOfEip(cloud, others[0])).toBe('VPN')
  })

  test('carry on with the connections of the old ones', async () => {
    const cloud = await startCloud()
    const id = await create(cloud)
    cloud.advance('2m')
    const { connections } = cloud.control.seed(cloud.projectId, {
      customer_gateways: [{ name: 'cgw-lyon' }],
      connections: [{ gateway: 'gw-paris', customer_gateway: 'cgw-lyon' }],
    })
    const look = async () =>
      (await cloud.call('showVpnConnection', { params: { vpn_connection_id: connections[0] ?? '' } })).body
        .vpn_connection
    expect(await look()).toMatchObject({ status: 'ACTIVE', vgw_ip: eips[0], ikepolicy: { local_id: '88.1.1.8' } })
    await unbind(cloud, eips[0])
    expect((await look()).status).toBe('DOWN')
    await update(cloud, id, { eip_id_1: others[0] })
    cloud.advance('1m')
    expect(await look()).toMatchObject({ status: 'ACTIVE', vgw_ip: others[0], ikepolicy: { local_id: '88.1.2.102' } })
  })
})

test('the list is filtered by enterprise projects and by id, newest first', async () => {
  const cloud = await startCloud({ estate: 'demo' })
  const all = (await cloud.call('listVgws', {})).body.vpn_gateways
  const eps = '7354dda9-demo-a8df-va86-a6b08fb92043'
  const ofEps = (await cloud.call('listVgws', { query: { enterprise_project_id: [eps] } })).body.vpn_gateways
  expect(ofEps.map(({ name }) => name)).toEqual(['gw-vienna', 'gw-berlin'])
  const both = (await cloud.call('listVgws', { query: { enterprise_project_id: [eps, '0'] } })).body.vpn_gateways
  expect(both).toHaveLength(all.length)
  const one = (await cloud.call('listVgws', { query: { vgw_id: ofEps[0]?.id } })).body.vpn_gateways
  expect(one.map(({ name }) => name)).toEqual(['gw-vienna'])
})
