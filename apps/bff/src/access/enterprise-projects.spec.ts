import { createEmulator, type Emulator } from '@vpn-console/emulator/app'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startConsole } from '../testing/console.ts'

// Grants that hold for one enterprise project of an account: what lies in another is not there.
let emulator: Emulator
let listening: Awaited<ReturnType<Emulator['listen']>>
beforeAll(async () => {
  emulator = createEmulator({ speed: 1 })
  listening = await emulator.listen(0)
})
afterAll(() => listening.close())

const nowhere = '11111111-2222-4333-8444-555555555555'
const vpn = '/api/clouds/test/vpn/v5/-'

const start = async () => {
  const project = emulator.control.createProject({ estate: 'demo' })
  const running = await startConsole({ tuning: { freshMs: 0 } })
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
  const { data } = await admin.get('/api/clouds/test/eps/v1.0/enterprise-projects')
  // The list's own shape is checked elsewhere.
  const projects = data?.['enterprise_projects'] as unknown as { id: string; name: string }[]
  const listed = (await admin.get(`${vpn}/vpn-gateways`)).data as unknown as {
    vpn_gateways: { id: string; name: string; enterprise_project_id?: string }[]
  }
  const mine = projects.find(({ id }) => id !== '0')?.id ?? ''
  const { store } = running
  const person = await store.people.create({ name: 'nantes', password: 'a-good-password', roles: [] })
  await store.grants.give(
    { type: 'person', id: person.id },
    'network-admin',
    { type: 'enterprise-project', cloudId: 'test', scopeId: mine },
    'test',
  )
  const browser = await running.signedIn('nantes', 'a-good-password')
  return { ...running, admin, browser, mine, gateways: listed.vpn_gateways }
}

const idOf = (gateways: readonly { id: string; name: string }[], name: string) =>
  gateways.find((gateway) => gateway.name === name)?.id ?? ''
const code = (answer: { status: number; data: Record<string, unknown> | undefined }) => [
  answer.status,
  answer.data?.['error_code'],
]

describe('a network admin of one enterprise project', () => {
  test('sees its gateways and connections alone, and not how many others there are', async () => {
    const { browser, admin } = await start()
    // Test answers are looked into by path.
    const names = ({ data }: { data: unknown }, field: string) =>
      (data as Record<string, { name: string }[]>)[field]?.map(({ name }) => name).toSorted()
    expect(names(await browser.get(`${vpn}/vpn-gateways`), 'vpn_gateways')).toEqual(['gw-berlin', 'gw-vienna'])
    const mine = await browser.get(`${vpn}/vpn-connection`)
    const all = await admin.get(`${vpn}/vpn-connection`)
    expect(names(mine, 'vpn_connections')?.length).toBeLessThan(names(all, 'vpn_connections')?.length ?? 0)
    expect(mine.data).not.toHaveProperty('total_count')
    expect(mine.data).not.toHaveProperty('page_info.current_count')
  })

  test('what lies in another project is not there: to read, to change, or to build on', async () => {
    const { browser, gateways } = await start()
    const paris = idOf(gateways, 'gw-paris')
    const vienna = idOf(gateways, 'gw-vienna')
    const rename = { body: { vpn_gateway: { name: 'gw-new' } } }
    expect((await browser.get(`${vpn}/vpn-gateways/${vienna}`)).status).toBe(200)
    expect(code(await browser.get(`${vpn}/vpn-gateways/${paris}`))).toEqual([404, 'CONSOLE.NOT_FOUND'])
    expect(code(await browser.send('PUT', `${vpn}/vpn-gateways/${paris}`, rename))).toEqual([404, 'CONSOLE.NOT_FOUND'])
    expect((await browser.send('PUT', `${vpn}/vpn-gateways/${vienna}`, rename)).status).toBeLessThan(300)
    expect(code(await browser.get(`${vpn}/vpn-connection?vgw_id=${paris}`))).toEqual([404, 'CONSOLE.NOT_FOUND'])
    const tags = { body: { tags: [{ key: 'site', value: 'paris' }] } }
    expect(code(await browser.send('POST', `${vpn}/vpn-gateway/${paris}/tags/create`, tags))).toEqual([
      404,
      'CONSOLE.NOT_FOUND',
    ])
  })

  test('a new gateway is made in the project, and nowhere else', async () => {
    const { browser, mine } = await start()
    const create = (project: object) =>
      browser.send('POST', `${vpn}/p2c-vpn-gateways`, {
        body: {
          p2c_vpn_gateway: {
            vpc_id: nowhere,
            connect_subnet: nowhere,
            eip: { id: nowhere },
            name: 'p2c-new',
            ...project,
          },
        },
      })
    expect(code(await create({}))[1]).toBe('CONSOLE.DENIED')
    expect(code(await create({ enterprise_project_id: '0' }))[1]).toBe('CONSOLE.DENIED')
    // The cloud has its own say on the rest.
    expect(String(code(await create({ enterprise_project_id: mine }))[1])).toMatch(/^VPN\.|^CONSOLE\.INVALID_INPUT/)
  })

  test('what belongs to the account as a whole is read but not changed', async () => {
    const { browser } = await start()
    const { status, data } = await browser.get(`${vpn}/customer-gateways`)
    expect(status).toBe(200)
    // As above.
    const [first] = (data as unknown as { customer_gateways: { id: string }[] }).customer_gateways
    const answer = await browser.send('DELETE', `${vpn}/customer-gateways/${first?.id ?? ''}`)
    expect(code(answer)).toEqual([403, 'CONSOLE.DENIED'])
    expect(answer.text).toContain('belongs to the whole account')
  })

  test('servers are shown by the project of their gateway', async () => {
    const { browser, admin } = await start()
    const servers = ({ data }: { data: unknown }) => (data as { vpn_servers: { id: string }[] }).vpn_servers
    const all = servers(await admin.get(`${vpn}/vpn-servers`))
    const mine = servers(await browser.get(`${vpn}/vpn-servers`))
    expect(mine.length).toBeLessThan(all.length)
    const foreign = all.find(({ id }) => !mine.some((server) => server.id === id))
    expect(code(await browser.get(`${vpn}/p2c-vpn-gateways/vpn-servers/${foreign?.id ?? ''}/users`))).toEqual([
      404,
      'CONSOLE.NOT_FOUND',
    ])
  })

  test('what is taken away is gone with the next request', async () => {
    const { browser, store, gateways } = await start()
    const grant = (await store.grants.all()).find(({ scope_type: type }) => type === 'enterprise-project')
    await store.grants.take(grant?.id ?? '')
    expect(code(await browser.get(`${vpn}/vpn-gateways/${idOf(gateways, 'gw-vienna')}`))).toEqual([
      404,
      'CONSOLE.NOT_FOUND',
    ])
  })
})
