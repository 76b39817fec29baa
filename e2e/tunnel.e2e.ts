import { paths } from '../apps/web/src/paths.ts'
import { expect, test } from './fixtures.ts'
import { createCustomerGateway, createGateway, createPair, deleteShown, next, word, type Mode } from './wizards.ts'

test.use({ speed: 20 })
test.describe.configure({ timeout: 180_000 })

for (const mode of ['Static', 'BGP', 'Policy'] satisfies Mode[]) {
  test(`a ${mode} pair is built from nothing, changed, reset and taken down`, async ({ page, cloud }) => {
    const site = `site-${mode.toLowerCase()}`
    await createCustomerGateway(page, cloud, 'cgw-lyon', '198.51.100.7', 65010)
    await createGateway(page, cloud, 'gw-paris')
    const gatewayUrl = page.url()
    await createPair(page, 'gw-paris', 'cgw-lyon', mode, site)
    await expect(word(page, 'Connected')).toBeVisible({ timeout: 40_000 })
    expect(cloud.callsOf('batchCreateVpnConnection')).toBe(1)

    await test.step('both tunnels are there, as a pair', async () => {
      await page.goto(paths.vpnConnections({ cloudId: cloud.id }))
      const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: `${site}-1` }) })
      await expect(row.getByRole('link', { name: `${site}-2` })).toBeVisible()
      await expect(row.getByText('Connected', { exact: true })).toHaveCount(2, { timeout: 40_000 })
    })

    await test.step('a change is shown before it is sent, and only it is sent', async () => {
      await page
        .getByRole('rowheader')
        .getByRole('link', { name: `${site}-1` })
        .click()
      await page.getByRole('link', { name: 'Edit', exact: true }).click()
      await page.getByRole('textbox', { name: 'IKE SA lifetime' }).fill('43200')
      const changes = page.getByRole('table', { name: `Changes of ${site}-1` })
      await expect(changes.getByRole('row').filter({ hasText: '43200' })).toBeVisible()
      await page.getByRole('button', { name: `Save ${site}-1` }).click()
      await expect(page.getByText('43200 s (12 hours)')).toBeVisible({ timeout: 20_000 })
      await expect(word(page, 'Connected')).toBeVisible({ timeout: 40_000 })
    })

    await test.step('a reset is confirmed and done', async () => {
      await page.getByRole('button', { name: /^Reset/ }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: `Reset ${site}-1` }).click()
      await expect(dialog).toBeHidden()
      expect(cloud.callsOf('resetVpnConnection')).toBe(1)
      await expect(word(page, 'Connected')).toBeVisible({ timeout: 40_000 })
    })

    await test.step('everything is deleted in order', async () => {
      for (const name of [`${site}-1`, `${site}-2`]) {
        await page.goto(paths.vpnConnections({ cloudId: cloud.id }))
        await page.getByRole('rowheader').getByRole('link', { name }).click()
        await deleteShown(page, name)
        await page.goto(paths.vpnConnections({ cloudId: cloud.id }))
        await expect(page.getByRole('rowheader', { name })).toBeHidden({ timeout: 40_000 })
      }
      await page.goto(gatewayUrl)
      await deleteShown(page, 'gw-paris')
      await page.goto(paths.vpnGateways({ cloudId: cloud.id }))
      await expect(page.getByRole('rowheader', { name: 'gw-paris' })).toBeHidden({ timeout: 40_000 })
      await page.goto(paths.customerGateways({ cloudId: cloud.id }))
      await page.getByRole('rowheader', { name: 'cgw-lyon' }).getByRole('link').click()
      await deleteShown(page, 'cgw-lyon')
      await expect(page.getByText('No customer gateways').first()).toBeVisible()
    })
  })
}

test('a private gateway on an enterprise router is built, and an id may be typed where a list lacks it', async ({
  page,
  cloud,
}) => {
  await page.goto(paths.vpnGatewayNew({ cloudId: cloud.id }))
  await page.getByRole('radio', { name: 'Private' }).check()
  await page.getByRole('radio', { name: 'Enterprise router' }).check()
  await page.getByRole('button', { name: 'Enterprise router: enter an id' }).click()
  await page.getByRole('textbox', { name: 'Enterprise router' }).fill('c62fad0d-demo-a8df-va86-e06c4c351b9f')
  await next(page, 'Capacity and zones')
  await expect(page.getByRole('radio', { name: 'Basic' })).toBeDisabled()
  await next(page, 'Addresses')
  await next(page, 'Name and tags')
  await page.getByLabel('Name', { exact: true }).fill('gw-frankfurt')
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByRole('button', { name: 'Create VPN gateway' }).click()
  await expect(page.getByRole('heading', { name: 'gw-frankfurt', level: 1 })).toBeVisible()
  await expect(word(page, 'Running')).toBeVisible({ timeout: 40_000 })
  await expect(page.getByText('c62fad0d-demo-a8df-va86-e06c4c351b9f').first()).toBeVisible()
})
