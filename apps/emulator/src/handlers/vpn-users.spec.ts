import { catalogue } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import type { Cloud } from '../testing/cloud.ts'
import { addUser, password, prepareServer, refusedBy } from '../testing/p2c.ts'

const prepare = async (connections = 10) => {
  const { cloud, vpn_server_id } = await prepareServer(
    { max_connection_number: connections },
    { client_cidr: '172.16.0.0/21' },
  )
  const params = { vpn_server_id }
  const create = (user: object) =>
    cloud.untyped('createVpnUser', { params, body: { user: { name: 'paris.lyon', password, ...user } } })
  const batch = async (users: object[]) => {
    const answer = await cloud.untyped('batchCreateVpnUsers', { params, body: { users } })
    expect(answer.status, answer.text).toBe(201)
    return catalogue.batchCreateVpnUsers.response.parse(answer.body).invalid_users
  }
  const list = async (query: object = {}) => {
    const { body } = await cloud.call('listVpnUsers', { params, query })
    return catalogue.listVpnUsers.response.parse(body)
  }
  const defaultGroup = async () => (await cloud.call('listVpnUserGroups', { params })).body.user_groups[0]
  return { cloud, vpn_server_id, params, create, batch, list, defaultGroup }
}

const show = async (cloud: Cloud, vpn_server_id: string, user_id: string) =>
  (await cloud.call('showVpnUser', { params: { vpn_server_id, user_id } })).body.user

describe('a user', () => {
  test('is created, shown, changed and deleted', async () => {
    const { cloud, vpn_server_id, params, create, defaultGroup } = await prepare()
    const answer = await create({ description: 'Lyon', static_ip: '172.16.0.5' })
    expect(answer.status, answer.text).toBe(201)
    const { id: user_id } = catalogue.createVpnUser.response.parse(answer.body).user
    const group = await defaultGroup()
    const user = await show(cloud, vpn_server_id, user_id)
    expect(user).toEqual({
      id: user_id,
      name: 'paris.lyon',
      description: 'Lyon',
      user_group_id: group?.id,
      user_group_name: 'default',
      static_ip: '172.16.0.5',
      created_at: expect.any(String),
      updated_at: expect.any(String),
    })
    const update = { user: { description: 'Nantes', static_ip: 'disable' } }
    const changed = await cloud.call('updateVpnUser', { params: { ...params, user_id }, body: update })
    expect(changed).toMatchObject({ status: 200, body: { user: update.user } })
    expect((await cloud.call('deleteVpnUser', { params: { ...params, user_id } })).status).toBe(204)
    const gone = await cloud.call('showVpnUser', { params: { ...params, user_id } })
    expect(gone).toMatchObject(refusedBy('VPN.1303', 404))
  })

  test.each([
    [{ name: 'a b' }, 'VPN.1317'],
    [{ name: 'abc' }, 'VPN.1317'],
    [{ password: 'short' }, 'VPN.1308'],
    [{ password: 'abcdefghij' }, 'VPN.1308'],
    [{ password: 'пароль-12345' }, 'VPN.1310'],
    [{ password: 'paris.lyon' }, 'VPN.1309'],
    [{ password: 'noyl.sirap' }, 'VPN.1309'],
    [{ password: 'Password1!' }, 'VPN.1314'],
    [{ description: 'no-hyphen' }, 'VPN.0001'],
    [{ static_ip: '172.16.0.6' }, 'VPN.0001'],
    [{ static_ip: '172.16.0.1' }, 'VPN.0001'],
    [{ static_ip: '192.168.0.5' }, 'VPN.0001'],
    [{ user_group_id: 'no-group' }, 'VPN.1301'],
  ])('%j is refused with %s', async (change, code) => {
    const { create, list } = await prepare()
    const answer = await create(change)
    expect(answer.body).toMatchObject({ error_code: code })
    expect(answer.text).not.toMatch(/Password1|noyl|abcdefghij/)
    expect((await list()).total_count).toBe(0)
  })

  test('has a name and an address that no other has', async () => {
    const { cloud, vpn_server_id, create } = await prepare()
    await addUser(cloud, vpn_server_id, { name: 'paris.lyon', static_ip: '172.16.0.5' })
    expect(await create({})).toMatchObject(refusedBy('VPN.1302'))
    expect(await create({ name: 'paris.nantes', static_ip: '172.16.0.5' })).toMatchObject(refusedBy('VPN.0001'))
  })

  test('is one too many where the gateway has no more connections', async () => {
    const { create, batch, list } = await prepare(2)
    expect((await create({})).status).toBe(201)
    expect((await create({ name: 'paris.nantes' })).status).toBe(201)
    expect(await create({ name: 'paris.lille' })).toMatchObject(refusedBy('VPN.1307'))
    expect((await list()).total_count).toBe(2)
    await expect(batch([{ name: 'paris.lille', password }])).rejects.toThrow('VPN.1307')
  })

  test('signs in by name only where the server asks for one', async () => {
    const { cloud, vpn_server_id } = await prepareServer({}, { client_auth_type: 'IAM' })
    const body = { user: { name: 'paris.lyon', password } }
    const answer = await cloud.call('createVpnUser', { params: { vpn_server_id }, body })
    expect(answer).toMatchObject(refusedBy('VPN.0001', 400, 'user name and password'))
  })
})

describe('a batch of users', () => {
  test('is created as a whole', async () => {
    const { batch, list } = await prepare(500)
    const users = Array.from({ length: 300 }, (_, index) => ({ name: `user-${index}`, password }))
    expect(await batch(users)).toEqual([])
    const all = await list()
    expect(all.total_count).toBe(300)
    expect(all.users.map(({ name }) => name)).toContain('user-299')
    expect(all.users.every(({ user_group_name }) => user_group_name === 'default')).toBe(true)
  })

  test('with somebody wrong in it creates nobody, and names each of them', async () => {
    const { cloud, vpn_server_id, batch, list } = await prepare()
    await addUser(cloud, vpn_server_id, { name: 'paris.lyon' })
    const wrong = await batch([
      { name: 'paris.nantes', password, description: 'Nantes', user_group_name: 'default' },
      { name: 'paris.lyon', password },
      { name: 'paris.lille', password: 'short' },
      { name: 'paris.metz', password: 'abcdefghij' },
      { name: 'paris.nice', password, user_group_name: 'staff' },
      { name: 'paris.nantes', password },
      { name: 'x', password },
      { name: 'paris.brest', password, static_ip: '172.16.0.2' },
    ])
    expect(wrong.map(({ name, cause }) => [name, cause])).toEqual([
      ['paris.lyon', 'Duplicate user name.'],
      ['paris.lille', 'Password length invalid.'],
      ['paris.metz', 'Password complexity invalid.'],
      ['paris.nice', 'User group does not exist.'],
      ['paris.nantes', 'Duplicate user name.'],
      ['x', 'User name invalid.'],
      ['paris.brest', expect.stringContaining('Static IP invalid')],
    ])
    expect(JSON.stringify(wrong)).not.toContain('password')
    expect((await list()).total_count).toBe(1)
  })

  test('that is empty or of another shape is refused', async () => {
    const { cloud, params } = await prepare()
    const send = (body: object) => cloud.untyped('batchCreateVpnUsers', { params, body })
    expect(await send({ users: [] })).toMatchObject(refusedBy('VPN.1318'))
    expect(await send({ users: [{ name: 'paris.lyon' }] })).toMatchObject(refusedBy('VPN.0001'))
    expect(await send({ users: [{ name: 'paris.lyon', password, colour: 'red' }] })).toMatchObject(
      refusedBy('VPN.0001'),
    )
  })

  test('is deleted as a whole, and nobody twice', async () => {
    const { cloud, vpn_server_id, params, list } = await prepare()
    const ids = [
      await addUser(cloud, vpn_server_id, { name: 'paris.lyon' }),
      await addUser(cloud, vpn_server_id, { name: 'paris.nantes' }),
    ]
    const remove = (users: string[]) =>
      cloud.untyped('batchDeleteVpnUsers', { params, body: { users: users.map((id) => ({ id })) } })
    expect(await remove([])).toMatchObject(refusedBy('VPN.1318'))
    expect(await remove([ids[0] ?? '', ids[0] ?? ''])).toMatchObject(refusedBy('VPN.1315', 400, ids[0]))
    expect(await remove([ids[0] ?? '', 'nobody'])).toMatchObject(refusedBy('VPN.1303', 404))
    expect((await list()).total_count).toBe(2)
    expect((await remove(ids)).status).toBe(200)
    expect((await list()).total_count).toBe(0)
  })
})

describe('a password', () => {
  test('is changed by its user, who knows the old one, and reset by others', async () => {
    const { cloud, vpn_server_id, params } = await prepare()
    const user_id = await addUser(cloud, vpn_server_id, { name: 'paris.lyon' })
    const change = (old_password: string, new_password: string) =>
      cloud.call('updateVpnUserPassword', { params: { ...params, user_id }, body: { old_password, new_password } })
    const allowed = (text: string) => cloud.control.signIn(cloud.projectId, vpn_server_id, 'paris.lyon', text).allowed
    expect(await change('Wrong-Old-1', 'Mosel-Saar-1')).toMatchObject(refusedBy('VPN.1312'))
    expect(await change(password, 'Mosel-Saar-1')).toMatchObject({
      status: 200,
      body: { request_id: expect.any(String) },
    })
    expect([allowed(password), allowed('Mosel-Saar-1')]).toEqual([false, true])
    const reset = await cloud.call('resetVpnUserPassword', {
      params: { ...params, user_id },
      body: { new_password: 'Neckar-Main-1' },
    })
    expect(reset.status).toBe(200)
    expect([allowed('Mosel-Saar-1'), allowed('Neckar-Main-1')]).toEqual([false, true])
  })

  test('is none of the last five', async () => {
    const { cloud, vpn_server_id, params } = await prepare()
    const user_id = await addUser(cloud, vpn_server_id, { name: 'paris.lyon' })
    const reset = (new_password: string) =>
      cloud.call('resetVpnUserPassword', { params: { ...params, user_id }, body: { new_password } })
    expect(await reset(password)).toMatchObject(refusedBy('VPN.1311'))
    for (let index = 1; index < 5; index++) expect((await reset(`Loire-Rhone-${index}`)).status).toBe(200)
    expect(await reset(password)).toMatchObject(refusedBy('VPN.1311'))
    expect((await reset('Loire-Rhone-5')).status).toBe(200)
    expect((await reset(password)).status).toBe(200)
    expect(await reset('noyl.sirap')).toMatchObject(refusedBy('VPN.1309'))
  })

  test('that is wrong five times locks the user until it is reset', async () => {
    const { cloud, vpn_server_id, params } = await prepare()
    const user_id = await addUser(cloud, vpn_server_id, { name: 'paris.lyon' })
    const signIn = (text: string) => cloud.control.signIn(cloud.projectId, vpn_server_id, 'paris.lyon', text)
    for (let index = 0; index < 5; index++)
      expect(signIn('Wrong-1')).toEqual({ allowed: false, reason: 'wrong password' })
    expect(signIn(password)).toEqual({ allowed: false, reason: 'locked' })
    await cloud.call('resetVpnUserPassword', {
      params: { ...params, user_id },
      body: { new_password: 'Loire-Rhone-1' },
    })
    expect(signIn('Loire-Rhone-1')).toEqual({ allowed: true })
    const nobody = cloud.control.signIn(cloud.projectId, vpn_server_id, 'nobody', password)
    expect(nobody).toEqual({ allowed: false, reason: 'no such user' })
  })
})

describe('the list of users', () => {
  test('goes on page by page, newest first, and everybody is there once', async () => {
    const { batch, list } = await prepare(500)
    await batch(Array.from({ length: 45 }, (_, index) => ({ name: `user-${index}`, password })))
    const seen: string[] = []
    let marker: string | undefined
    do {
      const page = await list({ limit: 10, ...(marker === undefined ? {} : { marker }) })
      expect(page.total_count).toBe(45)
      seen.push(...page.users.map(({ name }) => name))
      marker = page.page_info?.next_marker
    } while (marker !== undefined)
    expect(seen).toHaveLength(45)
    expect(new Set(seen).size).toBe(45)
    expect(seen[0]).toBe('user-44')
  })
})
