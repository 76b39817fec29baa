import { paths } from '../apps/web/src/paths.ts'
import { violations } from './axe.ts'
import { expect, test } from './fixtures.ts'

test.use({ estate: 'demo' })

const gatewayId = 'b32d91a4-demo-a8df-va86-e907174eb11d'
const customerGatewayId = '5247ae10-demo-a8df-va86-dd36659a7f5d'
const nonFixedId = '5d3f8c10-demo-a8df-va86-7f1c2a90b3e4'
const gmId = '768b2790-ccc9-4257-91b3-e008747db9e6'
// The server of p2c-paris, and its first user.
const serverId = '3f7e48ca-cd3c-4ce2-a277-674382ce44ea'
const userId = 'd91ae2c4-2dd1-4b33-a313-b1c3aa668c5c'
const p2cGatewayId = '10d176c7-aed8-4766-9180-a47e536c64d0'
// The server of p2c-lyon, which asks for certificates.
const certificateServerId = '2407a20d-0bf7-4530-ba9a-7ffa0cedfa3b'
type Ids = { cloudId: string; connectionId: string }

const pages: [name: string, path: (ids: Ids) => string][] = [
  ['overview', paths.overview],
  ['cloud account list', paths.cloudAccounts],
  ['cloud account wizard', paths.cloudAccountNew],
  ['gateway list', paths.vpnGateways],
  ['gateway', (ids) => paths.vpnGateway({ ...ids, gatewayId })],
  ['connections of a gateway', (ids) => `${paths.vpnGateway({ ...ids, gatewayId })}?tab=connections`],
  ['route table', (ids) => `${paths.vpnGateway({ ...ids, gatewayId })}?tab=routes`],
  ['metrics of a gateway', (ids) => `${paths.vpnGateway({ ...ids, gatewayId })}?tab=metrics`],
  ['gateway wizard', paths.vpnGatewayNew],
  ['gateway edit', (ids) => paths.vpnGatewayEdit({ ...ids, gatewayId })],
  ['gateway specification', (ids) => paths.vpnGatewaySpecification({ ...ids, gatewayId })],
  ['gateway EIP', (ids) => paths.vpnGatewayEip({ ...ids, gatewayId, slot: 1 })],
  ['policy template', (ids) => paths.vpnGatewayPolicyTemplate({ ...ids, gatewayId: nonFixedId })],
  ['gateway certificate', (ids) => `${paths.vpnGateway({ ...ids, gatewayId: gmId })}?tab=certificate`],
  ['gateway certificate upload', (ids) => paths.vpnGatewayCertificate({ ...ids, gatewayId: gmId })],
  ['gateway upgrades', (ids) => `${paths.vpnGateway({ ...ids, gatewayId })}?tab=upgrades`],
  ['customer gateway list', paths.customerGateways],
  ['customer gateway', (ids) => paths.customerGateway({ ...ids, customerGatewayId })],
  ['customer gateway create', paths.customerGatewayNew],
  ['customer gateway edit', (ids) => paths.customerGatewayEdit({ ...ids, customerGatewayId })],
  ['connection list', paths.vpnConnections],
  ['connection', paths.vpnConnection],
  ['connection logs', (ids) => `${paths.vpnConnection(ids)}?tab=logs`],
  ['peer configuration', (ids) => `${paths.vpnConnection(ids)}?tab=peer-configuration`],
  [
    'peer configuration as a table',
    (ids) => `${paths.vpnConnection(ids)}?tab=peer-configuration&device=pfsense-opnsense`,
  ],
  ['connection monitor', (ids) => `${paths.vpnConnection(ids)}?tab=monitor`],
  ['pre-shared key', paths.vpnConnectionKey],
  ['metrics of a connection', (ids) => `${paths.vpnConnection(ids)}?tab=metrics`],
  ['logs of all connections', paths.logs],
  ['connection wizard', paths.vpnConnectionNew],
  ['connection edit', paths.vpnConnectionEdit],
  ['route of an address', (ids) => `${paths.vpnGateway({ ...ids, gatewayId })}?tab=routes&address=192.168.44.7`],
  [
    'route of a prefix that is none',
    (ids) => `${paths.vpnGateway({ ...ids, gatewayId })}?tab=routes&address=10.1.2.3/8`,
  ],
  ['connection doctor', (ids) => `${paths.vpnConnection(ids)}?tab=doctor&examine=now`],
  ['subnet pairs', (ids) => `${paths.vpnConnection(ids)}?tab=subnet-pairs`],
  ['subnet pairs as a table', (ids) => `${paths.vpnConnection(ids)}?tab=subnet-pairs&view=table`],
  ['client CAs', (ids) => `${paths.vpnServer({ ...ids, serverId: certificateServerId })}?tab=client-cas`],
  [
    'client configuration',
    (ids) => `${paths.vpnServer({ ...ids, serverId: certificateServerId })}?tab=client-configuration`,
  ],
  ['certificates', paths.certificates],
  ['tags', paths.tags],
  ['tags by key', (ids) => `${paths.tags(ids)}?tag=site&tag=stage%3Dtest`],
  ['tags of a gateway', (ids) => `${paths.vpnGateway({ ...ids, gatewayId })}?tab=tags`],
  ['code of a gateway', (ids) => `${paths.vpnGateway({ ...ids, gatewayId })}?tab=code`],
  ['code of a connection', (ids) => `${paths.vpnConnection(ids)}?tab=code`],
  [
    'certificate of a customer gateway',
    (ids) => `${paths.customerGateway({ ...ids, customerGatewayId })}?tab=certificate`,
  ],
  [
    'connections of a customer gateway',
    (ids) => `${paths.customerGateway({ ...ids, customerGatewayId })}?tab=connections`,
  ],
  ['users of a server', (ids) => `${paths.vpnServer({ ...ids, serverId })}?tab=users`],
  ['user groups of a server', (ids) => `${paths.vpnServer({ ...ids, serverId })}?tab=groups`],
  ['user group create', (ids) => `${paths.vpnServer({ ...ids, serverId })}?tab=groups&edit=new`],
  ['access policies of a server', (ids) => `${paths.vpnServer({ ...ids, serverId })}?tab=policies`],
  ['access policy create', (ids) => `${paths.vpnServer({ ...ids, serverId })}?tab=policies&edit=new`],
  ['who may reach an address', (ids) => `${paths.vpnServer({ ...ids, serverId })}?tab=policies&reach=192.168.0.7`],
  ['sessions of a server', (ids) => `${paths.vpnServer({ ...ids, serverId })}?tab=sessions`],
  ['history of sessions', (ids) => `${paths.vpnServer({ ...ids, serverId })}?tab=sessions&view=history`],
  ['import of users', (ids) => paths.vpnUserImport({ ...ids, serverId })],
  ['user create', (ids) => paths.vpnUserNew({ ...ids, serverId })],
  ['user edit', (ids) => paths.vpnUserEdit({ ...ids, serverId, userId })],
  ['Point-to-Cloud gateway list', paths.p2cGateways],
  ['Point-to-Cloud gateway', (ids) => paths.p2cGateway({ ...ids, p2cGatewayId })],
  ['server of a gateway', (ids) => `${paths.p2cGateway({ ...ids, p2cGatewayId })}?tab=server`],
  ['connection log of a gateway', (ids) => `${paths.p2cGateway({ ...ids, p2cGatewayId })}?tab=log`],
  ['metrics of a Point-to-Cloud gateway', (ids) => `${paths.p2cGateway({ ...ids, p2cGatewayId })}?tab=metrics`],
  ['upgrades of a Point-to-Cloud gateway', (ids) => `${paths.p2cGateway({ ...ids, p2cGatewayId })}?tab=upgrades`],
  ['Point-to-Cloud gateway wizard', paths.p2cGatewayNew],
  ['capacity step of the wizard', (ids) => `${paths.p2cGatewayNew(ids)}?step=capacity`],
  ['Point-to-Cloud gateway rename', (ids) => paths.p2cGatewayEdit({ ...ids, p2cGatewayId })],
  ['Point-to-Cloud gateway EIP', (ids) => paths.p2cGatewayEip({ ...ids, p2cGatewayId })],
  ['VPN server list', paths.vpnServers],
  ['VPN server', (ids) => paths.vpnServer({ ...ids, serverId })],
  ['VPN server wizard', paths.vpnServerNew],
  ['VPN server edit', (ids) => paths.vpnServerEdit({ ...ids, serverId })],
  ['not found', (ids) => `${paths.cloud(ids)}/nothing-here`],
]

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    for (const [name, path] of pages) {
      test(`${name} has no violation`, async ({ page, cloud }) => {
        const { connections } = cloud.seed({
          gateways: [{ id: nonFixedId, name: 'gw-turin', flavor: 'Professional1-NonFixedIP' }],
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
