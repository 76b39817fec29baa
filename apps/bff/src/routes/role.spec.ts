import { describe, expect, onTestFinished, test } from 'vitest'
import { createEmulator } from '@vpn-console/emulator/app'
import type { BuiltInRole } from '@vpn-console/api-client'
import { startConsole, type Browser } from '../testing/console.ts'

const password = 'a-good-password'

const start = async () => {
  const emulator = createEmulator()
  const listening = await emulator.listen(0)
  onTestFinished(listening.close)
  const { region, projectId, ak, sk } = emulator.control.createProject({ estate: 'demo', speed: 1 })
  const running = await startConsole({ tuning: { logCollectMs: 0, freshMs: 0 } })
  running.clouds.connect({
    id: 'paris',
    name: 'Paris',
    vendor: 'emulator',
    region,
    projectId,
    credentials: { ak, sk },
    endpoint: listening.url,
  })
  const person = (name: string, ...roles: BuiltInRole[]) => running.store.people.create({ name, password, roles })
  /** Somebody with a role made for him: its actions, everywhere unless said otherwise. */
  const personWith = async (name: string, actions: string[]) => {
    const made = await person(name)
    const role = await running.store.roles.create({ name: `role of ${name}`, description: '', actions })
    await running.store.grants.give({ type: 'person', id: made.id }, role.id, { type: 'all' }, 'test')
    return { ...made, role, browser: await running.signedIn(name, password) }
  }
  return { ...running, person, personWith, admin: await running.signedIn() }
}

const night = { name: 'Night shift', description: '', actions: ['vpn:vpnConnections:*'] }
const made = async (browser: Browser, body: object = night) => {
  const answer = await browser.post('/api/roles', body)
  expect(answer.status, answer.text).toBe(201)
  return answer.data as unknown as { id: string }
}
const give = (browser: Browser, personId: string, role: string, scope: object = { type: 'all' }) =>
  browser.post('/api/grants', { subject: { type: 'person', id: personId }, role, scope })

describe('roles', () => {
  test('those built in are listed with how often they are given', async () => {
    const { admin } = await start()
    const { data } = await admin.get('/api/roles')
    expect(data).toMatchObject({
      roles: [
        { id: 'administrator', isBuiltIn: true, grants: 1, actions: ['*'] },
        { id: 'network-admin', grants: 0 },
        { id: 'support' },
        { id: 'user-manager' },
        { id: 'vpn-user' },
      ],
    })
  })

  test('one of the own is made, shown, changed and deleted, and each change is written down', async () => {
    const { admin, store } = await start()
    const { id } = await made(admin)
    expect((await admin.get(`/api/roles/${id}`)).data).toMatchObject({ ...night, isBuiltIn: false, grants: 0 })
    const changed = { ...night, name: 'Night shift 2', actions: ['vpn:vpnConnections:reset'] }
    expect((await admin.send('PUT', `/api/roles/${id}`, { body: changed })).data).toMatchObject(changed)
    expect((await admin.send('DELETE', `/api/roles/${id}`)).status).toBe(204)
    expect((await admin.get(`/api/roles/${id}`)).status).toBe(404)
    const rows = (await store.audit.list()).filter(({ operation }) => operation.endsWith('Role'))
    expect(rows.map((row) => [row.operation, row.resource_id, row.outcome])).toEqual([
      ['deleteRole', id, 'done'],
      ['updateRole', id, 'done'],
      ['createRole', id, 'done'],
    ])
    // As it was, and as it was from then on.
    const [deleted, updated] = rows
    expect(JSON.parse(updated?.before_state ?? '')).toMatchObject(night)
    expect(JSON.parse(updated?.after_state ?? '')).toMatchObject(changed)
    expect(JSON.parse(deleted?.before_state ?? '')).toMatchObject(changed)
  })

  test.each([
    [{ ...night, actions: ['vpn:nothing:*'] }, 'actions.0'],
    [{ ...night, actions: [] }, 'actions'],
    [{ ...night, name: '' }, 'name'],
    [{ ...night, name: 'support' }, 'name'],
    [{ ...night, id: 'mine' }, 'id'],
  ])('%j is refused at its field', async (body, field) => {
    const { admin } = await start()
    const { status, data } = await admin.post('/api/roles', body)
    expect(status).toBe(400)
    expect(data).toMatchObject({ error_code: 'CONSOLE.INVALID_INPUT', fields: { [field]: expect.any(String) } })
  })

  test('those built in stay as they are', async () => {
    const { admin } = await start()
    expect((await admin.send('DELETE', '/api/roles/support')).data).toMatchObject({ error_code: 'CONSOLE.CONFLICT' })
    expect((await admin.send('PUT', '/api/roles/support', { body: night })).status).toBe(409)
  })

  test('one that is given is not deleted, and it is said who has it', async () => {
    const { admin, person } = await start()
    const { id } = await made(admin)
    for (const name of ['lyon', 'nice', 'metz', 'lille']) {
      expect((await give(admin, (await person(name)).id, id)).status).toBe(201)
    }
    const { status, data } = await admin.send('DELETE', `/api/roles/${id}`)
    expect(status).toBe(409)
    expect(data).toMatchObject({ error_msg: expect.stringMatching(/Night shift is given to .*, .*, .* and 1 more/) })
  })

  test('nobody makes or changes a role beyond what he has himself', async () => {
    const { admin, personWith } = await start()
    const { browser, role } = await personWith('lyon', ['console:roles:*', 'vpn:vpnConnections:*'])
    expect((await browser.post('/api/roles', { ...night, actions: ['vpn:*'] })).data).toMatchObject({
      error_code: 'CONSOLE.DENIED',
      error_msg: expect.stringContaining('vpn:*'),
    })
    expect((await browser.post('/api/roles', night)).status).toBe(201)
    // Not even his own role, to raise himself.
    const raised = { name: 'mine', description: '', actions: ['*'] }
    expect((await browser.send('PUT', `/api/roles/${role.id}`, { body: raised })).status).toBe(403)
    const { id } = await made(admin, { ...night, name: 'More', actions: ['console:people:list', 'vpn:*'] })
    expect((await browser.send('PUT', `/api/roles/${id}`, { body: { ...night, name: 'Less' } })).status).toBe(403)
    expect((await browser.send('DELETE', `/api/roles/${id}`)).status).toBe(403)
  })
})

describe('grants', () => {
  test('what is given holds at once, and what is taken is gone at once', async () => {
    const { admin, person, signedIn, store } = await start()
    const { id } = await person('lyon')
    const lyon = await signedIn('lyon', password)
    const gateways = () => lyon.get('/api/clouds/paris/vpn/v5/-/vpn-gateways')
    expect((await gateways()).status).toBe(404)
    const given = await give(admin, id, 'support', { type: 'account', cloudId: 'paris' })
    expect(given.status).toBe(201)
    expect((await gateways()).status).toBe(200)
    const { id: grantId } = given.data as unknown as { id: string }
    expect((await admin.get(`/api/grants?subject=${id}`)).data).toMatchObject({
      grants: [
        {
          id: grantId,
          subject: { type: 'person', id, name: 'lyon' },
          role: 'support',
          roleName: 'Support',
          scope: { type: 'account', cloudId: 'paris' },
          createdBy: 'admin',
        },
      ],
    })
    expect((await admin.send('DELETE', `/api/grants/${grantId}`)).status).toBe(204)
    expect((await gateways()).status).toBe(404)
    expect((await admin.send('DELETE', `/api/grants/${grantId}`)).status).toBe(404)
    const taken = (await store.audit.list()).find(
      ({ operation, outcome }) => operation === 'takeGrant' && outcome === 'done',
    )
    expect(JSON.parse(taken?.before_state ?? '')).toMatchObject({ subject: { name: 'lyon' }, role: 'support' })
  })

  test.each([
    ['administrator', { type: 'account', cloudId: 'paris' }, 'scope.type'],
    ['user-manager', { type: 'all' }, 'scope.type'],
    ['vpn-user', { type: 'server', cloudId: 'paris', scopeId: 's-1' }, 'scope.type'],
    ['support', { type: 'vpn-user', cloudId: 'paris', scopeId: 's-1', vpnUserId: 'u-1' }, 'scope.type'],
    ['support', { type: 'account' }, 'scope.cloudId'],
    ['support', { type: 'account', cloudId: 'nowhere' }, 'scope.cloudId'],
    ['support', { type: 'account', cloudId: 'paris', scopeId: '0' }, 'scope.scopeId'],
    ['support', { type: 'all', secret: 'x' }, 'scope.secret'],
  ])('%s for %j is refused', async (role, scope, field) => {
    const { admin, person } = await start()
    const { status, data } = await give(admin, (await person('lyon')).id, role, scope)
    expect(status).toBe(400)
    expect(data).toMatchObject({ fields: { [field]: expect.any(String) } })
  })

  test('there must be the role and the person; a group is what the provider will say', async () => {
    const { admin, person } = await start()
    expect((await give(admin, 'nobody', 'support')).status).toBe(404)
    expect((await give(admin, (await person('lyon')).id, 'no-role')).status).toBe(404)
    const group = { subject: { type: 'group', id: 'cn=ops,dc=example' }, role: 'support', scope: { type: 'all' } }
    expect((await admin.post('/api/grants', group)).status).toBe(201)
    expect((await admin.get('/api/grants?subjectType=group&role=support')).data).toMatchObject({
      grants: [{ subject: { name: 'cn=ops,dc=example' } }],
    })
  })

  test('nobody gives or takes what he does not have', async () => {
    const { admin, person, personWith, store } = await start()
    const actions = ['console:grants:*', 'console:roles:list', 'vpn:vpnConnections:*']
    const { id, browser } = await personWith('lyon', actions)
    const nice = await person('nice')
    for (const role of ['administrator', 'network-admin', 'support']) {
      const { status, data } = await give(browser, id, role)
      expect([status, role]).toEqual([403, role])
      expect(data).toMatchObject({ error_code: 'CONSOLE.DENIED' })
    }
    const { id: small } = await made(admin)
    expect((await give(browser, nice.id, small)).status).toBe(201)
    const [boss] = await store.grants.list({ role: 'administrator' })
    expect((await browser.send('DELETE', `/api/grants/${boss?.id ?? ''}`)).status).toBe(403)
  })

  test('somebody who can sign in remains administrator', async () => {
    const { admin, person, store } = await start()
    const [own] = await store.grants.list({ role: 'administrator' })
    const take = () => admin.send('DELETE', `/api/grants/${own?.id ?? ''}`)
    expect((await take()).data).toMatchObject({
      error_code: 'CONSOLE.CONFLICT',
      error_msg: expect.stringContaining('admin is the last administrator who can sign in'),
    })
    const nice = await person('nice', 'administrator')
    await store.people.setDisabled(nice.id, true)
    expect((await take()).status).toBe(409)
    await store.people.setDisabled(nice.id, false)
    expect((await take()).status).toBe(204)
    expect((await admin.get('/api/roles')).status).toBe(403)
  })

  test('support is denied, with the action named', async () => {
    const { person, signedIn, store } = await start()
    const { id } = await person('lyon', 'support')
    const lyon = await signedIn('lyon', password)
    expect((await lyon.get('/api/roles')).data).toMatchObject({
      error_msg: expect.stringContaining('console:roles:list'),
    })
    expect((await give(lyon, id, 'administrator')).data).toMatchObject({
      error_code: 'CONSOLE.DENIED',
      error_msg: expect.stringContaining('console:grants:give'),
    })
    expect((await store.audit.list())[0]).toMatchObject({ operation: 'giveGrant', outcome: 'denied' })
  })
})
