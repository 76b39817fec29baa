import { startPostgres } from '../apps/bff/src/testing/postgres.ts'
import { missingNginx } from '../apps/bff/src/testing/nginx.ts'
import { adminPassword, cloudId, startScaleOut, type ScaleOut } from '../apps/bff/src/testing/scale-out.ts'
import { until } from '../apps/bff/src/testing/until.ts'
import { paths } from '../apps/web/src/paths.ts'
import { expect, test as base, webDir, type Page } from './fixtures.ts'
import { next, word } from './wizards.ts'

// Two consoles on one PostgreSQL behind nginx, with the settings that docs/deployment.md describes.
const test = base.extend<object, { pair: ScaleOut | string }>({
  pair: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names in it, also where there are none
    async ({}, use) => {
      const missing = missingNginx()
      const database = missing === undefined ? await startPostgres() : missing
      if (typeof database === 'string') {
        await use(database)
        return
      }
      const pair = await startScaleOut({ databaseUrl: `${database.url}/postgres`, webDir, speed: 20 })
      await use(pair)
      await pair.close()
      await database.stop()
    },
    { scope: 'worker' },
  ],
})

// The certificate of the proxy is one of the test's own.
test.use({ signedOut: true, ignoreHTTPSErrors: true })

const signIn = async (page: Page) => {
  await page.getByLabel('User name').fill('admin')
  await page.getByLabel('Password', { exact: true }).fill(adminPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('a create whose console dies is found, built once, and the page goes on with the other one', async ({
  page,
  pair,
}) => {
  // Needs PostgreSQL and nginx; `missing` says which of them is not there.
  const missing = typeof pair === 'string' ? pair : undefined
  test.skip(missing !== undefined, missing)
  if (typeof pair === 'string') return
  await page.goto(pair.publicUrl + paths.vpnGateways({ cloudId }))
  await signIn(page)
  await page.getByRole('link', { name: 'Create VPN gateway' }).first().click()
  await expect(page.getByRole('heading', { name: 'Network', level: 2 })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Interconnection subnet subnet/ })).toBeVisible()
  await next(page, 'Capacity and zones')
  await next(page, 'Addresses')
  await next(page, 'Name and tags')
  await page.getByLabel('Name', { exact: true }).fill('gw-paris')
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'The request', level: 2 })).toBeVisible()

  // The cloud takes its time, and has it done when nobody is left to be told.
  pair.control.fail(pair.projectId, { operation: 'createVgw', latency_ms: 1_500 })
  await page.getByRole('button', { name: 'Create VPN gateway' }).click()
  const { by } = await until(() => pair.asked.find(({ method }) => method === 'POST'))
  await (by === pair.first.name ? pair.first : pair.second).kill()

  await expect(page.getByRole('heading', { name: 'gw-paris', level: 1 })).toBeVisible({ timeout: 30_000 })
  await expect(word(page, 'Running')).toBeVisible({ timeout: 40_000 })
  expect(pair.callsOf('createVgw')).toBe(1)

  await page.goto(pair.publicUrl + paths.vpnGateways({ cloudId }))
  await expect(page.getByRole('rowheader', { name: 'gw-paris' })).toHaveCount(1)

  // What became of it only the cloud knows, and the audit says so.
  await expect(async () => {
    await page.goto(`${pair.publicUrl}${paths.audit()}`)
    const row = page.getByRole('row').filter({ hasText: 'Create VPN gateway' })
    await expect(row).toContainText('Not known', { timeout: 3_000 })
  }).toPass({ timeout: 30_000 })
})
