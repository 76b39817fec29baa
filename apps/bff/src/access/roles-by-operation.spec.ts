import { builtInRoles, isRead, operation, operationNames, type OperationName } from '@vpn-console/api-client'
import { createEmulator, type Emulator } from '@vpn-console/emulator/app'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createConsole, type Console } from '../app.ts'
import { forwardable } from '../routes/clouds.ts'
import type { Scope } from '../store/grants.ts'
import { openBrowser, type Browser } from '../testing/console.ts'

// Every row of the catalogue, asked for by hand as each of the roles: what the design says of the roles is written here
// once more, in other words than the roles themselves.
let emulator: Emulator
let listening: Awaited<ReturnType<Emulator['listen']>>
let running: Console
let url: string
let server: string
let gateway: string
let otherServer: string
let otherGateway: string
const nowhere = '11111111-2222-4333-8444-555555555555'

const signedIn = async (role: (typeof builtInRoles)[number]['id'] | undefined, scope: Scope): Promise<Browser> => {
  const name = [role ?? 'nobody', scope.type, scope.cloudId].join('-')
  const person = await running.store.people.create({ name, password: 'a-good-password', roles: [] })
  if (role) await running.store.grants.give({ type: 'person', id: person.id }, role, scope, 'test')
  const browser = openBrowser(url)
  await browser.signIn(name, 'a-good-password')
  return browser
}

beforeAll(async () => {
  emulator = createEmulator({ speed: 1 })
  listening = await emulator.listen(0)
  const project = emulator.control.createProject({ estate: 'empty' })
  const ids = emulator.control.seed(project.projectId, {
    p2c_gateways: [
      { name: 'p2c-paris', server: { client_cidr: '172.16.0.0/22' } },
      { name: 'p2c-lyon', server: { client_cidr: '172.20.0.0/22' } },
    ],
  })
  ;[server = '', otherServer = ''] = ids.vpn_servers
  ;[gateway = '', otherGateway = ''] = ids.p2c_gateways
  running = await createConsole({ dataDir: null, adminPassword: 'correct-horse', logLevel: 'silent' })
  url = (await running.listen(0)).url
  running.clouds.connect({
    id: 'test',
    name: 'Test',
    vendor: 'emulator',
    region: project.region,
    projectId: project.projectId,
    credentials: { ak: project.ak, sk: project.sk },
    endpoint: listening.url,
  })
})
afterAll(async () => {
  await running.close()
  await listening.close()
})

type Answer = 'passes' | 'denied' | 'not there'

/** What becomes of a call: refused by the console, or passed on (then the cloud or the check of the body has its say). */
const ask = async (browser: Browser, name: OperationName, ids: Record<string, string> = {}): Promise<Answer> => {
  const { service, path, method, body } = operation(name)
  const filled = path.replaceAll(
    /\{(\w+)\}/g,
    (_, field: string) => ids[field] ?? (field === 'resource_type' ? 'vpn-gateway' : nowhere),
  )
  const answer = await browser.send(method, `/api/clouds/test/${service}${filled}`, body ? { body: {} } : {})
  const code: unknown = answer.data?.['error_code']
  if (answer.status === 403 && code === 'CONSOLE.DENIED') return 'denied'
  return answer.status === 404 && code === 'CONSOLE.NOT_FOUND' ? 'not there' : 'passes'
}

const answersOf = async (browser: Browser, ids?: Record<string, string>) => {
  const found: Record<Answer, OperationName[]> = { passes: [], denied: [], 'not there': [] }
  for (const name of operationNames) found[await ask(browser, name, ids)].push(name)
  return found
}

const isChange = (name: OperationName) => !isRead(operation(name))
const changes = forwardable.filter(isChange)
const notForwarded = operationNames.filter((name) => !forwardable.includes(name))
const sorted = (names: readonly OperationName[]) => names.toSorted()

describe('every operation, by every role', () => {
  test('nothing but the sign-in at the cloud is kept from being forwarded', () => {
    expect(notForwarded).toEqual(['createToken'])
  })

  test('an administrator: everything', async () => {
    const { denied, 'not there': absent } = await answersOf(await signedIn('administrator', { type: 'all' }))
    expect(denied).toEqual([])
    expect(absent).toEqual(notForwarded)
  })

  test.each<Scope['type']>(['all', 'account'])(
    'a network admin (%s): every VPN operation, and what its screens read and need',
    async (type) => {
      const browser = await signedIn('network-admin', { type, cloudId: type === 'all' ? undefined : 'test' })
      const { denied, 'not there': absent } = await answersOf(browser)
      expect(denied).toEqual([])
      expect(absent).toEqual(notForwarded)
    },
  )

  test('support: every read, the reset of a connection, the disconnection of a client, and no other change', async () => {
    const {
      passes,
      denied,
      'not there': absent,
    } = await answersOf(await signedIn('support', { type: 'account', cloudId: 'test' }))
    const allowed = new Set<OperationName>(['resetVpnConnection', 'deleteP2cVgwConnection'])
    expect(sorted(denied)).toEqual(sorted(changes.filter((name) => !allowed.has(name))))
    expect(sorted(passes.filter(isChange))).toEqual(sorted([...allowed]))
    expect(absent).toEqual(notForwarded)
  })

  const managed: readonly OperationName[] = [
    'listVpnServersByProject',
    'listVpnServersByVgw',
    'listP2cVgwConnections',
    'deleteP2cVgwConnection',
    'createVpnUser',
    'batchCreateVpnUsers',
    'showVpnUser',
    'listVpnUsers',
    'updateVpnUser',
    'deleteVpnUser',
    'batchDeleteVpnUsers',
    'updateVpnUserPassword',
    'resetVpnUserPassword',
    'createVpnUserGroup',
    'showVpnUserGroup',
    'listVpnUserGroups',
    'updateVpnUserGroup',
    'deleteVpnUserGroup',
    'addVpnUsersToGroup',
    'removeVpnUsersFromGroup',
    'listVpnUsersInGroup',
    'createVpnAccessPolicy',
    'showVpnAccessPolicy',
    'listVpnAccessPolicies',
    'updateVpnAccessPolicy',
    'deleteVpnAccessPolicy',
  ]

  test('a user manager: users, groups, policies and clients of his server; nothing else is there', async () => {
    const browser = await signedIn('user-manager', { type: 'server', cloudId: 'test', scopeId: server })
    const own = await answersOf(browser, { vpn_server_id: server, p2c_vgw_id: gateway })
    expect(sorted(own.passes)).toEqual(sorted(managed))
    expect(own.denied).toEqual([])
    const other = await answersOf(browser, { vpn_server_id: otherServer, p2c_vgw_id: otherGateway })
    expect(other.passes).toEqual(['listVpnServersByProject'])
    expect(other.denied).toEqual([])
  })

  test('a user manager sees his server in the list, and no sign of another', async () => {
    const browser = openBrowser(url)
    await browser.signIn('user-manager-server-test', 'a-good-password')
    const { data, text } = await browser.get('/api/clouds/test/vpn/v5/-/vpn-servers?limit=1')
    expect(data).toMatchObject({ vpn_servers: [{ id: server }] })
    expect(text).not.toContain(otherServer)
    expect(Object.keys(data ?? {})).not.toContain('total_count')
    expect(Object.keys(data ?? {})).not.toContain('page_info')
  })

  test('a VPN user: nothing of the cloud, which is not there for him', async () => {
    const scope = { type: 'vpn-user', cloudId: 'test', scopeId: server, vpnUserId: nowhere } as const
    const browser = await signedIn('vpn-user', scope)
    expect((await answersOf(browser, { vpn_server_id: server, p2c_vgw_id: gateway }))['not there']).toEqual(
      operationNames,
    )
    expect(browser.session()).toMatchObject({ clouds: [], isVpnUser: true })
  })

  test('somebody without a grant: nothing', async () => {
    const browser = await signedIn(undefined, { type: 'all' })
    expect((await answersOf(browser))['not there']).toEqual(operationNames)
  })

  test.each(builtInRoles.filter(({ id }) => id !== 'administrator'))(
    '$id: nothing on another cloud',
    async ({ id }) => {
      const browser = await signedIn(id, { type: 'account', cloudId: 'another' })
      expect((await answersOf(browser))['not there']).toEqual(operationNames)
    },
  )
})
