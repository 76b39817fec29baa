import { paths } from '../apps/web/src/paths.ts'
import { violations } from './axe.ts'
import { expect, test, type Page, type TestCloud } from './fixtures.ts'

test.use({ speed: 20 })

// Somebody who manages the users of one VPN server: everything else is not there for him.
const seed = (cloud: TestCloud) => {
  const { vpn_servers: servers, p2c_gateways: gateways } = cloud.seed({
    gateways: [{ name: 'gw-paris' }],
    p2c_gateways: [
      {
        name: 'p2c-nantes',
        max_connection_number: 20,
        server: {
          client_cidr: '10.8.0.0/24',
          local_subnets: ['192.168.0.0/24'],
          groups: [{ name: 'sales' }],
          users: [{ name: 'nantes.01', password: 'Harbour-first-41', group: 'sales' }],
          policies: [{ name: 'to-databases', group: 'sales', dest_ip_cidrs: ['192.168.0.0/25'] }],
        },
      },
      { name: 'p2c-lyon', server: { client_cidr: '10.9.0.0/24', users: [{ name: 'lyon.01' }] } },
    ],
  })
  const serverId = servers[0] ?? ''
  return {
    cloudId: cloud.id,
    serverId,
    otherServerId: servers[1] ?? '',
    gatewayId: gateways[0] ?? '',
    otherGatewayId: gateways[1] ?? '',
    grant: { role: 'user-manager', scope: { type: 'server' as const, cloudId: cloud.id, scopeId: serverId } },
    connect: (user: string) => cloud.control.connectUser(cloud.projectId, serverId, user),
  }
}

const links = (page: Page) => page.getByRole('navigation', { name: 'Sections' }).getByRole('link')

test('a user manager lands on his server, and is shown no other part of the console', async ({ cloud, somebody }) => {
  const { cloudId, serverId, otherServerId, grant } = seed(cloud)
  const { page } = await somebody(grant)
  await page.goto('/')
  await expect(page).toHaveURL(paths.vpnServers({ cloudId }))
  await expect(page.getByRole('heading', { name: /^VPN servers/, level: 1 })).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(2)
  await expect(links(page)).toHaveText(['Servers'])
  expect(await violations(page)).toEqual([])

  await page.goto(paths.vpnServer({ cloudId, serverId }))
  await expect(page.getByRole('tab')).toHaveText(['Overview', 'Users', 'User groups', 'Access policies', 'Sessions'])
  expect(await violations(page)).toEqual([])

  for (const path of [
    paths.vpnServer({ cloudId, serverId: otherServerId }),
    paths.vpnGateways({ cloudId }),
    paths.people(),
  ]) {
    await page.goto(path)
    await expect(page.getByRole('main')).toContainText(/nothing at this address|not there|not allowed|do not include/i)
    await expect(page.getByText(/gw-paris|lyon\.01|person-/)).toHaveCount(0)
  }
})

test('he makes a user, sees who is connected, and cuts one', async ({ cloud, somebody }) => {
  const { cloudId, serverId, grant, connect } = seed(cloud)
  const { page } = await somebody(grant)
  const server = paths.vpnServer({ cloudId, serverId })
  await page.goto(`${server}?tab=users`)
  await page.getByRole('link', { name: 'Create user' }).first().click()
  await page.getByRole('textbox', { name: 'User name' }).fill('nantes.02')
  await page.getByLabel('Password', { exact: true }).fill('Harbour-second-42')
  await page.getByLabel('The same password again').fill('Harbour-second-42')
  await page
    .getByRole('button', { name: 'Create user nantes.02' })
    .or(page.getByRole('button', { name: /^Create/ }))
    .first()
    .click()
  await expect.poll(() => cloud.callsOf('createVpnUser')).toBe(1)
  await page.goto(`${server}?tab=users`)
  await expect(page.getByRole('link', { name: 'nantes.02', exact: true })).toBeVisible()

  connect('nantes.01')
  await page.goto(`${server}?tab=sessions`)
  await page.getByRole('button', { name: /^Actions for nantes\.01/ }).click()
  await page.getByRole('menuitem', { name: /^Disconnect/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Disconnect/ })
    .click()
  await expect.poll(() => cloud.callsOf('deleteP2cVgwConnection')).toBe(1)
})

test('by hand-made requests he gets no more: nothing is there', async ({ cloud, somebody }) => {
  const { cloudId, serverId, otherServerId, gatewayId, otherGatewayId, grant } = seed(cloud)
  const { page } = await somebody(grant)
  const get = (path: string) => page.request.get(`/api/clouds/${cloudId}/vpn/v5/-${path}`)
  const statusOf = async (path: string) => (await get(path)).status()
  const users = (id: string) => `/p2c-vpn-gateways/vpn-servers/${id}/users`
  expect(await statusOf(users(serverId))).toBe(200)
  expect(await statusOf(`/p2c-vpn-gateways/${gatewayId}/connections`)).toBe(200)
  const hidden = [
    users(otherServerId),
    `/p2c-vpn-gateways/${otherGatewayId}/connections`,
    `/p2c-vpn-gateways/${gatewayId}`,
    '/p2c-vpn-gateways',
    '/vpn-gateways',
    '/vpn-connection',
    '/customer-gateways',
    '/vpn/quotas',
  ]
  for (const path of hidden) expect([path, await statusOf(path)]).toEqual([path, 404])
  expect(await (await get('/vpn-servers')).text()).not.toContain(otherServerId)

  // A change with the session's own token, as a script on his machine would send it.
  const { csrfToken } = await (await page.request.get('/api/session')).json()
  const headers = {
    'x-csrf-token': csrfToken,
    origin: new URL(page.url() === 'about:blank' ? (await page.request.get('/')).url() : page.url()).origin,
  }
  const created = await page.request.post(`/api/clouds/${cloudId}/vpn/v5/-${users(otherServerId)}`, {
    headers,
    data: { user: { name: 'lyon.02', password: 'Harbour-second-42' } },
  })
  expect(created.status()).toBe(404)
  expect(cloud.callsOf('createVpnUser')).toBe(0)
})

test('what an administrator takes from him is gone from the open page', async ({ cloud, somebody, house }) => {
  const { cloudId, serverId, grant } = seed(cloud)
  const { page, id } = await somebody(grant)
  await page.goto(`${paths.vpnServer({ cloudId, serverId })}?tab=users`)
  await expect(page.getByRole('link', { name: 'nantes.01', exact: true })).toBeVisible()
  const [given] = await house.console.store.grants.of(id, [])
  await house.console.store.grants.take(given?.id ?? '')
  await page.reload()
  await expect(page.getByText('nantes.01')).toHaveCount(0)
  await expect(links(page)).toHaveCount(0)
})
