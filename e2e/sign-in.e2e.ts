import { paths } from '../apps/web/src/paths.ts'
import { admin, expect, test } from './fixtures.ts'

test.describe('without a sign-in', () => {
  test.use({ signedOut: true })

  test('a person signs in, comes to the page that was asked for, and signs out', async ({ page, cloud }) => {
    const wanted = paths.customerGateways({ cloudId: cloud.id })
    await page.goto(wanted)
    await page.getByLabel('User name').fill(admin.userName)
    await page.getByLabel('Password', { exact: true }).fill('wrong-horse')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByText('User name or password is wrong.').first()).toBeVisible()
    await expect(page.getByLabel('User name')).toHaveValue(admin.userName)

    await page.getByLabel('Password', { exact: true }).fill(admin.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).toHaveURL(wanted)
    await expect(page.getByRole('heading', { name: /^Customer gateways/, level: 1 })).toBeVisible()

    await page.getByRole('button', { name: /admin/ }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByText('You are signed out').first()).toBeVisible()
    await page.goto(wanted)
    await expect(page.getByLabel('User name')).toBeVisible()
  })
})

test.describe('without a sign-in, on the way to a wizard', () => {
  test.use({ signedOut: true, estate: 'demo' })

  test('the wizard proposes what it would have proposed at once', async ({ page, cloud }) => {
    await page.goto(paths.vpnGatewayNew({ cloudId: cloud.id }))
    await page.getByLabel('User name').fill(admin.userName)
    await page.getByLabel('Password', { exact: true }).fill(admin.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('heading', { name: 'Create VPN gateway', level: 1 })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Interconnection subnet subnet/ })).toBeVisible()
  })
})

test('an unknown page and an unknown gateway have a page of their own', async ({ page, cloud }) => {
  await page.goto(`${paths.cloud({ cloudId: cloud.id })}/nothing-here`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/nothing|not found/i)
  await page.goto(paths.vpnGateway({ cloudId: cloud.id, gatewayId: '00000000-0000-4000-8000-000000000000' }))
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/nothing|not found|no such|gone/i)
})
