import type { ConsoleOutput, Session } from '@vpn-console/api-client'
import { paths } from '../apps/web/src/paths.ts'
import { violations } from './axe.ts'
import { expect, test, type Page, type TestCloud } from './fixtures.ts'
import { choose, deleteShown, next } from './wizards.ts'

type House = { emulatorUrl: string; url: string }

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const secretField = (page: Page, name: string) => page.getByLabel(name, { exact: true })
const switcher = (page: Page) => page.getByRole('button', { name: /^Cloud account:/ })

/** What the console keeps of accounts goes with the test that made them. */
test.afterEach(async ({ page, house }) => {
  // The console answers in its own shapes.
  const session = (await (await page.request.get('/api/session')).json()) as Session
  const listed = await page.request.get('/api/cloud-accounts')
  const { cloud_accounts: accounts } = (await listed.json()) as ConsoleOutput<'listCloudAccounts'>
  const headers = { origin: house.url, 'x-csrf-token': session.csrfToken }
  for (const { id } of accounts) await page.request.delete(`/api/cloud-accounts/${id}`, { headers })
})

const toKeys = async (page: Page, house: House, cloud: TestCloud, name: string) => {
  await page.goto(paths.cloudAccountNew())
  await page.getByRole('radio', { name: /^Emulator/ }).check()
  await choose(page, 'Region', cloud.region)
  await field(page, 'Address').fill(house.emulatorUrl)
  await field(page, 'Name').fill(name)
  await next(page, 'Keys')
}

const enterKeys = async (page: Page, { ak, sk }: { ak: string; sk: string }) => {
  await field(page, 'Access key id (AK)').fill(ak)
  await secretField(page, 'Secret access key (SK)').fill(sk)
}

const addAccount = async (page: Page, house: House, cloud: TestCloud, name: string) => {
  await toKeys(page, house, cloud, name)
  await enterKeys(page, cloud)
  await next(page, 'Project')
  await expect(page.getByText('The cloud takes the keys')).toBeVisible()
  await next(page, 'Features and test')
  await expect(page.getByText('The cloud takes the keys')).toBeVisible()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByRole('button', { name: 'Add cloud account' }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

test.describe('adding an account', () => {
  test('is tested on the way, tells what is missing, and shows its cloud at once', async ({ page, cloud, house }) => {
    cloud.fail({ operation: 'listVpcs', times: 0, status: 403, error_code: 'VPC.0010', error_msg: 'Forbidden.' })
    await toKeys(page, house, cloud, 'Production')
    await expect(page.getByText('Do not use a key of the account’s owner.')).toBeVisible()
    expect(await violations(page)).toEqual([])
    await enterKeys(page, cloud)
    await next(page, 'Project')
    await expect(page.getByText('The cloud takes the keys')).toBeVisible()
    await choose(page, 'Project', new RegExp(cloud.projectId))
    await next(page, 'Features and test')
    const networks = page.getByRole('listitem').filter({ hasText: 'Choose networks by name' })
    await expect(networks).toContainText('Partly there')
    await expect(networks).toContainText('vpc:vpcs:list must be granted')
    const s2c = page.getByRole('listitem').filter({ hasText: 'See Site-to-Cloud' })
    await expect(s2c).toContainText('There')
    await page.getByRole('button', { name: 'IAM policy' }).click()
    await expect(page.getByRole('region', { name: 'For the project code' })).toContainText('"vpn:vpnGateways:list"')
    expect(await violations(page)).toEqual([])

    // The policy is written for what is chosen.
    await page.getByRole('checkbox', { name: 'Change Site-to-Cloud' }).uncheck()
    await expect(page.getByRole('region', { name: 'For the project code' })).not.toContainText('vpc:ports:create')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download vpn-console-project.json' }).click()
    expect((await download).suggestedFilename()).toBe('vpn-console-project.json')

    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'The request', level: 2 })).toBeVisible()
    await expect(page.getByText('••••••').first()).toBeAttached()
    expect(await page.content()).not.toContain(cloud.sk)
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(cloud.sk)
    await page.getByRole('button', { name: 'Add cloud account' }).click()

    await expect(page.getByRole('heading', { name: 'Production', level: 1 })).toBeVisible()
    await expect(page.getByText('Production is added.')).toBeVisible()
    expect(await violations(page)).toEqual([])
    await switcher(page).click()
    await page.getByRole('group', { name: 'Production', exact: true }).getByRole('link').click()
    await expect(page).toHaveURL(/\/clouds\/production\/overview/)
    await expect(page.getByRole('heading', { name: 'First steps' })).toBeVisible()
  })

  test('with a wrong key ends in words before anything is saved', async ({ page, cloud, house }) => {
    await toKeys(page, house, cloud, 'Wrong')
    await enterKeys(page, { ak: cloud.ak, sk: 'a-key-of-somebody-else' })
    await next(page, 'Project')
    await expect(page.getByText('The cloud cannot be used like this')).toBeVisible()
    await page.getByRole('button', { name: 'Previous' }).click()
    await enterKeys(page, cloud)
    await next(page, 'Project')
    await expect(page.getByText('The cloud takes the keys')).toBeVisible()
  })

  test('after a reload asks for the keys again, and keeps the rest', async ({ page, cloud, house }) => {
    await toKeys(page, house, cloud, 'Production')
    await enterKeys(page, cloud)
    await next(page, 'Project')
    await page.reload()
    await expect(page.getByText('enter them again in the step before')).toBeVisible()
    await page.getByRole('button', { name: 'Previous' }).click()
    await expect(field(page, 'Access key id (AK)')).toHaveValue('')
    await page.getByRole('button', { name: 'Previous' }).click()
    await expect(field(page, 'Name')).toHaveValue('Production')
  })
})

test.describe('an account', () => {
  test('gets other keys only when these have been tested', async ({ page, cloud, house }) => {
    await addAccount(page, house, cloud, 'Production')
    await page.getByRole('link', { name: 'Replace keys' }).click()
    await expect(page.getByRole('heading', { name: 'Replace the keys of Production', level: 1 })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await enterKeys(page, { ak: cloud.ak, sk: 'a-key-of-somebody-else' })
    await page.getByRole('button', { name: 'Test and replace the keys of Production' }).click()
    await expect(page.getByText('Production keeps its old keys')).toBeVisible()
    await enterKeys(page, cloud)
    await page.getByRole('button', { name: 'Test and replace the keys of Production' }).click()
    await expect(page.getByText('Production works with its new keys.')).toBeVisible()
    await expect(page.getByRole('tab', { name: 'Features and permissions', selected: true })).toBeVisible()
    await expect(page.getByRole('list', { name: 'What was found' })).toContainText('See Site-to-Cloud')
  })

  test('is tested again, renamed, disabled, enabled and deleted', async ({ page, cloud, house }) => {
    await addAccount(page, house, cloud, 'Production')
    await page.getByRole('tab', { name: 'Features and permissions' }).click()
    cloud.fail({ operation: 'listVgws', times: 0, status: 403, error_code: 'VPN.0403', error_msg: 'Forbidden.' })
    await page.getByRole('button', { name: 'Test again' }).click()
    await expect(page.getByText('It can be used, but something is missing')).toBeVisible()
    await expect(page.getByRole('list', { name: 'What was found' })).toContainText('vpn:vpnGateways:list')
    expect(await violations(page)).toEqual([])
    cloud.control.clearFaults(cloud.projectId)

    await page.getByRole('tab', { name: 'IAM policy' }).click()
    await expect(page.getByRole('region', { name: 'For the project code' })).toContainText('"Version": "1.1"')
    expect(await violations(page)).toEqual([])

    await page.getByRole('link', { name: 'Edit', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Edit Production', level: 1 })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await field(page, 'Name').fill('Staging')
    await page.getByRole('button', { name: 'Save Production' }).click()
    await expect(page.getByRole('heading', { name: 'Staging', level: 1 })).toBeVisible()

    await page.getByRole('button', { name: 'Disable' }).click()
    await page.getByRole('button', { name: 'Disable Staging' }).click()
    await expect(page.getByText('Staging is disabled.')).toBeVisible()
    await expect(page.getByText('Disabled', { exact: true }).first()).toBeVisible()
    await switcher(page).click()
    await expect(page.getByRole('group', { name: 'Staging', exact: true })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Enable' }).click()
    await page.getByRole('button', { name: 'Enable Staging' }).click()
    await expect(page.getByText('Staging is in use again.')).toBeVisible()

    await deleteShown(page, 'Staging')
    await expect(page.getByRole('heading', { name: /^Cloud accounts/, level: 1 })).toBeVisible()
    await expect(page.getByText('Staging is deleted.')).toBeVisible()
    await expect(page.getByRole('rowheader', { name: 'Staging' })).toHaveCount(0)
  })
})

test.describe('the switcher', () => {
  test('keeps the list that is looked at, and finds one of thirty by keyboard', async ({ page, cloud, house }) => {
    const others = Array.from({ length: 30 }, (_, number) => `branch-${number + 1}`)
    for (const id of others) {
      house.console.clouds.connect({
        id,
        name: `Branch ${Math.ceil(Number(id.slice(7)) / 3)}`,
        vendor: 'emulator',
        region: `region-${id.slice(7)}`,
        projectId: cloud.projectId,
        credentials: { ak: cloud.ak, sk: cloud.sk },
        endpoint: house.emulatorUrl,
      })
    }
    await page.goto(paths.vpnConnections({ cloudId: cloud.id }))
    await switcher(page).click()
    const filter = page.getByRole('textbox', { name: 'Find a cloud' })
    await expect(filter).toBeFocused()
    expect(await violations(page)).toEqual([])
    await page.keyboard.type('branch region-17')
    await expect(page.getByRole('link', { name: /^region-/ })).toHaveCount(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(paths.vpnConnections({ cloudId: 'branch-17' }))
    await expect(switcher(page)).toHaveAccessibleName('Cloud account: Branch 6 · region-17')
    for (const id of others) house.console.clouds.remove(id)
  })
})

for (const role of ['network-admin', 'support']) {
  test(`${role} finds no cloud accounts, and may not ask for them`, async ({ cloud, somebody }) => {
    const { page } = await somebody({ role, scope: { type: 'account', cloudId: cloud.id } })
    await page.goto('/')
    await expect(page.getByRole('navigation', { name: 'Sections' })).not.toContainText('Cloud accounts')
    await page.goto(paths.cloudAccounts())
    await expect(page.getByRole('main')).toContainText('console:cloudAccounts:list')
    expect((await page.request.get('/api/cloud-accounts')).status()).toBe(403)
  })
}
