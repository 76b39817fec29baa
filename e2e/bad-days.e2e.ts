import { paths } from '../apps/web/src/paths.ts'
import { violations } from './axe.ts'
import { admin, expect, test, type Page, type TestCloud } from './fixtures.ts'
import { deleteShown, next } from './wizards.ts'

/** Fills the gateway wizard with its defaults and a name, up to the review. */
const toReview = async (page: Page, cloud: TestCloud, name: string) => {
  await page.goto(paths.vpnGatewayNew({ cloudId: cloud.id }))
  await expect(page.getByRole('button', { name: /^Interconnection subnet subnet/ })).toBeVisible()
  await next(page, 'Capacity and zones')
  await next(page, 'Addresses')
  await next(page, 'Name and tags')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'The request', level: 2 })).toBeVisible()
}

const send = (page: Page) => page.getByRole('button', { name: 'Create VPN gateway' }).click()

const expectNothingLost = async (page: Page, name: string) => {
  await expect(page.getByRole('definition').filter({ hasText: name })).toBeVisible()
}

test('a wrong value is caught beside its field, before anything is sent', async ({ page, cloud }) => {
  await page.goto(paths.customerGatewayNew({ cloudId: cloud.id }))
  await page.getByLabel('Name', { exact: true }).fill('cgw lyon')
  await page.getByRole('textbox', { name: 'IP address' }).fill('300.1.1.1')
  await page.getByRole('textbox', { name: /^BGP ASN/ }).fill('0')
  await page.getByRole('button', { name: 'Create customer gateway' }).click()
  await expect(page.getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/letters, digits/)
  await expect(page.getByLabel('Name', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('textbox', { name: 'IP address' })).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('textbox', { name: /^BGP ASN/ })).toHaveAttribute('aria-invalid', 'true')
  expect(cloud.callsOf('createCgw')).toBe(0)
})

test('what the cloud refuses is explained in the form with code and request id, and nothing typed is lost', async ({
  page,
  cloud,
}) => {
  await toReview(page, cloud, 'gw-paris')
  cloud.fail({ operation: 'createVgw', status: 400, error_code: 'VPN.0001', error_msg: 'invalid request: not today' })
  await send(page)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('The gateway was not created')
  await expect(alert).toContainText('not today')
  await alert.getByText('Details for support').click()
  await expect(alert.getByText('VPN.0001')).toBeVisible()
  await expect(alert.getByText(/^[0-9a-f]{32}$/).first()).toBeVisible()
  await expectNothingLost(page, 'gw-paris')
  await send(page)
  await expect(page.getByRole('heading', { name: 'gw-paris', level: 1 })).toBeVisible()
})

test('a full quota is said in words', async ({ page, cloud }) => {
  cloud.seed({ gateways: [{ name: 'gw-paris' }] })
  cloud.control.setQuota(cloud.projectId, { vpn_gateway: 1 })
  await page.goto(paths.vpnGatewayNew({ cloudId: cloud.id }))
  await expect(page.getByText(/^All 1 VPN gateways of this account are in use\./).first()).toBeVisible()
})

test('a create whose answer was lost is found by its name, and not built twice', async ({ page, cloud }) => {
  await toReview(page, cloud, 'gw-paris')
  cloud.fail({ operation: 'createVgw', drop: 'after' })
  await send(page)
  await expect(page.getByRole('heading', { name: 'gw-paris', level: 1 })).toBeVisible({ timeout: 40_000 })
  expect(cloud.callsOf('createVgw')).toBe(1)
  await page.goto(paths.vpnGateways({ cloudId: cloud.id }))
  await expect(page.getByRole('rowheader', { name: 'gw-paris' })).toHaveCount(1)
})

test('a create that never arrived is offered again, and then built once', async ({ page, cloud }) => {
  await toReview(page, cloud, 'gw-paris')
  cloud.fail({ operation: 'createVgw', drop: 'before' })
  await send(page)
  await expect(page.getByRole('alert')).toContainText('it was not built', { timeout: 40_000 })
  await expectNothingLost(page, 'gw-paris')
  await send(page)
  await expect(page.getByRole('heading', { name: 'gw-paris', level: 1 })).toBeVisible()
  await page.goto(paths.vpnGateways({ cloudId: cloud.id }))
  await expect(page.getByRole('rowheader', { name: 'gw-paris' })).toHaveCount(1)
})

const troubles = [
  ['answers 500', { status: 500, error_code: 'VPN.0002', error_msg: 'server error: broken' }],
  ['answers 429', { status: 429, error_code: 'APIGW.0308', error_msg: 'The throttling threshold has been reached' }],
  ['answers garbage', { status: 200, body: '<html>Bad gateway</html>' }],
  ['answers nothing', { drop: 'before' }],
] as const

for (const [what, fault] of troubles) {
  test(`a cloud that ${what}: a page that says so, and the list as soon as it works again`, async ({ page, cloud }) => {
    cloud.seed({ gateways: [{ name: 'gw-paris' }] })
    cloud.fail({ operation: 'listVgws', times: 0, ...fault })
    await page.goto(paths.vpnGateways({ cloudId: cloud.id }))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page could not be loaded', {
      timeout: 30_000,
    })
    cloud.control.clearFaults(cloud.projectId)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('rowheader', { name: 'gw-paris' })).toBeVisible({ timeout: 30_000 })
  })

  test(`a cloud that ${what} later: the old rows stay, with the time they are from`, async ({ page, cloud }) => {
    // A gateway that settles is looked at often.
    cloud.seed({ gateways: [{ name: 'gw-paris', status: 'PENDING_CREATE' }] })
    await page.goto(paths.vpnGateways({ cloudId: cloud.id }))
    await expect(page.getByRole('rowheader', { name: 'gw-paris' })).toBeVisible()
    cloud.fail({ operation: 'listVgws', times: 0, ...fault })
    await expect(page.getByText(/^Not updated since/)).toBeVisible({ timeout: 40_000 })
    await expect(page.getByRole('rowheader', { name: 'gw-paris' })).toBeVisible()
    cloud.control.clearFaults(cloud.projectId)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText(/^Not updated since/)).toBeHidden({ timeout: 30_000 })
  })
}

test('a wrong access key is one sentence that says where to change it', async ({ page, cloud }) => {
  cloud.control.setKeyValid(cloud.projectId, false)
  await page.goto(paths.vpnGateways({ cloudId: cloud.id }))
  await expect(page.getByText(/HUAWEICLOUD_SDK_AK/).first()).toBeVisible()
})

test('a customer gateway in use is not deleted, and the reason is named', async ({ page, cloud }) => {
  const { customer_gateways } = cloud.seed({
    gateways: [{ name: 'gw-paris' }],
    customer_gateways: [{ name: 'cgw-lyon', id_value: '198.51.100.7' }],
    connections: [{ name: 'paris-lyon', gateway: 'gw-paris', customer_gateway: 'cgw-lyon' }],
  })
  const customerGatewayId = customer_gateways[0] ?? ''
  await page.goto(paths.customerGateway({ cloudId: cloud.id, customerGatewayId }))
  await page.getByRole('button', { name: /^Delete/ }).click()
  await expect(page.getByRole('dialog').getByRole('link', { name: 'paris-lyon' })).toBeVisible()
  expect(cloud.callsOf('deleteCgw')).toBe(0)
})

test('a gateway that was sent is followed while the person is elsewhere', async ({ page, cloud }) => {
  await toReview(page, cloud, 'gw-paris')
  await send(page)
  await expect(page.getByRole('heading', { name: 'gw-paris', level: 1 })).toBeVisible()
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Customer gateways' }).click()
  await expect(page.getByRole('heading', { name: /^Customer gateways/, level: 1 })).toBeVisible()
  await page.reload()
  await expect(page.getByText(/gw-paris was created/).first()).toBeVisible({ timeout: 60_000 })
  expect(await violations(page)).toEqual([])
})

test('a create that ends badly is told as such', async ({ page, cloud }) => {
  await toReview(page, cloud, 'gw-paris')
  await send(page)
  await expect(page.getByRole('heading', { name: 'gw-paris', level: 1 })).toBeVisible()
  const id = page.url().split('/').at(-1)?.split('?')[0] ?? ''
  cloud.control.setStatus(cloud.projectId, id, 'FAULT')
  await expect(page.getByText('gw-paris could not be created. It is faulty.').first()).toBeVisible({ timeout: 30_000 })
})

test('a form survives an expired sign-in', async ({ page, cloud, context }) => {
  await page.goto(paths.customerGatewayNew({ cloudId: cloud.id }))
  await page.getByLabel('Name', { exact: true }).fill('cgw-lyon')
  await page.getByRole('textbox', { name: 'IP address' }).fill('198.51.100.7')
  await context.clearCookies()
  await page.getByRole('button', { name: 'Create customer gateway' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('User name').fill(admin.userName)
  await dialog.getByLabel('Password', { exact: true }).fill(admin.password)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('cgw-lyon')
  await page.getByRole('button', { name: 'Create customer gateway' }).click()
  await expect(page.getByRole('heading', { name: 'cgw-lyon', level: 1 })).toBeVisible()
})

test('a form survives a reload, and leaving it asks once', async ({ page, cloud }) => {
  await page.goto(paths.customerGatewayNew({ cloudId: cloud.id }))
  await page.getByLabel('Name', { exact: true }).fill('cgw-nantes')
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Connections' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stay', exact: true }).click()
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('cgw-nantes')
})

test('what another person deleted first is gone for this one too', async ({ page, cloud }) => {
  const { customer_gateways } = cloud.seed({ customer_gateways: [{ name: 'cgw-lyon', id_value: '198.51.100.7' }] })
  await page.goto(paths.customerGateway({ cloudId: cloud.id, customerGatewayId: customer_gateways[0] ?? '' }))
  await expect(page.getByRole('heading', { name: 'cgw-lyon', level: 1 })).toBeVisible()
  cloud.fail({ operation: 'deleteCgw', status: 404, error_code: 'VPN.0004', error_msg: 'resource not found' })
  await deleteShown(page, 'cgw-lyon')
})
