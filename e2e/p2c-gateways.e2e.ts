import { paths } from '../apps/web/src/paths.ts'
import { expect, test, type Page, type TestCloud } from './fixtures.ts'
import { choose, deleteShown, next, word } from './wizards.ts'

test.use({ estate: 'demo' })

const paris = '10d176c7-aed8-4766-9180-a47e536c64d0'

const list = (cloud: TestCloud) => paths.p2cGateways({ cloudId: cloud.id })
const pageOf = (cloud: TestCloud, p2cGatewayId: string, tab?: string) =>
  `${paths.p2cGateway({ cloudId: cloud.id, p2cGatewayId })}${tab === undefined ? '' : `?tab=${tab}`}`

const openRow = async (page: Page, cloud: TestCloud, name: string) => {
  await page.goto(list(cloud))
  await page.getByRole('rowheader', { name }).getByRole('link').click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

const value = (page: Page, label: string) => page.locator(`dt:text-is("${label}") + dd`).first()

const toReview = async (page: Page, cloud: TestCloud, name: string) => {
  await page.goto(list(cloud))
  await page.getByRole('link', { name: 'Create Point-to-Cloud gateway' }).first().click()
  await expect(page.getByRole('button', { name: /^Interconnection subnet subnet/ })).toBeVisible()
  await next(page, 'Capacity and zones')
  await next(page, 'Address')
  await next(page, 'Name and tags')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'The request', level: 2 })).toBeVisible()
}

test.describe('the list', () => {
  test('tells of each gateway its state, address, VPC, clients and server', async ({ page, cloud }) => {
    await page.goto(list(cloud))
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'p2c-paris' }) })
    await expect(row).toContainText('Running')
    await expect(row).toContainText(/\d+ of 500/)
    await expect(row).toContainText('172.20.0.0/20')
    await expect(row).toContainText('Password')
    const basel = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'p2c-basel' }) })
    await expect(basel).toContainText('Upgraded: commit or roll back')
    await expect(basel).toContainText('No server yet')
  })

  test('of a region without Point-to-Cloud says so in words', async ({ page, cloud }) => {
    cloud.control.setMissing(cloud.projectId, ['listP2cVgws'])
    await page.goto(list(cloud))
    await expect(page.getByText('This region offers no Point-to-Cloud VPN')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Point-to-Cloud gateways', level: 1 })).toBeVisible()
  })
})

test.describe('the wizard', () => {
  test('builds a gateway and follows it until it runs; the way leads on to its server', async ({ page, cloud }) => {
    await toReview(page, cloud, 'p2c-nice')
    await page.getByRole('button', { name: 'Create Point-to-Cloud gateway' }).click()
    await expect(page.getByRole('heading', { name: 'p2c-nice', level: 1 })).toBeVisible()
    await expect(page.getByText(/^Creating/).first()).toBeVisible()
    await expect(page.getByText('Point-to-Cloud gateway p2c-nice was created.')).toBeVisible({ timeout: 40_000 })
    await expect(word(page, 'Running')).toBeVisible()
    await page.getByRole('tab', { name: 'Server' }).click()
    await expect(page.getByText('p2c-nice has no server yet')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Create server' })).toHaveAttribute(
      'href',
      /vpn-servers\/new\?gateway=/,
    )
    expect(cloud.callsOf('createP2cVgw')).toBe(1)
  })

  test('answers 501 connections beside the field, and tells what client CIDR a number needs', async ({
    page,
    cloud,
  }) => {
    await page.goto(paths.p2cGatewayNew({ cloudId: cloud.id }))
    await expect(page.getByRole('button', { name: /^Interconnection subnet subnet/ })).toBeVisible()
    await next(page, 'Capacity and zones')
    const field = page.getByRole('textbox', { name: 'Maximum connections' })
    await expect(page.getByText(/client CIDR of \/26 or larger/)).toBeVisible()
    await field.fill('501')
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await expect(field).toHaveAccessibleDescription(
      /500 connections at most\. For 501 clients at once, build 2 gateways/,
    )
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await field.fill('500')
    await expect(page.getByText(/client CIDR of \/21 or larger/)).toBeVisible()
    await next(page, 'Address')
    expect(cloud.callsOf('createP2cVgw')).toBe(0)
  })

  test('shows a refusal with nothing lost, and builds nothing twice after a lost answer', async ({ page, cloud }) => {
    await toReview(page, cloud, 'p2c-lille')
    cloud.fail({ operation: 'createP2cVgw', status: 400, error_code: 'VPN.0513', error_msg: 'Insufficient quota.' })
    await page.getByRole('button', { name: 'Create Point-to-Cloud gateway' }).click()
    await expect(page.getByRole('alert')).toContainText('The gateway was not created')
    await expect(page.getByRole('alert')).toContainText('Insufficient quota.')
    cloud.fail({ operation: 'createP2cVgw', drop: 'after' })
    await page.getByRole('button', { name: 'Create Point-to-Cloud gateway' }).click()
    await expect(page.getByRole('heading', { name: 'p2c-lille', level: 1 })).toBeVisible({ timeout: 40_000 })
    await page.goto(list(cloud))
    await expect(page.getByRole('rowheader', { name: 'p2c-lille' })).toHaveCount(1)
  })
})

test.describe('a gateway', () => {
  test('is renamed', async ({ page, cloud }) => {
    await openRow(page, cloud, 'p2c-paris')
    await page.getByRole('link', { name: 'Rename' }).click()
    await page.getByLabel('Name', { exact: true }).fill('p2c paris')
    await page.getByRole('button', { name: 'Save p2c-paris' }).click()
    await expect(page.getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/letters, digits/)
    await page.getByLabel('Name', { exact: true }).fill('p2c-marseille')
    await page.getByRole('button', { name: 'Save p2c-paris' }).click()
    await expect(page.getByRole('heading', { name: 'p2c-marseille', level: 1 })).toBeVisible()
    await expect(page.getByText('Point-to-Cloud gateway p2c-marseille was updated.')).toBeVisible({ timeout: 30_000 })
  })

  test('gets another EIP: the old one is unbound first', async ({ page, cloud }) => {
    await openRow(page, cloud, 'p2c-paris')
    await page.getByRole('link', { name: 'Exchange the EIP' }).click()
    await expect(page.getByRole('heading', { name: 'Exchange the EIP of p2c-paris', level: 1 })).toBeVisible()
    await choose(page, 'New EIP', /^88\.1\.2\.102/)
    await page.getByRole('button', { name: 'Exchange the EIP' }).click()
    await expect(page.getByText('Confirm what is about to be sent.')).toBeVisible()
    await page.getByRole('checkbox', { name: /^Exchange .* for 88\.1\.2\.102\./ }).check()
    await page.getByRole('button', { name: 'Exchange the EIP' }).click()
    await expect(page.getByRole('heading', { name: 'p2c-paris', level: 1 })).toBeVisible()
    await expect(value(page, 'EIP')).toContainText('88.1.2.102')
    expect(cloud.callsOf('updatePublicip')).toBe(1)
  })

  test('that still has users is not deleted: the dialog names what is in the way', async ({ page, cloud }) => {
    await openRow(page, cloud, 'p2c-paris')
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'p2c-paris cannot be deleted yet' })
    await expect(dialog.getByRole('list')).toContainText('240 users')
    await expect(dialog.getByRole('link', { name: '240 users' })).toHaveAttribute('href', /\?tab=users$/)
    await expect(dialog.getByRole('list')).toContainText('policies')
    expect(cloud.callsOf('deleteP2cVgw')).toBe(0)
  })

  test('that is empty is deleted by name', async ({ page, cloud }) => {
    cloud.seed({ p2c_gateways: [{ name: 'p2c-metz' }] })
    await openRow(page, cloud, 'p2c-metz')
    await deleteShown(page, 'p2c-metz')
    await expect(page.getByText('Point-to-Cloud gateway p2c-metz was deleted.')).toBeVisible({ timeout: 40_000 })
    await expect(page.getByRole('rowheader', { name: 'p2c-metz' })).toHaveCount(0)
  })

  test('shows its server in brief', async ({ page, cloud }) => {
    await page.goto(pageOf(cloud, paris, 'server'))
    await expect(value(page, 'Authentication')).toContainText('Password')
    await expect(value(page, 'Client CIDR')).toContainText('172.20.0.0/20')
    await expect(page.getByRole('link', { name: 'Open the server' })).toBeVisible()
  })

  test('shows what Cloud Eye has of it', async ({ page, cloud }) => {
    await page.goto(pageOf(cloud, paris, 'metrics'))
    await expect(page.getByRole('heading', { name: 'Metrics of p2c-paris' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Bandwidth', exact: true })).toBeVisible()
  })
})

test.describe('the connection log', () => {
  test('is read as the gateway writes it, stopped, and set up again', async ({ page, cloud }) => {
    await page.goto(pageOf(cloud, paris, 'log'))
    const lines = page.getByRole('list', { name: 'Connection log of p2c-paris' })
    await expect(lines.getByRole('listitem').first()).toBeVisible()

    await page.getByRole('button', { name: 'Stop writing' }).click()
    const dialog = page.getByRole('dialog', { name: 'Stop the connection log of p2c-paris' })
    await dialog.getByRole('button', { name: 'Stop writing' }).click()
    await expect(page.getByText('p2c-paris writes no connection log. Choose a stream')).toBeVisible()

    await page.getByRole('button', { name: 'Choose a stream' }).click()
    await page.getByRole('button', { name: 'Write into this stream' }).click()
    await expect(page.getByText('Choose the log group.')).toBeVisible()
    await page.getByRole('button', { name: 'Log group: enter an id' }).click()
    await page.getByRole('textbox', { name: 'Log group' }).fill('05c4052d-8d14-488f-aa00-19fea5a25fdd')
    await page.getByRole('button', { name: 'Log stream: enter an id' }).click()
    await page.getByRole('textbox', { name: 'Log stream' }).fill('d9d85143-e1e1-427a-9994-000000000000')
    await page.getByRole('button', { name: 'Write into this stream' }).click()
    await expect(page.getByText(/is not found/).first()).toBeVisible()
    await page.getByRole('textbox', { name: 'Log stream' }).fill('d9d85143-e1e1-427a-9994-d8b8fd9ebe3f')
    await page.getByRole('button', { name: 'Write into this stream' }).click()
    await expect(lines.getByRole('listitem').first()).toBeVisible()
  })
})

test.describe('an upgrade', () => {
  test('is started, waits for a decision, and is committed', async ({ page, cloud }) => {
    await openRow(page, cloud, 'p2c-geneva')
    await page.getByRole('tab', { name: 'Upgrades' }).click()
    await page.getByRole('button', { name: 'Upgrade', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Upgrade p2c-geneva' })
    await dialog.getByRole('button', { name: 'Start the upgrade' }).click()
    await expect(page.getByRole('list', { name: /^Steps of Upgrade/ })).toBeVisible()
    await expect(word(page, 'Upgraded: commit or roll back')).toBeVisible({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Commit', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Commit the upgrade' }).click()
    await expect(word(page, 'Up to date')).toBeVisible({ timeout: 40_000 })
  })
})
