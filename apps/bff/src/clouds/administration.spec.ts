import { createEmulator, type Emulator, type EstateName } from '@vpn-console/emulator/app'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { newFolder } from '../testing/databases.ts'
import { accountAt, startAdministration, type EmulatedProject } from '../testing/cloud-accounts.ts'

let emulator: Emulator
let listening: Awaited<ReturnType<Emulator['listen']>>
beforeAll(async () => {
  emulator = createEmulator({ user: 'paris', password: 'word-of-paris', domain: 'ville' })
  listening = await emulator.listen(0)
})
afterAll(() => listening.close())

const newProject = (estate: EstateName = 'empty') => emulator.control.createProject({ estate })
const typed = (project: EmulatedProject, more: Parameters<typeof accountAt>[2] = {}) =>
  accountAt(listening.url, project, more)
const gateways = (id: string) => `/api/clouds/${id}/vpn/v5/-/vpn-gateways`
type Body = Record<string, unknown>
const featureOf = (data: unknown, id: string) =>
  // Tests look into the answer by path, and fail where there is nothing.
  (data as { features: { id: string }[] }).features.find((feature) => feature.id === id)

const created = async (estate: EstateName = 'empty', more: Parameters<typeof accountAt>[2] = {}) => {
  const project = newProject(estate)
  const running = await startAdministration()
  const { status, data } = await running.browser.post(running.accounts, typed(project, more))
  expect(status).toBe(201)
  return { ...running, project, data }
}

describe('a new account', () => {
  test('can be used at once, under an id made of its name', async () => {
    const { browser, accounts, project, data } = await created('demo', { name: 'Île de Paris' })
    expect(data).toMatchObject({
      id: 'ile-de-paris',
      project_id: project.projectId,
      source: 'console',
      state: 'enabled',
      has_p2c: true,
      credentials: { kind: 'access-key', entered_by: 'admin', entered_at: expect.any(Number) },
      last_check: { outcome: 'good' },
    })
    expect((await browser.get(gateways('ile-de-paris'))).text).toContain('gw-paris')
    const { data: session } = await browser.get('/api/session')
    expect(session).toMatchObject({ clouds: [{ id: 'ile-de-paris', project_id: project.projectId }] })
    expect((await browser.get(accounts)).data).toMatchObject({ cloud_accounts: [{ id: 'ile-de-paris' }] })
    expect((await browser.get(`${accounts}/ile-de-paris`)).data).toMatchObject({ name: 'Île de Paris' })
  })

  test('is refused with a wrong key, and nothing is kept', async () => {
    const { browser, accounts } = await startAdministration()
    const project = newProject()
    const credentials = { kind: 'access-key' as const, ak: project.ak, sk: 'another' }
    const { status, data } = await browser.post(accounts, typed(project, { credentials }))
    expect(status).toBe(502)
    expect(data).toMatchObject({ error_code: 'CONSOLE.WRONG_CLOUD_KEY' })
    expect((await browser.get(accounts)).data).toEqual({ cloud_accounts: [] })
  })

  test('takes an id that nobody has or had', async () => {
    const { browser, accounts, project } = await created()
    expect((await browser.post(accounts, typed(project))).data).toMatchObject({ id: 'paris-2' })
    await browser.send('DELETE', `${accounts}/paris`)
    expect((await browser.post(accounts, typed(project))).data).toMatchObject({ id: 'paris-3' })
    const again = await browser.post(accounts, typed(project, { id: 'paris' }))
    expect(again.data).toMatchObject({ fields: { id: expect.stringContaining('taken') } })
  })

  test('with Point-to-Cloud left out does not offer it', async () => {
    const { data } = await created('empty', { features: ['s2c-manage'] })
    expect(data).toMatchObject({ has_p2c: false, features: ['s2c-read', 's2c-manage'] })
  })

  test('in a region without Point-to-Cloud does not offer it', async () => {
    const { browser, accounts } = await startAdministration()
    const project = newProject()
    emulator.control.setMissing(project.projectId, ['listP2cVgws', 'listVpnServersByProject', 'listP2cVpnGatewayJobs'])
    const { data } = await browser.post(accounts, typed(project))
    expect(data).toMatchObject({ has_p2c: false, last_check: { outcome: 'limited', has_p2c: false } })
  })

  test('with an address that is not public is refused where private ones are not allowed', async () => {
    const { browser, accounts } = await startAdministration({ allowPrivateEndpoints: false })
    for (const path of [accounts, '/api/cloud-account-checks']) {
      const body: Body = { ...typed(newProject()) }
      if (path !== accounts) delete body['name']
      const { status, data } = await browser.post(path, body)
      expect(status).toBe(400)
      expect(data).toMatchObject({ fields: { endpoint: expect.stringContaining('https') } })
    }
  })
})

describe('a test of an account', () => {
  const checkOf = async (project: EmulatedProject, more: Body = {}) => {
    const { browser } = await startAdministration()
    const { name: _, features: __, ...body } = typed(project)
    return browser.post('/api/cloud-account-checks', { ...body, ...more })
  }

  test('tells the projects, and that nothing is missing', async () => {
    const project = newProject('demo')
    const { status, data } = await checkOf(project)
    expect(status).toBe(200)
    expect(data).toMatchObject({
      outcome: 'good',
      has_p2c: true,
      project: { id: project.projectId, name: project.region },
      projects: [{ id: project.projectId }],
    })
    expect(featureOf(data, 's2c-manage')).toMatchObject({
      outcome: 'not-tried',
      untried: expect.arrayContaining(['vpn:vpnGateways:create']),
    })
    expect(featureOf(data, 'p2c-read')).toMatchObject({ outcome: 'there', missing: [] })
  })

  test('changes nothing at the cloud', async () => {
    const project = newProject('demo')
    await checkOf(project)
    const { counts } = emulator.control.calls(project.projectId)
    const changing = Object.keys(counts).filter((name) =>
      /^(create|update|delete|batchCreate|reset|upgrade)/.test(name),
    )
    expect(changing).toEqual([])
    expect(counts.listVgws).toBe(1)
  })

  test('names the actions that are missing', async () => {
    const project = newProject('demo')
    emulator.control.setDenied(project.projectId, [
      'vpn:vpnConnections:list',
      'scm:cert:list',
      'listEnterpriseProjects',
    ])
    const { data } = await checkOf(project)
    expect(data).toMatchObject({ outcome: 'limited' })
    expect(featureOf(data, 's2c-read')).toMatchObject({ outcome: 'partly', missing: ['vpn:vpnConnections:list'] })
    expect(featureOf(data, 'certificates')).toMatchObject({
      outcome: 'missing',
      missing: ['scm:cert:list'],
      finding: expect.stringContaining('scm:cert:list'),
    })
    expect(featureOf(data, 'enterprise-projects')).toMatchObject({ outcome: 'missing', missing: [] })
    expect(featureOf(data, 'pickers')).toMatchObject({ outcome: 'there' })
  })

  test('does not take a cloud that fails for a missing permission', async () => {
    const project = newProject()
    emulator.control.fail(project.projectId, {
      operation: 'listCertificates',
      times: 0,
      status: 500,
      error_code: 'SCM.0001',
    })
    const { data } = await checkOf(project)
    expect(featureOf(data, 'certificates')).toMatchObject({
      outcome: 'unknown',
      missing: [],
      finding: expect.stringContaining('SCM.0001'),
    })
  })

  test('fails with a key that is refused, in words', async () => {
    const project = newProject()
    emulator.control.setKeyValid(project.projectId, false)
    const { status, data } = await checkOf(project)
    expect(status).toBe(200)
    expect(data).toMatchObject({
      outcome: 'failed',
      problem: { code: 'CONSOLE.WRONG_CLOUD_KEY', message: expect.stringContaining('access key') },
    })
  })

  test('fails without a project, and still lists those there are', async () => {
    const project = newProject()
    const { data } = await checkOf(project, { project_id: 'another' })
    expect(data).toMatchObject({
      outcome: 'failed',
      problem: { code: 'CONSOLE.NO_PROJECT', message: expect.stringContaining('another') },
      projects: [{ id: project.projectId }],
    })
  })

  test('works without the list of projects, where the project is known', async () => {
    const project = newProject()
    emulator.control.setDenied(project.projectId, ['listProjects', 'listAuthProjects'])
    const unknown = await checkOf(project)
    expect(unknown.data).toMatchObject({ outcome: 'failed', problem: { code: 'CONSOLE.NO_PROJECT' } })
    const known = await checkOf(project, { project_id: project.projectId })
    expect(known.data).toMatchObject({ outcome: 'good', project: { id: project.projectId } })
    expect(known.data).not.toHaveProperty('projects')
  })

  test('takes temporary keys, and refuses them without their token', async () => {
    const project = emulator.control.createProject({ securityToken: 'token-of-paris' })
    const { ak, sk } = project
    const temporary = { kind: 'temporary', ak, sk, security_token: 'token-of-paris' }
    expect((await checkOf(project, { credentials: temporary })).data).toMatchObject({ outcome: 'good' })
    expect((await checkOf(project)).data).toMatchObject({ outcome: 'failed' })
  })

  test('takes a user and password, and refuses a wrong one', async () => {
    const { projectId: project_id, ...project } = newProject()
    const right = { kind: 'password', user: 'paris', password: 'word-of-paris', domain: 'ville' }
    const given = { ...project, projectId: project_id }
    expect((await checkOf(given, { project_id, credentials: right })).data).toMatchObject({ outcome: 'good' })
    const wrong = { ...right, password: 'word-of-lyon' }
    expect((await checkOf(given, { project_id, credentials: wrong })).data).toMatchObject({
      outcome: 'failed',
      problem: { code: 'CONSOLE.WRONG_CLOUD_SIGN_IN' },
    })
  })
})

describe('rotating keys', () => {
  const rotate = (running: Awaited<ReturnType<typeof created>>, key: { ak: string; sk: string }) =>
    running.browser.send('PUT', `${running.accounts}/paris/credentials`, {
      body: { credentials: { kind: 'access-key', ak: key.ak, sk: key.sk } },
    })

  test('loses no call: those under way end with the old key, the next use the new one', async () => {
    const running = await created('demo')
    const { project, browser } = running
    const next = emulator.control.addKey(project.projectId)
    emulator.control.clearCalls(project.projectId)
    // Two calls hang at the cloud while the keys are changed.
    emulator.control.fail(project.projectId, { operation: 'listVgws', latency_ms: 300 })
    emulator.control.fail(project.projectId, { operation: 'listCgws', latency_ms: 300 })
    const underWay = [browser.get(gateways('paris')), browser.get('/api/clouds/paris/vpn/v5/-/customer-gateways')]
    const arrived = () => emulator.control.calls(project.projectId).counts
    await vi.waitFor(() => expect(arrived()).toMatchObject({ listVgws: 1, listCgws: 1 }))
    const { status, data } = await rotate(running, next)
    expect(status).toBe(200)
    expect(data).toMatchObject({ last_check: { outcome: 'good' }, revision: 2 })
    expect((await Promise.all(underWay)).map((answer) => answer.status)).toEqual([200, 200])
    emulator.control.setKeyValid(project.projectId, false, project.ak)
    expect((await browser.get(gateways('paris'))).status).toBe(200)
  })

  test('keeps the old key where the new one is refused', async () => {
    const running = await created()
    const { status, data } = await rotate(running, { ak: running.project.ak, sk: 'another' })
    expect(status).toBe(502)
    expect(data).toMatchObject({ error_code: 'CONSOLE.WRONG_CLOUD_KEY' })
    expect((await running.browser.get(gateways('paris'))).status).toBe(200)
  })

  test('refuses the key of another account: its gateways would stand under the same links', async () => {
    const running = await created()
    const { status, data } = await rotate(running, newProject())
    expect([status, data]).toMatchObject([502, { error_code: 'CONSOLE.NO_PROJECT' }])
  })
})

describe('changing an account', () => {
  const update = (running: Awaited<ReturnType<typeof created>>, body: Body) =>
    running.browser.send('PUT', `${running.accounts}/paris`, {
      body: { name: 'Paris', endpoint: listening.url, features: ['s2c-read'], ...body },
    })

  test('renames it under the same id', async () => {
    const running = await created()
    const { status, data } = await update(running, { name: 'Lyon', revision: 1 })
    expect(status).toBe(200)
    expect(data).toMatchObject({ id: 'paris', name: 'Lyon', features: ['s2c-read'], has_p2c: false, revision: 2 })
    expect((await running.browser.get('/api/session')).data).toMatchObject({ clouds: [{ id: 'paris', name: 'Lyon' }] })
  })

  test('is refused where somebody else was faster', async () => {
    const running = await created()
    await update(running, { name: 'Lyon', revision: 1 })
    expect((await update(running, { name: 'Nantes', revision: 1 })).status).toBe(409)
  })

  test('refuses a project that IAM does not list', async () => {
    const running = await created()
    const { data } = await update(running, { project_id: 'another' })
    expect(data).toMatchObject({ error_code: 'CONSOLE.NO_PROJECT' })
  })

  test('sends a password to no other address unless it is entered again', async () => {
    const project = newProject()
    const running = await startAdministration()
    const credentials = { kind: 'password' as const, user: 'paris', password: 'word-of-paris', domain: 'ville' }
    const given = typed(project, { project_id: project.projectId, credentials })
    expect((await running.browser.post(running.accounts, given)).status).toBe(201)
    const elsewhere = { project_id: project.projectId, endpoint: listening.url.replace('127.0.0.1', 'localhost') }
    const refused = await update({ ...running, project, data: undefined }, elsewhere)
    expect(refused.data).toMatchObject({ fields: { credentials: expect.stringContaining('again') } })
    expect((await update({ ...running, project, data: undefined }, { ...elsewhere, credentials })).status).toBe(200)
  })

  test('does not touch what it is not given', async () => {
    const running = await created()
    for (const extra of [{ id: 'lyon' }, { vendor: 'otc' }, { disabled_at: 1 }, { source: 'environment' }]) {
      expect((await update(running, extra)).status).toBe(400)
    }
  })
})

describe('an account that is disabled', () => {
  test('is gone from the console, and back when it is enabled', async () => {
    const { browser, accounts } = await created()
    expect((await browser.post(`${accounts}/paris/disable`)).data).toMatchObject({ state: 'disabled' })
    expect((await browser.get(gateways('paris'))).status).toBe(404)
    expect((await browser.get('/api/session')).data).toMatchObject({ clouds: [] })
    expect((await browser.post(`${accounts}/paris/enable`)).data).toMatchObject({ state: 'enabled' })
    expect((await browser.get(gateways('paris'))).status).toBe(200)
  })
})

describe('an account that is deleted', () => {
  test('is gone with its keys and its grants', async () => {
    const { browser, accounts, store } = await created()
    const maria = await store.people.create({ name: 'maria', password: 'correct-horse', roles: [] })
    await store.grants.give({ type: 'person', id: maria.id }, 'support', { type: 'account', cloudId: 'paris' }, 'admin')
    expect((await browser.send('DELETE', `${accounts}/paris`)).status).toBe(204)
    expect((await browser.get(gateways('paris'))).status).toBe(404)
    expect((await browser.get(`${accounts}/paris`)).status).toBe(404)
    expect(await store.grants.of(maria.id, [])).toEqual([])
    expect((await browser.send('DELETE', `${accounts}/paris`)).status).toBe(404)
  })
})

describe('the account from the environment', () => {
  const withEnvironment = async () => {
    const project = newProject()
    const { ak, sk, projectId, region } = project
    const cloud = { id: 'default', name: 'Default', vendor: 'emulator' as const, region, projectId }
    const running = await startAdministration({ cloud: { ...cloud, endpoint: listening.url, credentials: { ak, sk } } })
    return { ...running, project }
  }

  test('is shown and tested, and cannot be changed', async () => {
    const { browser, accounts } = await withEnvironment()
    expect((await browser.get(accounts)).data).toMatchObject({
      cloud_accounts: [{ id: 'default', source: 'environment' }],
    })
    expect((await browser.post(`${accounts}/default/check`)).data).toMatchObject({ outcome: 'good' })
    expect((await browser.get(`${accounts}/default`)).data).toMatchObject({ last_check: { outcome: 'good' } })
    for (const [method, path] of [
      ['POST', '/disable'],
      ['DELETE', ''],
    ] as const) {
      const { status, data } = await browser.send(method, `${accounts}/default${path}`)
      expect([status, data]).toMatchObject([409, { error_msg: expect.stringContaining('environment') }])
    }
  })

  test('keeps its id to itself', async () => {
    const { browser, accounts, project } = await withEnvironment()
    expect((await browser.post(accounts, typed(project, { id: 'default' }))).status).toBe(400)
    expect((await browser.post(accounts, typed(project, { name: 'default' }))).data).toMatchObject({ id: 'default-2' })
  })

  test('hides one that was entered under its id, and changes to that are refused', async () => {
    const dataDir = newFolder()
    const project = newProject('demo')
    const first = await startAdministration({ dataDir })
    await first.browser.post(first.accounts, typed(project, { id: 'default' }))
    await first.close()
    const { ak, sk, projectId, region } = newProject()
    const credentials = { ak, sk }
    const cloud = { id: 'default', name: 'Default', vendor: 'emulator' as const, region, projectId, credentials }
    const { browser, accounts } = await startAdministration({ dataDir, cloud: { ...cloud, endpoint: listening.url } })
    expect((await browser.get(accounts)).data).toMatchObject({
      cloud_accounts: [{ source: 'environment' }, { source: 'console', state: 'hidden' }],
    })
    expect((await browser.get(gateways('default'))).text).not.toContain('gw-paris')
    expect((await browser.send('DELETE', `${accounts}/default`)).status).toBe(409)
  })

  test('names the variables when its key is refused; an entered one names the page', async () => {
    const { browser, accounts, project } = await withEnvironment()
    await browser.post(accounts, typed(project))
    emulator.control.setKeyValid(project.projectId, false)
    const [fromEnvironment, entered] = await Promise.all([
      browser.get(gateways('default')),
      browser.get(gateways('paris')),
    ])
    expect(fromEnvironment.data).toMatchObject({ error_msg: expect.stringMatching(/Default.*HUAWEICLOUD_SDK_AK/) })
    expect(entered.data).toMatchObject({ error_msg: expect.stringMatching(/Paris.*Cloud accounts/) })
    expect(entered.text).not.toContain('HUAWEICLOUD')
  })
})
