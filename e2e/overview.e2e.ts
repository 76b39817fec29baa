import { paths } from '../apps/web/src/paths.ts'
import { violations } from './axe.ts'
import { expect, test, type Page, type TestCloud } from './fixtures.ts'
import { createCustomerGateway } from './wizards.ts'

test.use({ estate: 'demo' })

const overview = (cloud: TestCloud) => paths.overview({ cloudId: cloud.id })
const onAccount = (role: string, cloud: TestCloud) => ({
  role,
  scope: { type: 'account' as const, cloudId: cloud.id },
})
const panels = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 })
const failing = (page: Page) => page.getByRole('table', { name: 'Failing tunnels' })
const rowOf = (page: Page, name: string | RegExp) =>
  failing(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) })

test.describe('an administrator', () => {
  test('begins where something fails, and sees what else needs him', async ({ page, cloud }) => {
    await page.goto('/')
    await expect(page).toHaveURL(overview(cloud))
    await expect(panels(page)).toContainText([
      'Three things to try',
      'Tunnels',
      'VPN gateways',
      'Point-to-Cloud',
      'Certificates',
      'Quotas',
      'Changed lately',
    ])

    // A site without any tunnel comes before one that another tunnel carries.
    const names = failing(page).getByRole('rowheader')
    await expect(names.first()).toContainText('vpn-helsinki-turku')
    await expect(rowOf(page, 'vpn-madrid-bilbao-1')).toContainText('Both tunnels to cgw-bilbao are down')
    await expect(rowOf(page, 'vpn-madrid-bilbao-1')).toContainText(/Not connected for .*authentication failed/)
    await expect(rowOf(page, 'vpn-vienna-graz-2')).toContainText('vpn-vienna-graz-1 carries the traffic')

    await expect(page.getByRole('list', { name: 'VPN gateways that need attention' })).toContainText('gw-cairo')
    await expect(page.getByRole('list', { name: 'Remote access' })).toContainText(/\d+ of 500 clients connected/)
    await expect(page.getByRole('list', { name: 'Certificates near their end' })).toContainText(/Ends in \d+ days/)
    await expect(page.getByRole('list', { name: 'Quotas' })).toContainText(/Connections.*\d+ of \d+ in use/)
    expect(await violations(page)).toEqual([])
  })

  test('goes from a state to these tunnels, and from a tunnel to its cause in one click', async ({ page, cloud }) => {
    await page.goto(overview(cloud))
    await page
      .getByRole('list', { name: 'Tunnels by state' })
      .getByRole('link', { name: /Connected without redundancy/ })
      .click()
    await expect(page.getByRole('heading', { name: /^Connections/, level: 1 })).toBeVisible()
    await expect(page.getByText('Connected without redundancy').first()).toBeVisible()
    await expect(page.getByRole('rowheader', { name: 'vpn-paris-lyon-policy' })).toHaveCount(0)

    await page.goto(overview(cloud))
    await page.getByRole('link', { name: 'Explain vpn-berlin-munich-2' }).click()
    await expect(page.getByRole('heading', { name: 'vpn-berlin-munich-2', level: 1 })).toBeVisible()
    await expect(page.getByText('phase1 proposal dh mismatch').first()).toBeVisible()

    await page.goBack()
    await page.getByRole('link', { name: 'Examine vpn-berlin-munich-2' }).click()
    await expect(page.getByRole('tab', { name: 'Doctor', selected: true })).toBeVisible()
    await expect(page.getByText(/^Examined/)).toBeVisible({ timeout: 40_000 })
  })

  test('sees what changed lately, and by whom', async ({ page, cloud }) => {
    await createCustomerGateway(page, cloud, 'cgw-dijon', '198.51.100.77')
    await page.goto(overview(cloud))
    const changes = page.getByRole('list', { name: 'Changes' })
    await expect(changes).toContainText('Create customer gateway')
    await expect(changes).toContainText('admin')
    await changes.getByRole('link', { name: 'Create customer gateway' }).click()
    await expect(page).toHaveURL(/\/administration\/audit\//)
  })

  test('loses one box where one call is refused, and can try it again', async ({ page, cloud }) => {
    cloud.fail({ operation: 'listVgws', times: 0, status: 403, error_code: 'VPN.0403', error_msg: 'Not for you.' })
    await page.goto(overview(cloud))
    await expect(page.getByText('What is known of the VPN gateways cannot be shown')).toBeVisible()
    await expect(page.getByText('Not for you.').first()).toBeVisible()
    await expect(failing(page)).toBeVisible()
    await expect(page.getByRole('list', { name: 'Quotas' })).toBeVisible()
    cloud.control.clearFaults(cloud.projectId)
    await page.getByRole('button', { name: 'Try again' }).first().click()
    await expect(page.getByRole('list', { name: 'VPN gateways that need attention' })).toBeVisible()
  })

  test('is not shown what a region does not have', async ({ page, cloud }) => {
    cloud.control.setMissing(cloud.projectId, ['listP2cVgws', 'listVpnServersByProject'])
    await page.goto(overview(cloud))
    await expect(failing(page)).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Point-to-Cloud', level: 2 })).toHaveCount(0)
  })

  test('dismisses the hints once and for all', async ({ page, cloud }) => {
    await page.goto(overview(cloud))
    await page.getByRole('button', { name: 'Dismiss the hints' }).click()
    await expect(page.getByText('Three things to try')).toHaveCount(0)
    await page.reload()
    await expect(failing(page)).toBeVisible()
    await expect(page.getByText('Three things to try')).toHaveCount(0)
  })
})

test('a network admin sees his cloud, and nothing of the audit', async ({ cloud, somebody }) => {
  const { page } = await somebody(onAccount('network-admin', cloud))
  await page.goto('/')
  await expect(page).toHaveURL(overview(cloud))
  await expect(failing(page)).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Quotas/, level: 2 })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Changed lately' })).toHaveCount(0)
  expect(await violations(page)).toEqual([])
})

test('support lands on the failing tunnels, without quotas or administration', async ({ cloud, somebody }) => {
  const { page } = await somebody(onAccount('support', cloud))
  await page.goto('/')
  await expect(page).toHaveURL(overview(cloud))
  await expect(rowOf(page, /^vpn-lima-cusco gw/)).toContainText('flow mismatch')
  await expect(page.getByRole('heading', { name: /^(Quotas|Changed lately|First steps|Three things)/ })).toHaveCount(0)
  await expect(page.getByRole('navigation', { name: 'Sections' })).not.toContainText('Administration')
  expect(await violations(page)).toEqual([])
})

test('who manages the users of a server finds only that here', async ({ cloud, somebody }) => {
  const { vpn_servers: servers } = cloud.seed({
    p2c_gateways: [{ name: 'p2c-nantes', server: { client_cidr: '10.8.0.0/24', local_subnets: ['192.168.0.0/24'] } }],
  })
  const scope = { type: 'server' as const, cloudId: cloud.id, scopeId: servers[0] ?? '' }
  const { page } = await somebody({ role: 'user-manager', scope })
  await page.goto(overview(cloud))
  await expect(page.getByRole('list', { name: 'Remote access' }).getByRole('listitem')).toHaveText(['10.8.0.0/24'])
  await expect(panels(page)).toHaveText(['Point-to-Cloud'])
})

test.describe('on an empty cloud', () => {
  test.use({ estate: 'empty' })

  test('the first steps lead to the first tunnel', async ({ page, cloud }) => {
    await page.goto(overview(cloud))
    await expect(page.getByRole('heading', { name: 'First steps' })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.getByRole('main').getByRole('link', { name: 'Create VPN gateway' }).click()
    await expect(page.getByRole('heading', { name: 'Create VPN gateway', level: 1 })).toBeVisible()

    cloud.seed({ gateways: [{ name: 'gw-paris' }] })
    await page.goto(overview(cloud))
    await expect(page.getByRole('listitem').filter({ hasText: 'Create a VPN gateway' })).toContainText('Done')
    await expect(page.getByRole('main').getByRole('link', { name: 'Create connection' })).toBeVisible()

    cloud.seed({
      customer_gateways: [{ name: 'cgw-lyon' }],
      connections: [{ name: 'paris-lyon', gateway: 'gw-paris', customer_gateway: 'cgw-lyon' }],
    })
    await page.goto(overview(cloud))
    await expect(page.getByRole('list', { name: 'Tunnels by state' })).toContainText('1')
    await expect(page.getByRole('heading', { name: 'First steps' })).toHaveCount(0)
  })

  test('support is told that there is nothing yet', async ({ cloud, somebody }) => {
    const { page } = await somebody(onAccount('support', cloud))
    await page.goto(overview(cloud))
    await expect(page.getByText('There are no connections on this cloud yet.')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'First steps' })).toHaveCount(0)
  })
})
