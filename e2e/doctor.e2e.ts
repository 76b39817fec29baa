import type { Locator } from '@playwright/test'
import { paths } from '../apps/web/src/paths.ts'
import { violations } from './axe.ts'
import { expect, signIn, test, type Page, type TestCloud } from './fixtures.ts'

const tab = (cloud: TestCloud, connectionId: string, name: string) =>
  `${paths.vpnConnection({ cloudId: cloud.id, connectionId })}?tab=${name}`

/** A tunnel between gw-paris, whose databases have a route table of their own, and cgw-lyon. */
const seedTunnel = (cloud: TestCloud, more: object = {}): string => {
  const { connections } = cloud.seed({
    gateways: [{ name: 'gw-paris', local_subnets: ['192.168.0.0/24', '192.168.1.0/24'] }],
    customer_gateways: [{ name: 'cgw-lyon', id_value: '198.51.100.7' }],
    connections: [{ name: 'paris-lyon', gateway: 'gw-paris', customer_gateway: 'cgw-lyon', ...more }],
  })
  return connections[0] ?? ''
}

/** One finding of the report, by its title. */
const finding = (page: Page, title: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: title }) })

const examine = async (page: Page) => {
  await page.getByRole('button', { name: 'Examine paris-lyon', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: /^Passed/ })).toBeVisible()
}

test.describe('the connection doctor', () => {
  test('finds what keeps a tunnel down, and leads to the field that mends it', async ({ page, cloud }) => {
    const id = seedTunnel(cloud, {
      ikepolicy: { dh_group: 'group2' },
      tunnel: { state: 'down', reason: 'responder dh mismatch' },
    })
    cloud.advance('2m')
    await page.goto(tab(cloud, id, 'doctor'))
    await examine(page)
    // What failed comes first.
    await expect(page.getByRole('tabpanel').getByRole('heading', { level: 2 }).nth(1)).toContainText('Failed')
    await expect(finding(page, 'The tunnel is connected')).toContainText('paris-lyon is not connected.')
    await expect(finding(page, 'Nothing failed in the last day')).toContainText('responder dh mismatch')
    await expect(finding(page, 'The local subnets use the default route table')).toContainText('subnet-databases')
    await expect(finding(page, 'A second tunnel can take over')).toContainText('paris-lyon has no pair')
    await expect(finding(page, 'The IKE algorithms are valid and strong')).toContainText('group2 counts as weak')

    await test.step('what passed is folded away, and can be opened', async () => {
      await expect(finding(page, 'The VPN gateway runs')).toBeHidden()
      await page.getByRole('button', { name: /^Passed/ }).click()
      await expect(finding(page, 'The VPN gateway runs')).toContainText('gw-paris is running.')
    })

    await test.step('the report is still there after a look at another tab', async () => {
      await page.getByRole('tab', { name: 'Overview' }).click()
      await page.getByRole('tab', { name: 'Doctor' }).click()
      await expect(finding(page, 'Nothing failed in the last day')).toBeVisible()
    })

    await finding(page, 'Nothing failed in the last day').getByRole('link', { name: 'DH group of paris-lyon' }).click()
    await expect(page).toHaveURL(/\/edit\?field=ikepolicy\.dh_group$/)
    await expect(page.getByRole('heading', { level: 1, name: /paris-lyon/ })).toBeVisible()
  })

  test('says what it could not read, and goes on', async ({ page, cloud }) => {
    const id = seedTunnel(cloud)
    cloud.fail({
      operation: 'listRouteTables',
      times: 0,
      status: 403,
      error_code: 'VPC.0010',
      error_msg: 'The role of the key does not allow vpc:routeTables:get.',
    })
    cloud.control.setMissing(cloud.projectId, ['listConnectionIpsecSa'])
    await page.goto(tab(cloud, id, 'doctor'))
    await examine(page)
    const denied = finding(page, 'The local subnets use the default route table')
    await expect(denied).toContainText(
      'a permission is missing. The role of the key does not allow vpc:routeTables:get.',
    )
    const missing = finding(page, 'Every subnet pair is up, and packets come back')
    await expect(missing).toContainText('this region does not offer the call')
    await expect(page.getByRole('heading', { level: 2, name: 'Could not check (5)' })).toBeVisible()
    await expect(page.getByRole('tab', { name: 'Doctor' })).toBeVisible()
    await expect(page.getByRole('tab', { name: 'Subnet pairs' })).toBeHidden()
  })

  test('shows how far it is, and can be stopped', async ({ page, cloud }) => {
    const id = seedTunnel(cloud)
    await page.goto(tab(cloud, id, 'doctor'))
    cloud.fail({ operation: 'showQuotasInfo', times: 0, latency_ms: 60_000 })
    await page.getByRole('button', { name: 'Examine paris-lyon', exact: true }).click()
    await expect(page.getByText('14 of 15 read')).toBeVisible()
    await page.getByRole('button', { name: 'Stop examining' }).click()
    await expect(page.getByText('Stopped after 14 of 15 readings. There is no report.')).toBeVisible()
    cloud.control.clearFaults(cloud.projectId)
    await examine(page)
  })

  test('gives a report to copy, and a link under which others find it', async ({
    page,
    cloud,
    context,
    browser,
    house,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const id = seedTunnel(cloud, { peer_subnets: ['192.168.1.0/25'] })
    await page.goto(tab(cloud, id, 'doctor'))
    await examine(page)
    await page.getByRole('button', { name: 'Copy as text' }).click()
    await expect(page.getByText('Copied', { exact: true })).toBeVisible()
    const text = await page.evaluate(() => navigator.clipboard.readText())
    expect(text).toContain('# Connection doctor: paris-lyon')
    expect(text).toContain('192.168.1.0/25 lies in 192.168.1.0/24 of gw-paris')
    expect(text).not.toContain('Seeded-key-1')

    await page.getByRole('button', { name: 'Share by link' }).click()
    const link = page.getByRole('link', { name: /\/doctor-reports\// })
    const url = await link.textContent()

    await test.step('another person signs in and opens it', async () => {
      const elsewhere = await browser.newContext()
      await elsewhere.addCookies(await signIn(house.url))
      const theirs = await elsewhere.newPage()
      await theirs.goto(url ?? '')
      await expect(theirs.getByRole('heading', { level: 1, name: 'Doctor report on paris-lyon' })).toBeVisible()
      await expect(theirs.getByText(/gw-paris to cgw-lyon, examined .* by admin/)).toBeVisible()
      await expect(finding(theirs, 'Both sides use different addresses')).toContainText('192.168.1.0/25')
      expect(await violations(theirs)).toEqual([])
      await theirs.getByRole('link', { name: 'Examine again' }).click()
      await expect(theirs.getByRole('button', { name: 'Examine paris-lyon again' })).toBeVisible()
      await expect(theirs).toHaveURL(/\?tab=doctor$/)
      await elsewhere.close()
    })

    await page.goto(paths.doctorReport({ cloudId: cloud.id, reportId: 'nothing-here' }))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address')
  })
})

test.describe('the subnet pairs', () => {
  const rules = [
    { source: '192.168.0.0/24', destination: ['10.1.0.0/24', '10.2.0.0/24'] },
    { source: '192.168.1.0/24', destination: ['10.3.0.0/24'] },
  ]
  const policy = {
    style: 'policy',
    policy_rules: rules,
    peer_subnets: ['10.1.0.0/24', '10.2.0.0/24', '10.3.0.0/24'],
  }
  const matrix = (page: Page) => page.getByRole('table', { name: 'Matrix of the subnet pairs of paris-lyon' })

  test('stand as sources against destinations, and what gets nothing back stands out', async ({ page, cloud }) => {
    const id = seedTunnel(cloud, policy)
    cloud.control.setTunnel(cloud.projectId, id, { state: 'up', one_way: ['10.2.0.0/24'] })
    cloud.advance('30m')
    await page.goto(tab(cloud, id, 'subnet-pairs'))
    const row = matrix(page)
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: '192.168.0.0/24' }) })
    await expect(row).toContainText('Packets both ways')
    await expect(row).toContainText('Sent but nothing back')
    await expect(row).toContainText('Not expected')
    await expect(
      page.getByText('1 pair where packets are sent and nothing comes back; 2 of 3 pairs in order.'),
    ).toBeVisible()

    await test.step('as a table, with counters', async () => {
      await page.getByRole('button', { name: 'Table' }).click()
      const silent = page.getByRole('row').filter({ hasText: '10.2.0.0/24' })
      await expect(silent).toContainText('Sent but nothing back')
      await expect(page).toHaveURL(/view=table/)
    })

    await test.step('and is followed without a reload', async () => {
      cloud.control.setTunnel(cloud.projectId, id, { state: 'down', reason: 'dpd timeout' })
      await page.getByRole('button', { name: 'Refresh paris-lyon' }).click()
      await expect(page.getByText('The tunnel is not connected, so no pair is up.')).toBeVisible({ timeout: 30_000 })
    })
  })

  test('that are missing or that nobody asked for are named', async ({ page, cloud }) => {
    const id = seedTunnel(cloud, policy)
    const sa = (number: number, source_ip_cidr: string, dest_ip_cidr: string) => ({
      id: `sa-${number}`,
      source_ip_cidr,
      dest_ip_cidr,
      packets_sent: 5,
      packets_recv: 5,
      traffic_sent: 500,
      traffic_recv: 500,
      collected_at: '2026-01-01T10:00:00Z',
    })
    const sa_infos = [
      sa(1, '192.168.0.0/24', '10.1.0.0/24'),
      sa(2, '192.168.1.0/24', '10.3.0.0/24'),
      sa(3, '192.168.9.0/24', '10.1.0.0/24'),
    ]
    cloud.fail({ operation: 'listConnectionIpsecSa', times: 0, status: 200, body: JSON.stringify({ sa_infos }) })
    await page.goto(tab(cloud, id, 'subnet-pairs'))
    await expect(page.getByText('1 pair missing, 1 pair that nobody asked for; 2 of 4 pairs in order.')).toBeVisible()
    const row = (source: string) =>
      matrix(page)
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: source }) })
    await expect(row('192.168.0.0/24')).toContainText('Missing')
    await expect(row('192.168.9.0/24')).toContainText('Unexpected')
  })

  test('where routes decide are one of everything, and it is said why', async ({ page, cloud }) => {
    const id = seedTunnel(cloud)
    cloud.advance('10m')
    await page.goto(tab(cloud, id, 'subnet-pairs'))
    await expect(page.getByText('Routes decide what enters the tunnel')).toBeVisible()
    await expect(matrix(page)).toContainText('0.0.0.0/0')
  })

  test('are no tab where the region lacks the call', async ({ page, cloud }) => {
    const id = seedTunnel(cloud)
    cloud.control.setMissing(cloud.projectId, ['listConnectionIpsecSa'])
    await page.goto(tab(cloud, id, 'subnet-pairs'))
    await expect(page.getByRole('tab', { name: 'Overview' })).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('tab', { name: 'Subnet pairs' })).toBeHidden()
  })
})

test.describe('the route table', () => {
  test.use({ estate: 'demo' })
  const gatewayId = '66ddeacb-demo-a8df-va86-9a414b5bd7d5'
  const routes = (cloud: TestCloud) => `${paths.vpnGateway({ cloudId: cloud.id, gatewayId })}?tab=routes`
  const field = (page: Page) => page.getByLabel('Address or prefix to find the way to')
  const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('rowheader') })

  test('tells which route carries an address, and what the next hop is', async ({ page, cloud }) => {
    await page.goto(routes(cloud))
    // One of those that the device always announces.
    const lyon = rows(page).filter({ hasText: 'vpn-frankfurt-lyon-1' }).filter({ hasText: '172.' }).first()
    await expect(lyon).toContainText('65010')
    const destination = await lyon.getByRole('rowheader').textContent()
    const inside = (destination ?? '').replace(/\.0\/20$/, '.77')
    await field(page).fill(inside)
    await expect(page.getByText(`${inside} takes ${destination ?? ''}, by 2 next hops alike`)).toBeVisible()
    await expect(rows(page)).toHaveCount(2)
    await expect(rows(page).first()).toContainText('Decides')
    await expect(page).toHaveURL(new RegExp(`address=${inside.replaceAll('.', '\\.')}`))

    await field(page).fill('172.16.0.0/12')
    await expect(
      page.getByText(/^No route carries all of 172\.16\.0\.0\/12\. \d+ routes inside it carry a part\.$/),
    ).toBeVisible()
    await field(page).fill('2001:db8::1')
    await expect(page.getByText('No route leads to 2001:db8::1.').first()).toBeVisible()

    await test.step('a next hop is a link to the thing', async () => {
      await page.getByRole('button', { name: 'Show all routes' }).click()
      await page.getByRole('link', { name: 'er-branches' }).first().click()
      await expect(page.getByRole('rowheader', { name: 'gw-frankfurt' })).toBeVisible()
      await expect(page.getByRole('rowheader', { name: 'gw-paris' })).toBeHidden()
      await page.goBack()
      await page.getByRole('link', { name: 'vpn-frankfurt-lyon-1' }).first().click()
      await expect(page.getByRole('heading', { level: 1, name: 'vpn-frankfurt-lyon-1' })).toBeVisible()
    })
  })

  test('answers a prefix that is none in words beside the field', async ({ page, cloud }) => {
    await page.goto(routes(cloud))
    await expect(rows(page).first()).toBeVisible()
    const all = await rows(page).count()
    const answers: [typed: string, words: string][] = [
      ['300.1.1.1', '300 is no part of an IPv4 address: each is 0 to 255.'],
      ['lyon', 'lyon is no address and no prefix.'],
      ['10.0.0.0/40', '/40 is no length: an IPv4 prefix has a length from /0 to /32.'],
      ['10.1.2.3/8', '10.1.2.3/8 is no prefix: bits are set behind its first 8.'],
    ]
    for (const [typed, words] of answers) {
      await field(page).fill(typed)
      await expect(page.getByRole('tabpanel').getByText(words)).toBeVisible()
      await expect(field(page)).toHaveAttribute('aria-invalid', 'true')
      await expect(rows(page)).toHaveCount(all)
    }
    await page.getByRole('button', { name: 'Use 10.0.0.0/8' }).click()
    await expect(field(page)).toHaveValue('10.0.0.0/8')
    await field(page).fill('10.1.')
    await expect(page.getByText('An IPv4 address has four parts, such as 10.1.2.3.')).toBeVisible()
    await expect(field(page)).not.toHaveAttribute('aria-invalid', 'true')
  })

  test('marks what is withdrawn without moving a row', async ({ page, cloud }) => {
    await page.goto(routes(cloud))
    const graz = rows(page).filter({ hasText: 'vpn-frankfurt-graz-1' })
    await expect(graz.first()).toBeVisible()
    const before = await rows(page).getByRole('rowheader').allTextContents()
    const href = await graz.first().getByRole('link').getAttribute('href')
    const id = href?.split('/').at(-1) ?? ''
    cloud.control.setTunnel(cloud.projectId, id, { state: 'down', reason: 'dpd timeout' })
    await page.getByRole('button', { name: 'Refresh gw-frankfurt' }).click()
    await expect(graz.first()).toContainText('Withdrawn')
    expect((await rows(page).getByRole('rowheader').allTextContents()).slice(0, before.length)).toEqual(before)
    await page.getByRole('button', { name: 'Clear the marks' }).click()
    await expect(graz).toHaveCount(0)
  })
})
