import { readFile } from 'node:fs/promises'
import { paths } from '../apps/web/src/paths.ts'
import { violations } from './axe.ts'
import { expect, test, type Page, type TestCloud } from './fixtures.ts'
import { choose } from './wizards.ts'

const seed = (cloud: TestCloud, more: object = {}) => {
  const { vpn_servers, p2c_gateways } = cloud.seed({
    p2c_gateways: [
      {
        name: 'p2c-nantes',
        max_connection_number: 20,
        server: {
          client_cidr: '10.8.0.0/24',
          local_subnets: ['192.168.0.0/24'],
          groups: [{ name: 'sales' }, { name: 'support' }],
          users: [
            { name: 'nantes.01', group: 'sales' },
            { name: 'nantes.02', group: 'sales' },
            { name: 'nantes.03' },
            { name: 'nantes.04' },
          ],
          policies: [{ name: 'to-databases', group: 'sales', dest_ip_cidrs: ['192.168.0.0/25'] }],
          ...more,
        },
      },
    ],
  })
  const serverId = vpn_servers[0] ?? ''
  const page = paths.vpnServer({ cloudId: cloud.id, serverId })
  return {
    gatewayId: p2c_gateways[0] ?? '',
    tab: (tab: string) => `${page}?tab=${tab}`,
    connect: (user: string, client_ip?: string) =>
      cloud.control.connectUser(cloud.projectId, serverId, user, client_ip === undefined ? {} : { client_ip }),
    leave: (user: string) => cloud.control.disconnectUser(cloud.projectId, serverId, user),
  }
}

const row = (page: Page, name: string | RegExp) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: typeof name === 'string' }) })

const act = async (page: Page, name: string | RegExp, action: string) => {
  const actions = typeof name === 'string' ? `Actions for ${name}` : name
  await page.getByRole('button', { name: actions, exact: typeof name === 'string' }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

test.describe('sessions', () => {
  test('who is connected is seen with addresses and rates, and one that is chosen is cut by name', async ({
    page,
    cloud,
  }) => {
    const { tab, connect } = seed(cloud)
    await page.goto(tab('sessions'))
    await expect(page.getByText('Nobody is connected now.')).toBeVisible()
    connect('nantes.01', '203.0.113.7')
    connect('nantes.02')
    await expect(row(page, 'nantes.01')).toContainText('203.0.113.7')
    await expect(row(page, 'nantes.01')).toContainText(/bit\/s/)
    await expect(row(page, 'nantes.01')).toContainText(/10\.8\.0\.\d+/)

    await page.getByRole('searchbox', { name: 'Find sessions' }).fill('203.0.113')
    await expect(row(page, 'nantes.02')).toBeHidden()
    await page.getByRole('searchbox', { name: 'Find sessions' }).fill('')

    await act(page, 'nantes.01 at 203.0.113.7', 'Disconnect')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('listitem')).toContainText('nantes.01 203.0.113.7')
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Disconnect nantes.01' }).click()
    await expect(dialog.getByText('Disconnected: nantes.01.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect(row(page, 'nantes.01')).toBeHidden()
    await expect(row(page, 'nantes.02')).toBeVisible()
  })

  test('many are cut at once; who left while the dialog was open is said in words', async ({ page, cloud }) => {
    const { tab, connect, leave } = seed(cloud)
    for (const user of ['nantes.01', 'nantes.02', 'nantes.03']) connect(user)
    await page.goto(tab('sessions'))
    for (const user of ['nantes.01', 'nantes.02', 'nantes.03']) await row(page, user).getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Disconnect 3 sessions' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('listitem')).toHaveCount(3)
    leave('nantes.02')
    await expect(dialog.getByText('nantes.02 left meanwhile.')).toBeVisible()
    await expect(dialog.getByRole('listitem')).toHaveCount(2)

    // This one leaves after the last reading of the list: the cloud is asked, and says that there is none.
    cloud.fail({ operation: 'deleteP2cVgwConnection', status: 404, error_code: 'VPN.0563', error_msg: 'None.' })
    await dialog.getByRole('button', { name: 'Disconnect 2 sessions' }).click()
    await expect(dialog.getByText(/had left before: the session ended by itself/)).toBeVisible()
    await expect(dialog.getByText(/^Disconnected: nantes\.0\d\.$/)).toBeVisible()
    await expect(dialog.getByRole('alert')).toHaveCount(0)
  })

  test('a session that ends while it is alone in the dialog leaves nothing to do', async ({ page, cloud }) => {
    const { tab, connect, leave } = seed(cloud)
    connect('nantes.01', '203.0.113.7')
    await page.goto(tab('sessions'))
    await act(page, 'nantes.01 at 203.0.113.7', 'Disconnect')
    leave('nantes.01')
    await expect(page.getByText('nantes.01 left by itself while this was open.')).toBeVisible()
    expect(cloud.callsOf('deleteP2cVgwConnection')).toBe(0)
  })

  test('a list that cannot be had is told, and tried again', async ({ page, cloud }) => {
    const { tab, connect } = seed(cloud)
    connect('nantes.01')
    cloud.fail({
      operation: 'listP2cVgwConnections',
      times: 0,
      status: 403,
      error_code: 'VPN.0002',
      error_msg: 'Not allowed here.',
    })
    await page.goto(tab('sessions'))
    await expect(page.getByText('The sessions could not be loaded')).toBeVisible()
    await expect(page.getByText('Not allowed here.').first()).toBeVisible()
    cloud.control.clearFaults(cloud.projectId)
    await page.getByRole('button', { name: 'Try again' }).first().click()
    await expect(row(page, 'nantes.01')).toBeVisible()
  })

  test('the history of a user is what the console saw, and goes into a file', async ({ page, cloud, house }) => {
    const { tab, connect, leave } = seed(cloud)
    connect('nantes.01', '203.0.113.7')
    connect('nantes.02')
    await house.console.sampleSessions()
    leave('nantes.01')
    await house.console.sampleSessions()
    await page.goto(tab('sessions'))
    await act(page, /^Actions for nantes\.02/, 'History of the user')
    await expect(page.getByRole('heading', { name: /^History of nantes\.02/ })).toBeVisible()
    await expect(row(page, 'nantes.02')).toContainText('Still connected')
    await expect(row(page, 'nantes.01')).toBeHidden()

    await page.getByLabel('User name').fill('')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(row(page, 'nantes.01')).toContainText('203.0.113.7')
    await expect(row(page, 'nantes.01')).not.toContainText('Still connected')
    await expect(page.getByText(/between the moment it was last seen and the one it was first missed/)).toBeVisible()

    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: 'CSV' }).click()
    const text = await readFile(await (await waiting).path(), 'utf8')
    expect(text.split('\r\n')).toHaveLength(4)
    expect(text).toContain('First missed')
    expect(text).toContain('nantes.01')

    await page.getByLabel('User name').fill('nobody.99')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(page.getByText('The console has not seen nobody.99 in this time.')).toBeVisible()
    expect(page.url()).toContain('user=nobody.99')
  })
})

test.describe('user groups', () => {
  test('are made, named anew and deleted; one that a policy names says which', async ({ page, cloud }) => {
    const { tab } = seed(cloud)
    await page.goto(tab('groups'))
    await page.getByRole('button', { name: 'Create user group' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Name' }).fill('sales')
    await dialog.getByRole('button', { name: 'Create user group' }).click()
    await expect(dialog.getByText('There is a group sales already.').first()).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Name' }).fill('guests')
    await page.reload()
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('guests')
    await dialog.getByRole('button', { name: 'Create user group' }).click()
    await expect(row(page, 'guests')).toBeVisible()

    await act(page, 'guests', 'Edit')
    await dialog.getByRole('textbox', { name: 'Name' }).fill('visitors')
    await dialog.getByRole('button', { name: 'Save guests' }).click()
    await expect(row(page, 'visitors')).toBeVisible()

    await act(page, 'sales', 'Delete')
    await expect(page.getByRole('heading', { name: 'sales cannot be deleted yet' })).toBeVisible()
    await expect(dialog.getByRole('link', { name: 'to-databases' })).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).last().click()

    await act(page, 'visitors', 'Delete')
    await dialog.getByRole('button', { name: 'Delete visitors' }).click()
    await expect(row(page, 'visitors')).toBeHidden()

    await page.getByRole('button', { name: 'Actions for default' }).click()
    await expect(page.getByText('The default group is the service’s own').first()).toBeVisible()
  })

  test('take members in bulk, out of their other group first; what stops half way goes on from there', async ({
    page,
    cloud,
  }) => {
    const { tab } = seed(cloud)
    await page.goto(tab('groups'))
    await row(page, 'support').getByRole('link', { name: 'support' }).click()
    await page.getByRole('button', { name: 'Add users' }).first().click()
    const dialog = page.getByRole('dialog')
    for (const name of ['nantes.01', 'nantes.02']) {
      await dialog.getByRole('checkbox', { name: `Choose ${name}` }).check()
    }
    await expect(dialog.getByText('2 users are in another group and will be taken out of it first')).toBeVisible()
    cloud.fail({ operation: 'addVpnUsersToGroup', status: 400, error_code: 'VPN.0001', error_msg: 'Not today.' })
    await dialog.getByRole('button', { name: 'Add 2 users' }).click()
    await expect(dialog.getByText('It stopped at: Add 2 users to support')).toBeVisible()
    await expect(dialog.getByText('Taken out of the old group, but not in support yet: 2 users')).toBeVisible()
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Go on from there' }).click()
    await expect(dialog.getByText('2 users are in support now.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect(row(page, 'nantes.01')).toBeVisible()

    await page.getByRole('button', { name: 'Add users' }).first().click()
    await dialog.getByRole('checkbox', { name: 'Choose nantes.03' }).check()
    await dialog.getByRole('button', { name: 'Add 1 user' }).click()
    await expect(dialog.getByText('1 user is in support now.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect(row(page, 'nantes.03')).toBeVisible()

    await row(page, 'nantes.01').getByRole('checkbox').check()
    await row(page, 'nantes.02').getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Remove or move 2 users' }).click()
    await choose(page, 'To', 'sales')
    await dialog.getByRole('button', { name: 'Move to sales' }).click()
    await expect(dialog.getByText('2 users are in sales now.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect(row(page, 'nantes.01')).toBeHidden()

    await act(page, 'nantes.03', 'Remove or move')
    await dialog.getByRole('button', { name: 'Remove from support' }).click()
    await expect(dialog.getByText('1 user is in default now.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect(page.getByText('Nobody is in support.')).toBeVisible()
  })
})

test.describe('access policies', () => {
  test('are made with their blocks checked, changed and deleted; the default one says why it stays', async ({
    page,
    cloud,
  }) => {
    const { tab } = seed(cloud)
    await page.goto(tab('policies'))
    await page.getByRole('button', { name: 'Create access policy' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Name' }).fill('to-printers')
    await choose(page, 'User group', /support/)
    const destinations = dialog.getByRole('textbox', { name: 'Destinations' })
    await destinations.fill('127.0.0.0/8\n192.168.0.9')
    await dialog.getByRole('button', { name: 'Create access policy' }).click()
    await expect(
      dialog.getByText(/127\.0\.0\.0\/8 is reserved\. 192\.168\.0\.9: Enter an IPv4 block/).first(),
    ).toBeVisible()
    expect(cloud.callsOf('createVpnAccessPolicy')).toBe(0)
    await destinations.fill('192.168.0.128/25, 192.168.0.9/32')
    await dialog.getByRole('button', { name: 'Create access policy' }).click()
    await expect(row(page, 'to-printers')).toContainText('192.168.0.128/25')
    await expect(row(page, 'to-printers')).toContainText('support')

    await act(page, 'to-printers', 'Edit')
    await destinations.fill('192.168.0.128/25')
    await dialog.getByRole('button', { name: 'Save to-printers' }).click()
    await expect(row(page, 'to-printers')).not.toContainText('192.168.0.9/32')

    await act(page, 'to-printers', 'Delete')
    await expect(dialog.getByText('The users of support can no longer reach 192.168.0.128/25')).toBeVisible()
    await dialog.getByRole('button', { name: 'Delete to-printers' }).click()
    await expect(row(page, 'to-printers')).toBeHidden()

    await page.getByRole('button', { name: 'Actions for default' }).click()
    await expect(page.getByText('The default policy is the service’s own').first()).toBeVisible()
  })

  test('answer who may reach an address, by policy, group and name, and follow the URL', async ({ page, cloud }) => {
    const { tab } = seed(cloud)
    await page.goto(tab('policies'))
    const question = page.getByLabel('Who may reach')
    await question.fill('192.168.0.7')
    await expect(page.getByText('4 users of 2 groups by 2 policies may reach 192.168.0.7.')).toBeVisible()
    const sales = page.getByRole('listitem').filter({ hasText: 'by to-databases' })
    await expect(sales).toContainText('2 users')
    await sales.getByText('Users of sales').click()
    await expect(sales.getByText('nantes.01, nantes.02')).toBeVisible()
    await page.reload()
    await expect(question).toHaveValue('192.168.0.7')
    await expect(page.getByText('4 users of 2 groups by 2 policies may reach 192.168.0.7.')).toBeVisible()

    await question.fill('10.1.2.3')
    await expect(page.getByText('10.1.2.3 is in none of the server’s local subnets')).toBeVisible()
    await expect(page.getByText('2 users of 1 group by 1 policy may reach 10.1.2.3.')).toBeVisible()

    await question.fill('192.168.0.300')
    await expect(page.getByText('300 is no part of an IPv4 address: each is 0 to 255.').first()).toBeVisible()
    await question.fill('192.168.0.7/24')
    await page.getByRole('button', { name: 'Use 192.168.0.0/24' }).click()
    await expect(page.getByText(/may reach 192\.168\.0\.0\/24\.$/)).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: 'by to-databases' })).toContainText('a part of it')
  })
})
