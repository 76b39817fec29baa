import { paths } from '../apps/web/src/paths.ts'
import { violations } from './axe.ts'
import { admin, expect, signIn, test, type Page } from './fixtures.ts'
import { choose } from './wizards.ts'

const row = (page: Page, name: string | RegExp) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: typeof name === 'string' }) })
const act = async (page: Page, name: RegExp, action: string | RegExp) => {
  await page.getByRole('button', { name }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

let count = 0
const newName = () => `Night shift ${process.pid}-${++count}`

/** Makes a role in its form, of patterns. */
const createRole = async (page: Page, name: string, patterns: string[]) => {
  await page.goto(paths.roleNew())
  await page.getByLabel('Name', { exact: true }).fill(name)
  for (const pattern of patterns) {
    await page.getByLabel(/^Pattern/).fill(pattern)
    await page.getByRole('button', { name: 'Add pattern' }).click()
  }
  await page.getByRole('button', { name: 'Create role', exact: true }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

test('a role is made of actions, counts what it may do, and says why', async ({ page, cloud: _cloud }) => {
  const name = newName()
  await page.goto(paths.roles())
  await page.getByRole('link', { name: 'Create role' }).click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  const preview = page.getByRole('region', { name: 'What this role may do' })
  await expect(preview).toContainText('This role may do nothing yet.')

  await page.getByLabel(/^Pattern/).fill('vpn:nothing:*')
  await page.getByRole('button', { name: 'Add pattern' }).click()
  await expect(page.getByText('vpn:nothing:* covers no action that there is.').first()).toBeVisible()
  await page.getByLabel(/^Pattern/).fill('vpn:customerGateways:*')
  await page.keyboard.press('Enter')
  await expect(preview).toContainText('operations on clouds')
  await expect(preview.getByRole('listitem').filter({ hasText: 'Customer gateways' })).toContainText('5 of 5')

  await page.getByRole('button', { name: /^Actions/ }).click()
  await page.getByRole('combobox', { name: 'Find actions' }).fill('createVgw')
  await page.getByRole('option', { name: 'vpn:vpnGateways:create' }).click()
  await page.keyboard.press('Escape')
  await expect(preview.getByRole('listitem').filter({ hasText: /^VPN gateways/ })).toContainText('2 of')
  await page.getByRole('button', { name: 'Create role', exact: true }).click()

  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await expect(row(page, /^createVgw /)).toContainText('Yes. By vpn:vpnGateways:create.')
  await expect(row(page, /^createCgw /)).toContainText(
    'By vpn:customerGateways:*, which covers vpn:customerGateways:create.',
  )
  await expect(row(page, /^deleteVgw /)).toContainText('No. It lacks vpn:vpnGateways:delete.')
  await choose(page, 'Outcome', 'What it may not do')
  await expect(row(page, /^createVgw /)).toBeHidden()
  await expect(page).toHaveURL(/shows=may-not/)
})

test('the matrix shows all roles side by side, filtered by what is in the URL', async ({ page, cloud: _cloud }) => {
  await page.goto(`${paths.roles()}?tab=matrix`)
  await expect(page.getByRole('row')).not.toHaveCount(0)
  const cell = page.getByRole('button', { name: 'No. It lacks vpn:vpnConnections:delete.' }).first()
  await cell.focus()
  await expect(page.getByText('Support, deleteVpnConnection: No. It lacks vpn:vpnConnections:delete.')).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByText(/^Network admin, deleteVpnConnection: Yes\. By vpn:\*/)).toBeVisible()

  await page.getByRole('searchbox', { name: 'Find operations' }).fill('giveGrant')
  await expect(page.getByRole('rowheader', { name: /^giveGrant/ })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: /^createVgw/ })).toBeHidden()
  await page.goto(`${paths.roles()}?tab=matrix&resource=Connections&roles=support,administrator`)
  await expect(page.getByRole('columnheader')).toHaveText(['Operation', 'Administrator', 'Support'])
  await expect(page.getByRole('rowheader', { name: /^createVgw/ })).toBeHidden()
  await expect(page.getByRole('rowheader', { name: /^createVpnConnection/ })).toBeVisible()
})

test('a role is given for a cloud, works there, and its loss takes effect at once in an open window', async ({
  page,
  cloud,
  somebody,
}) => {
  cloud.seed({ gateways: [{ name: 'gw-paris' }] })
  const gateways = paths.vpnGateways({ cloudId: cloud.id })
  const name = newName()
  await createRole(page, name, ['vpn:vpnGateways:list', 'vpn:vpnGateways:get', 'vpn:quota:*'])
  const lea = await somebody()

  await page.goto(`${paths.person(lea.id)}?tab=roles`)
  await page.getByRole('button', { name: 'Give a role' }).first().click()
  const dialog = page.getByRole('dialog')
  await choose(page, 'Role', new RegExp(name))
  await choose(page, 'Where it holds', /^One cloud/)
  await dialog.getByRole('button', { name: 'Give role' }).click()
  await expect(page.getByText('Choose a cloud.').first()).toBeVisible()
  await dialog.getByRole('button', { name: /^Cloud / }).click()
  await page
    .getByRole('option', { name: /^Test cloud/ })
    .last()
    .click()
  await dialog.getByRole('button', { name: 'Give role' }).click()
  await expect(dialog).toBeHidden()
  await expect(row(page, name)).toContainText('Test cloud')

  await lea.page.goto(gateways)
  await expect(lea.page.getByRole('rowheader', { name: 'gw-paris' })).toBeVisible()
  const create = lea.page.getByRole('button', { name: 'Create VPN gateway' }).first()
  await expect(create).toBeDisabled()

  // It is given, so it cannot be deleted, and its page says to whom.
  await page.goto(paths.roles())
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await expect(page.getByRole('menuitem', { name: /^Delete/ })).toHaveAccessibleDescription(/given once/)
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('tab', { name: 'Given to (1)' }).click()
  await expect(row(page, lea.userName)).toContainText('Test cloud')

  await act(page, new RegExp(`^Actions for ${lea.userName}`), /^Take/)
  await dialog.getByRole('button', { name: 'Take role' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Nobody has this role.').first()).toBeVisible()
  // The window is still open, and what it asks for is refused from now on.
  const answer = lea.page.waitForResponse(
    (response) => response.url().includes('/vpn-gateways') && response.status() >= 400,
  )
  await lea.page.getByRole('rowheader', { name: 'gw-paris' }).getByRole('link').click()
  expect([403, 404]).toContain((await answer).status())

  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await dialog.getByRole('button', { name: `Delete ${name}` }).click()
  await expect(page).toHaveURL(paths.roles())
  await expect(page.getByRole('rowheader', { name: 'Support' })).toBeVisible()
  await expect(page.getByRole('rowheader', { name })).toBeHidden()
})

test('what a role loses is gone at once for who has it, and his page says which action is missing', async ({
  page,
  cloud,
  somebody,
}) => {
  cloud.seed({ customer_gateways: [{ name: 'cgw-lyon' }] })
  const name = newName()
  await createRole(page, name, ['vpn:customerGateways:*'])
  const roleId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const lea = await somebody({ role: roleId, scope: { type: 'account', cloudId: cloud.id } })
  await lea.page.goto(paths.customerGatewayNew({ cloudId: cloud.id }))
  await lea.page.getByLabel('Name', { exact: true }).fill('cgw-nice')
  await lea.page.getByRole('textbox', { name: 'IP address' }).fill('203.0.113.9')

  await page.goto(paths.roleEdit(roleId))
  await page.getByRole('button', { name: 'Remove vpn:customerGateways:*' }).click()
  await page.getByLabel(/^Pattern/).fill('vpn:customerGateways:list')
  await page.getByRole('button', { name: 'Add pattern' }).click()
  await page.getByRole('button', { name: `Save ${name}` }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()

  await lea.page.getByRole('button', { name: 'Create customer gateway' }).click()
  await expect(lea.page.getByRole('alert')).toContainText('vpn:customerGateways:create')
  // What the window offers is what is left.
  await expect(lea.page.getByRole('button', { name: 'Create customer gateway' })).toBeDisabled()
})

test('support sees no roles, and is told which permission is missing', async ({ cloud, somebody }) => {
  const { page } = await somebody({ role: 'support', scope: { type: 'account', cloudId: cloud.id } })
  for (const path of [paths.roles(), paths.roleNew(), paths.role('administrator')]) {
    await page.goto(path)
    await expect(page.getByRole('main')).toContainText('console:roles:list')
  }
})

test('the last administrator keeps his role', async ({ page, cloud: _cloud }) => {
  await page.goto(`${paths.role('administrator')}?tab=grants`)
  await act(page, /^Actions for admin,/, 'Take Administrator from admin')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Take role' }).click()
  await expect(dialog.getByRole('alert')).toContainText('admin is the last administrator who can sign in')
  expect((await signIn(new URL(page.url()).origin, admin)).length).toBeGreaterThan(0)
})

test('its pages are accessible', async ({ page, cloud, somebody }) => {
  test.slow()
  const lea = await somebody({ role: 'support', scope: { type: 'account', cloudId: cloud.id } })
  const pages = [
    paths.roles(),
    `${paths.roles()}?tab=matrix`,
    paths.role('network-admin'),
    `${paths.role('support')}?tab=grants`,
    paths.roleNew(),
    `${paths.roleNew()}?from=support`,
    `${paths.person(lea.id)}?tab=roles`,
  ]
  for (const path of pages) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText('Loading')
    expect([path, await violations(page)]).toEqual([path, []])
  }
  await page.getByRole('button', { name: 'Give a role' }).first().click()
  await choose(page, 'Role', /^User manager/)
  await expect(page.getByRole('button', { name: /^Where it holds One VPN server/ })).toBeVisible()
  expect(await violations(page)).toEqual([])
})
