import { operation, targetOf } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { prepareServer, refusedBy } from './testing/p2c.ts'

const token = '0b0e1c7a-6f0e-4a52-9a8e-6b1f3c1d2e01'

const prepare = async () => {
  const { cloud, vpn_server_id } = await prepareServer()
  const create = (name: string, headers: Record<string, string> = {}) => {
    const row = operation('createVpnUserGroup')
    const target = targetOf(row, cloud.projectId, { params: { vpn_server_id } })
    return cloud.raw({ method: row.method, target, body: JSON.stringify({ user_group: { name } }), headers })
  }
  const count = async () =>
    (await cloud.call('listVpnUserGroups', { params: { vpn_server_id } })).body.user_groups.length
  return { cloud, create, count }
}

describe('a create call with a token', () => {
  test('is done once, however often it is sent', async () => {
    const { create, count } = await prepare()
    const headers = { 'x-client-token': token }
    const [first, again] = [await create('staff', headers), await create('staff', headers)]
    expect([first.status, again.status]).toEqual([201, 201])
    expect(Object(again.body)).toMatchObject({ user_group: Object(first.body).user_group })
    expect(await count()).toBe(2)
    expect(await create('staff')).toMatchObject(refusedBy('VPN.1300'))
    expect((await create('guests', { 'x-client-token': token.replace('0b', '0c') })).status).toBe(201)
  })

  test('finds its answer after it was lost', async () => {
    const { cloud, create, count } = await prepare()
    const headers = { 'x-client-token': token }
    cloud.control.fail(cloud.projectId, { operation: 'createVpnUserGroup', drop: 'after' })
    await expect(create('staff', headers)).rejects.toThrow(/fetch failed/)
    expect((await create('staff', headers)).status).toBe(201)
    expect(await count()).toBe(2)
  })

  test('is not another call with the same token, and a refused one may be mended', async () => {
    const { create } = await prepare()
    const headers = { 'x-client-token': token }
    expect(await create('default', headers)).toMatchObject(refusedBy('VPN.1300'))
    expect((await create('staff', headers)).status).toBe(201)
    expect(await create('guests', headers)).toMatchObject(refusedBy('VPN.0001', 400, 'another request'))
    expect(await create('guests', { 'x-client-token': 'short' })).toMatchObject(refusedBy('VPN.0001', 400, 'UUID'))
  })
})
