import { readFile } from 'node:fs/promises'
import { paths } from '../apps/web/src/paths.ts'
import { violations } from './axe.ts'
import { expect, test, type Page, type TestCloud } from './fixtures.ts'

const hour = 3_600_000
const parisId = 'b32d91a4-demo-a8df-va86-e907174eb11d'
const shanghaiId = '768b2790-ccc9-4257-91b3-e008747db9e6'

/** A pair of three days' age without monitor and NQA, whose second tunnel flaps. */
const seedPair = (cloud: TestCloud, more: object = {}) => {
  const at = Date.now() - 72 * hour
  const shared = { gateway: 'gw-nice', customer_gateway: 'cgw-toulon', at, ...more }
  const { gateways, connections } = cloud.seed({
    gateways: [{ name: 'gw-nice', at }],
    customer_gateways: [{ name: 'cgw-toulon', id_value: '203.0.113.7' }],
    connections: [
      { ...shared, name: 'nice-toulon-1', eip: 1 },
      {
        ...shared,
        name: 'nice-toulon-2',
        eip: 2,
        tunnel: { state: 'flap', reason: 'dpd timeout', up_for: '20m', down_for: '4m' },
        for_ms: 60 * hour,
      },
    ],
  })
  return { gatewayId: gateways[0] ?? '', first: connections[0] ?? '', second: connections[1] ?? '' }
}

const openMetrics = async (page: Page, cloud: TestCloud, connectionId: string, more = '') => {
  await page.goto(`${paths.vpnConnection({ cloudId: cloud.id, connectionId })}?tab=metrics${more}`)
  await expect(page.getByRole('heading', { name: 'Status over time' })).toBeVisible()
}

const chart = (page: Page, name: RegExp) => page.getByRole('slider', { name })

test.describe('metrics of a connection', () => {
  test('a range is chosen, kept in the URL, and moves every chart', async ({ page, cloud }) => {
    const { first } = seedPair(cloud)
    await openMetrics(page, cloud, first)
    await expect(page.getByText('One point for 5 minutes').first()).toBeVisible()
    await page.getByRole('button', { name: '7 d', exact: true }).click()
    await expect(page).toHaveURL(/range=7d/)
    await expect(page.getByText('One point for 1 hour').first()).toBeVisible()
    await page.reload()
    await expect(page.getByText('One point for 1 hour').first()).toBeVisible()
    await expect(chart(page, /^Traffic to the cloud of nice-toulon-1/)).toBeVisible()
  })

  test('a chart is read by keyboard, and has a table and an export behind it', async ({ page, cloud }) => {
    const { first } = seedPair(cloud)
    await openMetrics(page, cloud, first, '&range=1h')
    const traffic = chart(page, /^Traffic to the cloud of/)
    await traffic.focus()
    await traffic.press('ArrowLeft')
    await traffic.press('ArrowLeft')
    const spoken = /\d\d:\d\d\. nice-toulon-1: [\d.]+ [kMG]?bit\/s, nice-toulon-2: [\d.]+ [kMG]?bit\/s/
    await expect(traffic).toHaveAttribute('aria-valuetext', spoken)

    await page.getByRole('button', { name: 'Show as table: Traffic to the cloud' }).click()
    const table = page.getByRole('region', { name: 'Traffic to the cloud as a table' })
    await expect(table.getByRole('columnheader', { name: /nice-toulon-2/ })).toBeVisible()
    await expect(table.getByRole('row')).toHaveCount(61)

    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'CSV of Traffic to the cloud' }).click()
    const file = await downloading
    expect(file.suggestedFilename()).toBe('nice-toulon-1-traffic-to-1h.csv')
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
    expect(lines[0]).toBe('Time (UTC),nice-toulon-1 (bit/s),nice-toulon-2 (bit/s)')
    expect(lines).toHaveLength(61)
  })

  test('the status is told as uptime of what was measured, with its interruptions', async ({ page, cloud }) => {
    const { second } = seedPair(cloud)
    await openMetrics(page, cloud, second)
    const history = page.getByRole('region', { name: 'Status of nice-toulon-2', exact: true })
    await expect(history.getByText(/^(Connected|Not connected) for \d+ (s|min)$/)).toBeVisible()
    // Up for 20 of 24 minutes.
    await expect(history.getByText(/^8\d(\.\d+)? % connected$/).first()).toBeVisible()
    await expect(history.getByText(/^down for .* in all, \d+ times, \d min at most$/)).toBeVisible()
    // It is three days old, and what was before is not counted as up.
    await expect(history.getByText(/only \d+ % of the time is known/).first()).toBeVisible()

    const strip = page.getByRole('slider', { name: 'Status of nice-toulon-2, Last 24 h' })
    await strip.focus()
    await strip.press('Home')
    await strip.press('ArrowRight')
    await expect(strip).toHaveAttribute('aria-valuetext', /^(Connected|Not connected) .* to .*, \d+ min$/)

    await page.getByRole('button', { name: 'Show as table: status over time' }).click()
    const table = page.getByRole('region', { name: 'Status of nice-toulon-2 as a table' })
    await expect(table.getByRole('cell', { name: 'Not connected' }).first()).toBeVisible()
  })

  test('an empty chart leads to the switch that fills it', async ({ page, cloud }) => {
    const { first } = seedPair(cloud)
    await openMetrics(page, cloud, first)
    await expect(page.getByText('Not measured', { exact: true }).first()).toBeVisible()
    await expect(chart(page, /^Latency/)).toHaveCount(0)
    await expect(page.getByText(/NQA measures.*created without it/).first()).toBeVisible()
    await expect(page.getByRole('link', { name: 'Create a connection with NQA' }).first()).toHaveAttribute(
      'href',
      /vpn-connections\/new\?gateway=/,
    )
    await page.getByRole('link', { name: 'Create monitor for nice-toulon-1' }).first().click()
    await expect(page).toHaveURL(/tab=monitor/)
    await expect(page.getByRole('tab', { name: 'Monitor' })).toHaveAttribute('aria-selected', 'true')
  })

  test('with NQA the tunnel is measured, and each tunnel can be looked at alone', async ({ page, cloud }) => {
    const { first } = seedPair(cloud, { enable_nqa: true })
    await openMetrics(page, cloud, first)
    await expect(chart(page, /^Latency in the tunnel/)).toHaveAttribute('aria-valuetext', /nice-toulon-2, highest/)
    await page.getByRole('checkbox', { name: 'With nice-toulon-2' }).click()
    await expect(page).toHaveURL(/pair=off/)
    await expect(chart(page, /^Traffic of nice-toulon-1/)).toHaveAttribute(
      'aria-valuetext',
      /To the cloud: .*From the cloud/,
    )
    await expect(page.getByRole('region', { name: 'Status of nice-toulon-2' })).toHaveCount(0)
  })

  test('Cloud Eye failing is said once, in words, and tried again', async ({ page, cloud }) => {
    const { first } = seedPair(cloud)
    const refusal = { status: 403, error_code: 'ces.0015', error_msg: 'Policy does not allow it.' }
    cloud.fail({ operation: 'batchListMetricData', times: 0, ...refusal })
    await openMetrics(page, cloud, first)
    await expect(page.getByText('The cloud account may not read metrics')).toHaveCount(1)
    await expect(page.getByText(/needs the permission ces:metricData:list/)).toBeVisible()
    await expect(chart(page, /./)).toHaveCount(0)
    expect(await violations(page)).toEqual([])
    cloud.control.clearFaults(cloud.projectId)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(chart(page, /^Traffic to the cloud/)).toBeVisible()
  })

  test('a region without Cloud Eye is told apart', async ({ page, cloud }) => {
    const { first } = seedPair(cloud)
    const missing = { status: 404, error_code: 'APIG.0101', error_msg: 'The API does not exist.' }
    cloud.fail({ operation: 'batchListMetricData', times: 0, ...missing })
    await openMetrics(page, cloud, first)
    await expect(page.getByText('This region has no Cloud Eye here')).toBeVisible()
  })
})

test('a gateway shows its bandwidth beside the limit of its specification', async ({ page, cloud }) => {
  const { gatewayId } = seedPair(cloud)
  await page.goto(`${paths.vpnGateway({ cloudId: cloud.id, gatewayId })}?tab=metrics&range=3h`)
  await expect(chart(page, /^Bandwidth of gw-nice/)).toHaveAttribute('aria-valuetext', /To the cloud.*From the cloud/)
  await expect(page.getByText(/Professional1: 300 Mbit\/s/)).toBeVisible()
  await expect(chart(page, /^Bandwidth in use of/)).toHaveAttribute('aria-valuetext', /%/)
  await expect(chart(page, /^Connections of/)).toHaveAttribute('aria-valuetext', /Connections: 2 connections/)
})

test.describe('certificates', () => {
  test.use({ estate: 'demo' })

  const badge = (page: Page) =>
    page.getByRole('banner').getByRole('link', { name: /certificates? ends? within 30 days/ })

  test('the badge leads to all certificates, the one that ends first on top', async ({ page, cloud }) => {
    await page.goto(paths.vpnGateways({ cloudId: cloud.id }))
    await badge(page).click()
    await expect(page.getByRole('heading', { name: /^Certificates/, level: 1 })).toBeVisible()
    const rows = page.getByRole('table').getByRole('row')
    await expect(rows.nth(1)).toContainText(/Ended \d+ days ago/)
    await expect(rows.nth(2)).toContainText(/Ends in 8 days/)
    const signature = page.getByRole('row', { name: /cert-shanghai.*Gateway, signature/ })
    await expect(signature.getByText('16548506527294397241')).toBeVisible()
    await expect(signature.getByText('E5A81B02429D9B39')).toBeVisible()
    await expect(page.getByRole('row', { name: /vpn-server-office/ })).toContainText('Server')

    await page.getByRole('button', { name: 'Actions for cert-shanghai (Gateway, signature)' }).click()
    await page.getByRole('menuitem', { name: 'Show what the cloud says' }).click()
    await expect(page.getByRole('dialog')).toContainText('"certificate_expire_time"')
    await page.getByRole('button', { name: 'Close' }).click()

    await page.getByRole('button', { name: 'Actions for cert-shanghai (Gateway, signature)' }).click()
    await page.getByRole('menuitem', { name: 'Replace' }).click()
    await expect(page).toHaveURL(new RegExp(`${shanghaiId}\\?tab=certificate`))

    await page.goto(paths.certificates({ cloudId: cloud.id }))
    await page.getByRole('button', { name: /^Actions for CA of cgw-suzhou/ }).click()
    await page.getByRole('menuitem', { name: 'Replace' }).click()
    await expect(page).toHaveURL(/customer-gateways\/.*\/edit/)
  })

  test('a region without the newer list asks each gateway', async ({ page, cloud }) => {
    const missing = { status: 404, error_code: 'APIG.0101', error_msg: 'The API does not exist.' }
    cloud.fail({ operation: 'listVpnGatewayCertificates', times: 0, ...missing })
    await page.goto(paths.certificates({ cloudId: cloud.id }))
    await expect(page.getByRole('row', { name: /cert-shanghai.*Gateway, chain/ })).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  test('what one service keeps back is named, and the others are shown', async ({ page, cloud }) => {
    cloud.fail({
      operation: 'listCertificates',
      times: 0,
      status: 500,
      error_code: 'SCM.0001',
      error_msg: 'Out of order.',
    })
    await page.goto(paths.certificates({ cloudId: cloud.id }))
    await expect(page.getByText('The server certificates of the certificate service are missing here')).toBeVisible()
    await expect(page.getByRole('row', { name: /CA of cgw-suzhou/ })).toBeVisible()
    expect(await violations(page)).toEqual([])
    cloud.control.clearFaults(cloud.projectId)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('row', { name: /vpn-server-office/ })).toBeVisible()
  })

  test('an expired one counts, and one that cannot be read is shown as it came', async ({ page, cloud }) => {
    const certificate = {
      id: 'x1',
      name: 'cert-broken',
      vgw_id: shanghaiId,
      status: 'FAULT',
      certificate_expire_time: 'when it is over',
      certificate_serial_number: 'none at all',
      enc_certificate_expire_time: '2020-01-01T00:00:00Z',
      certificate_chain_expire_time: '2099-01-01T00:00:00Z',
    }
    const body = JSON.stringify({ vpn_gateway_certificates: [certificate] })
    cloud.fail({ operation: 'listVpnGatewayCertificates', times: 0, status: 200, body })
    await page.goto(paths.certificates({ cloudId: cloud.id }))
    await expect(page.getByRole('row', { name: /cert-broken.*Gateway, encryption/ })).toContainText(
      /Ended \d+ days ago/,
    )
    const unread = page.getByRole('row', { name: /cert-broken.*Gateway, signature/ })
    await expect(unread).toContainText('Could not be read')
    await expect(unread).toContainText('none at all')
    await unread.getByRole('button', { name: /^Actions for/ }).click()
    await page.getByRole('menuitem', { name: 'Show what the cloud says' }).click()
    await expect(page.getByRole('dialog')).toContainText('when it is over')
    await page.getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('banner').getByRole('link', { name: /1 has ended/ })).toBeVisible()
  })

  test('the list is exported with days and both serial numbers', async ({ page, cloud }) => {
    await page.goto(paths.certificates({ cloudId: cloud.id }))
    await expect(page.getByRole('row', { name: /CA of cgw-suzhou/ })).toBeVisible()
    await page.getByRole('button', { name: 'Export' }).click()
    const downloading = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'CSV' }).click()
    const csv = await readFile(await (await downloading).path(), 'utf8')
    expect(csv).toContain('cert-shanghai,8,"Gateway, signature",gw-shanghai,"16548506527294397241, E5A81B02429D9B39"')
  })
})

test('nothing near its end, no badge', async ({ page, cloud }) => {
  cloud.seed({ gateways: [{ name: 'gw-nice' }] })
  await page.goto(paths.vpnGateways({ cloudId: cloud.id }))
  await expect(page.getByRole('rowheader', { name: 'gw-nice' })).toBeVisible()
  // The badge asks for the customer gateways last.
  await expect.poll(() => cloud.callsOf('listCgws')).toBeGreaterThan(0)
  await expect(page.getByRole('banner').getByRole('link', { name: /certificate/ })).toHaveCount(0)
})

test.describe('without violations', () => {
  test.use({ estate: 'demo', colorScheme: 'dark' })

  test('charts and tables behind them', async ({ page, cloud }) => {
    await page.goto(`${paths.vpnGateway({ cloudId: cloud.id, gatewayId: parisId })}?tab=metrics`)
    await page.getByRole('button', { name: 'Show as table: Packets' }).click()
    await expect(page.getByRole('region', { name: 'Packets as a table' })).toBeVisible()
    expect(await violations(page)).toEqual([])
  })
})
