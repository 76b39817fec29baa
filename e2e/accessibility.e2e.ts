import { paths } from '../apps/web/src/paths.ts'
import { violations } from './axe.ts'
import { expect, test } from './fixtures.ts'

test.use({ estate: 'demo' })

const gatewayId = 'b32d91a4-demo-a8df-va86-e907174eb11d'
const customerGatewayId = '5247ae10-demo-a8df-va86-dd36659a7f5d'
type Ids = { cloudId: string; connectionId: string }

const pages: [name: string, path: (ids: Ids) => string][] = [
  ['gateway list', paths.vpnGateways],
  ['gateway', (ids) => paths.vpnGateway({ ...ids, gatewayId })],
  ['connections of a gateway', (ids) => `${paths.vpnGateway({ ...ids, gatewayId })}?tab=connections`],
  ['route table', (ids) => `${paths.vpnGateway({ ...ids, gatewayId })}?tab=routes`],
  ['gateway wizard', paths.vpnGatewayNew],
  ['gateway edit', (ids) => paths.vpnGatewayEdit({ ...ids, gatewayId })],
  ['customer gateway list', paths.customerGateways],
  ['customer gateway', (ids) => paths.customerGateway({ ...ids, customerGatewayId })],
  ['customer gateway create', paths.customerGatewayNew],
  ['customer gateway edit', (ids) => paths.customerGatewayEdit({ ...ids, customerGatewayId })],
  ['connection list', paths.vpnConnections],
  ['connection', paths.vpnConnection],
  ['connection logs', (ids) => `${paths.vpnConnection(ids)}?tab=logs`],
  ['connection wizard', paths.vpnConnectionNew],
  ['connection edit', paths.vpnConnectionEdit],
  ['not found', (ids) => `${paths.cloud(ids)}/nothing-here`],
]

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    for (const [name, path] of pages) {
      test(`${name} has no violation`, async ({ page, cloud }) => {
        const { connections } = cloud.seed({
          connections: [{ name: 'paris-nice', gateway: gatewayId, customer_gateway: customerGatewayId }],
        })
        await page.goto(path({ cloudId: cloud.id, connectionId: connections[0] ?? '' }))
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.getByRole('progressbar')).toHaveCount(0)
        expect(await violations(page)).toEqual([])
      })
    }

    test('sign-in has no violation', async ({ page, context }) => {
      await context.clearCookies()
      await page.goto(paths.signIn())
      await expect(page.getByLabel('User name')).toBeVisible()
      expect(await violations(page)).toEqual([])
    })
  })
}
