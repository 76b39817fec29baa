import { randomBytes } from 'node:crypto'
import { createEmulator, type Emulator } from '@vpn-console/emulator/app'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { accountAt, startAdministration } from '../testing/cloud-accounts.ts'
import { describeOnEachDatabase, newFolder } from '../testing/databases.ts'
import { json, startFakeCloud } from '../testing/fake-cloud.ts'
import { startConsole } from '../testing/console.ts'

let emulator: Emulator
let listening: Awaited<ReturnType<Emulator['listen']>>
beforeAll(async () => {
  emulator = createEmulator()
  listening = await emulator.listen(0)
})
afterAll(() => listening.close())

const gateways = '/api/clouds/paris/vpn/v5/-/vpn-gateways'
const typed = () => accountAt(listening.url, emulator.control.createProject(), { features: ['s2c-read'] })

describeOnEachDatabase('accounts on two replicas', (database) => {
  test('what one changes, the other knows of after a moment, without being asked', async () => {
    const place = {
      ...(await database.place()),
      masterKey: randomBytes(32),
      // Those that can tell each other need not look.
      tuning: { accountsPollMs: database.name === 'PostgreSQL' ? 0 : 20, freshMs: 0 },
    }
    const first = await startAdministration(place)
    const second = await startAdministration(place)
    await first.browser.post(first.accounts, typed())
    await vi.waitFor(async () => expect((await second.browser.get(gateways)).status).toBe(200))
    await first.browser.post(`${first.accounts}/paris/disable`)
    await vi.waitFor(async () => expect((await second.browser.get(gateways)).status).toBe(404))
    await first.browser.post(`${first.accounts}/paris/enable`)
    await vi.waitFor(async () => expect((await second.browser.get(gateways)).status).toBe(200))
    await second.browser.send('DELETE', `${second.accounts}/paris`)
    await vi.waitFor(async () => expect((await first.browser.get(gateways)).status).toBe(404))
  })

  test('are there again after a start, and their keys lie sealed in the database', async () => {
    const place = { ...(await database.place()), masterKey: randomBytes(32) }
    const account = typed()
    const first = await startAdministration(place)
    await first.browser.post(first.accounts, account)
    const row = await first.store.cloudAccounts.find('paris')
    expect(row?.credentials).toMatch(/^v1\./)
    for (const text of Object.values(account.credentials).slice(1)) expect(JSON.stringify(row)).not.toContain(text)
    await first.close()
    const second = await startAdministration(place)
    expect((await second.browser.get(gateways)).status).toBe(200)
  })
})

test('keys that were altered in the database lock the account, and say so, until they are entered again', async () => {
  const place = { dataDir: newFolder() }
  const account = typed()
  const first = await startAdministration(place)
  await first.browser.post(first.accounts, account)
  await first.browser.post(first.accounts, { ...account, name: 'Lyon' })
  // The keys of one account cannot be put into another.
  const [lyon, paris] = await first.store.cloudAccounts.list()
  if (!lyon || !paris) throw new Error('Both were to be kept.')
  await first.store.cloudAccounts.rotate(paris, { ...paris, credentials: lyon.credentials, last_check: '{}' })
  await first.close()
  const { browser, accounts, lines } = await startAdministration(place)
  expect((await browser.get(`${accounts}/paris`)).data).toMatchObject({
    state: 'locked',
    trouble: expect.stringContaining('master key'),
  })
  expect((await browser.get(gateways)).status).toBe(404)
  expect((await browser.get(gateways.replace('paris', 'lyon'))).status).toBe(200)
  expect((await browser.post(`${accounts}/paris/check`)).status).toBe(409)
  expect(lines.filter((line) => line.includes('cannot be opened'))).toHaveLength(1)
  const { credentials } = account
  const entered = await browser.send('PUT', `${accounts}/paris/credentials`, { body: { credentials } })
  expect(entered.data).toMatchObject({ state: 'enabled' })
  expect((await browser.get(gateways)).status).toBe(200)
})

test('an address in a private network is refused later, too, when they are not allowed any more', async () => {
  const place = { dataDir: newFolder() }
  const first = await startAdministration(place)
  await first.browser.post(first.accounts, typed())
  await first.close()
  const { browser, accounts } = await startAdministration({ ...place, allowPrivateEndpoints: false })
  expect((await browser.get(`${accounts}/paris`)).data).toMatchObject({ state: 'locked', trouble: expect.any(String) })
  expect((await browser.get(gateways)).status).toBe(404)
})

describe('calls to an account that was entered', () => {
  test('go to no name that leads into a private network when they are made', async () => {
    const cloud = await startFakeCloud((_call, response) => json(response, 200, { vpn_gateways: [] }))
    const { clouds, signedIn } = await startConsole({ allowPrivateEndpoints: false })
    // A name whose answer was public when it was entered, and is not any more.
    const endpoint = cloud.settings.endpoint.replace('127.0.0.1', 'localhost')
    clouds.connect({ ...cloud.settings, endpoint, source: 'console' })
    const { status, data } = await (await signedIn()).get(gateways)
    expect([status, data]).toMatchObject([502, { error_code: 'CONSOLE.PRIVATE_ADDRESS' }])
    expect(cloud.calls).toEqual([])
  })

  test('follow no redirect', async () => {
    const inner = await startFakeCloud((_call, response) => json(response, 200, { vpn_gateways: [] }))
    const cloud = await startFakeCloud((_call, response) => {
      response.writeHead(302, { location: `${inner.settings.endpoint}/v5/x/vpn-gateways` })
      response.end()
    })
    const { clouds, signedIn } = await startConsole({ allowPrivateEndpoints: true })
    clouds.connect({ ...cloud.settings, source: 'console' })
    expect((await (await signedIn()).get(gateways)).status).toBe(502)
    expect(inner.calls).toEqual([])
  })
})

test('only who may is let in, and each refusal is written down', async () => {
  const { browser, accounts, store, openBrowser } = await startAdministration()
  await browser.post(accounts, typed())
  await store.people.create({ name: 'maria', password: 'correct-horse', roles: ['network-admin'] })
  const maria = openBrowser()
  await maria.signIn('maria', 'correct-horse')
  const denied = [
    await maria.get(accounts),
    await maria.get(`${accounts}/paris`),
    await maria.post(accounts, typed()),
    await maria.post(`${accounts}/paris/disable`),
    await maria.send('DELETE', `${accounts}/paris`),
    await maria.send('PUT', `${accounts}/paris/credentials`, { body: {} }),
    await maria.post('/api/cloud-account-checks', {}),
  ]
  expect(denied.map(({ status }) => status)).toEqual(denied.map(() => 403))
  expect(denied[2]?.data).toMatchObject({ error_msg: expect.stringContaining('console:cloudAccounts:create') })
  const rows = (await store.audit.list()).filter(({ outcome }) => outcome === 'denied')
  expect(rows.map(({ operation }) => operation).toSorted()).toEqual([
    'checkCloudAccount',
    'createCloudAccount',
    'deleteCloudAccount',
    'disableCloudAccount',
    'listCloudAccounts',
    'rotateCloudAccountKeys',
    'showCloudAccount',
  ])
})

test('no key reaches an answer, the log, the audit or an error', async () => {
  const secrets = ['sk-planted-1', 'token-planted-1', 'word-planted-1', 'AKPLANTED1', 'user-planted-1']
  const project = emulator.control.createProject({ ak: 'AKPLANTED1', sk: 'sk-planted-1' })
  const running = await startAdministration()
  const { browser, accounts, lines, store } = running
  const good = { kind: 'access-key' as const, ak: 'AKPLANTED1', sk: 'sk-planted-1' }
  const temporary = { ...good, kind: 'temporary' as const, security_token: 'token-planted-1' }
  const password = { kind: 'password' as const, user: 'user-planted-1', password: 'word-planted-1', domain: 'ville' }
  const account = accountAt(listening.url, project, { credentials: good })
  const { name: _, ...check } = account
  const answers = [
    await browser.post(accounts, account),
    await browser.get(accounts),
    await browser.get(`${accounts}/paris`),
    await browser.post('/api/cloud-account-checks', check),
    await browser.post('/api/cloud-account-checks', { ...check, credentials: password }),
    await browser.post(accounts, { ...account, credentials: temporary }),
    await browser.post(accounts, { ...account, credentials: { ...password, kind: 'guess' } }),
    await browser.post(accounts, { ...account, credentials: { ...good, sk: ['sk-planted-1'] } }),
    await browser.send('PUT', `${accounts}/paris/credentials`, { body: { credentials: password } }),
    await browser.post(accounts, `{ "credentials": { "sk": "sk-planted-1" `),
    await browser.get('/api/session'),
  ]
  const audit = JSON.stringify(await store.audit.list(1_000))
  const seen = [...answers.map(({ text, headers }) => text + JSON.stringify([...headers])), lines.join('\n'), audit]
  for (const secret of secrets) expect(seen.filter((text) => text.includes(secret))).toEqual([])
  expect(audit).toContain('rotateCloudAccountKeys')
})
