import { catalogue } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { addUser, prepareServer, refusedBy } from '../testing/p2c.ts'

const prepare = async () => {
  const { cloud, vpn_server_id } = await prepareServer({ max_connection_number: 60 })
  const params = { vpn_server_id }
  const create = (name: string, more: object = {}) =>
    cloud.untyped('createVpnUserGroup', { params, body: { user_group: { name, ...more } } })
  const made = async (name: string) =>
    catalogue.createVpnUserGroup.response.parse((await create(name)).body).user_group.id
  const list = async () => (await cloud.call('listVpnUserGroups', { params })).body
  const update = (group_id: string, user_group: object) =>
    cloud.call('updateVpnUserGroup', { params: { ...params, group_id }, body: { user_group } })
  const remove = (group_id: string) => cloud.call('deleteVpnUserGroup', { params: { ...params, group_id } })
  const move = (name: 'addVpnUsersToGroup' | 'removeVpnUsersFromGroup', group_id: string, users: string[]) =>
    cloud.call(name, { params: { ...params, group_id }, body: { users: users.map((id) => ({ id })) } })
  const defaultId = async () => (await list()).user_groups.find(({ type }) => type === 'Default')?.id ?? ''
  return { cloud, vpn_server_id, params, create, made, list, update, remove, move, defaultId }
}

describe('groups', () => {
  test('begin with the one of everybody, which stays as it is', async () => {
    const { list, update, remove, defaultId } = await prepare()
    expect((await list()).user_groups).toMatchObject([
      { name: 'default', description: 'Default user group', type: 'Default', user_number: 0 },
    ])
    const id = await defaultId()
    expect(await update(id, { name: 'all' })).toMatchObject(refusedBy('VPN.1316'))
    expect(await remove(id)).toMatchObject(refusedBy('VPN.1316'))
  })

  test('are created, renamed and deleted, each name once', async () => {
    const { create, made, update, remove, list } = await prepare()
    const id = await made('staff')
    expect(await create('staff')).toMatchObject(refusedBy('VPN.1300'))
    expect(await create('with space')).toMatchObject(refusedBy('VPN.0001'))
    expect((await update(id, { name: 'all staff' })).body).toMatchObject({ user_group: { id, name: 'all staff' } })
    expect(await update(id, { name: 'default' })).toMatchObject(refusedBy('VPN.1300'))
    expect((await remove(id)).status).toBe(204)
    expect(await remove(id)).toMatchObject(refusedBy('VPN.1301', 404))
    expect((await list()).total_count).toBe(1)
  })

  test('are 50 at most', async () => {
    const { create, made } = await prepare()
    for (let index = 0; index < 49; index++) await made(`group-${index}`)
    expect(await create('one-more')).toMatchObject(refusedBy('VPN.1306'))
  })

  test('stay while an access policy names them', async () => {
    const { cloud, params, made, remove } = await prepare()
    const user_group_id = await made('staff')
    const access_policy = { name: 'policy', user_group_id, dest_ip_cidrs: ['10.16.0.0/24'] }
    const policy = await cloud.call('createVpnAccessPolicy', { params, body: { access_policy } })
    expect(await remove(user_group_id)).toMatchObject(refusedBy('VPN.1313'))
    const policy_id = policy.body.access_policy.id
    await cloud.call('deleteVpnAccessPolicy', { params: { ...params, policy_id } })
    expect((await remove(user_group_id)).status).toBe(204)
  })
})

describe('members', () => {
  test('come and go, and are in one group only', async () => {
    const { cloud, vpn_server_id, params, made, move, list, defaultId } = await prepare()
    const [staff, guests] = [await made('staff'), await made('guests')]
    const users = [
      await addUser(cloud, vpn_server_id, { name: 'paris.lyon' }),
      await addUser(cloud, vpn_server_id, { name: 'paris.nantes' }),
    ]
    expect((await move('addVpnUsersToGroup', staff, users)).status).toBe(201)
    expect(await move('addVpnUsersToGroup', guests, users)).toMatchObject(refusedBy('VPN.1304', 400, 'paris.lyon'))
    expect(await move('removeVpnUsersFromGroup', guests, users)).toMatchObject(refusedBy('VPN.1305', 400, 'paris.lyon'))
    const numbers = async () =>
      Object.fromEntries((await list()).user_groups.map(({ name, user_number }) => [name, user_number]))
    expect(await numbers()).toEqual({ default: 0, staff: 2, guests: 0 })
    const members = await cloud.call('listVpnUsersInGroup', { params: { ...params, group_id: staff } })
    expect(catalogue.listVpnUsersInGroup.response.parse(members.body)).toMatchObject({
      users: [{ name: 'paris.nantes' }, { name: 'paris.lyon' }],
      total_count: 2,
    })
    expect((await move('removeVpnUsersFromGroup', staff, users.slice(0, 1))).status).toBe(201)
    expect(await numbers()).toEqual({ default: 1, staff: 1, guests: 0 })
    await cloud.call('deleteVpnUserGroup', { params: { ...params, group_id: staff } })
    expect(await numbers()).toEqual({ default: 2, guests: 0 })
    const user = (await cloud.call('showVpnUser', { params: { ...params, user_id: users[1] ?? '' } })).body.user
    expect(user.user_group_id).toBe(await defaultId())
  })

  test('of a list are there, and named once', async () => {
    const { cloud, vpn_server_id, made, move } = await prepare()
    const staff = await made('staff')
    const user = await addUser(cloud, vpn_server_id, { name: 'paris.lyon' })
    expect(await move('addVpnUsersToGroup', staff, [])).toMatchObject(refusedBy('VPN.1318'))
    expect(await move('addVpnUsersToGroup', staff, [user, user])).toMatchObject(refusedBy('VPN.1315'))
    expect(await move('addVpnUsersToGroup', staff, [user, 'nobody'])).toMatchObject(refusedBy('VPN.1303', 404))
    expect(await move('addVpnUsersToGroup', 'no-group', [user])).toMatchObject(refusedBy('VPN.1301', 404))
  })
})

describe('access policies', () => {
  const policies = async () => {
    const prepared = await prepare()
    const { cloud, params, made } = prepared
    const user_group_id = await made('staff')
    const plain = { name: 'policy-1', user_group_id, dest_ip_cidrs: ['10.16.0.0/24'] }
    const create = (change: object = {}) =>
      cloud.untyped('createVpnAccessPolicy', { params, body: { access_policy: { ...plain, ...change } } })
    const all = async () => (await cloud.call('listVpnAccessPolicies', { params })).body
    const update = (policy_id: string, access_policy: object) =>
      cloud.untyped('updateVpnAccessPolicy', { params: { ...params, policy_id }, body: { access_policy } })
    const remove = (policy_id: string) => cloud.call('deleteVpnAccessPolicy', { params: { ...params, policy_id } })
    return { ...prepared, user_group_id, create, all, update, remove }
  }

  test('begin with one for everybody, which stays as it is', async () => {
    const { all, update, remove } = await policies()
    const [first] = (await all()).access_policies
    expect(first).toMatchObject({ type: 'Default', user_group_name: 'default', dest_ip_cidrs: ['0.0.0.0/0'] })
    expect(await update(first?.id ?? '', { name: 'mine' })).toMatchObject(refusedBy('VPN.1406'))
    expect(await remove(first?.id ?? '')).toMatchObject(refusedBy('VPN.1406'))
  })

  test('are created, changed, shown and deleted', async () => {
    const { cloud, params, user_group_id, create, update, remove } = await policies()
    const { id: policy_id } = catalogue.createVpnAccessPolicy.response.parse((await create()).body).access_policy
    const changed = await update(policy_id, { name: 'policy-2', dest_ip_cidrs: ['10.16.1.0/24', '10.16.0.0/25'] })
    expect(changed).toMatchObject({ status: 200, body: { access_policy: { name: 'policy-2', user_group_id } } })
    const shown = await cloud.call('showVpnAccessPolicy', { params: { ...params, policy_id } })
    expect(catalogue.showVpnAccessPolicy.response.parse(shown.body).access_policy).toMatchObject({
      type: 'Custom',
      user_group_name: 'staff',
      dest_ip_cidrs: ['10.16.1.0/24', '10.16.0.0/25'],
    })
    expect((await remove(policy_id)).status).toBe(204)
    expect(await remove(policy_id)).toMatchObject(refusedBy('VPN.1401'))
  })

  test.each([
    [{ dest_ip_cidrs: Array.from({ length: 11 }, (_, index) => `10.${index}.0.0/16`) }, 'VPN.1402'],
    [{ dest_ip_cidrs: ['everything'] }, 'VPN.1403'],
    [{ dest_ip_cidrs: ['10.0.0.0/8', '10.0.0.0/8'] }, 'VPN.1404'],
    [{ dest_ip_cidrs: ['240.0.0.0/8'] }, 'VPN.1405'],
    [{ dest_ip_cidrs: [] }, 'VPN.0001'],
    [{ user_group_id: 'no-group' }, 'VPN.1301'],
  ])('%j is refused with %s', async (change, code) => {
    const { create, all } = await policies()
    expect((await create(change)).body).toMatchObject({ error_code: code })
    expect((await all()).total_count).toBe(1)
  })

  test('are 100 at most', async () => {
    const { create } = await policies()
    for (let index = 0; index < 99; index++) expect((await create({ name: `policy-${index}` })).status).toBe(201)
    expect(await create()).toMatchObject(refusedBy('VPN.1400'))
  })
})
