import { readFile } from 'node:fs/promises'
import type { Page } from './fixtures.ts'
import { paths } from '../apps/web/src/paths.ts'
import { violations } from './axe.ts'
import { expect, test, type TestCloud } from './fixtures.ts'
import { word } from './wizards.ts'

// At the cloud's own pace nothing happens but what a test lets happen.
test.use({ speed: 1 })
test.describe.configure({ timeout: 180_000 })

/** A pair of tunnels between Paris and Lyon. */
const seedPair = (cloud: TestCloud) => {
  const { connections } = cloud.seed({
    gateways: [{ name: 'gw-paris' }],
    customer_gateways: [{ name: 'cgw-lyon', id_value: '198.51.100.7' }],
    connections: [
      { name: 'paris-lyon-1', gateway: 'gw-paris', customer_gateway: 'cgw-lyon', eip: 1 },
      { name: 'paris-lyon-2', gateway: 'gw-paris', customer_gateway: 'cgw-lyon', eip: 2 },
    ],
  })
  const [first = '', second = ''] = connections
  const down = (reason: string, wants?: Record<string, string>) =>
    cloud.control.setTunnel(cloud.projectId, first, { state: 'down', reason, ...(wants && { wants }) })
  return { first, second, down, at: { cloudId: cloud.id, connectionId: first } }
}

const lines = (page: Page) =>
  page
    .getByRole('table', { name: /^Log of|^Lines of/ })
    .locator('tbody')
    .getByRole('row')
const layer = (page: Page, tunnel: string, title: string) =>
  page
    .getByRole('list', { name: `Layers of ${tunnel}` })
    .getByRole('listitem')
    .filter({ has: page.getByText(title, { exact: true }) })

test.describe('at ten times the pace', () => {
  test.use({ speed: 10 })

  test('a failing tunnel leads to its cause, to the field, and comes up again', async ({ page, cloud }) => {
    const { at, down } = seedPair(cloud)
    cloud.advance('10m')
    down('responder dh mismatch', { 'ikepolicy.dh_group': 'group20' })
    cloud.advance('2m')

    await page.goto(paths.vpnConnection(at))
    await expect(layer(page, 'paris-lyon-1', 'IKE (phase 1)')).toContainText('Down')
    await expect(layer(page, 'paris-lyon-1', 'IPsec (phase 2)')).toContainText('Waits for IKE')
    await expect(layer(page, 'paris-lyon-2', 'IKE (phase 1)')).toContainText('Up')
    await expect(layer(page, 'paris-lyon-2', 'Routes')).toContainText('installed')

    await page.getByRole('button', { name: 'Explain IKE' }).click()
    const why = page.getByRole('region', { name: 'Why IKE (phase 1) of paris-lyon-1 fails' })
    await expect(why).toBeFocused()
    await expect(why).toContainText('different Diffie-Hellman groups')
    await expect(why).toContainText('On the customer device')
    await expect(why.getByRole('row', { name: /DH group/ })).toContainText('Group 15')
    expect(await violations(page)).toEqual([])

    await why.getByRole('link', { name: 'Change DH group' }).click()
    const field = page.getByRole('button', { name: /DH group/ })
    await expect(field).toBeFocused()
    await expect(field).toBeInViewport()
    await field.click()
    await page.getByRole('option', { name: 'Group 20' }).click()
    await page.getByRole('button', { name: 'Save paris-lyon-1' }).click()
    await expect(word(page, 'Connected').first()).toBeVisible({ timeout: 40_000 })
    await expect(layer(page, 'paris-lyon-1', 'IKE (phase 1)')).toContainText('Up', { timeout: 40_000 })
  })
})

test('a field of the URL that the form does not have is ignored', async ({ page, cloud }) => {
  const { at } = seedPair(cloud)
  await page.goto(`${paths.vpnConnectionEdit(at)}?field=ikepolicy.nonsense%22]`)
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Edit paris-lyon-1')
})

test('the log of a pair is narrowed down by reason, text, tunnel and time, and the URL keeps it', async ({
  page,
  cloud,
}) => {
  const { at, down } = seedPair(cloud)
  cloud.advance('1h')
  down('authentication fail')
  cloud.advance('20m')
  down('phase2 proposal or pfs mismatch')
  cloud.advance('20m')
  await page.goto(`${paths.vpnConnection(at)}?tab=logs`)
  await expect(lines(page).first()).toContainText('paris-lyon-1', { timeout: 40_000 })

  await test.step('by reasons, several at once', async () => {
    await page.getByRole('button', { name: /^authentication fail/ }).click()
    await expect(lines(page).filter({ hasText: 'phase2 proposal' })).toHaveCount(0)
    await expect(lines(page).first()).toContainText('authentication fail')
    await page.getByRole('button', { name: /^phase2 proposal or pfs mismatch/ }).click()
    await expect(lines(page).first()).toContainText('phase2 proposal')
    await page.reload()
    await expect(page.getByRole('button', { name: /^authentication fail/ })).toHaveAttribute('aria-pressed', 'true')
    await expect(lines(page).filter({ hasText: 'established' })).toHaveCount(0)
    await page.getByRole('button', { name: /^authentication fail/ }).click()
    await page.getByRole('button', { name: /^phase2 proposal or pfs mismatch/ }).click()
  })

  await test.step('by event and tunnel', async () => {
    await page.getByRole('button', { name: /^Established/ }).click()
    await expect(lines(page).filter({ hasText: 'paris-lyon-1' }).first()).toBeVisible()
    await expect(lines(page).filter({ hasText: 'paris-lyon-2' }).first()).toBeVisible()
    await page.getByRole('button', { name: /^paris-lyon-2/ }).click()
    await expect(lines(page).first()).toContainText('established')
    await expect(lines(page).filter({ hasText: 'paris-lyon-1' })).toHaveCount(0)
    await page.getByRole('button', { name: /^Established/ }).click()
    await page.getByRole('button', { name: /^paris-lyon-2/ }).click()
  })

  await test.step('by a prefix that holds the peer, and by one that does not', async () => {
    const find = page.getByRole('searchbox', { name: 'Find in the lines' })
    await find.fill('198.51.100.0/24')
    await expect(lines(page).first()).toContainText('198.51.100.7')
    await find.fill('203.0.113.0/24')
    await expect(page.getByText('No line matches')).toBeVisible()
    await page.getByRole('button', { name: 'Clear the filter' }).click()
    await expect(find).toHaveValue('')
  })

  await test.step('by the time span, with the keyboard and with the pointer', async () => {
    const start = page.getByRole('slider', { name: 'Start of the time span' })
    const all = await start.getAttribute('aria-valuetext')
    await start.press('ArrowRight')
    await expect(start).not.toHaveAttribute('aria-valuetext', all ?? '')
    await expect(page).toHaveURL(/from=.*&to=/)
    await page.getByRole('button', { name: 'Show the whole time' }).click()
    await expect(page).not.toHaveURL(/from=/)

    const plot = page.getByRole('img', { name: /lines from .* of them failures/ })
    const box = await plot.boundingBox()
    if (!box) throw new Error('The histogram is not drawn.')
    await page.mouse.move(box.x + box.width * 0.9, box.y + 20)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.99, box.y + 20, { steps: 5 })
    await page.mouse.up()
    await expect(page).toHaveURL(/from=.*&to=/)
    await expect(lines(page).filter({ hasText: 'phase2 proposal' }).first()).toBeVisible()
    await expect(page.getByRole('button', { name: /^authentication fail/ })).toHaveCount(0)
    await expect(page.getByLabel('From', { exact: true })).not.toHaveValue('')
  })
  expect(await violations(page)).toEqual([])
})

test('what is filtered is exported: as CSV, as JSON lines and raw', async ({ page, cloud }) => {
  const { at, down } = seedPair(cloud)
  cloud.advance('10m')
  down('version mismatch')
  cloud.advance('5m')
  await page.goto(`${paths.vpnConnection(at)}?tab=logs&reason=version+mismatch`)
  await expect(lines(page).first()).toContainText('version mismatch')
  const shown = await lines(page).count()
  const saved = async (format: string) => {
    await page.getByRole('button', { name: 'Export' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: format }).click()
    return readFile(await (await download).path(), 'utf8')
  }
  const csv = (await saved('CSV')).trimEnd().split('\r\n')
  expect(csv).toHaveLength(shown + 1)
  expect(csv[0]).toBe(
    'Time,Connection,Connection id,Kind,Event,Reason,Peer,Gateway address,Node,Process,Process id,Line',
  )
  expect(csv[1]).toContain('paris-lyon-1')
  const json = (await saved('JSON lines')).trimEnd().split('\n')
  expect(json).toHaveLength(shown)
  expect(JSON.parse(json[0] ?? '')).toMatchObject({ reason: 'version mismatch', peer: '198.51.100.7', kind: 'failed' })
  const raw = (await saved('Raw lines')).trimEnd().split('\n')
  expect(raw).toHaveLength(shown)
  expect(raw[0]).toMatch(/^\d{4}-.* host-.* ipsec_ike\[\d+\]: .*Reason=\[version mismatch\]/)
})

test('a line can be linked to, also when the cloud has long forgotten it', async ({ page, cloud, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { at, down } = seedPair(cloud)
  cloud.advance('10m')
  down('config ID mismatch')
  cloud.advance('1m')
  await page.goto(`${paths.vpnConnection(at)}?tab=logs&reason=config+ID+mismatch`)
  await lines(page).last().getByRole('radio').click()
  const detail = page.getByRole('region', { name: /^Line of/ })
  await expect(detail).toContainText('calls itself something')
  const raw = (await detail.locator('pre').textContent()) ?? ''
  await detail.getByRole('button', { name: 'Copy the raw line' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(raw)
  await detail.getByRole('button', { name: 'Copy the link to this line' }).click()
  const link = await page.evaluate(() => navigator.clipboard.readText())

  // Two days of failures are far more than 200 lines; the console looked at them in between.
  for (let part = 0; part < 6; part++) {
    cloud.advance('90m')
    await page.request.get(`/api/clouds/${cloud.id}/vpn/v5/-/vpn-connection/${at.connectionId}/log?part=${part}`)
    await page.goto(`${paths.vpnConnection(at)}?tab=logs`)
    await expect(lines(page).first()).toBeVisible()
  }
  await expect(page.getByText(/\(1,\d{3}\)/)).toBeVisible()

  await page.goto(link.replace(/reason=[^&]*&?/, ''))
  await expect(page.getByRole('region', { name: /^Line of/ })).toContainText(raw)
  const row = lines(page).filter({ has: page.getByRole('radio', { checked: true }) })
  await expect(row).toBeInViewport()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: /^Line of/ })).toHaveCount(0)
  await expect(page).not.toHaveURL(/line=/)
})

test('new lines come by themselves, and wait while somebody reads', async ({ page, cloud }) => {
  const { at, down } = seedPair(cloud)
  cloud.advance('10m')
  down('version mismatch')
  await page.goto(`${paths.vpnConnection(at)}?tab=logs`)
  await expect(lines(page).filter({ hasText: 'version mismatch' }).first()).toBeVisible()
  const before = await lines(page).count()
  cloud.advance('1m')
  await expect(page.getByText(/^\d+ new lines?$/)).toBeAttached({ timeout: 40_000 })
  await expect.poll(() => lines(page).count()).toBeGreaterThan(before)

  await lines(page).nth(1).getByRole('radio').click()
  const reading = await lines(page).count()
  cloud.advance('1m')
  const waiting = page.getByRole('button', { name: /^Show \d+ new lines?$/ })
  await expect(waiting).toBeVisible({ timeout: 40_000 })
  expect(await lines(page).count()).toBe(reading)
  await waiting.click()
  await expect.poll(() => lines(page).count()).toBeGreaterThan(reading)

  await page.getByRole('checkbox', { name: 'Live' }).uncheck()
  await expect(waiting).toHaveCount(0)
})

test('an unknown reason keeps its words and gets a next step', async ({ page, cloud }) => {
  const { at, down } = seedPair(cloud)
  cloud.advance('5m')
  down('quantum key drift')
  cloud.advance('1m')
  await page.goto(paths.vpnConnection(at))
  await expect(layer(page, 'paris-lyon-1', 'IKE (phase 1)')).toContainText('Not known')
  await page.getByRole('button', { name: 'Explain IKE' }).click()
  const why = page.getByRole('region', { name: /^Why IKE/ })
  await expect(why).toContainText('quantum key drift')
  await expect(why).toContainText('not documented')
  await expect(why).toContainText('open a ticket')
})

test('a line that fits no format is shown as it came', async ({ page, cloud }) => {
  const { at } = seedPair(cloud)
  cloud.advance('5m')
  const strange = 'kernel panic? <b>no</b> =HYPERLINK("x") 日本 Key=[va'
  cloud.control.addLogLine(cloud.projectId, at.connectionId, strange)
  await page.goto(`${paths.vpnConnection(at)}?tab=logs`)
  await page.getByRole('button', { name: /^Other/ }).click()
  await expect(lines(page)).toHaveCount(1)
  await expect(lines(page).first()).toContainText(strange)
  await lines(page).first().getByRole('radio').click()
  const detail = page.getByRole('region', { name: /^Line of/ })
  await expect(detail.locator('pre')).toHaveText(strange)
  await expect(detail).toContainText('fits none of the known formats')
})

test('IPsec stands and BGP does not: the layer is named, and what cannot be asked is not green', async ({
  page,
  cloud,
}) => {
  const { connections } = cloud.seed({
    gateways: [{ name: 'gw-paris' }],
    // Without an ASN no session is established.
    customer_gateways: [{ name: 'cgw-lyon', id_value: '198.51.100.7' }],
    connections: [{ name: 'paris-lyon', gateway: 'gw-paris', customer_gateway: 'cgw-lyon', style: 'bgp' }],
  })
  cloud.advance('5m')
  cloud.control.setMissing(cloud.projectId, ['listConnectionIpsecSa', 'showVpnGatewayRoutingTable'])
  await page.goto(paths.vpnConnection({ cloudId: cloud.id, connectionId: connections[0] ?? '' }))
  await expect(layer(page, 'paris-lyon', 'IPsec (phase 2)')).toContainText('Up')
  await expect(layer(page, 'paris-lyon', 'BGP')).toContainText('Idle')
  await expect(layer(page, 'paris-lyon', 'Routes')).toContainText('This region does not offer the route table')
  await page.getByRole('button', { name: 'Explain BGP' }).click()
  const why = page.getByRole('region', { name: /^Why BGP/ })
  await expect(why).toContainText('AS numbers')
  await why.getByRole('link', { name: 'Change Local tunnel address' }).click()
  await expect(page.getByRole('textbox', { name: /^Local tunnel address/ })).toBeFocused()
})

test('the logs of all connections are found by name, address and prefix', async ({ page, cloud }) => {
  const { at, down } = seedPair(cloud)
  const { connections } = cloud.seed({
    gateways: [{ name: 'gw-berlin' }],
    customer_gateways: [{ name: 'cgw-oslo', id_value: '203.0.113.9' }],
    connections: [{ name: 'berlin-oslo', gateway: 'gw-berlin', customer_gateway: 'cgw-oslo' }],
  })
  cloud.advance('10m')
  down('authentication fail')
  cloud.advance('2m')
  // What the console is shown, it keeps.
  for (const connectionId of [at.connectionId, connections[0] ?? '']) {
    await page.goto(`${paths.vpnConnection({ ...at, connectionId })}?tab=logs`)
    await expect(lines(page).first()).toBeVisible()
  }
  await page.goto(paths.logs({ cloudId: cloud.id }))
  await expect(page.getByText(/The console keeps lines since/)).toBeVisible()
  const find = page.getByRole('searchbox', { name: /^Find by name/ })
  for (const [wanted, other] of [
    ['berlin-oslo', 'paris-lyon'],
    ['cgw-oslo', 'paris-lyon'],
    ['203.0.113.0/24', 'paris-lyon'],
    ['198.51.100.7', 'berlin-oslo'],
    ['lyon', 'berlin-oslo'],
  ] as const) {
    await find.fill(wanted)
    await expect(lines(page).filter({ hasText: other })).toHaveCount(0)
    await expect(lines(page).first()).toBeVisible()
  }
  await page.getByRole('button', { name: /^authentication fail/ }).click()
  expect(await violations(page)).toEqual([])
  await lines(page).first().getByRole('radio').click()
  await page.getByRole('link', { name: /^Explain “authentication fail” for paris-lyon-1/ }).click()
  await expect(page.getByRole('region', { name: /^Line of/ })).toContainText('could not prove who it is')
})
