import { readFileSync } from 'node:fs'
import { paths } from '../apps/web/src/paths.ts'
import { violations } from './axe.ts'
import { expect, test, type Page } from './fixtures.ts'

const everywhere = (role: string) => ({ role, scope: { type: 'all' as const } })

const rows = (page: Page, name: string | RegExp) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })
const field = (page: Page, label: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: label, exact: true }) })

/** Renames a customer gateway in its form. */
const rename = async (page: Page, cloudId: string, customerGatewayId: string, name: string) => {
  await page.goto(paths.customerGatewayEdit({ cloudId, customerGatewayId }))
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: /^Save/ }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

const filtered = (...filters: string[]) => {
  const search = new URLSearchParams(filters.map((filter) => ['filter', filter]))
  return `${paths.audit()}?${search}`
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('a change by somebody else is found, with what was before and after', async ({ page, cloud, somebody }) => {
      const {
        customer_gateways: [id = ''],
      } = cloud.seed({ customer_gateways: [{ name: 'cgw-lyon' }] })
      const networkAdmin = await somebody(everywhere('network-admin'))
      await rename(networkAdmin.page, cloud.id, id, 'cgw-nantes')

      await page.goto(filtered(`person=${networkAdmin.userName}`, `cloud=${cloud.id}`))
      await expect(page.getByRole('heading', { name: 'Audit', level: 1 })).toBeVisible()
      const row = rows(page, 'Update customer gateway')
      await expect(row).toHaveCount(1)
      await expect(row).toContainText('Done')
      await expect(row).toContainText(networkAdmin.userName)
      await expect(row.getByRole('link', { name: id })).toBeVisible()
      expect(await violations(page)).toEqual([])

      await row.getByRole('link', { name: 'Update customer gateway' }).click()
      await expect(page.getByRole('heading', { name: 'Update customer gateway', level: 1 })).toBeVisible()
      await expect(field(page, 'Name').first()).toContainText('cgw-lyon')
      await expect(field(page, 'Name').first()).toContainText('cgw-nantes')
      await expect(page.getByText('Request id of the cloud')).toBeVisible()
      await expect(field(page, 'Id value')).toBeHidden()
      await page.getByRole('checkbox', { name: 'Also what stayed' }).check()
      await expect(field(page, 'Id value')).toBeVisible()
      expect(await violations(page)).toEqual([])

      await page.getByRole('link', { name: 'Everything on it' }).click()
      await expect(rows(page, 'Update customer gateway')).toHaveCount(1)
    })

    test('the state of the journal and the retention have a tab of their own', async ({ page, cloud: _cloud }) => {
      await page.goto(`${paths.audit()}?tab=keeping`)
      await page.getByRole('button', { name: 'Verify now' }).click()
      await expect(page.getByText(/^Verified up to/).first()).toBeVisible()
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Change retention' }).click()
      await page.getByRole('radio', { name: 'For a number of days' }).check()
      await page.getByLabel('Days', { exact: true }).fill('0')
      await page.getByRole('button', { name: 'Save retention' }).click()
      await expect(page.getByText('Enter a whole number of days, 1 to 36500.')).toBeVisible()
      await page.getByLabel('Days', { exact: true }).fill('730')
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Save retention' }).click()
      await expect(page.getByText('For 730 days, 2 years')).toBeVisible()
      await page.goto(filtered('operation=updateAuditSettings'))
      await rows(page, 'Update audit settings').first().getByRole('link').first().click()
      await expect(field(page, 'Retention days').first()).toContainText('730')
    })
  })
}

test('what support is refused is in the audit, which support does not see', async ({
  page,
  cloud,
  somebody,
  house,
}) => {
  const support = await somebody(everywhere('support'))
  await support.page.goto(paths.vpnGateways({ cloudId: cloud.id }))
  await expect(support.page.getByRole('link', { name: 'VPN gateways', exact: true })).toBeVisible()
  await expect(support.page.getByRole('link', { name: 'Audit', exact: true })).toBeHidden()
  await support.page.goto(paths.audit())
  await expect(support.page.getByText('console:audit:list').first()).toBeVisible()
  const answer = await support.page.request.get(`${house.url}/api/audit/export?format=csv`)
  expect(answer.status()).toBe(403)
  expect(await answer.json()).toMatchObject({ error_msg: expect.stringContaining('console:audit:export') })

  await page.goto(filtered(`person=${support.userName}`, 'outcome=denied'))
  await expect(rows(page, 'Export audit')).toContainText('Denied')
})

test.describe('from outside', () => {
  test.use({ estate: 'demo' })

  test('an attempt of self-service is there, without its passwords', async ({ page, cloud, house }) => {
    const at = { cloudId: cloud.id, serverId: '3f7e48ca-cd3c-4ce2-a277-674382ce44ea' }
    await page.goto(paths.vpnServer(at))
    await page.getByRole('checkbox', { name: 'Users change their passwords themselves' }).click()
    const address = page.getByText(/^http.*\/help-yourself\//)
    await expect(address).toBeVisible()
    const portal = (await address.textContent())?.split('/').at(-1)
    const outside = await page.request.post(`${house.url}/api/self-service/portals/${portal}/password`, {
      headers: { origin: house.url },
      data: { userName: 'nobody-there', oldPassword: 'Wrong-secret-1!', newPassword: 'Other-secret-2!' },
    })
    expect(outside.status()).toBeGreaterThanOrEqual(400)
    await page.goto(filtered('operation=changeVpnPassword'))
    const row = rows(page, 'Change VPN password').first()
    await expect(row).toContainText('Nobody signed in')
    await row.getByRole('link').first().click()
    await expect(page.getByText('Sent; secrets are not kept').first()).toBeVisible()
    await expect(page.getByText('Wrong-secret-1!')).toBeHidden()
  })
})

test('a filter is in the URL, typed text narrows, and all that match come as a file', async ({
  page,
  cloud,
  somebody,
}) => {
  const ids = cloud.seed({ customer_gateways: [{ name: 'cgw-lyon' }, { name: 'cgw-bonn' }] }).customer_gateways
  const person = await somebody(everywhere('network-admin'))
  for (const [at, id] of ids.entries()) await rename(person.page, cloud.id, id, `cgw-renamed-${at}`)

  await page.goto(paths.audit())
  const filter = page.getByRole('combobox', { name: /^Filter by/ })
  await filter.fill(`Who = ${person.userName}`)
  await filter.press('Enter')
  await expect(page).toHaveURL(/filter=person/)
  await expect(rows(page, 'Update customer gateway')).toHaveCount(2)
  await page.getByRole('searchbox', { name: 'Find text' }).fill('cgw-renamed-1')
  await expect(rows(page, 'Update customer gateway')).toHaveCount(1)

  await page.getByRole('button', { name: 'Export' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'CSV, all that match' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/)
  const lines = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('updateCgw')

  await page.goto(filtered('time>=next year'))
  await expect(page.getByText('Left out of the filter: next year.')).toBeVisible()
  await page.goto(filtered('person=nobody-at-all'))
  await expect(page.getByText('No entry matches the filter')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filter' }).first().click()
  await expect(page.getByRole('row')).not.toHaveCount(1)
})

test('older entries are a page away, and the way back leads back', async ({ page, cloud: _cloud, house }) => {
  const subject = { personId: null, personName: 'paris', ip: '203.0.113.9', cloudId: null, consoleRequestId: 'r-1' }
  for (let at = 0; at < 60; at++) {
    await house.console.store.audit.record(
      { ...subject, operation: 'createRole' },
      { outcome: 'done', resourceId: `r-${at}` },
    )
  }
  await page.goto(filtered('person=paris'))
  await expect(rows(page, 'Create role')).toHaveCount(50)
  await expect(page.getByRole('button', { name: 'Newer entries' })).toBeDisabled()
  await page.getByRole('button', { name: 'Older entries' }).click()
  await expect(rows(page, 'Create role')).toHaveCount(10)
  await expect(page.getByRole('button', { name: 'Older entries' })).toBeDisabled()
  await page.goBack()
  await expect(rows(page, 'Create role')).toHaveCount(50)
  await page.goForward()
  await page.getByRole('button', { name: 'Newer entries' }).click()
  await expect(rows(page, 'Create role')).toHaveCount(50)
})
