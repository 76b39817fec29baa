import {
  operation,
  operationNames,
  type AuditChain,
  type AuditEntry,
  type AuditEntryDetails,
} from '@vpn-console/api-client'
import { createEmulator, type Emulator } from '@vpn-console/emulator/app'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isShown, readOf } from '../forward/state-of.ts'
import { startConsole, type Browser } from '../testing/console.ts'
import { forwardable } from './clouds.ts'

let emulator: Emulator
let listening: Awaited<ReturnType<Emulator['listen']>>
beforeAll(async () => {
  emulator = createEmulator({ speed: 1 })
  listening = await emulator.listen(0)
})
afterAll(() => listening.close())

const password = 'a-good-password'

const start = async (config: Parameters<typeof startConsole>[0] = {}) => {
  const project = emulator.control.createProject({ estate: 'demo' })
  const running = await startConsole({
    ...config,
    tuning: { freshMs: 0, busyFirstPauseMs: 1, auditStateMs: 2_000, ...config.tuning },
  })
  running.clouds.connect({
    id: 'test',
    name: 'Test',
    vendor: 'emulator',
    region: project.region,
    projectId: project.projectId,
    credentials: { ak: project.ak, sk: project.sk },
    endpoint: listening.url,
  })
  const admin = await running.signedIn()
  await running.store.people.create({ name: 'lyon', password, roles: ['support'] })
  const support = await running.signedIn('lyon', password)
  return { ...running, project, admin, support }
}

/** The answer of an endpoint, in the shape of its row. */
const get = async <T>(browser: Browser, path: string): Promise<T> => {
  const { status, text } = await browser.get(path)
  expect(status, text).toBe(200)
  return JSON.parse(text) as T
}
type Page = { entries: AuditEntry[]; older?: string; newer?: string }
const list = (browser: Browser, query = '') => get<Page>(browser, `/api/audit/entries${query}`)
const newest = async (browser: Browser, query = ''): Promise<AuditEntryDetails> => {
  const { entries } = await list(browser, query)
  return get(browser, `/api/audit/entries/${entries[0]?.id}`)
}

const cloud = '/api/clouds/test/vpn/v5/-'
type Things = { customer_gateways: { id: string; name: string }[]; vpn_servers: { id: string }[] }

describe('looking things up', () => {
  test('gives entries newest first, a page at a time, in both directions', async () => {
    const { admin } = await start()
    for (const name of ['cgw-1', 'cgw-2', 'cgw-3', 'cgw-4']) {
      await admin.post(`${cloud}/customer-gateways`, { customer_gateway: { name, id_type: 'fqdn', id_value: name } })
    }
    const query = '?operation=createCgw&limit=3'
    const first = await list(admin, query)
    expect(first.entries).toHaveLength(3)
    expect(first.newer).toBeUndefined()
    const second = await list(admin, `${query}&before=${first.older}`)
    expect(second.entries).toHaveLength(1)
    expect(second.older).toBeUndefined()
    const back = await list(admin, `${query}&after=${second.newer}`)
    expect(back.entries).toEqual(first.entries)
    expect(back.newer).toBeUndefined()
    expect(back.older).toBe(first.older)
    const times = [...first.entries, ...second.entries].map(({ at }) => at)
    expect(times).toEqual(times.toSorted((a, b) => b - a))
  })

  test('finds by person, operation, cloud, resource, outcome, time and text', async () => {
    const { admin, support } = await start()
    const { data } = await admin.post(`${cloud}/customer-gateways`, {
      customer_gateway: { name: 'cgw-nantes', id_type: 'fqdn', id_value: 'nantes' },
    })
    const id = String(Object(data?.['customer_gateway']).id)
    await support.post(`${cloud}/customer-gateways`, { customer_gateway: {} })
    const counted = async (query: string) => (await list(admin, `?${query}`)).entries.length
    expect(await counted('person=LYON')).toBe(2)
    expect(await counted('person=lyon&outcome=denied')).toBe(1)
    expect(await counted(`person=${admin.session()?.user.id}&operation=createCgw`)).toBe(1)
    expect(await counted('operation=createCgw,signIn')).toBe(4)
    expect(await counted('cloud_id=test')).toBe(2)
    expect(await counted(`resource_id=${id}`)).toBe(1)
    expect(await counted('text=CGW-Nantes')).toBe(1)
    expect(await counted('text=100%25')).toBe(0)
    const [{ at } = { at: 0 }] = (await list(admin)).entries
    expect(await counted(`until=${at}`)).toBeLessThan(await counted(`until=${at + 1}`))
    expect(await counted(`since=${at + 1}`)).toBe(0)
  })

  test('is for who may read the audit, and the attempt is written down', async () => {
    const { admin, support } = await start()
    for (const path of ['entries', 'entries/x', 'export?format=csv', 'settings', 'chain']) {
      const { status, data } = await support.get(`/api/audit/${path}`)
      expect(status).toBe(403)
      expect(data).toMatchObject({ error_code: 'CONSOLE.DENIED', error_msg: expect.stringContaining('console:audit:') })
    }
    expect((await support.send('PUT', '/api/audit/settings', { body: { retention_days: 1 } })).status).toBe(403)
    expect((await admin.get('/api/audit/entries/x')).status).toBe(404)
    const { entries } = await list(admin, '?person=lyon&outcome=denied')
    expect(entries.map((entry) => entry.operation).toSorted()).toEqual([
      'exportAuditEntries',
      'listAuditEntries',
      'showAuditChain',
      'showAuditEntry',
      'showAuditSettings',
      'updateAuditSettings',
    ])
  })
})

describe('denied attempts', () => {
  test('to read are one entry a minute for the same thing, and say what was asked for', async () => {
    let time = Date.now()
    const { admin, openBrowser, store } = await start({ now: () => time })
    await store.people.create({ name: 'nobody', password, roles: [] })
    const nobody = openBrowser()
    await nobody.signIn('nobody', password)
    for (let at = 0; at < 3; at++) expect((await nobody.get(`${cloud}/vpn-gateways/gw-1`)).status).toBe(404)
    time += 60_000
    await nobody.get(`${cloud}/vpn-gateways/gw-2`)
    const { entries } = await list(admin, '?person=nobody&operation=showVgw')
    expect(entries).toMatchObject([
      { outcome: 'denied', resource_id: 'gw-2', times: 1 },
      { outcome: 'denied', resource_id: 'gw-1', times: 3, status: 404 },
    ])
  })

  test('that come from another page are there, without anything they claim', async () => {
    const { admin, url } = await start()
    const headers = { origin: 'https://example.org' }
    expect((await admin.send('DELETE', `${cloud}/customer-gateways/cgw-1`, { headers })).status).toBe(403)
    expect((await admin.send('PUT', '/api/audit/settings', { headers, body: {} })).status).toBe(403)
    expect(url).toContain('127.0.0.1')
    expect((await list(admin, '?outcome=denied')).entries).toMatchObject([
      { operation: 'updateAuditSettings', person_name: '-', code: 'CONSOLE.FOREIGN_ORIGIN' },
      { operation: 'deleteCgw', person_name: '-', code: 'CONSOLE.FOREIGN_ORIGIN' },
    ])
  })

  test('to look at what is not there are no denials', async () => {
    const { admin } = await start()
    expect((await admin.get(`${cloud}/vpn-gateways/gw-none`)).status).toBe(404)
    expect((await admin.get('/api/clouds/none/vpn/v5/-/vpn-gateways')).status).toBe(404)
    expect((await list(admin, '?outcome=denied')).entries).toEqual([])
  })
})

describe('before and after', () => {
  test('every update of the catalogue is looked at, but for those that show nothing', () => {
    const updates = forwardable.filter((name) => operation(name).method === 'PUT')
    const unseen = updates.filter((name) => !isShown(name))
    // A password is shown by nothing, and an address has no read of its own.
    expect(unseen).toEqual(['updateVpnUserPassword', 'updatePublicip'])
    for (const name of operationNames) {
      const read = readOf(name)
      if (!read) continue
      const { params } = operation(read)
      expect(operation(read).method).toBe('GET')
      expect(Object.keys(operation(name).params.shape)).toEqual(expect.arrayContaining(Object.keys(params.shape)))
    }
  })

  test('an update shows both, a deletion what is gone', async () => {
    const { admin } = await start()
    const { customer_gateways: things } = await get<Things>(admin, `${cloud}/customer-gateways`)
    const { data } = await admin.post(`${cloud}/customer-gateways`, {
      customer_gateway: { name: 'cgw-nantes', id_type: 'fqdn', id_value: 'nantes' },
    })
    const id = String(Object(data?.['customer_gateway']).id)
    expect(things.map((thing) => thing.id)).not.toContain(id)
    const path = `${cloud}/customer-gateways/${id}`
    await admin.send('PUT', path, { body: { customer_gateway: { name: 'cgw-lyon' } } })
    const update = await newest(admin, '?operation=updateCgw')
    expect(JSON.parse(update.before ?? '')).toMatchObject({ customer_gateway: { id, name: 'cgw-nantes' } })
    expect(JSON.parse(update.after ?? '')).toMatchObject({ customer_gateway: { id, name: 'cgw-lyon' } })
    expect(Object.keys(JSON.parse(update.before ?? ''))).toEqual(['customer_gateway'])
    await admin.send('DELETE', path)
    const deletion = await newest(admin, '?operation=deleteCgw')
    expect(JSON.parse(deletion.before ?? '')).toMatchObject({ customer_gateway: { name: 'cgw-lyon' } })
    expect(deletion.after).toBeUndefined()
  })

  test('a server is found in the lists', async () => {
    const { admin } = await start()
    const { vpn_servers: servers } = await get<Things>(admin, `${cloud}/vpn-servers`)
    const id = servers[0]?.id
    const body = { vpn_server: { local_subnets: ['10.99.0.0/16'] } }
    const { status, text } = await admin.send('PUT', `${cloud}/p2c-vpn-gateways/vpn-servers/${id}`, { body })
    expect(status, text).toBeLessThan(300)
    const update = await newest(admin, '?operation=updateVpnServer')
    expect(JSON.parse(update.before ?? '')).toMatchObject({ vpn_server: { id } })
    expect(JSON.parse(update.after ?? '')).toMatchObject({ vpn_server: { id, local_subnets: ['10.99.0.0/16'] } })
  })

  test('what cannot be read in time does not hold up the change', async () => {
    const { admin, project } = await start({ tuning: { auditStateMs: 20 } })
    const { customer_gateways: things } = await get<Things>(admin, `${cloud}/customer-gateways`)
    const path = `${cloud}/customer-gateways/${things[0]?.id}`
    emulator.control.fail(project.projectId, { operation: 'showCgw', times: 0, latency_ms: 60_000 })
    const { status } = await admin.send('PUT', path, { body: { customer_gateway: { name: 'cgw-lyon' } } })
    expect(status).toBe(200)
    const update = await newest(admin, '?operation=updateCgw')
    expect(update).toMatchObject({ outcome: 'done', before: '{"not_known":true}' })
  })

  test("the console's own settings have them too", async () => {
    const { admin } = await start()
    await admin.send('PUT', '/api/audit/settings', { body: { retention_days: 400 } })
    expect(await newest(admin, '?operation=updateAuditSettings')).toMatchObject({
      outcome: 'done',
      body: '{"retention_days":400}',
      before: '{"retention_days":0}',
      after: '{"retention_days":400}',
    })
    expect((await admin.send('PUT', '/api/audit/settings', { body: { retention_days: -1 } })).status).toBe(400)
    expect((await admin.send('PUT', '/api/audit/settings', { body: { retention_days: 1, mac: '' } })).status).toBe(400)
    expect(await newest(admin, '?operation=updateAuditSettings')).toMatchObject({ outcome: 'invalid' })
  })
})

test('a person who is deleted is shown as he was', async () => {
  const { admin, store } = await start()
  const { id } = await store.people.create({ name: 'nantes', password, roles: [] })
  expect((await admin.send('DELETE', `/api/people/${id}`)).status).toBe(204)
  const { before, after } = await newest(admin, '?operation=deletePerson')
  expect(JSON.parse(before ?? '')).toMatchObject({ id, name: 'nantes' })
  expect(after).toBeUndefined()
})

describe('a file of it', () => {
  test('holds what matches, in lines of JSON, and leaves an entry itself', async () => {
    const { admin } = await start()
    const { text, headers } = await admin.get('/api/audit/export?format=jsonl&operation=signIn')
    expect(headers.get('content-type')).toContain('jsonl')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="audit-\d{4}-\d\d-\d\d\.jsonl"$/)
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines).toMatchObject([
      { operation: 'signIn', person_name: 'lyon', at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) },
      { operation: 'signIn', person_name: 'admin' },
    ])
    expect((await list(admin, '?operation=exportAuditEntries')).entries).toHaveLength(1)
  })

  test('is a table without formulas', async () => {
    const { admin, store } = await start()
    const subject = { personId: null, ip: '', operation: 'signIn', cloudId: null, consoleRequestId: 'r-1' }
    for (const personName of ['=1+1', '+1', '-1', '@x', '\t=1', 'a "b", c', ' =1', '|x']) {
      await store.audit.record({ ...subject, personName }, { outcome: 'denied' })
    }
    const { text } = await admin.get('/api/audit/export?format=csv&outcome=denied')
    // `fetch` has taken the mark in front of it.
    expect(text).toMatch(/^id,at,/)
    const names = text
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(',').slice(4, 6).join(','))
    expect(names.toReversed().map((cells) => cells.replace(/,$/, ''))).toEqual([
      "'=1+1",
      "'+1",
      "'-1",
      "'@x",
      "'\t=1",
      '"a ""b"", c"',
      "' =1",
      "'|x",
    ])
  })
})

describe('the state of the journal', () => {
  test('is told after a check, and what is wrong with it', async () => {
    const { admin, store } = await start()
    expect(await get<AuditChain>(admin, '/api/audit/chain')).toMatchObject({ state: 'unchecked' })
    const { data } = await admin.post('/api/audit/chain')
    expect(data).toMatchObject({ state: 'intact', checked_at: expect.any(Number), entries: 2, adopted: 0, pruned: 0 })
    expect(data?.['head']).toMatch(/^2:[\w-]{43}$/)
    expect((await list(admin, '?operation=verifyAudit')).entries).toEqual([])
    expect(await store.audit.isKept({ seq: 2, hash: String(data?.['head']).slice(2) })).toBe(true)
  })
})
