import { createAuthority } from '@vpn-console/emulator/app'
import { paths } from '../apps/web/src/paths.ts'
import { violations } from './axe.ts'
import { expect, test, type Page, type TestCloud } from './fixtures.ts'
import { choose, next, word } from './wizards.ts'

test.use({ speed: 20 })

const yearMs = 365 * 86_400_000

const wizard = (cloud: TestCloud, p2cGatewayId?: string) =>
  paths.vpnServerNew({ cloudId: cloud.id, ...(p2cGatewayId !== undefined && { p2cGatewayId }) })

const seedGateway = (cloud: TestCloud, name = 'p2c-nice') =>
  cloud.seed({ p2c_gateways: [{ name, max_connection_number: 100 }] }).p2c_gateways[0] ?? ''

const cidr = (page: Page) => page.getByRole('textbox', { name: 'Client CIDR' })
const cidrCheck = (page: Page) => page.getByRole('region', { name: 'Check of the client CIDR' })
const nextButton = (page: Page) => page.getByRole('button', { name: 'Next', exact: true })

const chooseSubnet = async (page: Page, name: RegExp) => {
  await page.getByRole('button', { name: /^Local subnets/ }).click()
  await page.getByRole('option', { name }).click()
  await page.keyboard.press('Escape')
}

const toSignIn = async (page: Page) => {
  await chooseSubnet(page, /subnet-files/)
  await page.getByRole('button', { name: 'Suggest a free block' }).click()
  await next(page, 'Sign-in of users')
}

const review = async (page: Page) => {
  await nextButton(page).click()
  await expect(page.getByRole('heading', { name: 'The request', level: 2 })).toBeVisible()
}

const create = (page: Page) => page.getByRole('button', { name: 'Create VPN server' }).click()

test.describe('a server for people with passwords', () => {
  test('is built on a gateway that is free, and each wrong block is answered before it is sent', async ({
    page,
    cloud,
  }) => {
    cloud.seed({
      p2c_gateways: [
        { name: 'p2c-lille', server: { client_cidr: '172.16.0.0/21' } },
        { name: 'p2c-brest', status: 'FAULT' },
      ],
    })
    seedGateway(cloud)
    await page.goto(paths.vpnServers({ cloudId: cloud.id }))
    await page.getByRole('link', { name: 'Create VPN server' }).first().click()

    await test.step('gateways that take no server say why', async () => {
      await nextButton(page).click()
      await expect(page.getByText('Choose the gateway that carries the server.').first()).toBeVisible()
      await page.getByRole('button', { name: /^Gateway (?!.*enter an id)/ }).click()
      await expect(page.getByRole('option', { name: /p2c-lille/ })).toHaveAttribute('aria-disabled', 'true')
      await expect(page.getByRole('option', { name: /p2c-brest/ })).toHaveAttribute('aria-disabled', 'true')
      await page.getByRole('option', { name: /p2c-nice/ }).click()
      await chooseSubnet(page, /subnet-files/)
    })

    await test.step('the client CIDR is judged with each key', async () => {
      const answers: [block: string, words: RegExp][] = [
        ['10.9.0.0/27', /The mask must be \/16 to \/26/],
        ['10.9.0.0/24', /100 connections need more than 400 addresses, and this block has 254/],
        ['169.254.0.0/20', /169\.254\.0\.0\/16 is reserved/],
        ['10.16.0.0/22', /It overlaps the local subnet 10\.16\.1\.0\/24/],
        ['192.168.40.0/22', /enough for 255 clients; the gateway takes 100/],
      ]
      for (const [block, words] of answers) {
        await cidr(page).fill(block)
        await expect(cidrCheck(page)).toContainText(words)
      }
      await cidr(page).fill('10.9.0.0')
      await nextButton(page).click()
      await expect(page.getByText('Enter an IPv4 block, for example 172.16.0.0/21.').first()).toBeVisible()
    })

    await test.step('a block is proposed that nothing is wrong with, not even another server’s', async () => {
      await page.getByRole('button', { name: 'Suggest a free block' }).click()
      await expect(cidr(page)).toHaveValue('172.16.8.0/23')
      await next(page, 'Sign-in of users')
    })

    await next(page, 'Certificates')
    await next(page, 'Protocol')

    await test.step('a DNS server is an address', async () => {
      await page.getByRole('textbox', { name: /^First DNS server/ }).fill('dns.example.com')
      await nextButton(page).click()
      await expect(page.getByText(/IPv4 address/).first()).toBeVisible()
      await page.getByRole('textbox', { name: /^First DNS server/ }).fill('100.125.1.250')
      await page.getByRole('radio', { name: 'TCP 1194' }).check()
    })

    await test.step('a reload keeps what was typed', async () => {
      await page.reload()
      await expect(page.getByRole('textbox', { name: /^First DNS server/ })).toHaveValue('100.125.1.250')
    })

    await review(page)
    await create(page)
    await expect(page.getByRole('heading', { name: 'VPN server of p2c-nice', exact: true, level: 1 })).toBeVisible()
    await expect(word(page, 'Running')).toBeVisible({ timeout: 20_000 })
    await expect(page.getByText('172.16.8.0/23')).toBeVisible()
    await expect(page.getByText('TCP 1194')).toBeVisible()
    await expect(page.getByRole('tab', { name: 'Users' })).toBeVisible()
    await expect(page.getByText('it goes with its gateway')).toBeVisible()
    expect(cloud.callsOf('createVpnServer')).toBe(1)
  })

  test('what the cloud alone refuses lands on its field', async ({ page, cloud }) => {
    const gateway = seedGateway(cloud)
    await page.goto(wizard(cloud, gateway))
    await toSignIn(page)
    await next(page, 'Certificates')
    await next(page, 'Protocol')
    await review(page)
    cloud.fail({
      operation: 'createVpnServer',
      status: 400,
      error_code: 'VPN.1109',
      error_msg: 'The client CIDR block conflicts with the VPC route 172.16.0.0/16.',
    })
    await create(page)
    await expect(page.getByRole('heading', { name: 'Network', level: 2 })).toBeVisible()
    await expect(page.getByText('conflicts with the VPC route 172.16.0.0/16').first()).toBeVisible()
    await expect(cidr(page)).not.toHaveValue('')
  })

  test('a lost answer builds no second server', async ({ page, cloud }) => {
    const gateway = seedGateway(cloud)
    await page.goto(wizard(cloud, gateway))
    await toSignIn(page)
    await next(page, 'Certificates')
    await next(page, 'Protocol')
    await review(page)
    cloud.fail({ operation: 'createVpnServer', drop: 'after' })
    await create(page)
    await expect(page.getByRole('heading', { name: 'VPN server of p2c-nice', exact: true, level: 1 })).toBeVisible({
      timeout: 30_000,
    })
  })

  test('routes that may not be read are typed, and blocks are checked against them', async ({ page, cloud }) => {
    cloud.fail({ operation: 'listRouteTables', times: 0, status: 403, error_code: 'VPC.0010', error_msg: 'Denied.' })
    await page.goto(wizard(cloud, seedGateway(cloud)))
    await chooseSubnet(page, /subnet-files/)
    await page.getByRole('textbox', { name: /^Routes of the VPC/ }).fill('10.9.0.0/16')
    await cidr(page).fill('10.9.8.0/22')
    await expect(cidrCheck(page)).toContainText('It overlaps 10.9.0.0/16, which the VPC has a route to.')
    await nextButton(page).click()
    await expect(page.getByRole('heading', { name: 'Network', level: 2 })).toBeVisible()
    await page.getByRole('button', { name: 'Suggest a free block' }).click()
    await next(page, 'Sign-in of users')
  })
})

test.describe('other ways to sign in', () => {
  test('certificates: each wrong CA is answered beside it, the right one is read by the cloud', async ({
    page,
    cloud,
  }) => {
    const now = Date.now()
    const authority = createAuthority('CN=ca-nice', now)
    const ca = (index: number) => page.getByRole('textbox', { name: `Client CA ${index}`, exact: true })
    const part = (index: number) => page.getByRole('region', { name: `Client CA ${index}` })
    await page.goto(wizard(cloud, seedGateway(cloud)))
    await toSignIn(page)
    await page.getByRole('radio', { name: 'Certificate', exact: true }).check()
    await next(page, 'Certificates')
    await nextButton(page).click()
    await expect(page.getByText('Certificate authentication needs at least one client CA.').first()).toBeVisible()

    const leaf = authority.issue('client', 'CN=client', 'client.example.com').certificate
    const answers: [text: string, words: RegExp][] = [
      ['hello', /This is no certificate in PEM form/],
      [leaf, /This is no CA/],
      [createAuthority('CN=ca-old', now - 40 * yearMs).certificate, /This CA has expired/],
      [createAuthority('CN=ca-new', now + 2 * yearMs).certificate, /This CA is not valid yet/],
    ]
    for (const [text, words] of answers) {
      await ca(1).fill(text)
      await nextButton(page).click()
      await expect(part(1)).toContainText(words)
      await expect(page.getByRole('heading', { name: 'Certificates', level: 2 })).toBeVisible()
    }

    await ca(1).fill(`${authority.certificate}${authority.private_key}`)
    await expect(part(1)).toContainText('The private key was left out')
    await expect(part(1)).toContainText('The cloud takes this CA')
    await expect(part(1)).toContainText('ca-nice')

    await page.getByRole('button', { name: 'Add a client CA' }).click()
    await ca(2).fill(authority.certificate)
    await nextButton(page).click()
    await expect(part(2)).toContainText('This is the same CA as number 1.')
    await page.getByRole('button', { name: 'Remove client CA 2' }).click()
    expect(await violations(page)).toEqual([])

    await page.getByRole('radio', { name: 'From the certificate service' }).check()
    await page.getByRole('button', { name: /^Server certificate (?!.*enter an id)/ }).click()
    await expect(page.getByRole('option', { name: /vpn-server-old/ })).toHaveAttribute('aria-disabled', 'true')
    await page.getByRole('option', { name: /^vpn-server-office/ }).click()
    await next(page, 'Protocol')
    await review(page)
    await create(page)
    await expect(page.getByRole('heading', { name: 'VPN server of p2c-nice', exact: true, level: 1 })).toBeVisible()
    await expect(page.getByText('vpn-server-office').first()).toBeVisible()
    // The service keeps no users there.
    await expect(page.getByRole('tab', { name: 'Users' })).toHaveCount(0)
    await expect(page.getByRole('tab', { name: 'Client CAs' })).toBeVisible()
  })

  test('an identity provider is picked from those of the account', async ({ page, cloud }) => {
    await page.goto(wizard(cloud, seedGateway(cloud)))
    await toSignIn(page)
    await page.getByRole('radio', { name: 'Identity provider' }).check()
    await nextButton(page).click()
    await expect(page.getByText('Choose the identity provider that people sign in with.').first()).toBeVisible()
    await choose(page, 'Identity provider', /idp-partners/)
    await next(page, 'Certificates')
    await next(page, 'Protocol')
    await review(page)
    await create(page)
    await expect(page.getByRole('heading', { name: 'VPN server of p2c-nice', exact: true, level: 1 })).toBeVisible()
    await expect(page.getByText('idp-partners')).toBeVisible()
  })
})

test.describe('an edit', () => {
  const seedServer = (cloud: TestCloud, server: object) => {
    const ids = cloud.seed({
      p2c_gateways: [
        { name: 'p2c-nice', max_connection_number: 100, server: { client_cidr: '172.16.0.0/21', ...server } },
      ],
    })
    return { cloudId: cloud.id, serverId: ids.vpn_servers[0] ?? '' }
  }
  const save = (page: Page) => page.getByRole('button', { name: 'Save the server of p2c-nice' })

  test('says what it means for clients, and sends only what was changed', async ({ page, cloud }) => {
    const users = [{ name: 'nice.01', password: 'Harbour-first-41', static_ip: '172.16.4.5' }]
    const at = seedServer(cloud, { users })
    cloud.control.connectUser(cloud.projectId, at.serverId, 'nice.01')
    await page.goto(paths.vpnServer(at))
    await page.getByRole('link', { name: 'Edit', exact: true }).click()
    await expect(save(page)).toHaveAccessibleDescription(/Nothing is changed yet/)
    await cidr(page).fill('172.16.0.0/22')
    await page.getByRole('radio', { name: 'TCP 1194' }).check()
    const effects = page.getByText('What it means for the clients').locator('xpath=ancestor::*[@role][1] | ..')
    await expect(effects.first()).toBeVisible()
    await expect(page.getByText(/1 client is online/)).toBeVisible()
    await expect(page.getByText(/1 user has a static IP outside 172\.16\.0\.0\/22/)).toBeVisible()
    await expect(page.getByText(/New profiles are needed because of the client CIDR and port/)).toBeVisible()
    await save(page).click()
    await expect(page.getByRole('heading', { name: 'VPN server of p2c-nice', exact: true, level: 1 })).toBeVisible()
    await expect(page.getByText('172.16.0.0/22')).toBeVisible()
    await expect(word(page, 'Running')).toBeVisible({ timeout: 20_000 })
    expect(cloud.callsOf('updateVpnServer')).toBe(1)
  })

  test('a sign-in that still has users or lacks a CA is refused in words', async ({ page, cloud }) => {
    const users = [{ name: 'nice.01' }, { name: 'nice.02' }]
    const at = seedServer(cloud, { users, groups: [{ name: 'sales' }] })
    await page.goto(paths.vpnServerEdit(at))
    await page.getByRole('radio', { name: 'IAM' }).check()
    await save(page).click()
    await expect(page.getByText(/The server has 2 users and 1 user group/).first()).toBeVisible()
    await expect(page.getByRole('link', { name: 'users', exact: true })).toHaveAttribute('href', /tab=users/)
    await page.getByRole('radio', { name: 'Certificate', exact: true }).check()
    await expect(page.getByRole('link', { name: 'client CAs' })).toHaveAttribute('href', /tab=client-cas/)
    expect(cloud.callsOf('updateVpnServer')).toBe(0)
  })

  test('an empty server moves to certificates only with a CA', async ({ page, cloud }) => {
    const at = seedServer(cloud, {})
    await page.goto(paths.vpnServerEdit(at))
    await page.getByRole('radio', { name: 'Certificate', exact: true }).check()
    await save(page).click()
    await expect(page.getByText('Import a client CA first.').first()).toBeVisible()
    await page.getByRole('radio', { name: 'IAM' }).check()
    await save(page).click()
    await expect(page.getByRole('heading', { name: 'VPN server of p2c-nice', exact: true, level: 1 })).toBeVisible()
    await expect(page.getByRole('tab', { name: 'Users' })).toHaveCount(0)
  })
})

test.describe('the list', () => {
  test.use({ estate: 'demo' })

  test('shows servers by their gateways, with what matters', async ({ page, cloud }) => {
    await page.goto(paths.vpnServers({ cloudId: cloud.id }))
    const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
    await expect(row('p2c-paris')).toContainText('240')
    await expect(row('p2c-paris')).toContainText('Password')
    await expect(row('p2c-lyon')).toContainText('Certificate')
    await expect(row('p2c-lyon')).toContainText('Not kept here')
    await expect(row('p2c-lyon')).toContainText(/1[12] days left/)
    await page.getByRole('button', { name: 'Actions for p2c-paris' }).click()
    await page.getByRole('menuitem', { name: 'Delete with its gateway' }).click()
    await expect(page).toHaveURL(/p2c-gateways\//)
  })

  test('works for a person who may not see the gateways, and says so where there is no such service', async ({
    page,
    cloud,
  }) => {
    cloud.fail({ operation: 'showP2cVgw', times: 0, status: 403, error_code: 'VPN.0003', error_msg: 'Denied.' })
    cloud.fail({ operation: 'listP2cVgws', times: 0, status: 403, error_code: 'VPN.0003', error_msg: 'Denied.' })
    await page.goto(paths.vpnServer({ cloudId: cloud.id, serverId: '3f7e48ca-cd3c-4ce2-a277-674382ce44ea' }))
    await expect(page.getByRole('heading', { name: /^VPN server of \d/, level: 1 })).toBeVisible()
    await page.goto(paths.vpnServer({ cloudId: cloud.id, serverId: 'no-such-server' }))
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/not here|not found|no such|There is/i)
    cloud.control.setMissing(cloud.projectId, ['listVpnServersByProject'])
    await page.goto(paths.vpnServers({ cloudId: cloud.id }))
    await expect(page.getByText('This region offers no Point-to-Cloud VPN')).toBeVisible()
  })
})
