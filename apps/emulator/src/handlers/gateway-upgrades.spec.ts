import { catalogue } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import type { GatewaySeed } from '../estates/seed.ts'
import { startCloud } from '../testing/cloud.ts'
import { gone, notReady, refusedWith } from '../testing/gateways.ts'

const prepare = async (seed: GatewaySeed = {}) => {
  const cloud = await startCloud()
  const { gateways } = cloud.control.seed(cloud.projectId, {
    gateways: [{ name: 'gw-paris', upgrade_info: 'ready', ...seed }],
  })
  const vgw_id = gateways[0] ?? ''
  const upgrade = (action: 'start' | 'finish' | 'rollback') =>
    cloud.call('upgradeVpnGateway', { params: { vgw_id }, body: { action } })
  const show = async () => (await cloud.call('showVgw', { params: { vgw_id } })).body.vpn_gateway
  const jobs = async (query: object = {}) => {
    const { body } = await cloud.call('listVpnGatewayJobs', { query })
    return catalogue.listVpnGatewayJobs.response.parse(body).jobs
  }
  const steps = async () => (await jobs())[0]?.sub_jobs?.map(({ status }) => status).join()
  return { cloud, vgw_id, upgrade, show, jobs, steps }
}

/** Gateways whose upgrade waits to be confirmed. */
const upgraded = async () => {
  const prepared = await prepare()
  await prepared.upgrade('start')
  prepared.cloud.advance('5m')
  return prepared
}

describe('an upgrade', () => {
  test('goes step by step until it waits to be confirmed', async () => {
    const { cloud, vgw_id, upgrade, show, jobs, steps } = await prepare()
    const started = await upgrade('start')
    expect(started).toMatchObject({ status: 202, body: { job_id: expect.any(String), request_id: expect.any(String) } })
    expect((await show()).status).toBe('UPGRADING')
    expect(await jobs()).toMatchObject([
      { id: started.body.job_id, resource_id: vgw_id, job_type: 'upgrade', status: 'upgrading' },
    ])
    expect(await steps()).toBe('upgrading,init,init')
    cloud.advance('61s')
    expect(await steps()).toBe('success,upgrading,init')
    cloud.advance('30s')
    expect(await steps()).toBe('success,success,upgrading')
    cloud.advance('30s')
    expect(await steps()).toBe('success,success,success')
    const [job] = await jobs()
    expect(job).toMatchObject({ status: 'pending_upgrade_confirm' })
    expect(job).not.toHaveProperty('finished_at')
    expect((await show()).status).toBe('PENDING_UPGRADE_CONFIRM')
  })

  test('that is committed leaves nothing to upgrade', async () => {
    const { upgrade, show, jobs } = await upgraded()
    const finished = await upgrade('finish')
    expect(finished.status).toBe(202)
    expect(await show()).toMatchObject({ status: 'ACTIVE', upgrade_info: 'unready' })
    expect(await jobs()).toMatchObject([
      { id: finished.body.job_id, job_type: 'upgrade', status: 'success', finished_at: expect.any(String) },
    ])
    expect(await upgrade('start')).toMatchObject(refusedWith('VPN.0001', 'no upgrade to start'))
  })

  test('that is rolled back can be started again', async () => {
    const { cloud, vgw_id, upgrade, show, jobs } = await upgraded()
    const undone = await upgrade('rollback')
    expect(undone.status).toBe(202)
    expect((await show()).status).toBe('ROLLING_BACK')
    expect(await jobs()).toMatchObject([{ id: undone.body.job_id, job_type: 'rollback', status: 'rolling_back' }])
    expect(await upgrade('rollback')).toMatchObject(notReady(vgw_id, 'ROLLING_BACK'))
    cloud.advance('2m')
    expect(await show()).toMatchObject({ status: 'ACTIVE', upgrade_info: 'ready' })
    expect(await jobs()).toMatchObject([{ status: 'rollback_success', finished_at: expect.any(String) }])
    expect((await upgrade('start')).status).toBe(202)
    expect(await jobs()).toHaveLength(2)
  })

  test('starts as well where the version is about to expire', async () => {
    const { upgrade } = await prepare({ upgrade_info: 'expiring soon' })
    expect((await upgrade('start')).status).toBe(202)
  })

  test.each(['finish', 'rollback'] as const)('takes no %s before it waits for one', async (action) => {
    const { vgw_id, upgrade } = await prepare()
    expect(await upgrade(action)).toMatchObject(refusedWith('VPN.0001', 'has no upgrade to'))
    await upgrade('start')
    expect(await upgrade(action)).toMatchObject(notReady(vgw_id, 'UPGRADING'))
    expect(await upgrade('start')).toMatchObject(notReady(vgw_id, 'UPGRADING'))
  })

  test('does not start on a gateway that is frozen, at work or waits already', async () => {
    const frozen = await prepare({ status: 'FREEZED' })
    expect(await frozen.upgrade('start')).toMatchObject(refusedWith('VPN.0001', 'frozen'))
    const busy = await prepare({ status: 'PENDING_UPDATE' })
    expect(await busy.upgrade('start')).toMatchObject(notReady(busy.vgw_id, 'UPDATING'))
    const waiting = await upgraded()
    expect(await waiting.upgrade('start')).toMatchObject(notReady(waiting.vgw_id, 'PENDING_UPGRADE_CONFIRM'))
  })

  test('fails where the gateway is given another state meanwhile', async () => {
    const { cloud, vgw_id, upgrade, jobs, steps } = await prepare()
    await upgrade('start')
    cloud.control.setStatus(cloud.projectId, vgw_id, 'FAULT')
    cloud.advance('5m')
    expect(await jobs()).toMatchObject([{ status: 'fail', error_message: expect.stringContaining('state') }])
    expect(await steps()).toBe('fail,init,init')
  })

  test('can be ordered to fail at a step: the gateway goes on with the version before', async () => {
    const { cloud, vgw_id, upgrade, show, jobs, steps } = await prepare()
    cloud.control.failUpgrade(cloud.projectId, vgw_id, 'upgrade_worker_2')
    await upgrade('start')
    cloud.advance('5m')
    expect(await steps()).toBe('success,success,fail')
    expect(await jobs()).toMatchObject([{ status: 'fail', error_message: expect.stringContaining('upgrade_worker_2') }])
    expect(await show()).toMatchObject({ status: 'ACTIVE', upgrade_info: 'ready' })
    await upgrade('start')
    cloud.advance('5m')
    expect(await steps()).toBe('success,success,success')
  })

  test('of a gateway that was put into the waiting state by hand can be committed', async () => {
    const { upgrade, show, jobs, steps } = await prepare({ status: 'PENDING_UPGRADE_CONFIRM' })
    expect((await upgrade('finish')).status).toBe(202)
    expect((await show()).status).toBe('ACTIVE')
    expect(await jobs()).toMatchObject([{ status: 'success' }])
    expect(await steps()).toBe('success,success,success')
  })
})

describe('tasks', () => {
  test('are deleted once, and not before they are finished', async () => {
    const { cloud, upgrade, jobs } = await upgraded()
    const job_id = (await jobs())[0]?.id ?? ''
    const remove = () => cloud.call('deleteVpnGatewayJob', { params: { job_id } })
    expect(await remove()).toMatchObject(refusedWith('VPN.0001', 'is not finished'))
    await upgrade('finish')
    expect(await remove()).toMatchObject({ status: 204, text: '' })
    expect(await remove()).toMatchObject(gone)
    expect(await jobs()).toEqual([])
  })

  test('are listed newest first, by gateway and in pages', async () => {
    const cloud = await startCloud({ estate: 'demo' })
    const list = async (query: object = {}) => (await cloud.call('listVpnGatewayJobs', { query })).body.jobs
    const all = await list()
    expect(all.map(({ status }) => status)).toEqual([
      'upgrading',
      'pending_upgrade_confirm',
      'fail',
      'rollback_success',
      'success',
    ])
    const [newest, second] = all
    const oldest = all.at(-1)
    expect(await list({ limit: 1 })).toEqual([newest])
    expect(await list({ limit: 1, marker: newest?.created_at ?? '' })).toEqual([second])
    expect(await list({ resource_id: oldest?.resource_id ?? '' })).toEqual([oldest])
    expect(await list({ resource_id: 'no-gateway' })).toEqual([])
  })

  test('the demo project has gateways to upgrade', async () => {
    const cloud = await startCloud({ estate: 'demo' })
    const { vpn_gateways } = (await cloud.call('listVgws', {})).body
    const waiting = vpn_gateways.filter(({ upgrade_info }) => upgrade_info !== 'unready')
    expect(waiting.map(({ name, status, upgrade_info }) => [name, status, upgrade_info])).toEqual([
      ['gw-kyoto', 'ACTIVE', 'ready'],
      ['gw-lima', 'UPGRADING', 'ready'],
      ['gw-cairo', 'ACTIVE', 'expiring soon'],
      ['gw-oslo', 'PENDING_UPGRADE_CONFIRM', 'ready'],
      ['gw-madrid', 'ACTIVE', 'ready'],
    ])
  })
})
